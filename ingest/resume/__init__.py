"""The résumé reader: the text of 简历 in, dated segments with units, posts and ranks out.

`parse` leads through it: `stretches` cuts the text at its dates and the last paragraph off; `notes` takes the 其间
notes out of a stretch; `reader` goes through what is left phrase by phrase (`verbs`, `brackets`, `remarks`), `titles`
finds the post a phrase ends in and `units` whose it is, written or not (`places`, `bodies`, `parts`, `pointing`,
`holders`); `ladders` tells posts that followed each other from posts held at once; `draft` makes holdings of them.
Then `ends`, `checks` and `current` look at all stretches together: ends that nobody wrote, gaps and overlaps, the posts
held today. `kinds` tells study, waiting and retirement from work; the words are in `data/*.toml`, loaded by `lexicon`.
"""

from __future__ import annotations

from ingest.resume.model import Holding, Resume, ResumeFinding, Segment
from ingest.resume.parse import parse_resume

__all__ = ["Holding", "Resume", "ResumeFinding", "Segment", "parse_resume"]

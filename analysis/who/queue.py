"""What waits for a person: candidates nobody decided about, or about which there is something new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.who.model import Candidate


def open_candidates(candidates: Iterable[Candidate], rulings: Sequence[Mapping[str, Any]]) -> tuple[Candidate, ...]:
    """The candidates to ask about; `rulings` are rows of the view `identity_rulings`.

    A pair that was decided about comes back when other features speak for or against it than did then.
    """
    seen = {(ruling["one"], ruling["other"]): ruling["facts"] for ruling in rulings}
    return tuple(each for each in candidates if seen.get(each.pair, "") != each.facts)

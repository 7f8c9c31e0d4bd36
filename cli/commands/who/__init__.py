"""`zhishi who`: which records may be about one person, and what people decided."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "谁是谁: 可能重复的人 (who is who: records that may be about one person).")

"""`zhishi who`: which records may be about one person, and what people decided."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__)

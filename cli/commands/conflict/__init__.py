"""`zhishi conflict`: where the sources about a cadre differ, and what people ruled."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__)

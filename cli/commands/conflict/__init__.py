"""`zhishi conflict`: where the sources about a cadre differ, and what people ruled."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "来源不一致: 各说法与认定 (where sources differ: what each says, and rulings).")

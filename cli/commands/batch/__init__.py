"""`zhishi batch`: what came in, import by import, and the way back; one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__)

"""`python -m cli`: the same as `zhishi`."""

from __future__ import annotations

from cli.main import app

app()

"""JSON: the document `docs/cli.md` promises, as it stands."""

from __future__ import annotations

import json

from export.results import Table

MEDIA_TYPE = "application/json"


def write(table: Table) -> bytes:
    """One UTF-8 document with a line feed at its end."""
    return (json.dumps(table.document, ensure_ascii=False, indent=2) + "\n").encode()

"""CSV for Excel: UTF-8 with a byte order mark, CRLF lines, no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from export.results import Table, flat

MEDIA_TYPE = "text/csv; charset=utf-8"

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that spreadsheets read as a formula (OWASP, CSV injection), the full-width ones too."""


def write(table: Table) -> bytes:
    """Headings and rows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    headings, rows = flat(table)
    writer.writerow([harmless(heading) for heading in headings])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: Any) -> Any:  # noqa: ANN401 - a cell
    """The cell with an apostrophe in front where a spreadsheet would calculate it."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \u3000").startswith(_FORMULA) else cell

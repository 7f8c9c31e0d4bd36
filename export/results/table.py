"""A table in text for a terminal: headings, rows, nothing wrapped."""

from __future__ import annotations

import io
from typing import Final

from rich.console import Console
from rich.table import Table as Drawn

from export.results import Table, worded

MEDIA_TYPE = "text/plain; charset=utf-8"

_WIDE: Final = 10_000


def write(table: Table) -> bytes:
    """The table as UTF-8 text, every line whole."""
    numbers = {index for index, column in enumerate(table.columns) if column[2] in ("integer", "number")}
    drawn = Drawn(box=None, pad_edge=False)
    for index, (_, title, _) in enumerate(table.columns):
        drawn.add_column(title, justify="right" if index in numbers else "left", no_wrap=True)
    for row in table.rows:
        drawn.add_row(*(" ".join(str(worded(cell)).split()) for cell in row))
    out = io.StringIO()
    Console(file=out, width=_WIDE, markup=False, emoji=False, highlight=False).print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines()).encode()

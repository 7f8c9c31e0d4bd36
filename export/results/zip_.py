"""CSV with its metadata: the rows as `result.csv`, and beside them the title, the question, the day and the class."""

from __future__ import annotations

from export import csvw
from export.results import Table, csv_, flat

MEDIA_TYPE = csvw.MEDIA_TYPE


def write(table: Table) -> bytes:
    """The zip's bytes."""
    headings, _ = flat(table)
    return csvw.packed(table.title, table.marks, {"result.csv": (headings, csv_.write(table))})

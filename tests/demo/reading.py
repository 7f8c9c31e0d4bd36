"""Reading back what was written, with another library than the one that wrote it."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook


def sheet_names(path: Path) -> list[str]:
    """The sheets in order."""
    with CalamineWorkbook.from_path(path) as book:
        return list(book.sheet_names)


def sheet_rows(path: Path, sheet: str) -> list[list[str]]:
    """All rows as texts; an empty cell is an empty text."""
    with CalamineWorkbook.from_path(path) as book:
        return [[str(cell) for cell in row] for row in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]

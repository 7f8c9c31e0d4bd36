"""A printed form as a fixed grid: pages of rows and cells in millimetres, filled and with type sizes that fit.

Word and PDF are both written from it, so that a form looks the same in either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final, Literal
from unicodedata import east_asian_width

from graph.model.data_files import load_toml

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

STEP: Final = 0.5
SMALLEST: Final = 3.0
LINE: Final = 1.25
"""Line height in times of the type size."""

_PADDING: Final = 1.2
"""Millimetres between the border at a cell's side and its text."""
_ABOVE: Final = 0.4
"""Millimetres that must stay free above and below the text of a cell."""
_NARROW: Final = 0.56
"""Width of a Latin letter or digit in times of the type size: the widest of the fonts the form is set in."""

_SURE: Final = 0.97
"""How much of a row is counted upon: type setters break rows a little earlier than reckoned."""

CellKind = Literal["label", "text", "resume", "photo"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell: `dates` stand in a column of their own before the text, empty where there are none."""

    text: str
    dates: str = ""
    hanging: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it begins, how far it reaches, and what stands in it in which size (points)."""

    row: int
    column: int
    down: int
    across: int
    width: float
    height: float
    kind: CellKind
    lines: tuple[Line, ...] = ()
    size: float = 12.0
    align: Literal["left", "center"] = "center"
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: widths of the columns and heights of the rows in millimetres, and the cells by rows."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return chain.from_iterable(self.rows)

    def left(self, cell: Cell) -> float:
        """Millimetres from the left edge of the grid to the cell."""
        return sum(self.widths[: cell.column])

    def top(self, cell: Cell) -> float:
        """Millimetres from the upper edge of the grid to the cell."""
        return sum(self.heights[: cell.row])


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole form: title, pages, and the line below the last."""

    title: str
    pages: tuple[Page, ...]
    below: str = ""

    def cut(self) -> bool:
        """Whether a text was too long even for the smallest type."""
        return any(cell.cut for page in self.pages for cell in page.cells())


def fitted(lines: tuple[Line, ...], width: float, height: float, largest: float) -> tuple[float, tuple[Line, ...]]:
    """The largest size, in half-point steps, in which the lines fit a box (millimetres), and the lines.

    Where even the smallest does not fit, the text is cut at the end, where it says so.
    """
    size = largest
    while size > SMALLEST and not _fits(lines, width, height, size):
        size -= STEP
    while not _fits(lines, width, height, size) and lines:
        lines = _cut(lines)
    return size, lines


def _fits(lines: tuple[Line, ...], width: float, height: float, size: float) -> bool:
    room = int((height - 2 * _ABOVE) * POINTS / (size * LINE))
    return _count(lines, width, size) <= (max(room, 1) if size <= SMALLEST else room)


def _count(lines: tuple[Line, ...], width: float, size: float) -> int:
    em = (width - 2 * _PADDING) * POINTS / size * _SURE
    return sum(_rows(line, em) for line in lines)


def shared(
    heights: Sequence[float],
    cells: Sequence[Sequence[tuple[tuple[Line, ...], float]]],
    least: Sequence[float] = (),
) -> tuple[float, ...]:
    """The heights of rows (millimetres) that stand in one room: as declared where all that is in them fits.

    Else each has what it needs in the largest size, in half-point steps, in which all of them fit the room together,
    and its part of what is left. `cells` are the lines of each row's cells and their widths; no row gets lower than
    `least`.
    """
    size, least = _LABEL, least or (0.0,) * len(heights)
    if all(
        _fits(lines, width, height, size) for height, row in zip(heights, cells, strict=True) for lines, width in row
    ):
        return tuple(heights)
    needs = [max(low, _need(row, size)) for low, row in zip(least, cells, strict=True)]
    while size > SMALLEST and sum(needs) > sum(heights):
        size -= STEP
        needs = [max(low, _need(row, size)) for low, row in zip(least, cells, strict=True)]
    more = sum(heights) / sum(needs)
    return tuple(heights) if more < 1 else tuple(need * more for need in needs)


def _need(row: Sequence[tuple[tuple[Line, ...], float]], size: float) -> float:
    rows = max(max(_count(lines, width, size), 1) for lines, width in row)
    return rows * size * LINE / POINTS + 2 * _ABOVE + _ROUNDED


_LABEL: Final = 12.0
_ROUNDED: Final = 0.01
"""Millimetres that keep a row which is as high as needed from being too low by a rounding."""

HANG: Final = 9.6
"""Width of the column of dates in times of the type size."""


def _rows(line: Line, em: float) -> int:
    """How many rows a paragraph takes in a column so many ems wide; a word of Latin letters may break anywhere."""
    em -= HANG if line.dates or line.hanging else 0
    rows, used = 1, 0.0
    for character in line.text:
        wide = 1.0 if east_asian_width(character) in "WFA" else _NARROW
        if used + wide > em:
            rows, used = rows + 1, 0.0
        used += wide
    return rows


_ELLIPSIS: Final = "……（未完，全文见电子表）"


def _cut(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    *before, last = lines
    text = last.text.removesuffix(_ELLIPSIS)
    shorter = text[: len(text) * 3 // 4] if len(text) > 4 else ""
    if shorter:
        return (*before, Line(shorter + _ELLIPSIS, last.dates, last.hanging))
    if not before:
        return ()
    end = before[-1]
    return (*before[:-1], Line(end.text.removesuffix(_ELLIPSIS) + _ELLIPSIS, end.dates, end.hanging))


@cache
def layout(name: str) -> Mapping[str, Any]:
    """A form's declaration: `<name>.toml` beside this file."""
    return load_toml(__package__, f"{name}.toml")


def make_page(declared: Mapping[str, Any], values: Mapping[str, tuple[Line, ...]]) -> Page:
    """A page filled: labels as they are declared, values by their key; what is absent stays an empty cell."""
    widths = tuple(map(float, declared["widths"]))
    heights = tuple(float(row["height"]) for row in declared["rows"])
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(declared["rows"]):
        cells: list[Cell] = []
        column = 0
        for each in row["cells"]:
            while (number, column) in taken:
                column += 1
            down, across = each.get("down", 1), each.get("across", 1)
            taken |= {(number + r, column + c) for r in range(down) for c in range(across)}
            size = (sum(widths[column : column + across]), sum(heights[number : number + down]))
            cells.append(_cell(each, (number, column, down, across), size, values))
            column += across
        rows.append(tuple(cells))
    return Page(widths, heights, tuple(rows))


def _cell(
    declared: Mapping[str, Any],
    place: tuple[int, int, int, int],
    box: tuple[float, float],
    values: Mapping[str, tuple[Line, ...]],
) -> Cell:
    if declared.get("photo"):
        return Cell(*place, *box, "photo")
    align = declared.get("align", "center")
    if "label" in declared:
        lines = tuple(Line(text) for text in declared["label"].split("\n"))
        size, _ = fitted(lines, box[0] + 2 * _PADDING, box[1], _LABEL)  # a label may reach the border
        return Cell(*place, *box, "label", lines, size, align)
    lines = values.get(declared["value"], ())
    size, shown = fitted(lines, *box, declared.get("size", _LABEL))
    return Cell(*place, *box, declared.get("kind", "text"), shown, size, align, cut=shown != lines)

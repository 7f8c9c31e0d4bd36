"""A result as bars: the columns before the number name a row, the number is its length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from analysis.drawing.bar_chart import Bar, draw_bars
from queries.cells import text
from queries.in_words import in_words
from webui.frame.language import say
from webui.shows import Drawn, Shown
from webui.shows._cells import columns_of, kind, link, name

_MOST: Final = 60
_NAMED: Final = 3
_NOT_COUNTS: Final = ("year", "step")


def draw(shown: Shown) -> Drawn | None:
    """The number the rows stand in order of; else a share before a count before any other number.

    None where no column holds a number or no row is there.
    """
    columns = columns_of(shown.result)
    numbers = [
        at
        for at, (key, column) in enumerate(columns)
        if kind(column) in ("integer", "number") and key not in _NOT_COUNTS
    ]
    if not numbers or not shown.result.rows:
        return None
    usual = sorted(numbers, key=lambda at: (columns[at][0] != "share", columns[at][0] != "count", at))
    value = next((at for at in usual if _in_order([row[at] for row in shown.result.rows])), usual[0])
    naming = [at for at in range(value) if at not in numbers and kind(columns[at][1]) != "things"][:_NAMED] or [0]
    bars = [
        Bar(_named(shown, row, naming), None if row[value] is None else float(row[value]), link(shown, row))
        for row in shown.result.rows[:_MOST]
    ]
    declared = columns[value][1]
    unit = declared.unit(shown.language) if declared and declared.unit else ""
    meaning = declared.meaning(shown.language) if declared else columns[value][0]
    summary = say("show_bar", count=len(bars), value=meaning)
    title = shown.result.query.header.title(shown.language)
    svg = draw_bars(
        bars, title=title, description=summary, language=shown.language, unit=unit, standalone=shown.standalone
    )
    return Drawn(svg, summary, max(0, len(shown.result.rows) - _MOST))


def _named(shown: Shown, row: Sequence[Any], naming: Sequence[int]) -> str:
    """What a bar is called, in words and with the unit of a number."""
    columns, query = columns_of(shown.result), shown.result.query
    cells = [in_words(query, columns[at][0], row[at], shown.language) for at in naming]
    units = [(column := columns[at][1]) and column.unit and column.unit(shown.language) for at in naming]
    return name(
        [f"{text(cell)} {unit}" if unit and cell is not None else cell for cell, unit in zip(cells, units, strict=True)]
    )


def _in_order(cells: Sequence[Any]) -> bool:
    """Whether the numbers only rise or only fall; too few, or all the same, tell nothing."""
    known = [each for each in cells if each is not None]
    return len(known) > 2 and len(set(known)) > 1 and known in (sorted(known), sorted(known, reverse=True))

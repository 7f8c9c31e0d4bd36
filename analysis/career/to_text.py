"""The trajectory for a terminal: the head, then the tables; long cells wrap, Chinese takes its two columns."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.career.head_lines import head_lines
from analysis.career.model import Career
from analysis.career.phrases import say, show_date, withheld_text
from analysis.career.to_rows import Cell, Table, to_tables
from analysis.text_table import display_width, draw_table
from graph.model.words import Language

DERIVED, DISPUTED = "*", "?"


def to_text(career: Career, language: Language = "zh", *, width: int = 120) -> str:
    """The career as lines of at most `width` columns; `*` marks a derived field, `?` a disputed one."""
    return "\n".join(_lines(career, language, width))


def _lines(career: Career, language: Language, width: int) -> Iterator[str]:
    day = say("as_of", language, day=show_date(career.as_of, language))
    yield f"{say('name', language, name=career.head.name)} · {day}"
    yield ""
    yield from _head(career, language)
    hidden = withheld_text(career, language, "WorkProject", "Assessment", "Punishment")
    if hidden:
        yield hidden
    for table in to_tables(career, language):
        yield ""
        yield from _table(table, width, language)
    yield ""
    yield f"{DERIVED} {say('derived', language)}  {DISPUTED} {say('disputed', language)}"


def _head(career: Career, language: Language) -> Iterator[str]:
    lines = head_lines(career, language)
    longest = max(display_width(name) for name, _ in lines)
    for name, text in lines:
        yield f"{name}{' ' * (longest - display_width(name))}  {text}"


def _table(table: Table, width: int, language: Language) -> Iterator[str]:
    yield table.title
    if not table.rows:
        yield say(f"empty.{table.name}", language)
        return
    kept = [index for index in range(len(table.headings)) if any(row.cells[index].text for row in table.rows)]
    headings = [table.headings[index] for index in kept]
    rows = [[_marked(row.cells[index]) for index in kept] for row in table.rows]
    numeric = frozenset(place for place, index in enumerate(kept) if index in table.numeric)
    yield from draw_table(headings, rows, width, numeric=numeric)


def _marked(cell: Cell) -> str:
    return cell.text + (DERIVED if cell.derived else "") + (DISPUTED if cell.disputed else "")

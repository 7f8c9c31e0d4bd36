"""The rows of a saved query's result as cells of a table, with links to the pages of things, and in another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from queries.cells import is_thing, text
from queries.file import QueryFile
from queries.in_words import in_words
from queries.reports import cells_shown
from queries.running import Result
from webui.frame.language import language, say
from webui.parts.cell_words import worded
from webui.parts.components import Cell, Link
from webui.parts.formats import date_text
from webui.parts.names import thing_name
from webui.parts.things import thing_page


def cells_of(result: Result, row: Sequence[Any]) -> list[Cell]:
    """The cells of a row of a result."""
    shown = cells_shown(result, row, language())
    return [value_cell(result.query, name, cell, kind) for name, kind, cell in shown]


def value_cell(query: QueryFile, name: str, value: Any, kind: str) -> Cell:  # noqa: ANN401 - a cell of a result
    """One value of the column `name` of a query, in words."""
    return _cell(worded(name, in_words(query, name, value, language())), kind)


def _cell(cell: Any, kind: str) -> Cell:  # noqa: ANN401 - a cell of a result
    if kind in ("day", "month") and isinstance(cell, str):
        return Cell(date_text(cell))
    if is_thing(cell):
        pick = str(cell["id"]) if cell["label"] == "Cadre" else None
        return Cell(_named(cell), href=thing_page(str(cell["label"]), str(cell["id"])), pick=pick)
    if isinstance(cell, list):
        parts = tuple(_part(each) for each in cell)
        told = say("list_comma").join(part.name for part in parts)
        return Cell(told, parts=parts if any(part.href for part in parts) else ())
    return Cell(text(cell))


def _part(value: Any) -> Link:  # noqa: ANN401 - an item of a list
    """What a list names: a thing with its page, and without an address what has none."""
    if not is_thing(value):
        return Link(text(value), "")
    return Link(_named(value), thing_page(str(value["label"]), str(value["id"])) or "")


def _named(thing: Mapping[str, Any]) -> str:
    return thing_name(str(thing["label"]), str(thing["name"]))


def sorted_rows(result: Result, sort: str) -> Sequence[Sequence[Any]]:
    """The rows by the column `sort`, falling with `-` before it, empty cells last; as they came for no such column."""
    names = [name for name, _ in result.columns]
    name = sort.removeprefix("-")
    if name not in names:
        return result.rows
    at = names.index(name)
    empty = [row for row in result.rows if row[at] is None]
    told = [row for row in result.rows if row[at] is not None]
    return [*sorted(told, key=lambda row: _key(row[at]), reverse=sort.startswith("-")), *empty]


def _key(cell: Any) -> tuple[int, float, str]:  # noqa: ANN401 - a cell of a result
    if isinstance(cell, (int, float)):
        return (0, float(cell), "")
    return (1, float(len(cell)), "") if isinstance(cell, list) else (2, 0.0, text(cell))

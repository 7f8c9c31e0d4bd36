"""Reading columns of a result for a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from queries.cells import is_thing, text
from queries.file import Column
from queries.running import Result
from webui.shows import Shown


def columns_of(result: Result) -> list[tuple[str, Column | None]]:
    """The names of the columns with what the header declares of them."""
    return [(name, result.query.header.columns.get(name)) for name, _ in result.columns]


def kind(column: Column | None) -> str:
    """The declared type; `value` for a column that is not declared."""
    return column.type if column else "value"


def link(shown: Shown, row: Sequence[Any]) -> str | None:
    """The page of the first thing of a row that has one."""
    things = filter(is_thing, row)
    return next(filter(None, (shown.href(str(each["label"]), str(each["id"])) for each in things)), None)


def name(cells: Sequence[Any]) -> str:
    """Several cells as one name."""
    return " · ".join(filter(None, map(text, cells))) or "—"


def holds_things(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether any cell is a thing of the graph."""
    return any(is_thing(cell) for row in rows for cell in row)

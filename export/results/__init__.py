"""Results of a query out, one file a format: `write(table) -> bytes` and `MEDIA_TYPE`, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from export.formats import no_such_format


@dataclass(frozen=True, slots=True)
class Table:
    """What is written out: a title, column names with their titles and types, rows of cells, and where they are from.

    `marks` are lines of words that say query, parameters, day, class and whether rows were left out.
    """

    title: str
    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[Any, ...], ...]
    marks: tuple[str, ...]
    document: Mapping[str, Any]


def formats() -> tuple[str, ...]:
    """The names of the formats, in the order of the alphabet."""
    return tuple(sorted(module.name.strip("_") for module in pkgutil.iter_modules(__path__)))


def write(table: Table, format: str) -> bytes:  # noqa: A002 - the option's own word
    """The table in a format; raises UsageError for a format there is not."""
    content: bytes = _module(format).write(table)
    return content


def media_type(format: str) -> str:  # noqa: A002 - as above
    """The media type of a format; raises UsageError for a format there is not."""
    kind: str = _module(format).MEDIA_TYPE
    return kind


def _module(format: str) -> Any:  # noqa: A002, ANN401 - a module with `write` and `MEDIA_TYPE`
    modules = {module.name.strip("_"): module.name for module in pkgutil.iter_modules(__path__)}
    if format not in modules:
        raise no_such_format(format, modules)
    return importlib.import_module(f"{__name__}.{modules[format]}")


def flat(table: Table) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows for a sheet: a thing takes two columns, its name and its id; the rest as text or number."""
    wide = [index for index, column in enumerate(table.columns) if _holds_things(table, index)]
    headings: list[str] = []
    for index, (_, title, _) in enumerate(table.columns):
        headings += [title, f"{title} id"] if index in wide else [title]
    return headings, [
        [part for index, cell in enumerate(row) for part in _parts(cell, index in wide)] for row in table.rows
    ]


def _holds_things(table: Table, index: int) -> bool:
    return any(_is_thing(row[index]) for row in table.rows)


def _is_thing(cell: Any) -> bool:  # noqa: ANN401 - a cell
    return isinstance(cell, Mapping) and "id" in cell and "label" in cell


def _parts(cell: Any, wide: bool) -> list[Any]:  # noqa: ANN401 - a cell
    if wide:
        return [cell["name"], cell["id"]] if _is_thing(cell) else [worded(cell), ""]
    return [worded(cell)]


def worded(cell: Any) -> Any:  # noqa: ANN401 - a cell
    """A cell as a sheet holds it: numbers stay numbers, everything else is text on one line, null is empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (int, float, str)):
        return cell
    if isinstance(cell, Mapping):
        return str(cell["name"]) if _is_thing(cell) else "; ".join(f"{k} {worded(v)}" for k, v in cell.items())
    return "、".join(str(worded(each)) for each in cell)

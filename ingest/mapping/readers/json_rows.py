"""Rows of JSON that are lists of cells, their names apart: `{"columns": ["id", "name"], "data": [[1, "A"]]}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Final, cast

import ijson

from ingest.mapping.model import ReadSpec

Row = tuple[int, Mapping[str, Any]]

_NAMES_IN: Final = ("", ".name", ".id", ".key")
"""Where the name of a column is: the item of the list itself, or a key of it."""


def with_names(items: Iterable[Row], read: ReadSpec, beside: Callable[[int], Sequence[str] | None]) -> Iterator[Row]:
    """The rows, cells under the names of their columns; what are objects already stay as they are.

    The names are those the mapping gives, else those `beside` finds for so many cells, else the first row where it
    holds nothing but texts of its own; else `#1`, `#2`.
    """
    names: Sequence[str] | None = None
    for number, item in items:
        cells = item.get("@item") if "@item" in item and "@key" not in item else None
        if not isinstance(cells, list):
            yield number, item
            continue
        if names is None:
            names = read.columns or beside(len(cells))
            if names is None and read.header is not False and _is_head(cells):
                names = [cell.strip() for cell in cells]
                continue
        given = [*(names or ()), *(f"#{place}" for place in range(len(names or ()) + 1, len(cells) + 1))]
        yield number, dict(zip(given, cells, strict=False))


def _is_head(cells: Sequence[Any]) -> bool:
    """Whether all cells are texts that differ from each other."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    return len(texts) == len(cells) > 1 and "" not in texts and len(set(texts)) == len(texts)


def names_beside(source: BinaryIO, where: str, width: int) -> list[str] | None:
    """The list of so many names that stands in the same object as the rows at `where`; None where there is none."""
    holder, _, own = where.rpartition(".")
    begin = f"{holder}." if holder else ""
    found: dict[str, list[str]] = {}
    for prefix, event, value in ijson.parse(source, use_float=True):
        if event != "string" or not prefix.startswith(begin):
            continue
        key, _, rest = prefix.removeprefix(begin).partition(".item")
        if key and "." not in key and key != own and rest in _NAMES_IN and prefix != f"{begin}{key}":
            found.setdefault(f"{key}{rest}", []).append(cast("str", value).strip())
    return next((names for names in found.values() if len(names) == width == len(set(names))), None)

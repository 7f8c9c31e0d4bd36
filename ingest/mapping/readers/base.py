"""What every reader hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.model.words import Both
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.groups import under_titles
from ingest.mapping.readers.remarks import NOTE, told_apart

_TITLE: Final = "@title"
Problem = Callable[[int, str, str], None]
"""Told of a row that cannot be read: its number, what stands there, and why."""


@dataclass(slots=True)
class OpenTable:
    """A table whose head is read: its columns (None where each row has its own), and how it was read, in words."""

    columns: tuple[str, ...] | None
    header_rows: tuple[int, ...]
    told: Both
    rows: Iterable[tuple[int, Mapping[str, Any]]]
    sheet: str | None = None
    unread_sheets: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What `[read]` would have to say to get the same: for a suggested mapping."""
    doubt: Both | None = None
    """What to tell where how it was read is a guess."""


def all_columns(columns: tuple[str, ...], read: ReadSpec) -> tuple[str, ...]:
    """The columns of a table, and the one that the titles of groups are put into."""
    return (*columns, read.groups) if read.groups and read.groups not in columns else columns


def as_mappings(
    columns: Sequence[str], rows: Iterable[tuple[int, Sequence[Any]]], read: ReadSpec
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows by column, empty ones left out; in the columns of `fill_down` an empty cell has the value above it.

    A value reaches to the next title of a group and not beyond.

    What is no row but a remark has its text under `NOTE` and nothing else. An empty cell of the column `groups` has the
    title of the group that the row is in.
    """
    above: dict[str, Any] = {}
    group = ""
    if read.groups:
        rows, columns = under_titles(rows, len(columns)), [*columns, _TITLE]
    for (number, cells), remark in told_apart(rows, columns, read.fill_down, added=bool(read.groups)):
        if remark:
            yield number, {NOTE: remark}
            continue
        row = dict(zip(columns, cells, strict=False))
        if read.groups:
            title = row.pop(_TITLE, "")
            row[read.groups] = row.get(read.groups) or title
            if title != group:
                above.clear()
                group = title
        for name in read.fill_down:
            if row.get(name) in ("", None):
                row[name] = above.get(name, "")
            above[name] = row[name]
        yield number, row

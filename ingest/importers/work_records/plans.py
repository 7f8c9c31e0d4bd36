"""A sheet's columns made ready once, so that a row of a long sheet is read with as little work as possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.model.data_files import load_toml
from graph.model.records import record_types
from graph.model.schema import Link, RecordType
from graph.model.sheets import ID_NUMBER, SEPARATOR, Column, Sheet
from ingest.clean.tables import Header
from ingest.clean.values import reader


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """One column of a sheet as it stands in a file: where it is, and how its text becomes a value."""

    index: int
    column: Column
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """One link that columns tell of: the parts of its target's key and the properties of the relation."""

    link: Link
    parts: tuple[str, ...]
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that reading one sheet of one file needs; `key` numbers those of `cells` that tell records apart."""

    sheet: Sheet
    type: RecordType
    cells: tuple[PlannedColumn, ...]
    key: tuple[int, ...]
    missing: tuple[str, ...]
    links: tuple[LinkPlan, ...]
    implied: tuple[Link, ...]
    authors: tuple[str, ...]


def make_plan(sheet: Sheet, header: Header, today: str) -> Plan:
    """The plan of a sheet whose header was found; `missing` are required columns the file does not have."""
    declared = record_types()[sheet.label].TYPE
    cells = tuple(
        PlannedColumn(header.columns[column.heading], column, _reader(declared, column, today))
        for column in sheet.columns
        if column.heading in header.columns
    )
    return Plan(
        sheet,
        declared,
        cells,
        tuple(number for number, cell in enumerate(cells) if _is_key(declared, cell.column)),
        tuple(c.heading for c in sheet.columns if c.required and c.heading not in header.columns),
        tuple(_link_plan(declared.links[name], sheet) for name in dict.fromkeys(_linked(sheet))),
        tuple(link for link in declared.links.values() if not link.column),
        tuple(name for name in _author_properties() if name in declared.properties),
    )


def _is_key(declared: RecordType, column: Column) -> bool:
    return column.field in declared.key and column.role != "edge" and column.part != ID_NUMBER


def _linked(sheet: Sheet) -> list[str]:
    return [column.field for column in sheet.columns if column.role != "property"]


def _link_plan(link: Link, sheet: Sheet) -> LinkPlan:
    own = [column for column in sheet.columns if column.field == link.name]
    parts = tuple(column.part or "" for column in own if column.role == "key")
    return LinkPlan(link, parts, tuple(column.part or "" for column in own if column.role == "edge"))


def _reader(declared: RecordType, column: Column, today: str) -> Callable[[str], object]:
    if column.part == ID_NUMBER:
        return str
    if column.many:
        return _split
    if column.role == "property":
        own = declared.properties[column.field]
        return reader(own, today)
    link = declared.links[column.field]
    if column.role == "edge":
        edge = next(each for each in link.properties if each.name == column.part)
        return reader(edge, today)
    target = record_types()[link.target].TYPE
    return reader(target.properties[column.part or ""], today)


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    """Several names in one cell; other list marks than `SEPARATOR` are taken too."""
    for mark in "，,；;\n":
        text = text.replace(mark, SEPARATOR)
    return tuple(part for each in text.split(SEPARATOR) if (part := each.strip()))


@cache
def _author_properties() -> tuple[str, ...]:
    return tuple(load_toml(__package__, "authors.toml")["properties"])

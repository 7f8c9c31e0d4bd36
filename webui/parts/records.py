"""Records of the model as pages show them: named in a few words, value by value, and in tables by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.codes import code_list, worded
from graph.model.records import record_types
from graph.model.schema import Edge, Kind, Property, Record, RecordType
from graph.model.schema import Link as Relation
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.parts.components import Cell, Column, Link, Row, Shape, Table
from webui.parts.formats import date_text, interval_text
from webui.parts.kinds import kinds
from webui.parts.names import field_title, kind_title
from webui.parts.things import edge_page, pages_named

_LONG = {Kind.LONG_TEXT, Kind.TEXTS}
_NUMBERS = {Kind.INTEGER, Kind.NUMBER}
_NOTHING = Cell()


@dataclass(frozen=True)
class Group:
    """Some record types that are shown under one heading: a key of `words`, and their labels in order."""

    key: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Value:
    """One property or relation of a record: what it is called, what it says, and what to know about it.

    `parts` are the things it names where those are several, each with its page or an empty address.
    """

    name: str
    title: str
    text: str
    href: str | None = None
    derived: bool = False
    disputed: bool = False
    parts: tuple[Link, ...] = ()

    @property
    def mark(self) -> str | None:
        """What is said beside the value; None where it is plainly stated."""
        return say("mark_disputed") if self.disputed else say("mark_derived") if self.derived else None


def groups(labels: Sequence[str]) -> tuple[Group, ...]:
    """The groups that hold any of these labels, each with those of its labels, in the order of `kinds.toml`."""
    listed = [Group(group["key"], tuple(group["types"])) for group in kinds()["group"]]
    named = {label for group in listed for label in group.labels}
    listed.append(Group("group_other", tuple(label for label in labels if label not in named)))
    kept = (Group(group.key, tuple(each for each in group.labels if each in labels)) for group in listed)
    return tuple(group for group in kept if group.labels)


def value_text(declared: Property, value: object) -> str:
    """A property's value as a reader expects it; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return code_list("yes_no").label("是" if value else "否", language())
    if isinstance(value, (tuple, list)):
        return say("list_semicolon").join(str(each) for each in value)
    if declared.lists:
        return worded(str(value), declared.lists, language())
    if declared.kind is Kind.DATE:
        return date_text(str(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def edge_text(declared: Relation, edge: Edge) -> str:
    """The other end of a relation by name, with what the relation says in brackets: `林一舟（牵头）`."""
    name = _end_text(edge)
    if not edge.values:
        return name
    said = [
        value_text(each, edge.values.get(each.name))
        for each in declared.properties
        if each.name not in ("start", "end")
    ]
    said.append(_edge_dates(edge.values.get("start"), edge.values.get("end")))
    told = say("graph_list").join(each for each in said if each)
    return say("in_brackets", text=name, more=told) if told else name


def _edge_dates(start: str | None, end: str | None) -> str:
    """When a relation held. It does not say whether it goes on where it has no end: then only the start is told."""
    if start and end:
        return interval_text(start, end, None)
    if start:
        return say("from_day", day=date_text(start))
    return say("until_day", day=date_text(end)) if end else ""


def _end_text(edge: Edge) -> str:
    """What the thing at the other end is called, in the reader's words where a code list has them."""
    declared = record_types()[edge.label].TYPE.properties.get("name")
    return worded(edge.name, declared.lists, language()) if declared and edge.name else edge.name or edge.id


def values_of(record: Record) -> Iterator[Value]:
    """What a record says, property by property and relation by relation.

    Left out is what it does not say, and a relation that only repeats a property (a unit's name and the unit).
    """
    pages, hidden = pages_named(record), kinds()["hidden"]
    stated = {name: getattr(record, name) for name in record.TYPE.properties}
    for name, value in stated.items():
        if value is None or name in hidden:
            continue
        declared = record.TYPE.properties[name]
        if text := value_text(declared, value):
            derived, disputed = name in record.derived, name in record.disputed
            yield Value(name, field_title(declared), text, pages.get(text), derived, disputed)
    repeated = {value for value in stated.values() if isinstance(value, str)}
    for name, tie in record.TYPE.links.items():
        edges: tuple[Edge, ...] = getattr(record, name)
        told = [edge_text(tie, each) for each in edges]
        text = say("list_comma").join(told) if len(told) > 1 else "".join(told)
        if text and text not in repeated:
            parts = tuple(Link(each, edge_page(edge) or "") for each, edge in zip(told, edges, strict=True))
            yield Value(name, field_title(tie), text, parts[0].href or None, parts=parts if len(parts) > 1 else ())


def record_name(record: Record) -> str:
    """A record in a few words: `澜江市水利局 · 局长 · 正处级`."""
    names = kinds()["names"].get(record.TYPE.label, record.TYPE.key)
    told = {value.name: value.text for value in values_of(record)}
    return " · ".join(told[name] for name in names if name in told) or kind_title(record.TYPE)


def when_text(record: Record) -> str:
    """When it happened or held: a date, or from and to; empty where the record says neither."""
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if "start" in record.TYPE.properties and (start or end):
        return interval_text(start, end, _end_status(record))
    date = getattr(record, record.TYPE.date) if record.TYPE.date else None
    return date_text(str(date)) if date else ""


def _end_status(record: Record) -> str | None:
    if "end_status" in record.TYPE.properties:
        status: str | None = getattr(record, "end_status")  # noqa: B009 - only some types have it
        return status
    return "current" if getattr(record, "open", None) else None


def kind_table(label: str, records: Sequence[Record], *, without: str | None = None) -> Table:
    """The records of one kind, a column for everything any of them says; relations to the cadre `without` are left out.

    Those that do not say when come last. The last column leads to the sources of each.
    """
    declared = record_types()[label].TYPE
    ordered = sorted(records, key=lambda each: not when_text(each))
    rows = [{value.name: value for value in _told(record, without)} for record in ordered]
    told = {name for row in rows for name in row}
    names = [name for name in (*declared.properties, *declared.links) if name in told]
    columns = [Column(_title(declared, name), _shape(declared, name)) for name in names]
    columns.append(Column(say("column_sources")))
    made = [
        Row((*(_cell(row.get(name)) for name in names), _sources_cell(record)), anchor=record.id)
        for record, row in zip(ordered, rows, strict=True)
    ]
    return Table(kind_title(declared), tuple(columns), tuple(made))


def _told(record: Record, without: str | None) -> Iterator[Value]:
    for value in values_of(record):
        edges = getattr(record, value.name) if value.name in record.TYPE.links else ()
        if not (edges and {edge.id for edge in edges} == {without}):
            yield value


def _title(declared: RecordType, name: str) -> str:
    return field_title(declared.properties.get(name) or declared.links[name])


def _shape(declared: RecordType, name: str) -> Shape:
    kind = declared.properties[name].kind if name in declared.properties else None
    return "long" if kind in _LONG else "number" if kind in _NUMBERS else "date" if kind is Kind.DATE else "text"


def _cell(value: Value | None) -> Cell:
    return Cell(value.text, value.href, value.mark, parts=value.parts) if value else _NOTHING


def _sources_cell(record: Record) -> Cell:
    return Cell(say("sources_count", count=len(record.sources)), href=Urls().evidence(record.id))

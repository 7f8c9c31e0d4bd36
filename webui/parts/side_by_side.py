"""Two cadres' records side by side, with what differs marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from graph.model.dossier import Dossier
from graph.model.schema import Evidence, Record
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.parts.formats import date_text
from webui.parts.names import kind_title
from webui.parts.records import groups, record_name, values_of, when_text
from webui.parts.sources import where_text

Mark = Literal["same", "differs", "one_only", "other_only"]


@dataclass(frozen=True)
class Line:
    """One thing of both: what it is called, what each side says, and how the two compare."""

    title: str
    one: str
    other: str
    mark: Mark

    @property
    def mark_text(self) -> str:
        """How the two compare, in words."""
        return say(f"who_mark_{self.mark}")


@dataclass(frozen=True)
class Block:
    """Some lines under a heading; `differing` counts those that are not the same."""

    title: str
    lines: tuple[Line, ...]

    @property
    def differing(self) -> int:
        """How many lines are not the same on both sides."""
        return sum(line.mark != "same" for line in self.lines)


@dataclass(frozen=True)
class SourceLine:
    """One document that speaks of a record, where it leads and of what kind and date it is."""

    href: str
    document: str
    where: str


def blocks(one: Dossier, other: Dossier) -> tuple[Block, ...]:
    """The attributes of both, then their records by kind."""
    labels = [label for label in {**one.records, **other.records} if label != "Cadre"]
    kinds = [label for group in groups(labels) for label in group.labels]
    made = (_records(one.records.get(label, ()), other.records.get(label, ())) for label in kinds)
    return (_attributes(one.cadre, other.cadre), *made)


def _attributes(one: Record, other: Record) -> Block:
    left, right = ({value.name: value for value in values_of(each)} for each in (one, other))
    names = [name for name in (*one.TYPE.properties, *one.TYPE.links) if name in left or name in right]
    lines = []
    for name in names:
        title = (left.get(name) or right[name]).title
        lines.append(line_of(title, *(side[name].text if name in side else "" for side in (left, right))))
    return Block(say("who_attributes"), tuple(lines))


def line_of(title: str, one: str, other: str) -> Line:
    """One line, marked by how the two sides compare."""
    mark: Mark = "same" if one == other else "differs" if one and other else "one_only" if one else "other_only"
    return Line(title, one, other, mark)


def _records(one: Sequence[Record], other: Sequence[Record]) -> Block:
    title = kind_title((*one, *other)[0].TYPE)
    lines = sorted(_aligned(one, other), key=lambda told: told[0])
    return Block(title, tuple(line for _, line in lines))


def _aligned(one: Sequence[Record], other: Sequence[Record]) -> Iterator[tuple[str, Line]]:
    """Records of equal name beside each other, each with when it begins."""
    sides: dict[str, tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    for side, records in enumerate((one, other)):
        for record in records:
            sides[record_name(record)][side].append(record)
    for name, (left, right) in sides.items():
        for a, b in zip_longest(left, right):
            when = [_when(each) if each else "" for each in (a, b)]
            yield min(_begin(each) for each in (a, b) if each), line_of(name, *when)


def _when(record: Record) -> str:
    return when_text(record) or say("who_there")


def _begin(record: Record) -> str:
    start = getattr(record, "start", None) or (getattr(record, record.TYPE.date) if record.TYPE.date else None)
    return str(start or "9999")


def source_lines(looked_in: Sequence[Evidence]) -> tuple[SourceLine, ...]:
    """The documents about one side, each once, whatever records of it are about it."""
    lines = (SourceLine(Urls().source(each.record_id), each.document, where_text(each)) for each in looked_in)
    return tuple({(line.document, line.where): line for line in reversed(list(lines))}.values())[::-1]


def named(dossier: Dossier) -> str:
    """A record in a few words: name and month of birth."""
    return " ".join(part for part in (dossier.cadre.name or "", date_text(dossier.cadre.birth_month)) if part)

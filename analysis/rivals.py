"""Records of which different sources tell the same time otherwise: another title, school or rank. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from graph.model.dossier import Dossier
from graph.model.schema import Record
from graph.model.unit_names import usual_name
from graph.model.values import month_index

_SLACK: Final = 2
"""Months by which two sources may differ on when the same thing began."""

_YEAR: Final = 4


@dataclass(frozen=True)
class Rivals:
    """Two records of one kind, no source of the one stating the other, of about the same time."""

    one: Record
    other: Record
    differing: tuple[str, ...]


@dataclass(frozen=True)
class _Kind:
    """Of a record type: what tells the time, and which properties are compared; one at least must be equal."""

    label: str
    time: str
    compared: tuple[str, ...]


_KINDS: Final = (
    _Kind("Tenure", "start", ("unit_name", "title", "rank")),
    _Kind("RankRecord", "start", ("kind", "rank")),
    _Kind("Education", "end", ("mode", "level", "degree", "school")),
)


def rivals(dossier: Dossier) -> tuple[Rivals, ...]:
    """All such pairs of a cadre's records, in the order of their dates."""
    return tuple(pair for kind in _KINDS for pair in _of(kind, dossier.records.get(kind.label, ())))


def _of(kind: _Kind, records: Sequence[Record]) -> Iterator[Rivals]:
    for one, other in combinations(records, 2):
        if _documents(one).isdisjoint(_documents(other)) and _same_time(kind, one, other):
            differing = tuple(name for name in kind.compared if _told(one, name) != _told(other, name))
            told_by_both = (name for name in differing if _told(one, name) and _told(other, name))
            if len(differing) < len(kind.compared) and any(told_by_both):
                yield Rivals(one, other, differing)


def _documents(record: Record) -> set[str]:
    return {each.document_id for each in record.sources}


def _same_time(kind: _Kind, one: Record, other: Record) -> bool:
    a, b = getattr(one, kind.time), getattr(other, kind.time)
    if not (a and b):
        return False
    if len(a) == _YEAR or len(b) == _YEAR:
        return bool(a[:_YEAR] == b[:_YEAR])
    return abs(month_index(a) - month_index(b)) <= _SLACK


def _told(record: Record, name: str) -> Any:  # noqa: ANN401 - as the property is
    value = getattr(record, name)
    return usual_name(value) if name == "unit_name" and value else value

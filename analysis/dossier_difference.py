"""What one state of the records tells of a cadre and another does not: learnt, corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph.model.dossier import Dossier
from graph.model.schema import Edge, Record

Lesson = Literal["learnt", "corrected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that the later state tells otherwise: before, after, or both."""

    lesson: Lesson
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The newer of the two."""
        found = self.after or self.before
        assert found is not None
        return found


def dossier_difference(before: Dossier, after: Dossier) -> tuple[RecordChange, ...]:
    """By kind and date: records only the later state has, records it tells otherwise, records it no longer has.

    Where only the sources grew in number a record is the same.
    """
    return records_difference(_by_id(before), _by_id(after))


def records_difference(was: Mapping[str, Record], now: Mapping[str, Record]) -> tuple[RecordChange, ...]:
    """The same of any records by their ids."""
    found = [RecordChange("learnt", None, now[ident]) for ident in now.keys() - was.keys()]
    found += [RecordChange("withdrawn", was[ident], None) for ident in was.keys() - now.keys()]
    found += [
        RecordChange("corrected", was[ident], now[ident])
        for ident in was.keys() & now.keys()
        if said(was[ident]) != said(now[ident])
    ]
    return tuple(sorted(found, key=_order))


def _by_id(dossier: Dossier) -> Mapping[str, Record]:
    records = (dossier.cadre, *(each for some in dossier.records.values() for each in some))
    return {each.id: each for each in records}


def said(record: Record) -> Mapping[str, object]:
    """What a record says, property by property and relation by relation, without what it does not say."""
    properties = {name: getattr(record, name) for name in record.TYPE.properties}
    links = {name: tuple(_end(edge) for edge in getattr(record, name)) for name in record.TYPE.links}
    return {name: value for name, value in {**properties, **links}.items() if value not in (None, ())}


def _end(edge: Edge) -> tuple[object, ...]:
    return edge.id, tuple(sorted(edge.values.items()))


def _order(change: RecordChange) -> tuple[str, str, str]:
    record = change.record
    date = getattr(record, record.TYPE.date) if record.TYPE.date else None
    return record.TYPE.label, str(date or ""), record.id

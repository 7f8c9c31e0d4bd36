"""What happened in one life between two days: posts taken up and left, and everything else that has a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model.dossier import Dossier
from graph.model.schema import Record
from graph.model.values import first_day, is_partial_date, last_day

Event = Literal["began", "ended", "happened"]


@dataclass(frozen=True, slots=True)
class LifeChange:
    """One record that began, ended or happened between the days; `date` is as exact as its source."""

    event: Event
    date: str
    record: Record


def life_changes(dossier: Dossier, first: str, last: str) -> tuple[LifeChange, ...]:
    """By date: what began, ended or happened after the day `first` and until the day `last`, both `YYYY-MM-DD`.

    A partial date counts unless all of its days lie outside, and is put at its first day. What has no date is left
    out: nothing says that it lies between the days.
    """
    return changes_of((each for some in dossier.records.values() for each in some), first, last)


def changes_of(records: Iterable[Record], first: str, last: str) -> tuple[LifeChange, ...]:
    """The same of any records."""
    found = (each for record in records for each in _events(record) if within(each.date, first, last))
    return tuple(sorted(found, key=lambda each: (first_day(each.date), each.record.TYPE.label, each.record.id)))


def within(date: str, first: str, last: str) -> bool:
    """Whether some day that the date may mean lies after `first` and not after `last`."""
    return first < last_day(date) and first_day(date) <= last


def _events(record: Record) -> Iterator[LifeChange]:
    if "start" in record.TYPE.properties:
        if date := _date(record, "start"):
            yield LifeChange("began", date, record)
        if date := _date(record, "end"):
            yield LifeChange("ended", date, record)
    elif record.TYPE.date and (date := _date(record, record.TYPE.date)):
        yield LifeChange("happened", date, record)


def _date(record: Record, name: str) -> str:
    text = str(getattr(record, name, None) or "")
    return text if is_partial_date(text) else ""

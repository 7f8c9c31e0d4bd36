"""Two days, and two states of the records, as the address of a difference asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.errors import UsageError
from graph.model.values import add_months
from webui.frame.language import say
from webui.frame.past import day_of
from webui.held.services import services
from webui.parts.formats import date_text

_LESSONS: Final = ("learnt", "corrected", "withdrawn")


@dataclass(frozen=True)
class DayPair:
    """The two days and the two states of the records that are compared; an empty state is the records of now."""

    first: str
    last: str
    known_first: str
    known_last: str

    @property
    def of_records(self) -> bool:
        """Whether two states of the records are compared."""
        return self.known_first != self.known_last


def asked_pair() -> DayPair:
    """What `?from=`, `?to=`, `?known_from=` and `?known_to=` ask for; the year up to today where nothing is asked.

    Raises UsageError for what is no day, and where the first of two lies after the last.
    """
    last = day_of("to") or services().today()
    first = day_of("from") or add_months(last, -12)
    known_first, known_last = day_of("known_from"), day_of("known_to")
    _check_order(first, last)
    if known_last:
        known_first = known_first or known_last
        _check_order(known_first, known_last)
    return DayPair(first, last, known_first, known_last)


def summary(key: str, span: DayPair, kinds: Sequence[str], found: Iterable[str], lessons: Iterable[str]) -> str:
    """The changes in one sentence: `found` counted by `kinds` in the words of `key`, then what the records learnt."""
    counts = Counter(found)
    said = say(key, first=date_text(span.first), last=date_text(span.last), **{kind: counts[kind] for kind in kinds})
    if not span.of_records:
        return said
    told = Counter(lessons)
    return said + say("difference_summary_records", **{lesson: told[lesson] for lesson in _LESSONS})


def _check_order(first: str, last: str) -> None:
    if first > last:
        raise UsageError(
            say("difference_order", first=date_text(first), last=date_text(last)), hint=say("difference_swap")
        )

"""What of a dossier had happened by one day, and the leaves made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from analysis.image_tree.independence import independent_sources, is_confirmed, is_self_told
from analysis.image_tree.phrases import Phrase
from analysis.image_tree.rules import Rule, rules
from analysis.image_tree.tree import Leaf, Polarity, State
from graph.model.dossier import Dossier
from graph.model.records.cadre import Cadre
from graph.model.records.tenure import Tenure
from graph.model.schema import Evidence, Kind, Record
from graph.model.values import first_day, months_between

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class View:
    """A dossier as of a day in the world: what began later is left out, what ended later goes on.

    `today` is the day up to which the records reach.
    """

    dossier: Dossier
    as_of: str
    today: str

    @property
    def cadre(self) -> Cadre:
        """The person."""
        return self.dossier.cadre

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one type that had happened by the day, oldest first."""
        found = [record for record in self.dossier.of(kind) if self._had_happened(record)]
        return tuple(sorted(found, key=lambda record: (happened(record) or "", record.id)))

    def _had_happened(self, record: Record) -> bool:
        date = happened(record)
        if date is None:
            return any(each.date and self.reached(each.date) for each in record.sources)
        if _is_about_a_year(record, date):
            told = (each.date for each in record.sources if each.date and len(each.date) > 4)
            return self.as_of[:4] > date or any(self.reached(each) for each in told)
        return self.reached(date)

    def reached(self, date: str) -> bool:
        """Whether the first day that `date` may mean has come."""
        return first_day(date) <= self.as_of

    @property
    def looks_back(self) -> bool:
        """Whether the day is past: a state that has no date of its own may have been another then."""
        return self.as_of < self.today

    def told_by_then(self, record: Record) -> bool:
        """Whether a document of the day or earlier states the record: for what has no date of its own."""
        return not self.looks_back or any(each.date and self.reached(each.date) for each in record.sources)

    def within_years(self, year: int, years: int) -> bool:
        """Whether the last day of `year` is in the `years` years up to the day (a year that still runs is)."""
        begins = f"{int(self.as_of[:4]) - years:04d}{self.as_of[4:]}"
        return f"{year:04d}-12-31" > begins and f"{year:04d}-01-01" <= self.as_of

    def months_held(self, tenure: Tenure) -> int | None:
        """Whole months a post was held up to the day; None where its start, or whether it ended, is not known."""
        end = self.end_of(tenure)
        return months_between(tenure.start, end) if tenure.start and end else None

    def end_of(self, tenure: Tenure) -> str | None:
        """The end of a tenure or the day, whichever is first; None where it is not known whether it ended."""
        if tenure.end and self.reached(tenure.end):
            return tenure.end
        return self.as_of if tenure.end or tenure.end_status == "current" else None

    @cached_property
    def current_tenures(self) -> tuple[Tenure, ...]:
        """The posts held on the day, the main and newest first; memberships and ranks without a post are not posts."""
        posts = [each for each in self.of(Tenure) if each.kind in (None, "post") and each.title]
        held = [each for each in posts if self.end_of(each) == self.as_of and each.end != self.as_of]
        return tuple(
            sorted(held, key=lambda each: (not each.main, bool(each.concurrent), _newest_first(each), each.id))
        )

    def unit_called(self, tenure: Tenure) -> str:
        """The unit of a tenure under its name of the day; empty where none is told."""
        return self.dossier.unit_now(tenure, self.as_of) or tenure.unit_name or ""

    @property
    def looked_in(self) -> tuple[Evidence, ...]:
        """The dated documents a gap cites, newest first, without quotes."""
        found = self.dossier.looked_in or self.cadre.sources
        return tuple(replace(each, quote="") for each in sorted(found, key=_newest_evidence_first) if each.date)

    def withheld(self, *kinds: type[Record]) -> bool:
        """Whether the reader's clearance does not reach one of these types."""
        return any(kind.TYPE.label in self.dossier.withheld for kind in kinds)

    def leaf(
        self,
        rule_id: str,
        phrase: Phrase,
        evidence: Iterable[Evidence],
        *,
        polarity: Polarity = "neutral",
        state: State | None = None,
        short: Phrase | None = None,
        about_records: bool = False,
    ) -> Iterable[Leaf]:
        """The leaf, or none where nothing dated supports it.

        The state is the rule's where given; else established with two independent sources or a confirming one. What
        only the cadre tells is pending and says so, unless the leaf is `about_records` (whether a form came in).
        """
        rule = rules()[rule_id]
        told = distinct(evidence)
        if not any(each.date for each in told):
            return
        own = not about_records and is_self_told(told, self.cadre.name or "")
        yield self._made(rule, phrase, told, polarity, "pending" if own else state or _state(told), short, own)

    def _made(
        self,
        rule: Rule,
        phrase: Phrase,
        told: tuple[Evidence, ...],
        polarity: Polarity,
        state: State,
        short: Phrase | None,
        own: bool,
    ) -> Leaf:
        newest = min(max(each.date for each in told if each.date), self.as_of)
        return Leaf(
            rule.id,
            phrase,
            polarity,
            state,
            independent_sources(told),
            newest,
            told,
            short,
            self_told=own,
            priority=rule.priority,
        )


def disputed(record: Record, *names: str) -> State | None:
    """Pending where the sources disagree about one of the properties; else what the number of sources says."""
    return "pending" if set(names) & set(record.disputed) else None


def happened(record: Record) -> str | None:
    """The date a record happened, by the property its type names, as text."""
    name = record.TYPE.date
    value = getattr(record, name) if name else None
    return f"{value:04d}" if isinstance(value, int) else value


def _is_about_a_year(record: Record, date: str) -> bool:
    name = record.TYPE.date
    is_year = bool(name) and record.TYPE.properties[str(name)].kind is Kind.YEAR
    return is_year and len(date) == 4 and record.TYPE.label != "WorkProject"


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without repetition, newest first."""
    found = dict.fromkeys(evidence)
    return tuple(sorted(found, key=_newest_evidence_first))


def _newest_evidence_first(evidence: Evidence) -> tuple[int, tuple[str, ...]]:
    names = (evidence.document, evidence.locator, evidence.record_id, evidence.document_id, evidence.quote)
    return (-date_number(evidence.date), (*names, evidence.origin, evidence.author or ""))


def _newest_first(tenure: Tenure) -> int:
    return -date_number(tenure.start)


def date_number(date: str | None) -> int:
    """A date as a number in which a later date is larger; 0 where there is none."""
    return int(first_day(date).replace("-", "")) if date else 0


def _state(evidence: tuple[Evidence, ...]) -> State:
    return "established" if is_confirmed(evidence) or independent_sources(evidence) >= 2 else "pending"

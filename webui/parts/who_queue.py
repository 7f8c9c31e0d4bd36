"""The queue of pairs that may be one: its page, its filters and its rows, of persons and of units alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final

from flask import request

from analysis.who.compare import weights
from ingest.hand.persons import PERSON_DECISIONS
from ingest.hand.units import UNIT_DECISIONS
from webui.frame.language import say
from webui.frame.part import part_asked
from webui.frame.urls import Urls
from webui.frame.view import View
from webui.parts.components import Cell, Chip, Column, Empty, Query, Table, table
from webui.parts.formats import date_text
from webui.parts.who_words import both, decision_text

PER_PART: Final = 50
WAITING: Final = ""
"""The state of what nobody decided about; the others are decisions."""


@dataclass(frozen=True, kw_only=True)
class WhoPage(View):
    """Pairs that wait for a person, or were decided about."""

    template: ClassVar[str] = "pages/who.html"

    kinds: Annotated[tuple[tuple[str, str, bool], ...], "Persons and units: text, address, whether it is on."]
    units: Annotated[bool, "Whether the pairs are of units."]
    lead: Annotated[str, "What is listed here."]
    states: Annotated[tuple[Chip, ...], "Filters: waiting, and each decision."]
    strengths: Annotated[tuple[Chip, ...], "Filters of what waits by how much speaks for it."]
    asked: Annotated[Asked, "The filters that are on."]
    pairs: Annotated[Table | None, "One row a pair; None where there is none."]
    nothing: Annotated[Empty, "What to say where there is none."]
    finding: Annotated[int | None, "Seconds for which the pairs have been looked for; None when they are there."]
    stale: Annotated[bool, "Whether an import came since, and the pairs are being found anew."]
    left_out: Annotated[int, "How many keys so many persons share that nobody was compared by them."]
    total: Annotated[int, "How many pairs pass the filters."]
    newer: Annotated[str | None, "Address of the pairs before these."]
    older: Annotated[str | None, "Address of the pairs after these."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@dataclass(frozen=True)
class Asked:
    """Which pairs are wanted: of a state, a strength, with a name, and which part of them."""

    state: str
    strength: str
    q: str
    part: int
    units: bool = False

    @classmethod
    def from_request(cls, *, units: bool = False) -> Asked:
        """What the address of the present request asks for; what it cannot mean is left out."""
        given = request.args
        state, band = given.get("state", WAITING), given.get("strength", "")
        return cls(
            state if state in (UNIT_DECISIONS if units else PERSON_DECISIONS) else WAITING,
            band if band in bands() else "",
            given.get("q", "").strip()[:100],
            part_asked(given),
            units,
        )

    def href(self, **other: Any) -> str:  # noqa: ANN401 - the fields of this class
        """The address of the same but for `other`, at its first part."""
        changed = replace(self, **{"part": 1} | other)
        return Urls().who(changed.state, units=changed.units, strength=changed.strength, q=changed.q, part=changed.part)


def bands() -> tuple[str, ...]:
    """The strengths, strongest first."""
    return (*sorted(weights()["bands"], key=lambda name: -weights()["bands"][name]), "weak")


def kinds(*, units: bool) -> tuple[tuple[str, str, bool], ...]:
    """Persons and units, the one that is on marked."""
    return (
        (say("who_kind_cadres"), Urls().who(), not units),
        (say("who_kind_units"), Urls().who(units=True), units),
    )


def states(waiting: int, rulings: Sequence[dict[str, Any]], asked: Asked) -> tuple[Chip, ...]:
    """The filters by decision, with how many pairs each keeps."""
    decisions = UNIT_DECISIONS if asked.units else PERSON_DECISIONS
    counts = {WAITING: waiting} | dict.fromkeys(decisions, 0)
    for row in rulings:
        counts[row["decision"]] += 1
    return tuple(
        Chip(decision_text(state, units=asked.units), count, Urls().who(state, units=asked.units), asked.state == state)
        for state, count in counts.items()
        if count or state in (WAITING, asked.state)
    )


def named_so(q: str, *names: str | None) -> bool:
    """Whether one of these names holds what is looked for."""
    return any(q in (name or "") for name in names)


def decided_rows(rulings: Sequence[dict[str, Any]], asked: Asked) -> list[tuple[Cell, ...]]:
    """One row a pair that was decided so."""
    return [
        (
            _decided_pair(row, asked),
            Cell(row["ruled_by"] or ""),
            Cell(date_text(row["ruled_on"])),
            Cell(row["reason"] or ""),
        )
        for row in rulings
        if row["decision"] == asked.state and named_so(asked.q, row["one_name"], row["other_name"])
    ]


def _decided_pair(row: dict[str, Any], asked: Asked) -> Cell:
    names = {row["one"]: row["one_name"], row["other"]: row["other_name"]}
    stays = say("who_stays_mark", name=names[row["stays"]]) if row["stays"] in names else None
    to = Urls().who_unit_pair if asked.units else Urls().who_pair
    return Cell(both(row["one_name"], row["other_name"]), to(row["one"], row["other"]), stays)


def pairs_table(rows: Sequence[tuple[Cell, ...]], asked: Asked) -> Table:
    """The rows under their headings."""
    if asked.state:
        columns = [Column(say(f"who_column_{name}")) for name in ("pair", "by", "on")]
        columns.append(Column(say("who_column_reason"), "long"))
    else:
        columns = [
            Column(say("who_column_pair")),
            Column(say("who_column_strength")),
            Column(say("who_column_points"), "number"),
            Column(say("who_column_parents")) if asked.units else Column(say("who_column_births"), "date"),
            Column(say("who_column_for")),
            Column(say("who_column_against")),
        ]
    return table(say("who_units_title" if asked.units else "who_title"), columns, rows)

"""The queue of pairs that may be one person: what waits, what was decided, with filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, request

from analysis.who.candidates import Found, find_candidates
from analysis.who.compare import strength, weights
from analysis.who.model import Candidate, Person
from analysis.who.queue import open_candidates
from analysis.who.rows import person_of
from graph.errors import WithheldError
from graph.model.codes import code_list
from graph.model.records.identity_ruling import IdentityRuling
from ingest.decide import DECISIONS
from ingest.decide_units import UNIT_DECISIONS
from queries.runner import load_view, run_view
from webui.frame.language import language, say
from webui.frame.navigation import Nav
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.pairs import Listing
from webui.held.runs import Pending
from webui.held.services import services
from webui.pages.import_batch import Chip
from webui.parts.components import Cell, Column, Empty, Query, Table, table, view_query
from webui.parts.formats import date_text
from webui.parts.who_words import feature_text

page = Blueprint("who", __name__)
NAV = Nav(order=60, word="nav_who", endpoint="who.show")

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
            state if state in (UNIT_DECISIONS if units else DECISIONS) else WAITING,
            band if band in bands() else "",
            given.get("q", "").strip()[:100],
            max(1, given.get("part", 1, type=int)),
            units,
        )

    def href(self, **other: Any) -> str:  # noqa: ANN401 - the fields of this class
        """The address of the same but for `other`, at its first part."""
        changed = replace(self, **{"part": 1} | other)
        return Urls().who(changed.state, units=changed.units, strength=changed.strength, q=changed.q, part=changed.part)


def bands() -> tuple[str, ...]:
    """The strengths, strongest first."""
    return (*sorted(weights()["bands"], key=lambda name: -weights()["bands"][name]), "weak")


def check_clearance() -> None:
    """Raises WithheldError for a reader who may not see what is decided about who is who."""
    if services().settings.clearance < IdentityRuling.TYPE.access:
        raise WithheldError(
            "身份认定超出你的查看级别 (identity rulings are above your class)。", hint="请由有权限的人查看。"
        )


def waiting_pairs() -> Listing[Found] | Pending:
    """All candidates for one person, decided about or not."""
    using = services()

    def find() -> Found:
        return find_candidates(map(person_of, using.graph.stream(load_view("who_persons").cypher)))

    return using.pairs.get("Cadre", using.graph, using.runs, find)


@page.get("/who")
def show() -> Response:
    """What waits, or with `?state=` what was decided so; by `?strength=` and `?q=`, fifty a part."""
    check_clearance()
    asked = Asked.from_request()
    if request.args.get("fresh"):
        services().pairs.forget("Cadre")
    rulings = [row for row in run_view(services().graph, "identity_rulings") if row["kind"] == "Cadre"]
    listing = waiting_pairs()
    found = listing.found if isinstance(listing, Listing) else Found((), 0)
    waiting = open_candidates(found.candidates, rulings)
    rows = decided_rows(rulings, asked) if asked.state else _waiting(waiting, rulings, asked)
    start = (asked.part - 1) * PER_PART
    return render(
        WhoPage(
            title=say("who_title"),
            kinds=kinds(units=False),
            units=False,
            lead=say("who_lead"),
            states=states(len(waiting), rulings, asked),
            strengths=() if asked.state else _strengths(waiting, asked),
            asked=asked,
            pairs=pairs_table(rows[start : start + PER_PART], asked) if rows else None,
            nothing=Empty(say("who_none_left" if not asked.q and not asked.strength else "who_none_found")),
            finding=listing.seconds if isinstance(listing, Pending) and not asked.state else None,
            stale=isinstance(listing, Listing) and not listing.fresh,
            left_out=found.left_out,
            total=len(rows),
            newer=asked.href(part=asked.part - 1) if asked.part > 1 else None,
            older=asked.href(part=asked.part + 1) if len(rows) > start + PER_PART else None,
            queries=(view_query("who_persons"), view_query("identity_rulings")),
        )
    )


def kinds(*, units: bool) -> tuple[tuple[str, str, bool], ...]:
    """Persons and units, the one that is on marked."""
    return (
        (say("who_kind_cadres"), Urls().who(), not units),
        (say("who_kind_units"), Urls().who(units=True), units),
    )


def states(waiting: int, rulings: Sequence[dict[str, Any]], asked: Asked) -> tuple[Chip, ...]:
    """The filters by decision, with how many pairs each keeps."""
    decisions = UNIT_DECISIONS if asked.units else DECISIONS
    counts = {WAITING: waiting} | dict.fromkeys(decisions, 0)
    for row in rulings:
        counts[row["decision"]] += 1
    return tuple(
        Chip(decision_text(state, units=asked.units), count, Urls().who(state, units=asked.units), asked.state == state)
        for state, count in counts.items()
        if count or state in (WAITING, asked.state)
    )


def decision_text(state: str, *, units: bool = False) -> str:
    """What a state is called."""
    if not state:
        return say("who_waiting")
    if units and state in ("same", "different"):
        return say(f"who_units_{state}")
    return code_list("identity_decision").label(state, language())


def _strengths(waiting: Sequence[Candidate], asked: Asked) -> tuple[Chip, ...]:
    counts = dict.fromkeys(bands(), 0)
    for each in waiting:
        counts[strength(each.score)] += 1
    chips = []
    for band in (name for name, count in counts.items() if count or name == asked.strength):
        on = band == asked.strength
        chips.append(Chip(say(f"who_{band}"), counts[band], asked.href(strength="" if on else band), on))
    return tuple(chips) if len(chips) > 1 or asked.strength else ()


def _waiting(waiting: Sequence[Candidate], rulings: Sequence[dict[str, Any]], asked: Asked) -> list[tuple[Cell, ...]]:
    before = {(row["one"], row["other"]): row["decision"] for row in rulings}
    return [
        _waiting_row(each, before.get(each.pair))
        for each in waiting
        if asked.strength in ("", strength(each.score)) and named_so(asked.q, each.one.name, each.other.name)
    ]


def named_so(q: str, *names: str | None) -> bool:
    """Whether one of these names holds what is looked for."""
    return any(q in (name or "") for name in names)


def _waiting_row(candidate: Candidate, before: str | None) -> tuple[Cell, ...]:
    again = say("who_again", decision=decision_text(before)) if before else None
    return (
        Cell(both(candidate.one.name, candidate.other.name), href=Urls().who_pair(*candidate.pair), mark=again),
        Cell(say(f"who_{strength(candidate.score)}"), tone="plain"),
        Cell(f"{candidate.score:+d}"),
        Cell(_births(candidate.one, candidate.other)),
        Cell("；".join(feature_text(each.code) for each in candidate.speaking_for)),
        Cell("；".join(feature_text(each.code) for each in candidate.speaking_against)),
    )


def both(one: str, other: str) -> str:
    """Two names beside each other."""
    return f"{one} | {other}"


def _births(one: Person, other: Person) -> str:
    return " | ".join(date_text(each.birth_month) or say("unknown_date") for each in (one, other))


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
    return table(say("who_title"), columns, rows)

"""What changed in a picture: among the things it shows, the records behind its links, and what the records told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from analysis.career.day import Day
from analysis.dossier_difference import RecordChange, records_difference
from analysis.life_changes import Event, LifeChange, changes_of, within
from analysis.network.ties import Ground, Tie
from analysis.team.changes import Change, Learnt, changes_between, learnt_between
from analysis.team.model import Holding
from graph.errors import UsageError
from graph.model.records.tenure import Tenure
from graph.model.schema import Record
from ingest.past.facts import facts_known_on
from queries.dossier import as_record, visible_labels
from queries.network import label_of
from queries.parts import Node
from webui.explorer.known import MOST
from webui.explorer.scene import shown_of
from webui.explorer.state import State
from webui.frame.language import say
from webui.held.services import services
from webui.parts.day_pair import DayPair
from webui.parts.teams import holding_from

_OF_TENURES: Final = ("held", "served", "member")
"""Derived kinds that say no more than the tenures they follow from."""

Records = Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class TieChange:
    """A derived tie that began or ended between the days, on one of its grounds."""

    event: Event
    date: str
    tie: Tie
    ground: Ground


@dataclass(frozen=True)
class Difference:
    """Who came, left and moved; what else began, ended and happened; which ties did; what the records tell otherwise.

    `posts` are the lessons about tenures, `lessons` those about everything else.
    """

    moves: tuple[Change, ...]
    events: tuple[LifeChange, ...]
    ties: tuple[TieChange, ...]
    posts: tuple[Learnt, ...]
    lessons: tuple[RecordChange, ...]


def difference_of(state: State, span: DayPair) -> Difference:
    """What changed in the picture of a state, whose own days do not count.

    Raises UsageError for a picture of more things than can be compared.
    """
    things, ties = _shown(state, span)
    behind = (record for tie in ties for ground in tie.grounds for record in ground.records)
    asked = {each: label_of(each) for each in (*things, *behind)}
    if len(asked) > MOST:
        raise UsageError(
            say("graph_difference_many", count=len(asked), most=MOST), hint=say("graph_difference_many_hint")
        )
    after = _records(asked, span.known_last)
    before = _records(asked, span.known_first) if span.of_records else after
    if not state.cut and Tenure.TYPE.label not in state.without:
        asked |= dict.fromkeys(_of_unlinked(things, asked, after), Tenure.TYPE.label)
    now = {ident: each for ident, each in after.items() if ident in asked}
    then = {ident: each for ident, each in before.items() if ident in asked or _gone(each, after, asked)}
    held, known = _holdings(now), _holdings(then)
    days = Day(span.first), Day(span.last)
    return Difference(
        moves=changes_between(held, *days),
        events=changes_of((each for each in now.values() if not isinstance(each, Tenure)), span.first, span.last),
        ties=tuple(sorted(_tie_changes(ties, span), key=lambda each: (each.date, each.tie.names, each.event))),
        posts=learnt_between(known, held, *days) if span.of_records else (),
        lessons=records_difference(_without_tenures(then), _without_tenures(now)) if span.of_records else (),
    )


def _shown(state: State, span: DayPair) -> tuple[Mapping[str, Node], tuple[Tie, ...]]:
    """The things and ties of the picture at all times; of a tree of units with who held its posts on either day."""
    untils = (span.first, span.last) if any(each.startswith("tree:") for each in state.seeds) else ("",)
    things: dict[str, Node] = {}
    ties: list[Tie] = []
    for until in untils:
        found, tied = shown_of(replace(state, since="", until=until, known=span.known_last))
        things |= found
        ties += tied
    return things, tuple(dict.fromkeys(ties))


def _records(asked: Mapping[str, str], day: str) -> Records:
    own = services()
    rows = facts_known_on(own.graph, own.settings, asked, day)
    visible = set(visible_labels(own.settings.clearance))
    return {ident: as_record(row) for ident, row in rows.items() if row["label"] in visible}


def _of_unlinked(things: Mapping[str, Node], asked: Mapping[str, str], after: Records) -> Iterator[str]:
    """The tenures of people of whom the picture shows none, nor a link that follows from one: a list of people."""
    held = [(each.cadre[0].id, ident) for ident, each in after.items() if isinstance(each, Tenure) and each.cadre]
    linked = {cadre for cadre, ident in held if ident in asked}
    yield from (ident for cadre, ident in held if cadre in things and cadre not in linked)


def _gone(record: Record, after: Records, asked: Mapping[str, str]) -> bool:
    """Whether a record that is told no longer would be in the picture: it is of a kind and of a thing that are."""
    if record.id in after or record.TYPE.label not in asked.values():
        return False
    return any(edge.id in asked for name in record.TYPE.links for edge in getattr(record, name))


def _without_tenures(records: Records) -> Records:
    return {ident: each for ident, each in records.items() if not isinstance(each, Tenure)}


def _holdings(records: Records) -> tuple[Holding, ...]:
    """As teams are made of them; the unit is told with the title, since a picture has several units."""
    held = (holding_from(each) for each in records.values() if isinstance(each, Tenure) and each.cadre)
    return tuple(replace(each, title=" ".join(filter(None, (each.unit, each.title)))) for each in held)


def _tie_changes(ties: Iterable[Tie], span: DayPair) -> Iterator[TieChange]:
    for tie in ties:
        if tie.kind in _OF_TENURES:
            continue
        for ground in tie.grounds:
            if ground.since and within(ground.since, span.first, span.last):
                yield TieChange("began", ground.since, tie, ground)
            if ground.until and within(ground.until, span.first, span.last):
                yield TieChange("ended", ground.until, tie, ground)

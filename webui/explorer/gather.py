"""What a picture holds before anything of it is left out: things, relations, ties, in the order in which they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qs

from analysis.network.plan import Arrival
from analysis.network.ties import Tie
from graph.errors import NotFoundError
from graph.model.words import sayings
from queries.desk.drafts import find_query_or_draft
from queries.desk.lists import named_list
from queries.network import neighbours, relations, things, unit_tree, withheld
from queries.parts import Link, Node
from queries.running import run_query
from webui.explorer.derive import other_end, ties_among, ties_from
from webui.explorer.known import MOST as MOST_KNOWN
from webui.explorer.known import Key, as_known
from webui.explorer.state import State, Step
from webui.explorer.team import holders_on
from webui.held.services import services

_say: Final = sayings("webui")

MOST: Final = 10_000
"""Most things of a picture."""

MOST_TIES: Final = 3000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that did not bring all there was: which step, and how many things stayed away (at least)."""

    step: Step
    count: int


@dataclass
class Gathered:
    """The parts of a picture. `vacant` are posts that nobody holds; `cut` says that ties or things were left out.

    `unknown` are the things and `unsaid` the lines of which nothing was known on the day the picture asks for.
    """

    things: Mapping[str, Node] = field(default_factory=dict)
    relations: list[Link] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    vacant: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    unsaid: frozenset[Key] = frozenset()
    withheld: int = 0
    gone: int = 0
    cut: bool = False


def gather(state: State) -> Gathered:
    """Everything the seeds and the steps of a state bring; raises NotFoundError for a query or list there is not."""
    found = Gathered()
    seen: set[str] = set()
    _arrive(found, seen, _seeds(state, found), None)
    for step in state.done:
        if step.verb == "add":
            _arrive(found, seen, [step.id], None)
        elif step.verb == "open":
            _arrive(found, seen, _opened(step, found), step.id)
    return _filled(found, seen, state)


def _arrive(found: Gathered, seen: set[str], ids: list[str], anchor: str | None) -> None:
    fresh = [each for each in dict.fromkeys(ids) if each not in seen]
    room = MOST - len(seen)
    found.cut = found.cut or len(fresh) > room
    seen.update(fresh[:room])
    found.arrivals.append(Arrival(tuple(fresh[:room]), anchor))


def _filled(found: Gathered, seen: set[str], state: State) -> Gathered:
    own = services()
    clearance = own.settings.clearance
    found.withheld = len(list(withheld(seen, clearance)))
    found.things = things(own.graph, seen, clearance)
    found.gone = len(seen) - len(found.things) - found.withheld
    there = found.things.keys()
    found.arrivals = [Arrival(tuple(i for i in each.ids if i in there), each.anchor) for each in found.arrivals]
    found.relations = relations(own.graph, there, clearance)
    if state.ties:
        among = ties_among(own.graph, sorted(there), state.ties)
        found.ties += among.found[:MOST_TIES]
        found.cut = found.cut or among.more or len(among.found) > MOST_TIES
    ties = {(each.kind, each.start, each.end): each for each in found.ties if {each.start, each.end} <= there}
    found.ties = [ties[key] for key in sorted(ties)]
    if state.known and len(there) <= MOST_KNOWN:
        then = as_known(found.things, found.relations, found.ties, state.known)
        found.things, found.unknown, found.unsaid = then.things, then.unknown, then.unsaid
        found.ties = list(then.ties)
    return found


def _opened(step: Step, found: Gathered) -> list[str]:
    """The things a step brings, at most as many as it says."""
    own, way = services(), step.way
    if way.kind:
        ties = ties_from(own.graph, step.id, way.kind, outward=way.outward, today=own.today())
        found.ties += ties.found[: step.most]
        found.cut = found.cut or ties.more
        ids = [other_end(each, step.id) for each in ties.found]
    else:
        ids = neighbours(own.graph, step.id, way.type, way.label, outward=way.outward, limit=MOST)
    # a narrower opening of the same before it says nothing more
    found.left_out = [each for each in found.left_out if (each.step.id, each.step.way) != (step.id, way)]
    if len(ids) > step.most:
        found.left_out.append(LeftOut(step, len(ids) - step.most))
    return ids[: step.most]


def _seeds(state: State, found: Gathered) -> list[str]:
    ids: list[str] = []
    for each in state.seeds:
        kind, _, rest = each.partition(":")
        ids += _SEEDS[kind](rest, state, found) if rest and kind in _SEEDS else [each]
    return ids


def _of_list(name: str, _state: State, _found: Gathered) -> list[str]:
    return list(named_list(services().settings.data, name).cadres)


def _of_query(text: str, _state: State, _found: Gathered) -> list[str]:
    """The things in the rows of a saved query, given as `name?parameters`."""
    own = services()
    name, _, given = text.partition("?")
    query = find_query_or_draft(name, own.settings.data)
    result = run_query(
        own.graph,
        query,
        parse_qs(given),
        clearance=own.settings.clearance,
        today=own.today(),
        data=own.settings.data,
    )
    asked = [result.arguments.bound.get(each) for each, one in query.header.parameters.items() if one.type == "cadre"]
    return [*(str(each) for each in asked if each), *_things_in([cell for row in result.rows for cell in row])]


def _things_in(cell: Any) -> list[str]:  # noqa: ANN401 - a cell of a result
    if isinstance(cell, Mapping):
        return [str(cell["id"])] if "id" in cell and "label" in cell else []
    return [ident for each in cell for ident in _things_in(each)] if isinstance(cell, list) else []


def _of_tree(unit: str, state: State, found: Gathered) -> list[str]:
    """A unit, what is below it, their posts and who holds them on the day the picture is as of."""
    units, posts, more = unit_tree(services().graph, unit)
    if not units:
        raise NotFoundError(
            _say("no_such_unit", unit=unit[:40]),
            hint=_say("no_such_unit_hint"),
        )
    held = holders_on(services().graph, units, posts, state.until or services().today())
    found.ties += held.ties
    found.vacant = frozenset(posts) - held.filled
    found.cut = found.cut or more
    return [*units, *posts, *held.cadres]


_SEEDS: Final = {"list": _of_list, "query": _of_query, "tree": _of_tree}

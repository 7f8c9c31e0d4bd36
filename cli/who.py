"""What the commands of `zhishi who` share: the pairs that wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.who.candidates import Found, find_candidates, pair_of
from analysis.who.model import Candidate
from analysis.who.queue import open_candidates
from analysis.who.rows import person_of
from analysis.who.units import UnitPair, find_unit_pairs, pair_of_units, unit_of
from graph.store.connection import Graph
from queries.runner import load_view, run_view
from queries.who import rows_of_pair


def pair_as_json(pair: Candidate | UnitPair, one_as_json: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """A pair as `docs/cli.md` promises it; `one_as_json` tells each of the two."""
    return {
        "one": one_as_json(pair.one),
        "other": one_as_json(pair.other),
        "score": pair.score,
        "for": [each.as_json() for each in pair.speaking_for],
        "against": [each.as_json() for each in pair.speaking_against],
    }


def read_candidates(graph: Graph) -> Found:
    """All pairs of cadres in the graph that may be one person, decided about or not."""
    return find_candidates(map(person_of, graph.stream(load_view("who_persons").cypher)))


def waiting(graph: Graph, found: Found) -> tuple[Candidate, ...]:
    """Those that wait for a person."""
    return open_candidates(found.candidates, run_view(graph, "identity_rulings"))


def facts_about(graph: Graph, one: str, other: str) -> str:
    """What speaks for and against these two being one person, in codes; empty where one of them is not there."""
    rows, names = rows_of_pair(graph, one, other)
    return pair_of(person_of(rows[0]), person_of(rows[1]), names).facts if rows else ""


def read_unit_pairs(graph: Graph) -> tuple[UnitPair, ...]:
    """All pairs of units in the graph that may be one body, decided about or not."""
    return find_unit_pairs(map(unit_of, run_view(graph, "who_units", ids=None)))


def facts_about_units(graph: Graph, one: str, other: str) -> str:
    """The same of two units."""
    rows = run_view(graph, "who_units", ids=[one, other])
    return pair_of_units(unit_of(rows[0]), unit_of(rows[1])).facts if len(rows) == 2 else ""

"""What the commands of `zhishi who` share: the pairs that wait."""

from __future__ import annotations

from analysis.who.candidates import Found, find_candidates
from analysis.who.model import Candidate
from analysis.who.queue import open_candidates
from analysis.who.rows import person_of
from graph.store.connection import Graph
from queries.runner import load_view, run_view


def read_candidates(graph: Graph) -> Found:
    """All pairs of cadres in the graph that may be one person, decided about or not."""
    return find_candidates(map(person_of, graph.stream(load_view("who_persons").cypher)))


def waiting(graph: Graph, found: Found) -> tuple[Candidate, ...]:
    """Those that wait for a person."""
    return open_candidates(found.candidates, run_view(graph, "identity_rulings"))

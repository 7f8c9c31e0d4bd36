"""Derived ties of things and among things: rows from the graph, conclusions from the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.network.facts import Duty, Facts, Holding, Study
from analysis.network.ties import Kind, Tie, find_ties, kind, kind_names
from graph.model.values import months_between
from graph.store.connection import Graph
from queries.network import label_of
from queries.tie_facts import TieRows, rows_about, rows_among


@dataclass(frozen=True, slots=True)
class Ties:
    """Some ties; `more` where rows were left out, so that some may be missing."""

    found: tuple[Tie, ...]
    more: bool = False


def facts_of(rows: TieRows) -> Facts:
    """The rows as facts."""
    return Facts(
        tuple(Holding(**row) for row in rows.holdings),
        tuple(Holding(**row) for row in rows.seats),
        tuple(Study(**row) for row in rows.studies),
        tuple(Duty(**row) for row in rows.duties),
    )


def ends_at(name: str, label: str) -> tuple[bool, ...]:
    """Whether a kind is seen from things of a label along it (True), against it (False); empty for neither."""
    declared = kind(name)
    if not declared.directed:
        return (True,) if label == declared.start else ()
    return tuple(way for way, end in ((True, declared.start), (False, declared.end)) if end == label)


def ties_of(graph: Graph, ident: str, names: Iterable[str]) -> Ties:
    """The ties of one thing, of these kinds."""
    rows = rows_about(graph, [ident], label_of(ident))
    facts = replace(facts_of(rows), about=frozenset([ident]))
    return Ties(tuple(each for each in find_ties(facts, names) if ident in (each.start, each.end)), rows.more)


def ties_from(graph: Graph, ident: str, name: str, *, outward: bool, today: str) -> Ties:
    """The ties of one kind in one direction: those that go on first, then the longest."""
    found = ties_of(graph, ident, [name])
    fitting = [each for each in found.found if _fits(each, ident, kind(name), outward=outward)]
    return Ties(tuple(sorted(fitting, key=lambda each: _weight(each, today))), found.more)


def ties_among(graph: Graph, idents: Sequence[str], names: Sequence[str]) -> Ties:
    """The ties of these kinds of which both ends are among these things."""
    there = set(idents)
    rows = rows_among(graph, [each for each in idents if label_of(each) == "Cadre"])
    return Ties(tuple(e for e in find_ties(facts_of(rows), names) if e.start in there and e.end in there), rows.more)


def counts_of(graph: Graph, ident: str) -> dict[tuple[str, bool], int]:
    """How many ties a thing has, by kind and direction."""
    found = ties_of(graph, ident, kind_names()).found
    counted: dict[tuple[str, bool], int] = {}
    for name in kind_names():
        for outward in ends_at(name, label_of(ident)):
            number = sum(each.kind == name and _fits(each, ident, kind(name), outward=outward) for each in found)
            if number:
                counted[name, outward] = number
    return counted


def other_end(tie: Tie, ident: str) -> str:
    """The end of a tie that is not this thing."""
    return tie.end if tie.start == ident else tie.start


def _fits(tie: Tie, ident: str, declared: Kind, *, outward: bool) -> bool:
    return not declared.directed or (tie.start if outward else tie.end) == ident


def _weight(tie: Tie, today: str) -> tuple[bool, int, str, str]:
    months = sum(months_between(each.since, each.until or today) for each in tie.grounds if each.since)
    return not any(each.lasts for each in tie.grounds), -months, tie.names[1], tie.end

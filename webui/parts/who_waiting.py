"""Pairs that may be one person or one body, found once an import, and what was decided about pairs."""

from __future__ import annotations

from typing import Any

from analysis.who.candidates import Found, find_candidates
from analysis.who.rows import person_of
from analysis.who.units import UnitPair, find_unit_pairs, unit_of
from queries.runner import load_view, run_view
from queries.who import may_see_rulings
from webui.held.pairs import Listing
from webui.held.runs import Pending
from webui.held.services import services


def check_clearance() -> None:
    """Raises WithheldError for a reader who may not see what is decided about who is who."""
    may_see_rulings(services().settings.clearance)


def waiting_pairs() -> Listing[Found] | Pending:
    """All candidates for one person, decided about or not."""
    using = services()

    def find() -> Found:
        return find_candidates(map(person_of, using.graph.stream(load_view("who_persons").cypher)))

    return using.pairs.get("Cadre", using.graph, using.runs, find)


def unit_pairs() -> Listing[tuple[UnitPair, ...]] | Pending:
    """All pairs of units that may be one body, decided about or not."""
    using = services()

    def find() -> tuple[UnitPair, ...]:
        return find_unit_pairs(map(unit_of, run_view(using.graph, "who_units", ids=None)))

    return using.pairs.get("Unit", using.graph, using.runs, find)


def rulings_about(label: str) -> list[dict[str, Any]]:
    """What was decided about the pairs of a label, `Cadre` or `Unit`, newest first."""
    return [row for row in run_view(services().graph, "identity_rulings") if row["kind"] == label]

"""Records tied to the bodies they name as people last decided: merging units and parting them are one operation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.store.connection import Graph
from ingest.keyring import Keyring
from ingest.load import Loader
from ingest.records import StoredRecord, records_where
from ingest.resolve import Resolver

_FOUND: Final = "WHERE u.id IN $ids AND f.subject IS NOT NULL RETURN DISTINCT f.subject AS subject"
_BESIDE: Final = (
    f"MATCH (u:Unit)--(f) {_FOUND}",
    f"MATCH (u:Unit)--(m:Post)--(f) {_FOUND}",
    f"MATCH (u:Unit)--(m:LeadershipTeam)--(f) {_FOUND}",
    f"MATCH (u:Unit)--(m:KeyTaskList)--(f) {_FOUND}",
    f"MATCH (u:Unit)--(m:WorkProject)--(f) {_FOUND}",
    f"MATCH (u:Unit)--(:KeyTaskList)--(m:WorkProject)--(f) {_FOUND}",
)
"""Whatever names a unit is tied to it, to its team, its posts, its lists, its projects, or to those of its lists."""


def units_ruled_on(records: Iterable[StoredRecord]) -> set[str]:
    """The units that the identity rulings among these records are about."""
    drafts = (draft for record in records for draft in record.drafts if draft.type == "IdentityRuling")
    return {str(draft.values[name]) for draft in drafts if draft.values["kind"] == "Unit" for name in ("one", "other")}


def regroup_units(
    graph: Graph, keyring: Keyring, units: Iterable[str], batch: str, now: str, *, parted: bool = False
) -> int:
    """Tie every record that names these units, by the rulings there are; returns the writes.

    With `parted` it is done as if nothing had been decided about pairs of these. Call it with the right to write
    held; again it changes nothing.
    """
    asked = set(units)
    if not asked:
        return 0
    resolver = Resolver(graph, keyring)
    members = sorted(asked | {resolver.bodies.canonical(each) for each in asked})
    if parted:
        resolver.bodies.part(asked)
    with Loader(graph, resolver, batch, now) as loader:
        loader.resolve_again(_touched(graph, members), others=True)
        loader.wait()
        return loader.loaded.writes


def _touched(graph: Graph, members: list[str]) -> list[StoredRecord]:
    """All records about these units and what is beside them, those out of force too: an undo may reopen them."""
    subjects = {row["subject"] for cypher in _BESIDE for row in graph.read(cypher, ids=members)}
    return records_where(graph, "s.subject IN $subjects", subjects=sorted(subjects | set(members)))

"""Records tied to the persons they are about as people last decided: merging and parting are one operation."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store.connection import Graph
from graph.store.portions import portions
from ingest.fence import write_fenced
from ingest.keyring import Keyring
from ingest.load import Loader
from ingest.records import StoredRecord, introduces, records_waiting, records_where
from ingest.resolve import Resolver

_NEIGHBOURS = (
    "MATCH (c:Cadre)--(f) WHERE c.id IN $members AND f.subject IS NOT NULL RETURN DISTINCT f.subject AS subject"
)
_MOVE_FINDINGS = (
    "UNWIND $rows AS row MATCH (f:Finding {id: row.finding})-[r:ABOUT]->(:Cadre {id: row.old}) DELETE r "
    "WITH row, f MATCH (c:Cadre {id: row.new}) CREATE (f)-[n:ABOUT]->(c) SET n = row.values"
)
_FINDINGS = (
    "MATCH (f:Finding)-[r:ABOUT]->(c:Cadre) WHERE c.id IN $members "
    "RETURN f.id AS finding, c.id AS old, r.recognised AS recognised"
)


def persons_ruled_on(records: Iterable[StoredRecord]) -> set[str]:
    """The cadres that the identity rulings among these records are about."""
    drafts = (draft for record in records for draft in record.drafts if draft.type == "IdentityRuling")
    return {str(draft.values[name]) for draft in drafts if draft.values["kind"] == "Cadre" for name in ("one", "other")}


def regroup(
    graph: Graph, keyring: Keyring, persons: Iterable[str], batch: str, now: str, *, parted: bool = False
) -> int:
    """Tie every record about these persons, or that refers to them, by the rulings there are; returns the writes.

    With `parted` it is done as if nothing had been decided about pairs of these. Cadres that no record is about
    any more go. Call it with the right to write held; again it changes nothing.
    """
    asked = set(persons)
    if not asked:
        return 0
    resolver = Resolver(graph, keyring)
    members, records = grouped(graph, resolver, asked, parted=parted)
    with Loader(graph, resolver, batch, now) as loader:
        loader.resolve_again(sorted(records, key=lambda each: not introduces(each.drafts)), others=True)
        loader.wait()
    writes = loader.loaded.writes + _move_findings(graph, resolver, members, batch)
    gone = write_fenced(
        graph,
        batch,
        "MATCH (c:Cadre) WHERE c.id IN $members AND NOT (c)-[:STATED_IN]->() AND NOT (c)--() DELETE c",
        members=members,
    )
    return writes + gone.writes


def grouped(graph: Graph, resolver: Resolver, asked: set[str], *, parted: bool) -> tuple[list[str], list[StoredRecord]]:
    """The cadres these persons are or were, and all records to tie anew; the resolver learns how. Nothing is written.

    With `parted` it forgets what was decided about pairs of these.
    """
    members = sorted(asked | {resolver.canonical(each) for each in asked})
    if parted:
        resolver.part(asked)
    records = _touched(graph, members)
    resolver.prepare(ref for record in records for ref in record.refs())
    makers = [record for record in records if introduces(record.drafts) and record.known_to is None]
    own = [(record.ref, resolver.canonical(record.introduced or record.subject)) for record in makers]
    theirs = [told for told, record in zip(own, makers, strict=True) if record.subject in members]
    resolver.relearn(members, theirs)
    return members, records


def _touched(graph: Graph, members: list[str]) -> list[StoredRecord]:
    """All records about these cadres, and those in force about what refers to them, or to nobody yet."""
    subjects = [row["subject"] for row in graph.read(_NEIGHBOURS, members=members)]
    about = records_where(graph, "s.subject IN $members OR s.introduced IN $members", members=members)
    referring = records_where(graph, "s.subject IN $subjects AND s.known_to IS NULL", subjects=subjects)
    return list({record.id: record for record in (*about, *referring, *records_waiting(graph))}.values())


def _move_findings(graph: Graph, resolver: Resolver, members: list[str], batch: str) -> int:
    """What importers were not sure of stays with the cadre that its document is about."""
    rows = []
    for row in graph.read(_FINDINGS, members=members):
        own = row["recognised"] or row["old"]
        new = resolver.canonical(own)
        if new != row["old"]:
            values = {"recognised": own} if own != new else {}
            rows.append({"finding": row["finding"], "old": row["old"], "new": new, "values": values})
    return sum(write_fenced(graph, batch, _MOVE_FINDINGS, rows=some).writes for some in portions(rows))

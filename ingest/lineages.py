"""What is in force once some source records never came: of each lineage the newest form, as an import would have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.store.connection import Graph
from graph.store.portions import portions
from ingest.records import StoredRecord, records_where

_STILL: Final = "9999"
"""Sorts after every moment: not out of force."""


@dataclass(frozen=True, slots=True)
class _Rival:
    """A source record, or a whole document, that may put others of its lineage out of force."""

    document: str
    batch: str
    age: tuple[str, str]
    arrived: str
    known_to: str
    number: int = 0
    """Among the whole documents of a batch that is not done: which came first."""

    def outdoes(self, other: _Rival) -> bool:
        """Whether the other gives way: it is the older form, or as old and came earlier (`ingest.load`)."""
        return self.document != other.document and self._order > other._order

    @property
    def _order(self) -> tuple[tuple[str, str], str, str, int]:
        return self.age, self.arrived, self.known_to, self.number


def standing_without(
    graph: Graph, batch: str, documents: Sequence[str], erased: Sequence[StoredRecord]
) -> list[StoredRecord]:
    """The records of other documents that stand otherwise once `erased`, of these documents of the batch, are gone.

    In force again where only the erased had put them out of force, else out of force by whom they give way to now.
    """
    lineages = sorted({record.lineage for record in erased})
    concerned = records_where(
        graph, "s.closed_by = $batch AND NOT d.id IN $documents", batch=batch, documents=documents
    )
    concerned += list(_out_of_force_from_the_start(graph, lineages, documents))
    once = list({record.id: record for record in concerned}.values())
    return list(_judged(graph, once, frozenset(documents), batch))


def _out_of_force_from_the_start(
    graph: Graph, lineages: Sequence[str], documents: Sequence[str]
) -> Iterator[StoredRecord]:
    """Records that came when a newer form of their lineage was there already: one of the erased, perhaps."""
    condition = "s.lineage IN $lineages AND s.known_to = s.recorded_at AND NOT d.id IN $documents"
    for some in portions(lineages):
        yield from records_where(graph, condition, lineages=some, documents=documents)


def _judged(
    graph: Graph, concerned: Sequence[StoredRecord], gone: frozenset[str], batch: str
) -> Iterator[StoredRecord]:
    by_record = _rivals(graph, sorted({record.lineage for record in concerned}))
    facts = _documents(graph, sorted({record.document for record in concerned}))
    by_document = _rivals_as_wholes(graph, sorted({lineage for _, lineage in facts.values() if lineage}))
    for record in concerned:
        whole, lineage = facts[record.document]
        known_to = record.known_to or _STILL
        own = _Rival(record.document, whole.batch, record.age, record.recorded_at, known_to)
        over = [rival for rival in by_record.get(record.lineage, ()) if rival.outdoes(own)]
        over += [rival for rival in by_document.get(lineage or "", ()) if rival.outdoes(whole)]
        if record.closed_by == batch or any(rival.document in gone for rival in over):
            yield from _changed(record, own, [rival for rival in over if rival.document not in gone])


def _changed(record: StoredRecord, own: _Rival, over: Sequence[_Rival]) -> Iterator[StoredRecord]:
    """The record as it stands under these rivals alone, where that is another way than it does."""
    closer = min(over, key=lambda rival: max(rival.arrived, own.arrived), default=None)
    known_to, closed_by = None, None
    if closer is not None:
        later = max(closer, own, key=lambda rival: rival.arrived)
        known_to, closed_by = later.arrived, later.batch
    if closed_by != record.closed_by:
        yield replace(record, known_to=known_to, closed_by=closed_by)


def _rivals(graph: Graph, lineages: Sequence[str]) -> Mapping[str, Sequence[_Rival]]:
    cypher = (
        "UNWIND $values AS value MATCH (s:SourceRecord {lineage: value})-[:PART_OF]->(d:SourceDocument)"
        "-[:IN_BATCH]->(b:ImportBatch) "
        "RETURN value AS lineage, d.id AS document, b.id AS batch, s.form_date AS date, s.recorded_at AS arrived, "
        "s.known_to AS known_to, d.form_date AS document_date"
    )
    found: dict[str, list[_Rival]] = defaultdict(list)
    for some in portions(lineages):
        for row in graph.read(cypher, values=some):
            found[row["lineage"]].append(_rival(row))
    return found


def _documents(graph: Graph, ids: Sequence[str]) -> dict[str, tuple[_Rival, str | None]]:
    cypher = (
        "UNWIND $values AS value MATCH (d:SourceDocument {id: value})-[:IN_BATCH]->(b:ImportBatch) "
        "RETURN d.id AS document, d.lineage AS lineage, b.id AS batch, d.form_date AS date, b.started_at AS arrived, "
        "null AS known_to, d.whole_number AS number"
    )
    rows = (row for some in portions(ids) for row in graph.read(cypher, values=some))
    return {row["document"]: (_rival(row), row["lineage"]) for row in rows}


def _rivals_as_wholes(graph: Graph, lineages: Sequence[str]) -> Mapping[str, Sequence[_Rival]]:
    cypher = (
        "UNWIND $values AS value MATCH (d:SourceDocument {lineage: value})-[:IN_BATCH]->(b:ImportBatch) "
        "RETURN value AS lineage, d.id AS document, b.id AS batch, d.form_date AS date, b.started_at AS arrived, "
        "null AS known_to, d.whole_number AS number"
    )
    found: dict[str, list[_Rival]] = defaultdict(list)
    for row in graph.read(cypher, values=list(lineages)):
        found[row["lineage"]].append(_rival(row))
    return found


def _rival(row: Mapping[str, Any]) -> _Rival:
    age = row["date"] or "", row.get("document_date") or ""
    arrived, known_to = row["arrived"] or "", row["known_to"] or _STILL
    return _Rival(row["document"] or "", row["batch"] or "", age, arrived, known_to, row.get("number") or 0)

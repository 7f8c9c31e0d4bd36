"""Taking back what a batch brought: the graph is as if it had not come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph.store.connection import Graph
from graph.store.errors import EngineBusy
from ingest.fence import close_off
from ingest.keyring import Keyring, keyring_of
from ingest.load import Loader
from ingest.records import StoredRecord, records_in_force, records_where
from ingest.resolve import Resolver


def undo_interrupted(graph: Graph, keyring: Keyring, now: str) -> list[str]:
    """Take back every batch that never reached its last write; returns their ids.

    Call it with the right to write held.
    """
    rows = graph.read("MATCH (b:ImportBatch {state: 'loading'}) RETURN b.id AS id ORDER BY id")
    unfinished = [row["id"] for row in rows if close_off(graph, row["id"])]
    for batch in unfinished:
        undo_batch(graph, keyring, batch, now)
    return unfinished


def heal(graph: Graph, folder: Path) -> list[str]:
    """Take back what an import that died left half written, before anybody reads; returns the batches' ids.

    Nothing is done while an import is running, which holds the right to write. `folder` holds the identity key.
    """
    if not graph.read("MATCH (b:ImportBatch {state: 'loading'}) RETURN b.id AS id LIMIT 1"):
        return []
    keyring = keyring_of(graph, folder)
    try:
        with graph.writer(wait=0):
            return undo_interrupted(graph, keyring, datetime.now(UTC).isoformat(timespec="microseconds"))
    except EngineBusy:
        return []


def undo_batch(graph: Graph, keyring: Keyring, batch: str, now: str) -> None:
    """Take back one batch altogether: its documents, its source records, and all facts that only they state."""
    documents = graph.read(
        "MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) RETURN d.id AS id", batch=batch
    )
    undo_documents(graph, keyring, [row["id"] for row in documents], batch, now)
    graph.write("MATCH (b:ImportBatch {id: $batch}) DETACH DELETE b", batch=batch)


def undo_documents(graph: Graph, keyring: Keyring, documents: Sequence[str], batch: str, now: str) -> None:
    """Take back some documents of a batch.

    What the batch had put out of force holds again once its last document is gone.
    """
    findings = "MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument) WHERE d.id IN $documents DETACH DELETE f"
    graph.write(findings, documents=list(documents))
    erased = records_where(graph, "d.id IN $documents", documents=list(documents))
    reopened = records_where(
        graph, "s.closed_by = $batch AND NOT d.id IN $documents", batch=batch, documents=list(documents)
    )
    with Loader(graph, Resolver(graph, keyring), batch, now) as loader:
        loader.withdraw(erased, reopened)
        loader.wait()
    _untie_the_unknown(graph, keyring, erased, batch, now)
    graph.write("MATCH (d:SourceDocument) WHERE d.id IN $documents DETACH DELETE d", documents=list(documents))


def _untie_the_unknown(graph: Graph, keyring: Keyring, erased: Sequence[StoredRecord], batch: str, now: str) -> None:
    """Records of other documents that refer to cadres nobody introduces any more wait again."""
    subjects = sorted({record.subject for record in erased})
    rows = graph.read(
        "MATCH (c:Cadre) WHERE c.id IN $subjects AND NOT (c)-[:STATED_IN]->() "
        "OPTIONAL MATCH (c)--(f) WHERE f.subject IS NOT NULL "
        "RETURN c.id AS cadre, collect(DISTINCT f.subject) AS subjects",
        subjects=subjects,
    )
    if rows:
        touched = {subject for row in rows for subject in row["subjects"]} | {row["cadre"] for row in rows}
        with Loader(graph, Resolver(graph, keyring), batch, now) as loader:
            loader.resolve_again(records_in_force(graph, sorted(touched)))
            loader.wait()
        graph.write(
            "MATCH (c:Cadre) WHERE c.id IN $cadres AND NOT (c)--() DELETE c", cadres=[row["cadre"] for row in rows]
        )

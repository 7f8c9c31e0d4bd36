"""How far an unfinished batch has come: which of its documents are whole, and what was told of each.

A document is marked whole in one transaction once all it says is written, what it replaces is out of force and its
findings are there. The marks are what an interrupted import goes on from; they go with the last write of the batch.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.store.connection import Graph, Transaction
from graph.store.portions import portions
from ingest.batch import Batch, Brought
from ingest.records import Document
from ingest.report import FileReport

_MARK: Final = (
    "UNWIND $rows AS row MATCH (d:SourceDocument {id: row.id}) "
    "SET d.whole_number = row.number, d.whole_report = row.report"
)
_REMOVED: Final = "MATCH (b:ImportBatch {id: $batch}) SET b.removed = $removed"
_WHOLE: Final = (
    "MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) WHERE d.whole_number IS NOT NULL "
    "RETURN d.id AS id, d.importer AS importer, d.form_date AS form_date, d.issuer AS issuer, d.lineage AS lineage, "
    "d.title AS title, d.whole_number AS number, d.whole_report AS report ORDER BY number"
)
_INTERRUPTED: Final = (
    "MATCH (d:SourceDocument)-[:IN_BATCH]->(b:ImportBatch {state: 'interrupted'}) "
    "RETURN b.id AS id, b.started_at AS started_at, b.removed AS removed, collect(d.id) AS documents ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A document that is whole: its place in the batch, and its line of the report without the findings.

    With whom alone it makes known, if it makes known but one.
    """

    document: Document
    number: int
    report: Mapping[str, Any]

    @property
    def cadre(self) -> str | None:
        """The id of the only cadre it makes known."""
        return self.report.get("cadre")

    def told(self) -> FileReport:
        """What the interrupted import reported of it; of its findings, which the graph holds, how many there were."""
        line = self.report
        counts = {name: line[name] for name in ("created", "changed", "unchanged")}
        return FileReport(line["file"], line["importer"], **counts, found_before=line["findings"])


def whole_documents(graph: Graph, batch: str) -> list[Whole]:
    """The documents of an unfinished batch that are whole, in the order in which they came."""
    return [
        Whole(
            Document(row["id"], row["importer"], row["form_date"], row["issuer"], row["lineage"] or ""),
            row["number"],
            json.loads(row["report"]),
        )
        for row in graph.read(_WHOLE, batch=batch)
    ]


def mark_whole(transaction: Transaction, batch: str, rows: Sequence[Mapping[str, Any]], removed: int) -> None:
    """Mark documents, each as `mark_of` tells it, and keep how many facts the batch removed so far."""
    for some in portions(rows):
        transaction.run(_MARK, rows=some)
    transaction.run(_REMOVED, batch=batch, removed=removed)


def mark_of(document: str, number: int, report: FileReport, cadre: str | None) -> dict[str, Any]:
    """The row that marks a document whole; `cadre` is whom alone it makes known."""
    line = {**report.as_line(), "cadre": cadre}
    return {"id": document, "number": number, "report": json.dumps(line, ensure_ascii=False)}


def brought(files: Sequence[FileReport], removed: int) -> Brought:
    """What a batch brought with these files."""
    return Brought(
        files=len(files),
        created=sum(file.created for file in files),
        changed=sum(file.changed for file in files),
        removed=removed,
        findings=sum(file.found for file in files),
        report=json.dumps([file.as_line() for file in files], ensure_ascii=False),
    )


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A batch that waits to be gone on with."""

    batch: Batch
    removed: int


def interrupted_batch(graph: Graph, documents: Collection[str]) -> Interrupted | None:
    """The interrupted batch that an import of these documents goes on with: at least half of what it holds is there.

    Told by content and not by path, so that a folder may be moved, grow or be corrected meanwhile. Of several the one
    that shares most, then the latest.
    """
    asked, best = set(documents), None
    for row in graph.read(_INTERRUPTED):
        shared = len(asked.intersection(row["documents"]))
        if shared and 2 * shared >= len(row["documents"]):
            best = max(best or (0, "", row), (shared, row["started_at"], row), key=lambda each: each[:2])
    if best is None:
        return None
    row = best[2]
    return Interrupted(Batch(graph, row["id"], row["started_at"], begun=True), row["removed"] or 0)

"""A batch in the graph, from its first write to its last: how an import and what is written by hand are told alike.

It is loading until its last write says that it is done; of what an earlier process left loading the whole documents
stay and the rest is taken back (undo.py): then it is interrupted, until an import goes on with it (whole.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from graph.model.moments import now_text
from graph.store.connection import Graph, Transaction
from graph.store.portions import portions
from ingest.fence import touch, write_fenced
from ingest.records import Document

_BEGIN: Final = "CREATE (b:ImportBatch) SET b = $values"
_ADD: Final = (
    "MATCH (b:ImportBatch {id: $batch}) UNWIND $rows AS row "
    "CREATE (d:SourceDocument) SET d = row CREATE (d)-[:IN_BATCH]->(b)"
)
_FINISH: Final = "MATCH (b:ImportBatch {id: $values.id}) SET b = $values"
_UNMARK: Final = (
    "MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) WHERE d.whole_number IS NOT NULL "
    "REMOVE d.whole_number, d.whole_report"
)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a batch brought, in numbers, and the report on its files as JSON."""

    files: int = 0
    created: int = 0
    changed: int = 0
    removed: int = 0
    findings: int = 0
    report: str = "[]"


@dataclass(slots=True)
class Batch:
    """One batch; what writes returns the number of changes it made."""

    graph: Graph
    id: str
    started_at: str
    begun: bool = False

    def begin(self, planned: int = 1) -> int:
        """Tell that the batch is loading, unless that was told; `planned` are the documents it is to bring."""
        if self.begun:
            return 0
        writes = self.graph.write(_BEGIN, values={**self._told("loading"), "planned": planned}).writes
        self.begun = True
        return writes

    def go_on(self, planned: int) -> int:
        """Tell of an interrupted batch that it is loading again, and how many documents it is to bring by now."""
        go_on = "MATCH (b:ImportBatch {id: $batch}) SET b.state = 'loading', b.planned = $planned"
        return self.graph.write(go_on, batch=self.id, planned=planned).writes

    def interrupt(self, brought: Brought) -> int:
        """Tell what is there of a batch whose import died: whole documents, with which an import may go on."""
        values = {"state": "interrupted", **asdict(brought)}
        return self.write("MATCH (b:ImportBatch {id: $batch}) SET b += $values", batch=self.id, values=values)

    def add_documents(self, rows: Sequence[Mapping[str, Any]]) -> int:
        """Add documents, each as `document_row` tells it."""
        return sum(self.write(_ADD, batch=self.id, rows=some) for some in portions(rows))

    def write(self, cypher: str, /, **params: object) -> int:
        """Run one statement, unless the batch has been taken back: then raise StoreError."""
        return write_fenced(self.graph, self.id, cypher, **params).writes

    def finish(self, brought: Brought) -> int:
        """The last write: what the batch brought, and that it is done."""
        values = {**self._told("done"), "finished_at": now_text(), **asdict(brought)}

        def work(transaction: Transaction) -> int:
            touch(transaction, self.id)
            transaction.run(_UNMARK, batch=self.id)
            transaction.run(_FINISH, values=values)
            return transaction.counters.writes

        return self.graph.write_transaction(work)

    def _told(self, state: str) -> dict[str, Any]:
        return {"id": self.id, "started_at": self.started_at, "state": state}


def document_row(document: Document, *, title: str, content_hash: str, size: int) -> dict[str, Any]:
    """The properties of a document; what is not known of it is left out."""
    values = {
        "id": document.id,
        "title": title,
        "content_hash": content_hash,
        "importer": document.importer,
        "form_date": document.form_date,
        "issuer": document.issuer,
        "lineage": document.lineage or None,
        "size": size,
    }
    return {name: value for name, value in values.items() if value is not None}

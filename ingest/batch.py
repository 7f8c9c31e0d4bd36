"""A batch in the graph, from its first write to its last: how an import and what is written by hand are told alike.

It is loading until its last write says that it is done; what an earlier process left loading is taken back (undo.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from graph.model.moments import now_text
from graph.store.connection import Graph
from graph.store.portions import portions
from ingest.fence import write_fenced
from ingest.records import Document

_BEGIN: Final = "CREATE (b:ImportBatch) SET b = $values"
_ADD: Final = (
    "MATCH (b:ImportBatch {id: $batch}) UNWIND $rows AS row "
    "CREATE (d:SourceDocument) SET d = row CREATE (d)-[:IN_BATCH]->(b)"
)
_FINISH: Final = "MATCH (b:ImportBatch {id: $values.id}) SET b = $values"


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

    def begin(self) -> int:
        """Tell that the batch is loading, unless that was told."""
        if self.begun:
            return 0
        writes = self.graph.write(_BEGIN, values=self._told("loading")).writes
        self.begun = True
        return writes

    def add_documents(self, rows: Sequence[Mapping[str, Any]]) -> int:
        """Add documents, each as `document_row` tells it."""
        return sum(self.write(_ADD, batch=self.id, rows=some) for some in portions(rows))

    def write(self, cypher: str, /, **params: object) -> int:
        """Run one statement, unless the batch has been taken back: then raise StoreError."""
        return write_fenced(self.graph, self.id, cypher, **params).writes

    def finish(self, brought: Brought) -> int:
        """The last write: what the batch brought, and that it is done."""
        return self.write(_FINISH, values={**self._told("done"), "finished_at": now_text(), **asdict(brought)})

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

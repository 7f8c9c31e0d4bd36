"""The documents a batch has taken: their findings written and each marked whole, once nothing of it is missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.store.connection import Graph, Transaction
from graph.store.portions import portions
from ingest.batch import Batch
from ingest.drafts import FindingDraft, Ref, RowKey
from ingest.editions import Edition
from ingest.fence import touch
from ingest.findings import finding_row
from ingest.load import Loader
from ingest.records import Document
from ingest.report import FileReport
from ingest.resolve import Resolver
from ingest.serial import dump_ref, load_ref
from ingest.whole import Whole, mark_of, mark_whole
from ingest.whom import Whom

_FINDINGS: Final = (
    "UNWIND $rows AS row MATCH (d:SourceDocument {id: row.document}) "
    "CREATE (f:Finding) SET f = row.values CREATE (f)-[:FOUND_IN]->(d)"
)
_ABOUT: Final = (
    "UNWIND $rows AS row MATCH (f:Finding {id: row.id}) MATCH (c:Cadre {id: row.cadre}) CREATE (f)-[:ABOUT]->(c)"
)
_ASKING: Final = (
    "MATCH (f:Finding)-[:FOUND_IN]->(:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) "
    "WHERE f.asks_for IS NOT NULL RETURN f.id AS id, f.asks_for AS ref ORDER BY id"
)
_ANSWERED: Final = "UNWIND $ids AS id MATCH (f:Finding {id: id}) REMOVE f.asks_for"
_DROP_WAITING: Final = (
    "MATCH (f:Finding {code: 'waiting'})-[:FOUND_IN]->(:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) "
    "DETACH DELETE f"
)
_Counts = tuple[int, int, int, int]


@dataclass(slots=True)
class Begun:
    """A document of which something was read: how many of its records were taken, and of its findings written."""

    document: Document
    report: FileReport
    untaken: Mapping[RowKey, Ref]
    taken: int = 0
    written: int = 0

    @property
    def edition(self) -> Edition:
        """The document among those of its lineage."""
        return Edition(self.document.id, self.report.file, self.document.form_date)


class Taken:
    """The whole documents of a batch, in the order in which they came."""

    def __init__(self, graph: Graph, batch: Batch, loader: Loader, whom: Whom) -> None:
        self._graph = graph
        self._batch = batch
        self._loader = loader
        self._whom = whom
        self._whole: dict[str, Begun] = {}
        self._marked: dict[str, _Counts] = {}

    @property
    def documents(self) -> Sequence[Begun]:
        """Those whole so far."""
        return list(self._whole.values())

    def go_on(self, whole: Sequence[Whole], removed: int) -> None:
        """Begin with what an interrupted import left, and with its counts."""
        loaded = self._loader.loaded
        loaded.removed = removed
        for each in whole:
            begun = Begun(each.document, each.told(), {})
            name, report = each.document.id, begun.report
            loaded.created[name], loaded.changed[name] = report.created, report.changed
            loaded.unchanged[name] = report.unchanged
            self._whole[name], self._marked[name] = begun, _counts(report)
            self._whom.go_on(name, each.cadre)

    def end(self, ended: Sequence[Begun]) -> int:
        """All these documents say is written: write their findings and mark them whole; returns the writes.

        What newer documents made known about earlier ones comes in with the marks, so that it stays only with them.
        """
        writes = self.write_findings(ended)
        self._whole.update({begun.document.id: begun for begun in ended})
        mark = self.marking()

        def work(transaction: Transaction) -> int:
            touch(transaction, self._batch.id)
            mark(transaction)
            return transaction.counters.writes

        return writes + self._graph.write_transaction(work)

    def marking(self) -> Callable[[Transaction], None]:
        """What marks the whole documents of which there is anything new to tell since the last time."""
        self.count(self._whole.values())
        changed = [name for name, begun in self._whole.items() if self._marked.get(name) != _counts(begun.report)]
        new = self._new_findings([self._whole[name] for name in changed])
        numbers = {name: number for number, name in enumerate(self._whole, start=1)} if changed else {}
        marks = [
            mark_of(name, numbers[name], self._whole[name].report, self._whom.only_cadre(name)) for name in changed
        ]
        self._marked.update({name: _counts(self._whole[name].report) for name in changed})
        removed = self._loader.loaded.removed

        def mark(transaction: Transaction) -> None:
            for cypher, rows in new:
                transaction.run(cypher, rows=rows)
            mark_whole(transaction, self._batch.id, marks, removed)

        return mark

    def count(self, taken: Iterable[Begun]) -> None:
        """Tell each report what was loaded of its document."""
        loaded = self._loader.loaded
        for begun in taken:
            own, name = begun.report, begun.document.id
            own.created, own.changed, own.unchanged = loaded.created[name], loaded.changed[name], loaded.unchanged[name]

    def write_findings(self, taken: Iterable[Begun]) -> int:
        """Write the findings of these documents that are not written yet; returns the writes."""
        return sum(self._batch.write(cypher, rows=rows) for cypher, rows in self._new_findings(taken))

    def _new_findings(self, taken: Iterable[Begun]) -> list[tuple[str, list[dict[str, Any]]]]:
        found = []
        for begun in taken:
            found += [self._row(begun, each) for each in begun.report.findings[begun.written :]]
            begun.written = len(begun.report.findings)
        once = list({row["values"]["id"]: row for row in found}.values())
        ties = [{"id": row["values"]["id"], "cadre": cadre} for row in once for cadre in row["about"]]
        return [(cypher, some) for cypher, rows in ((_FINDINGS, once), (_ABOUT, ties)) for some in portions(rows)]

    def _row(self, begun: Begun, finding: FindingDraft) -> dict[str, Any]:
        about = self._whom.about(begun.document, finding, begun.untaken)
        row = finding_row(begun.document, finding, about)
        asked = None if about else self._whom.asked(finding, begun.untaken)
        if asked is not None:
            row["values"]["asks_for"] = json.dumps(dump_ref(asked), ensure_ascii=False)
        return row

    def drop_waiting(self) -> int:
        """Forget what an interrupted import told of records that wait: it is told anew; returns the writes."""
        return self._batch.write(_DROP_WAITING, batch=self._batch.id)

    def answer(self, resolver: Resolver) -> int:
        """Tie the findings about people whom only a later document made known; returns the writes."""
        rows = self._graph.read(_ASKING, batch=self._batch.id)
        asking = [(row["id"], load_ref(json.loads(row["ref"]))) for row in rows]
        resolver.prepare(ref for _, ref in asking)
        return sum(self._answer(some, resolver) for some in portions(asking))

    def _answer(self, asking: Sequence[tuple[str, Ref]], resolver: Resolver) -> int:
        ties = [{"id": name, "cadre": found} for name, ref in asking if (found := resolver.find(ref))]

        def work(transaction: Transaction) -> int:
            touch(transaction, self._batch.id)
            transaction.run(_ABOUT, rows=ties)
            transaction.run(_ANSWERED, ids=[name for name, _ in asking])
            return transaction.counters.writes

        return self._graph.write_transaction(work)


def _counts(report: FileReport) -> _Counts:
    return report.created, report.changed, report.unchanged, report.found

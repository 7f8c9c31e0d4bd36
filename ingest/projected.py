"""Facts that some source records give, projected without touching the graph, in the rows that pages read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.store.connection import Graph
from graph.store.facts import Fact, link_of
from ingest.project import project
from ingest.records import StoredRecord
from ingest.resolve import Resolver


class Projected:
    """Facts by id, subject by subject, with the records and documents that state them."""

    def __init__(self, graph: Graph, resolver: Resolver) -> None:
        self._graph = graph
        self._resolver = resolver
        self._records: dict[str, StoredRecord] = {}
        self._documents: dict[str, dict[str, Any]] = {}
        self._names: dict[str, str] = {}
        self.facts: dict[str, Fact] = {}

    def project(self, records: Sequence[StoredRecord]) -> None:
        """Add the facts of these records: all that are about their subjects."""
        self._records |= {record.id: record for record in records}
        self._resolver.prepare(ref for record in records for ref in record.refs())
        by_subject: dict[str, list[StoredRecord]] = defaultdict(list)
        for record in records:
            by_subject[record.subject].append(record)
        for subject, some in sorted(by_subject.items()):
            sources = [record.source(self._resolver) for record in some]
            made = project(subject, sources, self._resolver.id_of, self._resolver.bodies.body)
            self.facts |= made.facts
            self._names |= {each.id: name_of(each.values) for each in made.facts.values()}
            for stub in made.stubs.values():
                self._names.setdefault(stub.id, name_of(stub.values))
        self._tell_documents(records)

    def _tell_documents(self, records: Iterable[StoredRecord]) -> None:
        cypher = (
            "UNWIND $ids AS id MATCH (d:SourceDocument {id: id}) "
            "RETURN d.id AS id, d.title AS title, d.importer AS importer, d.form_date AS date"
        )
        ids = sorted({record.document for record in records} - self._documents.keys())
        self._documents |= {row["id"]: row for row in self._graph.read(cypher, ids=ids)}

    def tied_to(self, cadre: str) -> list[Fact]:
        """The facts with a relation to the cadre."""
        return [fact for fact in self.facts.values() if any(other == cadre for _, other in fact.edges)]

    def row(self, fact: Fact) -> dict[str, Any]:
        """A fact in the columns of the view `dossier`."""
        ties: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
        for (name, other), values in fact.edges.items():
            link = link_of(fact.label, name)
            tie = {"type": link.type, "id": other, "label": link.target, "name": self._name(other), "values": values}
            ties[link.inward].append(tie)
        sources = [
            self._source(self._records[record]) | place
            for record, places in fact.statements.items()
            for place in places
        ]
        properties = dict(fact.values)
        return {
            "label": fact.label,
            "properties": properties,
            "outgoing": ties[False],
            "incoming": ties[True],
            "sources": sources,
        }

    def _name(self, other: str) -> str:
        if other not in self._names:
            rows = self._graph.read("MATCH (c:Cadre {id: $id}) RETURN c.name AS name", id=other)
            self._names[other] = rows[0]["name"] if rows else ""
        return self._names[other]

    def _source(self, record: StoredRecord) -> dict[str, Any]:
        document = self._documents[record.document]
        return {
            "document": document["title"],
            "document_id": record.document,
            "record_id": record.id,
            "importer": document["importer"],
            "date": record.form_date or document["date"],
            "author": record.author,
            "origin": record.origin,
        }

    def documents_about(self, cadre: str) -> tuple[dict[str, Any], ...]:
        """The records about the cadre as the view `dossier` tells them."""
        return tuple(self._source(record) for record in self._records.values() if record.subject == cadre)


def name_of(values: Mapping[str, Any]) -> str:
    """What a thing is called, as far as its values tell."""
    return str(values.get("name") or values.get("title") or values.get("unit_name") or "")

"""What was known of a cadre on an earlier day: the records that had come by then and still held, projected again.

Nothing is written, and who is who is judged as today. What an undone batch said is gone and counts for no day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.dossier import DossierRows
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import Fact, link_of
from ingest.keyring import keyring_of
from ingest.project import project
from ingest.records import StoredRecord, records_where
from ingest.resolve import Resolver

_BESIDE: Final = "MATCH (c:Cadre {id: $cadre})--(f) WHERE f.subject IS NOT NULL RETURN DISTINCT f.subject AS subject"
_BESIDE_PROJECTS: Final = (
    "MATCH (p)--(n) WHERE (p:WorkProject OR p:AchievementForm) AND p.id IN $ids AND n.subject IS NOT NULL "
    "AND (n:WorkProject OR n:ProjectEvaluation OR n:SpotCheck OR n:KeyTaskList) RETURN DISTINCT n.subject AS subject"
)
_TEAMS: Final = (
    "MATCH (u:Unit)<-[:LEADS]-(:LeadershipTeam)<-[:OF_TEAM]-(n:Assessment) "
    "WHERE u.id IN $ids AND n.subject IS NOT NULL RETURN DISTINCT n.subject AS subject"
)
_ABOUT_PROJECTS: Final = frozenset({"WorkProject", "ProjectEvaluation", "SpotCheck", "KeyTaskList"})


def known_on(graph: Graph, settings: Settings, cadre: str, day: str) -> DossierRows:
    """All that was known of a cadre at the end of a day (`YYYY-MM-DD`, where the office is).

    Raises NotFoundError where the cadre was not known then.
    """
    past = _Past(graph, Resolver(graph, keyring_of(graph, settings.data)), _end_of(day))
    name = graph.read("MATCH (c:Cadre {id: $cadre}) RETURN c.name AS name", cadre=cadre)
    past.add({cadre} | past.asked(_BESIDE, cadre=cadre), [row["name"] for row in name])
    if cadre not in past.facts:
        raise NotFoundError(
            f"到 {day} 为止, 库中还没有编号为 {cadre!r} 的干部 (not known on that day)。",
            hint="请换一个较晚的日期, 或不写日期查看现在的记录。",
        )
    own = past.tied_to(cadre)
    works = [fact for fact in own if fact.label in ("WorkProject", "AchievementForm")]
    past.add(past.asked(_BESIDE_PROJECTS, ids=[fact.id for fact in works]), [_name(fact.values) for fact in works])
    named = {
        other for fact in works for link, other in fact.edges if link_of(fact.label, link).target in _ABOUT_PROJECTS
    }
    near = {fact.id for fact in works}
    beside = [
        fact
        for fact in past.facts.values()
        if fact.label in _ABOUT_PROJECTS and (fact.id in named or any(other in near for _, other in fact.edges))
    ]
    units = [other for fact in own if fact.label == "Tenure" for link, other in fact.edges if link == "unit"]
    teams = past.asked(_TEAMS, ids=units)
    past.add(teams, [])
    judged = [fact for fact in past.facts.values() if fact.label == "Assessment" and fact.values["subject"] in teams]
    return DossierRows(
        cadre=past.row(past.facts[cadre]),
        facts=tuple(past.row(fact) for fact in {fact.id: fact for fact in (*own, *beside)}.values()),
        teams=tuple(past.row(fact) for fact in judged),
        documents=past.documents_about(cadre),
    )


class _Past:
    """Facts as the records known at one moment give them, subject by subject."""

    def __init__(self, graph: Graph, resolver: Resolver, end: str) -> None:
        self._graph = graph
        self._resolver = resolver
        self._end = end
        self._records: dict[str, StoredRecord] = {}
        self._documents: dict[str, dict[str, Any]] = {}
        self._names: dict[str, str] = {}
        self._seen: set[str] = set()
        self.facts: dict[str, Fact] = {}

    def asked(self, cypher: str, **params: object) -> set[str]:
        """The subjects a query finds."""
        return {row["subject"] for row in self._graph.read(cypher, **params)}

    def add(self, subjects: set[str], mentioned: Sequence[str]) -> None:
        """Project these subjects, and those of records out of force today that mention one of these names."""
        subjects = (subjects | self._once_about(mentioned)) - self._seen
        if not subjects:
            return
        self._seen |= subjects
        known = records_where(
            self._graph,
            "s.subject IN $subjects AND s.recorded_at < $end AND (s.known_to IS NULL OR s.known_to >= $end)",
            subjects=sorted(subjects),
            end=self._end,
        )
        self._records |= {record.id: record for record in known}
        self._project(known)
        self._tell_documents(known)

    def _once_about(self, names: Sequence[str]) -> set[str]:
        cypher = (
            "MATCH (s:SourceRecord) WHERE s.known_to >= $end AND s.recorded_at < $end "
            "AND any(name IN $names WHERE s.content CONTAINS name) RETURN DISTINCT s.subject AS subject"
        )
        told = [name for name in names if name]
        return self.asked(cypher, end=self._end, names=told) if told else set()

    def _project(self, records: Sequence[StoredRecord]) -> None:
        self._resolver.prepare(ref for record in records for ref in record.refs())
        by_subject: dict[str, list[StoredRecord]] = defaultdict(list)
        for record in records:
            by_subject[record.subject].append(record)
        for subject, some in sorted(by_subject.items()):
            made = project(subject, [record.source(self._resolver) for record in some], self._resolver.id_of)
            self.facts |= made.facts
            self._names |= {each.id: _name(each.values) for each in (*made.stubs.values(), *made.facts.values())}

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
        """A fact in the columns of the view `cadre_facts`."""
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
        """The records about the cadre as the view `cadre_documents` tells them, newest form first."""
        rows = [self._source(record) for record in self._records.values() if record.subject == cadre]
        rows.sort(key=lambda row: (row["document_id"], row["record_id"]))
        return tuple(sorted(rows, key=lambda row: row["date"] or "9999", reverse=True))


def _name(values: Mapping[str, Any]) -> str:
    return str(values.get("name") or values.get("title") or values.get("unit_name") or "")


def _end_of(day: str) -> str:
    """The moment the day ends where this machine is, as batches tell moments."""
    end = datetime.fromisoformat(day) + timedelta(days=1)
    return end.astimezone(UTC).isoformat(timespec="microseconds")

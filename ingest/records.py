"""Source records: as drafted, as stored, and the reads that find those already there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.model.keys import make_key
from graph.model.records import record_types
from graph.store.connection import Graph
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.project import identifier_drafts
from ingest.resolve import Resolver, cadre_refs
from ingest.serial import dump_record, load_record
from ingest.statements import Source

_HASHED: Final = re.compile(r"[0-9a-f]{40}")
"""What a keyed hash looks like, which says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source document of this run."""

    id: str
    importer: str
    form_date: str | None
    issuer: str | None
    lineage: str


@dataclass(slots=True)
class StoredRecord:
    """One source record, tied to the subject it is about.

    `pending` are names of cadres it refers to that are not known; `keyed` is told of a new record only.
    """

    id: str
    document: str
    ref: Ref
    subject: str
    lineage: str
    origin: str
    author: str | None
    form_date: str | None
    document_date: str | None
    drafts: tuple[Draft, ...]
    pending: tuple[str, ...]
    content: str
    recorded_at: str
    known_to: str | None = None
    closed_by: str | None = None
    introduced: str | None = None
    keyed: bool = False

    def source(self, resolver: Resolver) -> Source:
        """The record as the projection reads it, with the identifiers a personnel document gives."""
        drafts = self.drafts
        if introduces(drafts):
            cadre = Ref("Cadre", {"id": self.subject})
            own = (each for each in drafts if each.type != "Identifier")
            drafts = (*own, *identifier_drafts(cadre, resolver.identifiers(self.ref)))
        about = self.ref if introduces(drafts) else None
        return Source(self.id, self.document, self.origin, self.author, self.form_date, drafts, about)

    @property
    def age(self) -> tuple[str, str]:
        """What tells the newer of two records of a lineage: its own date, then its document's; later ones are newer."""
        return self.form_date or "", self.document_date or ""

    def refs(self) -> Iterator[Ref]:
        """Every reference in the record."""
        return all_refs(self.ref, self.drafts)

    def node(self) -> dict[str, Any]:
        """The properties of the SourceRecord node."""
        values: dict[str, Any] = {
            "id": self.id,
            "subject": self.subject,
            "introduced": self.introduced,
            "lineage": self.lineage,
            "origin": self.origin,
            "author": self.author,
            "form_date": self.form_date,
            "recorded_at": self.recorded_at,
            "known_to": self.known_to,
            "closed_by": self.closed_by,
            "pending": True if self.pending else None,
            "pending_names": list(self.pending) or None,
            "content": self.content,
        }
        return {name: value for name, value in values.items() if value is not None}


def introduces(drafts: Sequence[Draft]) -> bool:
    """Whether these drafts make a cadre known, rather than speak of one: they give a name."""
    return any(draft.type == "Cadre" and draft.values.get("name") for draft in drafts)


def all_refs(ref: Ref, drafts: Iterable[Draft]) -> Iterator[Ref]:
    """Every reference in a record."""
    yield ref
    for draft in drafts:
        for link in draft.links:
            yield link.target


def store(
    document: Document, number: int, record: RecordDraft, resolver: Resolver, now: str
) -> tuple[StoredRecord, str | None]:
    """The record tied to its subject, and the code of a doubt about who it is, if any."""
    doubt = member = None
    if introduces(record.drafts):
        introduction = resolver.introduce(record.subject, record.lineage or _origin(document, record.subject, resolver))
        subject, member, doubt = introduction.cadre, introduction.member, introduction.doubt
        lineage = record.lineage or make_key("lin", document.importer, member or subject, document.issuer)
    else:
        subject = subject_of(record.subject, record.drafts, resolver)
        lineage = record.lineage or make_key("lin", document.importer, document.issuer, meaning(record.drafts[0]))
    stored = StoredRecord(
        id=make_key("src", document.id, number),
        document=document.id,
        ref=record.subject,
        subject=subject,
        lineage=lineage,
        origin=record.origin,
        author=record.author,
        form_date=record.date or document.form_date,
        document_date=document.form_date,
        drafts=record.drafts,
        pending=pending_names(record.subject, record.drafts, resolver),
        content=dump_record(record),
        recorded_at=now,
        introduced=member,
        keyed=record.keyed,
    )
    return stored, doubt


def _origin(document: Document, cadre: Ref, resolver: Resolver) -> str:
    """Within what the same words mean the same person: whom a name alone tells is known in that one document only."""
    if resolver.identifiers(cadre) or cadre.tells_dates:
        return make_key("lin", document.importer, document.issuer)
    return document.lineage or document.id


def meaning(draft: Draft) -> str:
    """The key of a draft in the document's own words: what tells it from other records of its type."""
    declared = record_types()[draft.type].TYPE
    linked = {link.name: link.target for link in draft.links}
    parts = (linked.get(name) or declared.key_value(name, draft.values.get(name)) for name in declared.key)
    return repr((draft.type, [_words(part) for part in parts]))


def _words(part: object) -> object:
    if isinstance(part, Ref):
        return [part.type, *((name, _words(value)) for name, value in sorted(part.values.items()) if name != "id_hash")]
    return part


def subject_of(ref: Ref, drafts: Sequence[Draft], resolver: Resolver) -> str:
    """The id of what a record is about: the cadre for facts about a cadre, else the record's own thing."""
    root = drafts[0]
    declared = record_types()[root.type].TYPE
    if declared.subject == "Cadre":
        own = ref if declared.label == "Cadre" else None
        cadre = own or next((link.target for link in root.links if link.target.type == "Cadre"), None)
        if cadre is not None:
            return resolver.find(cadre) or make_key("wait", repr(_words(cadre)))
    parts: list[object] = []
    linked = {link.name: link.target for link in root.links}
    for name in declared.key:
        target = linked.get(name)
        parts.append(
            resolver.id_of(target) or repr(_words(target))
            if target
            else resolver.bodies.key_value(declared, name, root.values.get(name))
        )
    return make_key(declared.prefix, *parts)


def pending_names(ref: Ref, drafts: Sequence[Draft], resolver: Resolver) -> tuple[str, ...]:
    """What the cadres are called a record refers to whom nobody knows yet."""
    if introduces(drafts):
        return ()
    cadres = (cadre for each in all_refs(ref, drafts) for cadre in cadre_refs(each))
    return tuple(sorted({_called(each) for each in cadres if resolver.find(each) is None}))


def _called(cadre: Ref) -> str:
    """The name, else the identifiers that may be read (`wikidata Q1`); an empty text where there is neither."""
    keys = [(str(scheme), str(value)) for each in ("keys", "hints") for scheme, value in cadre.values.get(each, ())]
    shown = (
        f"{scheme} {value}" for scheme, value in keys if not (_HASHED.fullmatch(value) or scheme.startswith("row_"))
    )
    return str(cadre.values.get("name") or "、".join(shown))


def tied_anew(record: StoredRecord, resolver: Resolver) -> StoredRecord:
    """The record tied to whom it is about by what the resolver knows now."""
    if introduces(record.drafts) or (record.known_to is not None and not _about_a_body(record.drafts[0])):
        own = record.introduced or record.subject
        subject = resolver.canonical(own)
        return replace(record, subject=subject, introduced=own if own != subject else None)
    subject = subject_of(record.ref, record.drafts, resolver)
    return replace(record, subject=subject, pending=pending_names(record.ref, record.drafts, resolver))


def _about_a_body(draft: Draft) -> bool:
    """Whether a record is found by what it names alone, whoever is known: a unit, a list, a project."""
    declared = record_types()[draft.type].TYPE
    cadres = any(name in declared.links and declared.links[name].target == "Cadre" for name in declared.key)
    return declared.subject is None and not cadres


_STORED = """
RETURN s.id AS id, d.id AS document, s.subject AS subject, s.lineage AS lineage, s.origin AS origin, s.author AS author,
       s.form_date AS form_date, s.content AS content, s.recorded_at AS recorded_at, s.known_to AS known_to,
       s.closed_by AS closed_by, s.introduced AS introduced, s.pending_names AS pending,
       d.form_date AS document_date
"""


def records_in_force(graph: Graph, subjects: Sequence[str]) -> list[StoredRecord]:
    """The source records in force about these subjects."""
    cypher = "MATCH (s:SourceRecord)-[:PART_OF]->(d:SourceDocument) WHERE s.subject IN $subjects AND s.known_to IS NULL"
    return [_stored(row) for row in graph.read(cypher + _STORED, subjects=sorted(subjects))]


def records_waiting(graph: Graph) -> list[StoredRecord]:
    """The source records in force that refer to cadres nobody knew."""
    cypher = "MATCH (s:SourceRecord {pending: true})-[:PART_OF]->(d:SourceDocument) WHERE s.known_to IS NULL"
    return [_stored(row) for row in graph.read(cypher + _STORED)]


def waiting_in(graph: Graph, documents: Sequence[str]) -> dict[str, tuple[int, list[str]]]:
    """How many records of each of these documents refer to cadres nobody knows, and some of their names.

    Documents of which no record does are left out.
    """
    cypher = (
        "MATCH (s:SourceRecord {pending: true})-[:PART_OF]->(d:SourceDocument) "
        "WHERE d.id IN $documents AND s.known_to IS NULL UNWIND s.pending_names AS name "
        "RETURN d.id AS document, count(DISTINCT s) AS records, collect(DISTINCT name) AS names"
    )
    rows = graph.read(cypher, documents=list(documents))
    return {row["document"]: (row["records"], sorted(filter(None, row["names"]))[:10]) for row in rows}


def records_of_lineage(graph: Graph, lineage: str, *, but: str) -> list[StoredRecord]:
    """The source records in force of all documents of one lineage but that one."""
    cypher = (
        "MATCH (d:SourceDocument {lineage: $lineage}) WHERE d.id <> $but "
        "MATCH (s:SourceRecord)-[:PART_OF]->(d) WHERE s.known_to IS NULL"
    )
    return [_stored(row) for row in graph.read(cypher + _STORED, lineage=lineage, but=but)]


def subjects_of_lineages(graph: Graph, lineages: Sequence[str]) -> set[str]:
    """Whom or what the source records in force of these lineages are about."""
    cypher = (
        "UNWIND $lineages AS lineage MATCH (s:SourceRecord {lineage: lineage}) WHERE s.known_to IS NULL "
        "RETURN DISTINCT s.subject AS subject"
    )
    return {row["subject"] for row in graph.read(cypher, lineages=list(lineages))}


def records_where(graph: Graph, condition: str, **params: object) -> list[StoredRecord]:
    """The source records for which a condition over `s` and `d` holds, in force or not."""
    cypher = f"MATCH (s:SourceRecord)-[:PART_OF]->(d:SourceDocument) WHERE {condition}"
    return [_stored(row) for row in graph.read(cypher + _STORED, **params)]


def _stored(row: dict[str, Any]) -> StoredRecord:
    ref, drafts = load_record(row["content"])
    values = {name: value for name, value in row.items() if name != "pending"}
    return StoredRecord(**values, ref=ref, drafts=drafts, pending=tuple(row["pending"] or ()))

"""What an undo does, or would do: what goes, what is elected anew, what stays and why."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from graph.model.postings import posting
from graph.store.connection import Graph
from graph.store.facts import Fact
from ingest.diff import Difference
from ingest.records import StoredRecord

_MOST: Final = 500
"""Changed facts, and facts that stay, told one by one; all are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact that changes, with the properties that do; or that stays, with the batches that state it too."""

    id: str
    label: str
    name: str
    properties: tuple[str, ...] = ()
    batches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """A document of another batch: how many of its records hold again or wait, and for whom they wait."""

    document: str
    title: str
    batch: str
    records: int
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class UndoReport:
    """The undo of one batch; `removed` counts facts by label, `writes` is 0 for a dry run."""

    batch: str
    started_at: str
    dry_run: bool
    documents: tuple[Other, ...] = ()
    removed: Counter[str] = field(default_factory=Counter)
    changed: list[Told] = field(default_factory=list)
    changed_count: int = 0
    kept: list[Told] = field(default_factory=list)
    kept_count: int = 0
    reopened: tuple[Other, ...] = ()
    waiting: tuple[Other, ...] = ()
    findings: int = 0
    writes: int = 0
    photos: tuple[str, ...] = ()
    lost_cadres: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _erased: frozenset[str] = frozenset()
    _kept: list[tuple[Told, frozenset[str]]] = field(default_factory=list)

    @classmethod
    def of(cls, batch: Mapping[str, Any], *, dry_run: bool) -> Self:
        """An empty report about a batch."""
        return cls(batch["id"], batch["started_at"], dry_run)

    def begin(self, graph: Graph, erased: Sequence[StoredRecord], standing: Sequence[StoredRecord]) -> None:
        """Before the differences are looked at: the records that will go, and those that will stand otherwise."""
        self._erased = frozenset(record.id for record in erased)
        self.documents = _others(graph, erased)
        self.reopened = _others(graph, [record for record in standing if record.known_to is None])
        cypher = "MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument) WHERE d.id IN $ids RETURN count(f) AS n"
        ids = [each.document for each in self.documents]
        self.findings = graph.read(cypher, ids=ids)[0]["n"]
        self.photos = _photos(graph, erased, ids)

    def lose(self, counts: Counter[str], cadres: Mapping[str, str]) -> None:
        """Take into account subjects of which nothing is left: their facts by label, and the cadres' names by id."""
        self.removed += counts
        self.lost_cadres += cadres
        self._names.update(cadres)

    def watch(self, difference: Difference) -> None:
        """Take one portion into account."""
        for fact in difference.removed:
            self.removed[fact.label] += 1
            if fact.label == "Cadre":
                self.lost_cadres.append(fact.id)
                self._names[fact.id] = short_name(fact)
        for old, new in difference.changed:
            names = _differing(old, new)
            if names:
                self.changed_count += 1
                self.changed += [Told(new.id, new.label, short_name(new), names)] if len(self.changed) < _MOST else []
            if self._erased & set(old.statements):
                self._keep(new)

    def _keep(self, fact: Fact) -> None:
        self.kept_count += 1
        if len(self._kept) < _MOST:
            self._kept.append((Told(fact.id, fact.label, short_name(fact)), frozenset(fact.statements)))

    def end(self, graph: Graph, others: Sequence[StoredRecord]) -> None:
        """After the differences: who else states what stays, and which of `others` lose the cadre they refer to."""
        batches = _batches_of(graph, sorted({record for _, records in self._kept for record in records}))
        self.kept = [
            Told(told.id, told.label, told.name, batches=tuple(sorted({batches[each] for each in records})))
            for told, records in self._kept
        ]
        names = sorted({name for name in self._names.values() if name})
        self.waiting = _others(graph, others, names) if names else ()

    def as_text(self) -> str:
        """The counts as JSON, for the entry that stays: no names."""
        counts = {"documents": len(self.documents), "removed": dict(self.removed), "changed": self.changed_count}
        return json.dumps(counts | {"kept": self.kept_count, "findings": self.findings})

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises."""
        return {
            "batch": self.batch,
            "started_at": self.started_at,
            "dry_run": self.dry_run,
            "documents": [_other_as_json(each) for each in self.documents],
            "removed": dict(sorted(self.removed.items())),
            "changed": [_told_as_json(each) | {"properties": list(each.properties)} for each in self.changed],
            "changed_count": self.changed_count,
            "kept": [_told_as_json(each) | {"batches": list(each.batches)} for each in self.kept],
            "kept_count": self.kept_count,
            "reopened": [_other_as_json(each) for each in self.reopened],
            "waiting": [_other_as_json(each) | {"names": list(each.names)} for each in self.waiting],
            "findings": self.findings,
            "writes": self.writes,
        }


def _told_as_json(told: Told) -> dict[str, Any]:
    return {"id": told.id, "label": told.label, "name": told.name}


def _other_as_json(other: Other) -> dict[str, Any]:
    return {"document": other.document, "title": other.title, "batch": other.batch, "records": other.records}


def short_name(fact: Fact) -> str:
    """What a fact is called in a list of many."""
    values = fact.values
    post = posting(values.get("unit_name"), values.get("title"))
    return str(values.get("name") or post or values.get("rank") or "")


def _differing(old: Fact, new: Fact) -> tuple[str, ...]:
    """The properties and relations that two states of a fact differ in; how sure one is of it counts too."""
    names = {name for name in {*old.values, *new.values} if old.values.get(name) != new.values.get(name)}
    names |= {link for link, _ in old.edges.keys() ^ new.edges.keys()}
    return tuple(sorted(names - {"alternatives"}))


def _others(graph: Graph, records: Sequence[StoredRecord], waiting_for: Sequence[str] = ()) -> tuple[Other, ...]:
    """The documents of these records; with names, only of the records that speak of one who bears such a name."""
    count: Counter[str] = Counter()
    names: dict[str, set[str]] = defaultdict(set)
    awaited = frozenset(waiting_for)
    for record in records:
        if awaited:
            meant = {str(ref.values.get("name")) for ref in record.refs()} & awaited
            if not meant:
                continue
            names[record.document] |= meant
        count[record.document] += 1
    cypher = (
        "UNWIND $ids AS id MATCH (d:SourceDocument {id: id})-[:IN_BATCH]->(b:ImportBatch) "
        "RETURN d.id AS id, d.title AS title, b.id AS batch ORDER BY title, id"
    )
    return tuple(
        Other(row["id"], row["title"], row["batch"], count[row["id"]], tuple(sorted(names[row["id"]])))
        for row in graph.read(cypher, ids=sorted(count))
    )


def _batches_of(graph: Graph, records: Iterable[str]) -> dict[str, str]:
    cypher = (
        "UNWIND $ids AS id MATCH (s:SourceRecord {id: id})-[:PART_OF]->(:SourceDocument)-[:IN_BATCH]->(b:ImportBatch) "
        "RETURN s.id AS id, b.id AS batch"
    )
    return {row["id"]: row["batch"] for row in graph.read(cypher, ids=list(records))}


def _photos(graph: Graph, erased: Sequence[StoredRecord], documents: Sequence[str]) -> tuple[str, ...]:
    """Names of the pictures that only the erased records mention of their cadres."""
    pairs = {
        (record.subject, str(draft.values["photo"]))
        for record in erased
        for draft in record.drafts
        if draft.type == "Cadre" and draft.values.get("photo")
    }
    cypher = (
        "UNWIND $pairs AS pair MATCH (s:SourceRecord {subject: pair[0]})-[:PART_OF]->(d:SourceDocument) "
        "WHERE NOT d.id IN $documents AND s.content CONTAINS pair[1] RETURN DISTINCT pair[1] AS name"
    )
    kept = {
        row["name"] for row in graph.read(cypher, pairs=[list(each) for each in sorted(pairs)], documents=documents)
    }
    return tuple(sorted({name for _, name in pairs} - kept))

"""All that the graph holds about one cadre, read into the typed records of the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from graph.errors import NotFoundError, Place, WithheldError
from graph.model.dossier import Dossier, DossierRows, beside, finding_rows, renamings_of
from graph.model.records import record_types
from graph.model.records.assessment import Assessment
from graph.model.records.cadre import Cadre
from graph.model.records.finding import Finding
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.schema import Access, Edge, Evidence, Link, Record
from graph.model.words import sayings
from graph.store.connection import Graph
from graph.store.facts import fact_labels
from queries.runner import run_view

_say: Final = sayings("queries")
_AT_ONCE: Final = 500


def visible_labels(clearance: Access) -> list[str]:
    """The labels of facts that a reader of this clearance may see.

    What only serves to recognise people is for nobody.
    """
    visible = (label for label in fact_labels() if label != "Identifier")
    return [label for label in visible if record_types()[label].TYPE.access <= clearance]


def read_dossier(graph: Graph, cadre: str, clearance: Access = Access.RESTRICTED) -> Dossier:
    """Everything about one cadre that the clearance reaches.

    Raises NotFoundError where there is no such cadre, WithheldError where the clearance reaches no cadre at all.
    """
    return make_dossier(read_rows(graph, cadre, clearance), clearance)


def read_rows(graph: Graph, cadre: str, clearance: Access = Access.RESTRICTED) -> DossierRows:
    """The rows of a dossier, in one round trip; raises likewise."""
    parts: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in run_view(graph, "dossier", **asks(cadre, cadre_labels(clearance))):
        parts[row["part"]].append(row)
    if not parts["cadre"]:
        raise NotFoundError(
            _say("no_such_cadre", cadre=cadre),
            hint=_say("no_such_cadre_hint"),
        )
    documents = tuple(row["properties"] for row in parts["document"])
    findings = tuple(finding_rows(parts["finding"], documents))
    renamings = tuple(row["properties"] for row in parts["renaming"])
    return DossierRows(parts["cadre"][0], tuple(parts["fact"]), tuple(parts["team"]), documents, findings, renamings)


def read_careers(graph: Graph, cadres: Sequence[str]) -> dict[str, Dossier]:
    """Posts and ranks of many cadres by id, as far as levels and units of today follow from them: nothing else is read.

    The dossiers have no sources, and of the tenures only those tell their unit that was renamed.
    """
    found: dict[str, Dossier] = {}
    for first in range(0, len(cadres), _AT_ONCE):
        for row in run_view(graph, "career_facts", ids=list(cadres[first : first + _AT_ONCE])):
            cadre = Cadre.from_values(row["cadre"], {}, ())
            at = {each["tenure"]: (Edge(each["at"], "Unit"),) for each in row["renamings"]}
            posts = (Tenure.from_values(each, {"unit": at.get(each["id"], ())}, ()) for each in row["posts"])
            ranks = (RankRecord.from_values(each, {}, ()) for each in row["ranks"])
            found[cadre.id] = Dossier(cadre, _by_label((*posts, *ranks)), renamings=renamings_of(row["renamings"]))
    return found


def asks(cadre: str, labels: list[str]) -> dict[str, object]:
    """What the view `dossier` is given for a reader who may see these labels."""
    shown = [label for label in labels if label in beside().shown]
    return {"cadre": cadre, "labels": labels, "by": sorted(beside().by), "shown": shown}


def make_dossier(rows: DossierRows, clearance: Access = Access.RESTRICTED) -> Dossier:
    """The dossier of rows that are there already, as far as the clearance reaches; raises WithheldError likewise."""
    labels = cadre_labels(clearance)
    person = as_record(rows.cadre)
    assert isinstance(person, Cadre)
    teams = _ordered(as_record(row) for row in rows.teams if row["label"] in labels)
    whole = clearance >= Access.RESTRICTED
    found = _ordered(as_record(row) for row in rows.findings) if whole else ()
    return Dossier(
        cadre=person,
        records=_by_label(as_record(row) for row in rows.facts if row["label"] in labels),
        team_assessments=tuple(each for each in teams if isinstance(each, Assessment)),
        looked_in=tuple(_evidence(row) for row in _newest_form_first(rows.documents)),
        withheld=frozenset(visible_labels(Access.VAULT)) - frozenset(labels) | frozenset(() if whole else ("Finding",)),
        clearance=clearance,
        findings=tuple(each for each in found if isinstance(each, Finding)),
        renamings=renamings_of(rows.renamings),
    )


def cadre_labels(clearance: Access) -> list[str]:
    """The labels of a cadre's facts within the clearance; raises WithheldError where it reaches no cadre at all."""
    labels = visible_labels(clearance)
    if Cadre.TYPE.label not in labels:
        raise WithheldError(
            _say("dossier_withheld", access=int(Cadre.TYPE.access), clearance=int(clearance)),
            hint=_say("dossier_withheld_hint"),
        )
    return labels


def as_record(row: Mapping[str, Any]) -> Record:
    """A record from a row of label, properties, outgoing and incoming relations, and sources."""
    cls = record_types()[row["label"]]
    edges = {name: _edges(link, row) for name, link in cls.TYPE.links.items()}
    sources = sorted((_evidence(each) for each in row["sources"]), key=_evidence_order)
    return cls.from_values(row["properties"], edges, tuple(sources))


def _edges(link: Link, row: Mapping[str, Any]) -> tuple[Edge, ...]:
    ties = row["incoming"] if link.inward else row["outgoing"]
    mine = (each for each in ties if each["type"] == link.type and each["label"] == link.target)
    edges = (Edge(each["id"], each["label"], each["name"] or "", each["values"]) for each in mine)
    return tuple(sorted(edges, key=lambda edge: (edge.name, edge.id)))


def _evidence(row: Mapping[str, Any]) -> Evidence:
    place = {name: row.get(name) for name in ("sheet", "row", "line", "column")}
    return Evidence(
        document=row["document"] or "",
        document_id=row["document_id"],
        record_id=row["record_id"],
        locator=str(Place(**place)),
        date=row["date"],
        quote=row.get("quote") or "",
        author=row["author"],
        origin=row["origin"] or "",
        importer=row["importer"] or "",
        **place,
    )


def _evidence_order(evidence: Evidence) -> tuple[str, str, str, int, int, str]:
    return (
        evidence.date or "",
        evidence.document_id,
        evidence.sheet or "",
        evidence.row or 0,
        evidence.line or 0,
        evidence.column or "",
    )


def _newest_form_first(documents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What is not dated may be the newest, so it comes first."""
    by_id = sorted(documents, key=lambda row: (row["document_id"], row["record_id"]))
    return sorted(by_id, key=lambda row: row["date"] or "9999", reverse=True)


def _by_label(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    groups: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        groups[record.TYPE.label][record.id] = record
    return {label: _ordered(group.values()) for label, group in sorted(groups.items())}


def _ordered(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: (str(_date(record) or ""), record.id)))


def _date(record: Record) -> object:
    return getattr(record, record.TYPE.date) if record.TYPE.date else None

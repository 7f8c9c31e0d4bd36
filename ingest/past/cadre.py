"""What was known of a cadre on an earlier day: the records that had come by then and still held, projected again.

Nothing is written, and who is who is judged as today. What an undone batch said is gone and counts for no day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.dossier import DossierRows, beside, finding_rows
from graph.model.moments import end_of_day
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import Fact
from ingest.past.projection import Past, past_on
from ingest.projected import name_of

_say: Final = sayings("ingest")

_BESIDE: Final = "MATCH (c:Cadre {id: $cadre})--(f) WHERE f.subject IS NOT NULL RETURN DISTINCT f.subject AS subject"
_SHOWN_BY: Final = (
    "MATCH (p:{label})--(n) WHERE p.id IN $ids AND n.subject IS NOT NULL AND labels(n)[0] IN $shown "
    "RETURN DISTINCT n.subject AS subject"
)
_TEAMS: Final = (
    "MATCH (u:Unit)<-[:LEADS]-(:LeadershipTeam)<-[:OF_TEAM]-(n:Assessment) "
    "WHERE u.id IN $ids AND n.subject IS NOT NULL RETURN DISTINCT n.subject AS subject"
)

_FINDINGS: Final = (
    "MATCH (:Cadre {id: $cadre})<-[:ABOUT]-(f:Finding)-[:FOUND_IN]->(d:SourceDocument) "
    "WHERE EXISTS { MATCH (d)<-[:PART_OF]-(s:SourceRecord) "
    "WHERE s.recorded_at < $end AND (s.known_to IS NULL OR s.known_to >= $end) } "
    "RETURN properties(f) AS values, {document: d.title, document_id: d.id, record_id: '', importer: d.importer, "
    "date: d.form_date, author: null, origin: '', sheet: f.sheet, row: f.row, line: f.line, column: f.column, "
    "quote: f.value} AS source"
)


def cadre_known_on(graph: Graph, settings: Settings, cadre: str, day: str) -> DossierRows:
    """All that was known of a cadre at the end of a day (`YYYY-MM-DD`, where the office is).

    Raises NotFoundError where the cadre was not known then.
    """
    past = past_on(graph, settings, day)
    name = graph.read("MATCH (c:Cadre {id: $cadre}) RETURN c.name AS name", cadre=cadre)
    past.add({cadre} | past.asked(_BESIDE, cadre=cadre), [row["name"] for row in name])
    if cadre not in past.facts:
        raise NotFoundError(_say("not-known-then", day=day.replace("-", ".")), hint=_say("later-day"))
    own = past.tied_to(cadre)
    shown = _beside(past, own)
    units = [other for fact in own if fact.label == "Tenure" for link, other in fact.edges if link == "unit"]
    teams = past.asked(_TEAMS, ids=units)
    past.add(teams, [])
    judged = [fact for fact in past.facts.values() if fact.label == "Assessment" and fact.values["subject"] in teams]
    documents = past.documents_about(cadre)
    return DossierRows(
        cadre=past.row(past.facts[cadre]),
        facts=tuple(past.row(fact) for fact in {fact.id: fact for fact in (*own, *shown)}.values()),
        teams=tuple(past.row(fact) for fact in judged),
        documents=documents,
        findings=tuple(_findings(graph, cadre, day, documents)),
        renamings=tuple(_renamings(past, units)),
    )


def _renamings(past: Past, units: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """What these units, and those that came after them, had been renamed to, in the columns of the view `dossier`."""
    near, passed = set(units), set[str]()
    while near:
        past.add(near, [])
        passed |= near
        told = [past.row(past.facts[each]) for each in sorted(near) if each in past.facts]
        later = [(row, tie) for row in told for tie in row["outgoing"] if tie["type"] == "SUCCEEDED_BY"]
        for row, tie in later:
            change = {name: tie["values"].get(name) for name in ("date", "kind")}
            yield {"unit": row["properties"]["id"], "later": tie["id"], "name": tie["name"], **change}
        near = {tie["id"] for _, tie in later} - passed


def _findings(
    graph: Graph, cadre: str, day: str, documents: Iterable[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """What the importers were not sure of about the cadre in documents that held then, as the view `dossier` tells."""
    rows = graph.read(_FINDINGS, cadre=cadre, end=end_of_day(day))
    bare = {"label": "Finding", "outgoing": [], "incoming": []}
    told = ({**bare, "properties": row["values"], "sources": [row["source"]]} for row in rows)
    return finding_rows(told, documents)


def _beside(past: Past, own: list[Fact]) -> list[Fact]:
    """What stands beside the cadre's own facts, such as the evaluations of a project it answered for."""
    by, shown = beside().by, beside().shown
    near: dict[str, set[str]] = defaultdict(set)
    for fact in own:
        if fact.label in by:
            near[fact.label].add(fact.id)
    for label, ids in sorted(near.items()):
        told = [name_of(past.facts[each].values) for each in sorted(ids)]
        past.add(past.asked(_SHOWN_BY.format(label=label), ids=sorted(ids), shown=sorted(shown)), told)
    known = {each for ids in near.values() for each in ids}
    named = {other for fact in own if fact.id in known for _, other in fact.edges}
    return [
        fact
        for fact in past.facts.values()
        if fact.label in shown and (fact.id in named or any(other in known for _, other in fact.edges))
    ]

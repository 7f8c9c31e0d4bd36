"""What states a fact: each document with place and quote, and the values that disagree side by side."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from flask import Blueprint, Response

from graph.model.schema import Edge, Evidence, Record
from queries.evidence import deliveries, fact_query, read_fact
from queries.runner import load_view
from webui.components import Query, Source
from webui.formats import date_text
from webui.language import say
from webui.records import Value, field_title, kind_title, record_name, value_text, values_of, when_text
from webui.services import services
from webui.sources import sources
from webui.view import View, render

page = Blueprint("evidence", __name__)


@dataclass(frozen=True)
class Claim:
    """A value and the documents that give it, by title and form date; `stands` when it is the one chosen."""

    text: str
    documents: tuple[str, ...]
    stands: bool


@dataclass(frozen=True)
class Dispute:
    """One property on which the sources differ."""

    title: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True)
class EvidencePage(View):
    """One fact and all that states it."""

    template: ClassVar[str] = "pages/evidence.html"

    kind: Annotated[str, "What kind of record the fact is."]
    when: Annotated[str, "When it happened or held; empty where nothing says."]
    cadres: Annotated[tuple[Edge, ...], "The cadres it is about."]
    values: Annotated[tuple[Value, ...], "All it says, property by property."]
    disputes: Annotated[tuple[Dispute, ...], "Properties on which the sources differ, with every value."]
    sources: Annotated[tuple[Source, ...], "Each place in a document that states it, newest first."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/evidence/<fact_id>")
def show(fact_id: str) -> Response:
    """One fact by its id."""
    graph = services().graph
    record = read_fact(graph, fact_id)
    found = deliveries(graph, sorted({each.document_id for each in record.sources}))
    return render(
        EvidencePage(
            title=record_name(record),
            kind=kind_title(record.TYPE),
            when=when_text(record),
            cadres=_cadres(record),
            values=tuple(values_of(record)),
            disputes=disputes(record),
            sources=sources(record.sources, found),
            queries=(Query(load_view("fact").title, fact_query(record.TYPE.label), (f"id = {fact_id!r}",)),),
        )
    )


def _cadres(record: Record) -> tuple[Edge, ...]:
    if record.TYPE.label == "Cadre":
        return (Edge(record.id, "Cadre", getattr(record, "name", None) or record.id),)
    edges = (edge for name in record.TYPE.links for edge in getattr(record, name))
    return tuple(edge for edge in edges if edge.label == "Cadre")


def disputes(record: Record) -> tuple[Dispute, ...]:
    """The disputed properties of a record: every value with the documents that give it, the chosen one first."""
    by_property: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    by_record = {each.record_id: each for each in record.sources}
    for claim in json.loads(record.alternatives or "[]"):
        declared = record.TYPE.properties.get(claim["property"])
        if declared is not None:
            by_property[declared.name][value_text(declared, claim["value"])].append(_document(claim, by_record))
    return tuple(_dispute(record, name, claims) for name, claims in by_property.items() if name in record.disputed)


def _document(claim: Mapping[str, Any], by_record: Mapping[str, Evidence]) -> str:
    source = by_record.get(claim.get("record") or "")
    parts = (source.document if source else "", date_text(claim.get("date")))
    return " ".join(part for part in parts if part)


def _dispute(record: Record, name: str, claims: Mapping[str, list[str]]) -> Dispute:
    declared = record.TYPE.properties[name]
    chosen = value_text(declared, getattr(record, name)) or say("no_value")
    every = {chosen: claims.get(chosen, []), **claims}
    made = (Claim(text, tuple(dict.fromkeys(documents)), text == chosen) for text, documents in every.items())
    return Dispute(field_title(declared), tuple(made))

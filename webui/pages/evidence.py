"""What states a fact: each document with place and quote, and the values that disagree side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response

from graph.model.records.selection_case import SelectionCase
from graph.model.schema import Edge, Record
from queries.evidence import deliveries, fact_query, read_fact
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.case_way import cadres_of
from webui.parts.components import Query, Source, view_query
from webui.parts.disputes import Dispute, disputes
from webui.parts.names import kind_title
from webui.parts.questions import Question, questions_about
from webui.parts.records import Value, record_name, values_of, when_text
from webui.parts.sources import sources
from webui.parts.things import thing_page

page = Blueprint("evidence", __name__)

_ASKED_ABOUT: Final[Mapping[str, str]] = {"Cadre": "cadre", "Unit": "unit", "Post": "post"}
"""Things that have pages of their own, and the type of the parameters that take them."""


@dataclass(frozen=True, kw_only=True)
class EvidencePage(View):
    """One fact and all that states it."""

    template: ClassVar[str] = "pages/evidence.html"

    id: Annotated[str, "The fact's id."]
    kind: Annotated[str, "What kind of record the fact is."]
    when: Annotated[str, "When it happened or held; empty where nothing says."]
    cadres: Annotated[tuple[Edge, ...], "The cadres it is about."]
    case: Annotated[str, "Id of the selection case it is, or belongs to; empty for none."]
    own: Annotated[str, "The page of the thing itself; empty where this is it."]
    values: Annotated[tuple[Value, ...], "All it says, property by property."]
    disputes: Annotated[tuple[Dispute, ...], "Properties on which the sources differ, with every value."]
    sources: Annotated[tuple[Source, ...], "Each place in a document that states it, newest first."]
    questions: Annotated[
        tuple[tuple[str, tuple[Question, ...]], ...],
        "Saved queries about this thing, or about the cadre, unit and post that it names: whom, and which.",
    ]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/evidence/<fact_id>")
def show(fact_id: str) -> Response:
    """One fact by its id."""
    graph = services().graph
    record = read_fact(graph, fact_id, services().settings.clearance)
    found = deliveries(graph, sorted({each.document_id for each in record.sources}))
    return render(
        EvidencePage(
            title=record_name(record),
            id=fact_id,
            kind=kind_title(record.TYPE),
            when=when_text(record),
            cadres=_cadres(record),
            case=_case(record),
            own=_own(record),
            values=tuple(values_of(record)),
            disputes=disputes(record),
            sources=sources(record.sources, found),
            questions=_questions(record),
            queries=(replace(view_query("fact", id=fact_id), cypher=fact_query(record.TYPE.label)),),
        )
    )


def _own(record: Record) -> str:
    page = thing_page(record.TYPE.label, record.id) or ""
    return "" if page == Urls().evidence(record.id) or record.TYPE.label == SelectionCase.TYPE.label else page


def _case(record: Record) -> str:
    label = SelectionCase.TYPE.label
    if record.TYPE.label == label:
        return record.id
    edges = (edge for name in record.TYPE.links for edge in getattr(record, name))
    return next((edge.id for edge in edges if edge.label == label), "")


def _questions(record: Record) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """By the thing they are about: the record itself, and the first of each kind it names unless it is one of them."""
    edges = (edge for name in record.TYPE.links for edge in getattr(record, name))
    own = Edge(record.id, record.TYPE.label, record_name(record))
    first = {edge.label: edge for edge in reversed((*_cadres(record), *edges))}
    named = () if own.label in _ASKED_ABOUT else (first[each] for each in _ASKED_ABOUT if each in first)
    found = ((edge.name, questions_about(_ASKED_ABOUT.get(edge.label, edge.label), edge.id)) for edge in (own, *named))
    return tuple((name, questions) for name, questions in found if questions)


def _cadres(record: Record) -> tuple[Edge, ...]:
    if record.TYPE.label == "Cadre":
        return (Edge(record.id, "Cadre", getattr(record, "name", None) or record.id),)
    return cadres_of(record)

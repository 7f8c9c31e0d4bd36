"""One source record: what one document says about one subject, fact by fact, with place and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from graph.model.codes import code_list
from graph.model.schema import Evidence, Record
from queries.dossier import visible_labels
from queries.evidence import SourceText, read_source
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.cell_words import importer_title
from webui.parts.components import Cell, Column, Query, Table, table, view_query
from webui.parts.findings import place_text
from webui.parts.formats import date_text, instant_text
from webui.parts.names import kind_title
from webui.parts.questions import Question, questions_about
from webui.parts.records import record_name, when_text

page = Blueprint("source", __name__)


@dataclass(frozen=True, kw_only=True)
class SourcePage(View):
    """What one document says about one subject."""

    template: ClassVar[str] = "pages/source.html"

    lines: Annotated[tuple[tuple[str, str], ...], "Kind of source, author, dates: what it is called and what it says."]
    batch: Annotated[str | None, "Id of the batch that brought it in."]
    outdated: Annotated[str, "When a newer document took its place; empty while it is in force."]
    facts: Annotated[Table | None, "One row a place that states a fact; None when none may be shown."]
    questions: Annotated[tuple[Question, ...], "Saved queries about this source, or the document it is part of."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/sources/<source_id>")
def show(source_id: str) -> Response:
    """One source record by its id."""
    clearance = services().settings.clearance
    source = read_source(services().graph, source_id, clearance)
    return render(
        SourcePage(
            title=source.document,
            lines=_lines(source),
            batch=source.delivery.batch,
            outdated=instant_text(source.known_to),
            facts=_facts(source.facts) if source.facts else None,
            questions=questions_about("SourceRecord", source_id)
            + questions_about("SourceDocument", source.document_id),
            queries=(
                view_query("source_record", id=source_id),
                view_query("source_statements", id=source_id, labels=visible_labels(clearance)),
            ),
        )
    )


def _lines(source: SourceText) -> tuple[tuple[str, str], ...]:
    told = {
        "origin": code_list("origin").label(source.origin, language()) if source.origin else "",
        "author": source.author or "",
        "date": date_text(source.date),
        "issuer": source.delivery.issuer or "",
        "format": importer_title(source.importer) if source.importer else "",
        "recorded": instant_text(source.recorded_at),
    }
    return tuple((say(f"source_line_{name}"), text) for name, text in told.items() if text)


def _facts(facts: tuple[Record, ...]) -> Table:
    columns = [Column(say("statement_place")), Column(say("statement_fact")), Column(say("statement_when"), "date")]
    columns += [Column(say("statement_kind")), Column(say("statement_quote"), "long")]
    stated = sorted(((each, fact) for fact in facts for each in fact.sources), key=_order)
    cells = [
        [
            Cell(place_text(each.sheet, each.row, each.line, each.column) or each.locator or say("place_whole")),
            Cell(record_name(fact), href=Urls().evidence(fact.id)),
            Cell(when_text(fact)),
            Cell(kind_title(fact.TYPE)),
            Cell(each.quote),
        ]
        for each, fact in stated
    ]
    return table(say("statements_title"), columns, cells)


def _order(stated: tuple[Evidence, Record]) -> tuple[str, int, int, str, str]:
    """The order of the document; what has no line of its own comes first."""
    place, fact = stated
    return (place.sheet or "", place.row or 0, place.line or 0, place.column or "", fact.id)

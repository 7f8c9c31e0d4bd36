"""Why a row is in a result: the things and relations that made it match, with their sources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from flask import Blueprint, Response, request
from markupsafe import Markup

from analysis.drawing.network import draw_network
from graph.errors import InputError
from graph.model.records import record_types
from queries.desk.drafts import find_query_or_draft
from queries.file import QueryFile
from queries.why import Reason, why, why_cypher
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Picture, Query, Table, table
from webui.parts.formats import date_text
from webui.parts.names import field_title, kind_name, relation_name, thing_name
from webui.parts.records import value_text
from webui.parts.result_cells import value_cell
from webui.parts.things import thing_page
from webui.shows.graph import lines_of, points_of

page = Blueprint("query_why", __name__)

_PAGE = ("lang", "row")


@dataclass(frozen=True)
class Told:
    """One cell of the row: the title of its column and its value in words."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class QueryWhyPage(View):
    """Why one row is there."""

    template: ClassVar[str] = "pages/query_why.html"

    back: Annotated[str, "Address of the result."]
    asked: Annotated[str, "The question the query answers."]
    row: Annotated[tuple[Told, ...], "What the row says beside the things it names."]
    picture: Annotated[Picture, "The sub-graph drawn."]
    things: Annotated[Table, "The things of the sub-graph."]
    links: Annotated[Table | None, "The relations between them; None where there are none, and nothing to draw."]
    sources: Annotated[Table, "Where the documents say so."]
    more: Annotated[bool, "Whether things were left out."]
    query: Annotated[Query, "The Cypher that finds them."]


@page.get("/queries/<name>/why")
def show(name: str) -> Response:
    """The sub-graph behind the row that `row` in the address names."""
    own = services()
    query = find_query_or_draft(name, own.settings.data)
    given = {key: values for key, values in request.args.lists() if key not in _PAGE}
    row = _row()
    reason = why(
        own.graph,
        query,
        given,
        row,
        clearance=own.settings.clearance,
        today=own.today(),
        data=own.settings.data,
    )
    return render(
        QueryWhyPage(
            title=say("query_why_page", title=query.header.title(language())),
            back=Urls().query(name, given),
            asked=query.header.question(language()),
            row=tuple(_told(query, row)),
            picture=_picture(reason, query.header.title(language())),
            things=_things(reason),
            links=_links(reason),
            sources=_sources(reason),
            more=reason.more,
            query=Query(query.header.title(language()), why_cypher(query, row)),
        )
    )


def _picture(reason: Reason, title: str) -> Picture:
    points, lines = points_of(reason, thing_page), lines_of(reason)
    caption = say("show_graph", nodes=len(points), links=len(lines))
    svg = draw_network(points, lines, title=title, description=caption, language=language())
    return Picture(Markup(svg), caption, "")  # noqa: S704 - our own SVG, escaped by its builder


def _row() -> Mapping[str, Any]:
    try:
        row = json.loads(request.args.get("row", ""), parse_int=_counted)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise InputError(say("query_no_row"), hint=say("query_no_row_hint"))
    return row


def _counted(text: str) -> int:
    """A number of a row; ValueError for one that no graph holds."""
    number = int(text)
    if abs(number) >= 1 << 63:
        raise ValueError(text)
    return number


def _told(query: QueryFile, row: Mapping[str, Any]) -> Iterator[Told]:
    """The cells that the things below do not show: numbers, days, words, each once where it is in two languages."""
    declared = query.header.columns
    doubled = {each.english_of if language() == "en" else name for name, each in declared.items() if each.english_of}
    for name, column in declared.items():
        value = row.get(name)
        if value is not None and name not in doubled and not isinstance(value, (Mapping, list)):
            yield Told(column.meaning(language()), value_cell(query, name, value, column.type).text)


def _things(reason: Reason) -> Table:
    columns = [Column(say("why_name")), Column(say("why_kind")), Column(say("why_says"), "long")]
    rows = [
        [
            Cell(thing_name(node.label, node.name), href=thing_page(node.label, node.id)),
            Cell(kind_name(node.label)),
            Cell(_said(node.label, node.properties)),
        ]
        for node in reason.nodes
    ]
    return table(say("why_things"), columns, rows)


def _said(label: str, properties: Mapping[str, Any]) -> str:
    """The properties a thing has, by their titles."""
    declared = record_types().get(label)
    if declared is None:
        return ""
    hidden = ("pinyin", "initials", "photo")
    told = ((each, properties[name]) for name, each in declared.TYPE.properties.items() if name in properties)
    return say("list_semicolon").join(
        f"{field_title(each)} {value_text(each, value)}" for each, value in told if each.name not in hidden
    )


def _names(reason: Reason) -> Mapping[str, str]:
    return {node.id: thing_name(node.label, node.name) for node in reason.nodes}


def _links(reason: Reason) -> Table | None:
    names = _names(reason)
    columns = [Column(say("why_from")), Column(say("why_relation")), Column(say("why_to"))]
    rows = [[Cell(names[each.start]), Cell(relation_name(each.type)), Cell(names[each.end])] for each in reason.links]
    return table(say("why_links"), columns, rows) if rows else None


def _sources(reason: Reason) -> Table:
    names = _names(reason)
    columns = [
        Column(say("why_fact")),
        Column(say("why_document")),
        Column(say("why_place")),
        Column(say("why_quote"), "long"),
    ]
    rows = [
        [
            Cell(names.get(each.fact, each.fact)),
            Cell(each.document or "", href=Urls().source(each.record_id)),
            Cell(" ".join(filter(None, (date_text(each.date), each.locator)))),
            Cell(each.quote),
        ]
        for each in reason.sources
    ]
    return table(say("why_sources"), columns, rows)

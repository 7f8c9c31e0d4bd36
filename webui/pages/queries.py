"""The catalogue of saved queries by topic, with a search over names, titles and questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response, request

from graph.settings import Settings
from queries.arguments import BELOW
from queries.catalogue import catalogue, topics, unreadable
from queries.desk.recent import favourites, recent_runs
from queries.file import Parameter, QueryFile
from queries.reports import value_said
from webui.frame.language import language, say
from webui.frame.navigation import Nav
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Table, table
from webui.parts.formats import instant_text
from webui.parts.meant import meant
from webui.parts.names import topic_title

page = Blueprint("queries", __name__)
NAV = Nav(order=30, word="nav_queries", endpoint="queries.show")

_RECENT = 8


@dataclass(frozen=True)
class Entry:
    """One query in the catalogue."""

    name: str
    title: str
    question: str
    access: int
    withheld: bool
    favourite: bool


@dataclass(frozen=True, kw_only=True)
class QueriesPage(View):
    """Every saved query."""

    template: ClassVar[str] = "pages/queries.html"

    q: Annotated[str, "The search as it was typed; empty before one was made."]
    groups: Annotated[tuple[tuple[str, str, tuple[Entry, ...]], ...], "Topics: folder, title and queries."]
    count: Annotated[int, "How many queries are listed."]
    unreadable: Annotated[tuple[str, ...], "Files of published queries that cannot be read, and why; none in a search."]
    nothing: Annotated[Empty | None, "What to do when the search found none."]
    favourites: Annotated[tuple[tuple[str, str], ...], "Titles and addresses of the favourites; none in a search."]
    recent: Annotated[Table | None, "The runs of late, each a link to its result; None in a search."]


@page.get("/queries")
def show() -> Response:
    """The catalogue; with `?q=` the queries that answer to it."""
    settings = services().settings
    q = request.args.get("q", "").strip()[:200]
    found = {name: query for name, query in catalogue(settings.data).items() if _answers(query, q)}
    stars = frozenset(favourites(settings.data))
    groups = tuple(
        (
            topic,
            topic_title(topic),
            tuple(_entry(each, settings, stars) for each in found.values() if each.topic == topic),
        )
        for topic in topics(found)
    )
    nothing = None if found else Empty(say("queries_none", q=q), Urls().queries(), say("queries_all"))
    return render(
        QueriesPage(
            title=say("queries_title"),
            q=q,
            groups=groups,
            count=len(found),
            unreadable=() if q else tuple(error.in_language(language()) for error in unreadable(settings.data)),
            nothing=nothing,
            favourites=() if q else _favourites(settings, found),
            recent=None if q else _recent(settings, found),
        )
    )


def _favourites(settings: Settings, listed: Mapping[str, QueryFile]) -> tuple[tuple[str, str], ...]:
    """A favourite that was withdrawn is left out."""
    names = (each for each in favourites(settings.data) if each in listed)
    return tuple((listed[each].header.title(language()), Urls().query(each)) for each in names)


def _recent(settings: Settings, listed: Mapping[str, QueryFile]) -> Table | None:
    runs = [each for each in recent_runs(settings.data, _RECENT) if each.name in listed]
    columns = [Column(say(f"recent_{each}")) for each in ("query", "given")]
    columns += [Column(say("recent_rows"), "number"), Column(say("recent_at"))]
    rows = [
        [
            Cell(
                listed[each.name].header.title(language()), href=Urls().query(each.name, {**each.parameters, "run": 1})
            ),
            Cell(_given(listed[each.name], each.parameters)),
            Cell(f"{each.rows:,}"),
            Cell(instant_text(each.at)),
        ]
        for each in runs
    ]
    return table(say("recent_runs"), columns, rows) if rows else None


def _given(query: QueryFile, values: Mapping[str, object]) -> str:
    """What a run was given, each value under what its parameter asks for."""
    asked = query.header.parameters
    told = (
        say("recent_value", asked=asked[name].help(language()), value=_value(asked[name], value))
        for name, value in values.items()
        if name in asked
    )
    reaches = (
        say(f"query_below_{values[own]}") for name in asked if (own := name + BELOW) in values and own not in asked
    )
    return say("recent_between").join((*told, *reaches))


def _value(parameter: Parameter, value: object) -> str:
    """One value; of an id the name, and the words that stand for a day, for yes and for no in the reader's language."""
    if isinstance(value, str) and (found := meant(parameter, value)):
        return found.name
    if parameter.type == "yes_no":
        return say(str(value))
    return say("recent_today") if value == "today" else value_said(parameter, value, value, language())


def _answers(query: QueryFile, q: str) -> bool:
    texts = (query.name, query.topic, *query.header.told)
    return all(any(word in text.lower() for text in texts) for word in q.lower().split())


def _entry(query: QueryFile, settings: Settings, stars: frozenset[str]) -> Entry:
    header = query.header
    withheld = query.access > settings.clearance
    title, question = header.title(language()), header.question(language())
    return Entry(query.name, title, question, int(query.access), withheld, query.name in stars)

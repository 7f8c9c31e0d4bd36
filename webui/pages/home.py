"""The start page: the search, what is due, what came in of late, and what one asks often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from queries.catalogue import catalogue
from queries.desk.lists import all_lists
from queries.desk.recent import favourites
from queries.runner import run_view
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Link, Table, table
from webui.parts.due import Due, due_things
from webui.parts.findings import code_cell
from webui.parts.formats import instant_text

page = Blueprint("home", __name__)

_BATCHES: Final = 5
_LISTS: Final = 8


@dataclass(frozen=True)
class Counts:
    """What the graph holds."""

    cadres: int
    units: int
    posts: int
    documents: int
    batches: int
    findings: int


@dataclass(frozen=True, kw_only=True)
class HomePage(View):
    """What one wants on arrival."""

    template: ClassVar[str] = "pages/home.html"

    nothing: Annotated[Empty | None, "What to do while the graph is empty; None when it is not."]
    due: Annotated[tuple[Due, ...], "What is due, with its counts."]
    batches: Annotated[Table | None, "The newest imports; None where there are none."]
    favourites: Annotated[tuple[Link, ...], "The saved queries one has marked."]
    lists: Annotated[tuple[Link, ...], "The named lists of cadres."]
    counts: Annotated[Counts, "What the graph holds."]


@page.get("/")
def show() -> AnyResponse:
    """The start page; with `?q=` on to the search."""
    if request.args.get("q"):
        return redirect(Urls().search(request.args["q"]))
    return _arrive()


def _arrive() -> Response:
    graph = services().graph
    counts = Counts(**run_view(graph, "graph_counts")[0])
    batches = run_view(graph, "batches", skip=0, limit=_BATCHES)
    version = " ".join(f"{each['id']} {each['state']}" for each in batches)
    return render(
        HomePage(
            title=say("home_title"),
            nothing=None if counts.cadres else Empty(say("home_empty"), Urls().import_new(), say("nav_import_new")),
            due=tuple(due_things(version)) if counts.cadres else (),
            batches=_table(batches) if batches else None,
            favourites=_favourites(),
            lists=tuple(
                Link(each.name, Urls().list_of(each.name)) for each in all_lists(services().settings.data)[:_LISTS]
            ),
            counts=counts,
        )
    )


def _favourites() -> tuple[Link, ...]:
    """A favourite that was withdrawn is left out."""
    data = services().settings.data
    listed = catalogue(data)
    named = (listed[name] for name in favourites(data) if name in listed)
    return tuple(Link(each.header.title(language()), Urls().query(each.name)) for each in named)


def _table(rows: list[dict[str, Any]]) -> Table:
    columns = [Column(say("batch_started"), "date"), Column(say("batch_state"))]
    columns += [Column(say(f"batch_{name}"), "number") for name in ("files", "created", "findings")]
    return table(
        say("home_batches"),
        columns,
        [
            [
                Cell(instant_text(row["started_at"]), href=Urls().import_batch(row["id"])),
                code_cell("batch_state", row["state"]),
                *(Cell(f"{row[name] or 0:,}") for name in ("files", "created", "findings")),
            ]
            for row in rows
        ],
    )

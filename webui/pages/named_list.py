"""One named list: its cadres, the queries that take it, its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from export import results
from export.results import Table as File
from graph.model.schema import Access
from queries.desk import lists
from queries.desk.lists import PREFIX, NamedList
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Table, table
from webui.parts.files import attached, day_and_marking
from webui.parts.formats import date_text
from webui.parts.questions import Question, questions_about

page = Blueprint("named_list", __name__)


@dataclass(frozen=True, kw_only=True)
class NamedListPage(View):
    """One list."""

    template: ClassVar[str] = "pages/named_list.html"

    name: Annotated[str, "What the list is called."]
    note: Annotated[str, "What it is for."]
    members: Annotated[Table, "Its cadres, in order."]
    ids: Annotated[tuple[tuple[str, str], ...], "Id and name of each, to take some off."]
    missing: Annotated[int, "How many of its cadres are not in the graph any more."]
    questions: Annotated[tuple[Question, ...], "The saved queries that take a list."]


@page.get("/lists/<name>")
def show(name: str) -> Response:
    """Its cadres."""
    kept, rows = _rows(name)
    columns = [Column(say(f"list_{each}")) for each in ("name", "sex", "birth_month")]
    cells = [
        [
            Cell(row["name"], href=Urls().cadre(row["id"]), pick=row["id"]),
            Cell(row["sex"] or ""),
            Cell(date_text(row["birth_month"])),
        ]
        for row in rows
    ]
    return render(
        NamedListPage(
            title=kept.name,
            name=kept.name,
            note=kept.note,
            members=table(kept.name, columns, cells),
            ids=tuple((row["id"], row["name"]) for row in rows),
            missing=len(kept.cadres) - len(rows),
            questions=questions_about("cadres", PREFIX + kept.name),
        )
    )


@page.get("/lists/<name>.<any(csv, xlsx, zip):ending>")
def download(name: str, ending: str) -> Response:
    """Id, name, sex and month of birth of each."""
    kept, rows = _rows(name)
    keys = ("id", "name", "sex", "birth_month")
    found = File(
        title=kept.name,
        columns=tuple((key, say(f"list_{key}"), "text") for key in keys),
        rows=tuple(tuple(row[key] for key in keys) for row in rows),
        marks=tuple(
            filter(
                None,
                (kept.note, day_and_marking(Access.OFFICE)),
            )
        ),
        document={},
    )
    return attached(results.write(found, ending), results.media_type(ending), kept.name, ending, Access.OFFICE)


@page.post("/lists/<name>/<any(rename, remove, drop):change>")
def change(name: str, change: str) -> AnyResponse:
    """Give it another name, take cadres off it, or take the whole of it away."""
    data = services().settings.data
    if change == "rename":
        return redirect(Urls().list_of(lists.rename_list(data, name, request.form.get("new", "")).name), 303)
    if change == "remove":
        return redirect(Urls().list_of(lists.without(data, name, set(request.form.getlist("cadre"))).name), 303)
    lists.drop_list(data, name)
    return redirect(Urls().lists(), 303)


def _rows(name: str) -> tuple[NamedList, list[dict[str, Any]]]:
    """The list and what the graph knows of its cadres, in the order of the list."""
    kept = lists.named_list(services().settings.data, name)
    place = {cadre: at for at, cadre in enumerate(kept.cadres)}
    rows = run_view(services().graph, "cadres_by_id", ids=list(kept.cadres))
    return kept, sorted(rows, key=lambda row: place[row["id"]])

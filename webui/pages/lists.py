"""The named lists of cadres: all of them, a new one from a result or from two others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, cast, get_args

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from queries.desk import lists
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Table, table
from webui.parts.formats import instant_text

page = Blueprint("lists", __name__)

_MOST_TICKED: Final = 500


@dataclass(frozen=True, kw_only=True)
class ListsPage(View):
    """Every named list."""

    template: ClassVar[str] = "pages/lists.html"

    listed: Annotated[Table | None, "The lists, a row each; None where there are none."]
    nothing: Annotated[Empty | None, "What to do where there are none."]
    names: Annotated[tuple[str, ...], "The names of all, to choose two of."]
    chosen: Annotated[str, "The ids of cadres ticked on another page, for a new list; empty where none were."]
    people: Annotated[tuple[str, ...], "Their names."]


@page.get("/lists")
def show() -> Response:
    """All of them, by name; with `cadre` in the address, once or more, the form for a new list of those."""
    found = lists.all_lists(services().settings.data)
    ticked = list(dict.fromkeys(request.args.getlist("cadre")))[:_MOST_TICKED]
    people = run_view(services().graph, "cadres_by_id", ids=ticked) if ticked else []
    return render(
        ListsPage(
            title=say("lists_title"),
            listed=_table(found) if found else None,
            nothing=None if found else Empty(say("lists_none"), Urls().queries(), say("nav_queries")),
            names=tuple(each.name for each in found),
            chosen=",".join(row["id"] for row in people),
            people=tuple(row["name"] for row in people),
        )
    )


@page.post("/lists")
def make() -> AnyResponse:
    """A new list of the cadres of a result."""
    form = request.form
    cadres = list(dict.fromkeys(each for each in form.get("cadres", "").split(",") if each))
    kept = lists.keep_list(services().settings.data, form.get("name", ""), cadres, form.get("note", "")[:500])
    return redirect(Urls().list_of(kept.name), 303)


@page.post("/lists/combine")
def combine() -> AnyResponse:
    """A new list of two others."""
    form = request.form
    operation = cast("lists.Operation", form.get("operation", ""))
    first, second, name = (form.get(each, "") for each in ("first", "second", "name"))
    how = say(f"lists_{operation}") if operation in get_args(lists.Operation) else ""
    note = say("lists_combined", how=how, first=first, second=second)
    kept = lists.combine(services().settings.data, operation, first, second, name, note)
    return redirect(Urls().list_of(kept.name), 303)


def _table(found: list[lists.NamedList]) -> Table:
    columns = [
        Column(say("lists_name")),
        Column(say("lists_count"), "number"),
        Column(say("lists_note")),
        Column(say("lists_made")),
    ]
    rows = [
        [
            Cell(each.name, href=Urls().list_of(each.name)),
            Cell(str(len(each.cadres))),
            Cell(each.note),
            Cell(instant_text(each.made_at)),
        ]
        for each in found
    ]
    return table(say("lists_title"), columns, rows)

"""One named list: its cadres, the queries that take it, its changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from export import results
from export.results import Table as File
from graph.model.codes import code_list
from graph.model.schema import Access
from queries.conditions import Matched
from queries.desk import lists
from queries.desk.lists import PREFIX, NamedList
from queries.runner import run_view
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Table
from webui.parts.files import attached, day_and_marking
from webui.parts.matches import matches_table, sorted_matches
from webui.parts.questions import Question, questions_about

page = Blueprint("named_list", __name__)

_TITLES: Final = {
    "id": "list_id",
    "name": "list_name",
    "sex": "list_sex",
    "birth_month": "list_birth_month",
    "level": "match_level",
    "level_since": "match_since",
    "grade": "match_grade",
    "post": "match_post",
}
"""The columns of a file, with the words of their headings."""
_CODES: Final = {"sex": "sex", "level": "position_level", "grade": "grade"}


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
    sort = request.args.get("sort", "")
    members = matches_table(
        sorted_matches([Matched(**row, unknown=(), shown={}) for row in rows], sort),
        lambda by: Urls().list_of(kept.name, sort=by),
        sort,
    )
    return render(
        NamedListPage(
            title=kept.name,
            name=kept.name,
            note=kept.note,
            members=replace(members, caption=kept.name),
            ids=tuple((row["id"], row["name"]) for row in rows),
            missing=len(kept.cadres) - len(rows),
            questions=questions_about("cadres", PREFIX + kept.name),
        )
    )


@page.get("/lists/<name>.<any(csv, xlsx, zip):ending>")
def download(name: str, ending: str) -> Response:
    """What the page shows of each, and the id."""
    kept, rows = _rows(name)
    titles = {key: say(word) for key, word in _TITLES.items()}
    found = File(
        title=kept.name,
        columns=tuple((key, title, "text") for key, title in titles.items()),
        rows=tuple(tuple(_worded(key, row[key]) for key in titles) for row in rows),
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


def _worded(key: str, value: str | None) -> str | None:
    return code_list(_CODES[key]).label(value, language()) if value and key in _CODES else value


def _rows(name: str) -> tuple[NamedList, list[dict[str, Any]]]:
    """The list and what the graph knows of its cadres, in the order of the list."""
    kept = lists.named_list(services().settings.data, name)
    place = {cadre: at for at, cadre in enumerate(kept.cadres)}
    rows = run_view(services().graph, "cadres_by_id", ids=list(kept.cadres))
    return kept, sorted(rows, key=lambda row: place[row["id"]])

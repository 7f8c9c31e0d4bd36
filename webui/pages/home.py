"""The start page: one search box, what is found, and what the graph holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response, request

from queries.runner import run_view
from queries.search import CadreRow, find_cadres
from webui.components import Cell, Column, Empty, Table, table
from webui.formats import date_text
from webui.language import say
from webui.services import services
from webui.urls import Urls
from webui.view import View, render

page = Blueprint("home", __name__)

_MOST_FOUND: Final = 100
_LONGEST_SEARCH: Final = 200


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
    """Search, and what there is to find."""

    template: ClassVar[str] = "pages/home.html"

    q: Annotated[str, "The search as it was typed; empty before one was made."]
    found: Annotated[Table | None, "The cadres found; None before a search and when nothing was found."]
    more: Annotated[bool, "Whether there are more cadres than the page shows."]
    nothing: Annotated[Empty | None, "What to do when nothing was found, or when the graph is empty."]
    counts: Annotated[Counts, "What the graph holds."]


@page.get("/")
def show() -> Response:
    """The start page; with `?q=` the cadres that answer to it."""
    graph = services().graph
    q = request.args.get("q", "").strip()[:_LONGEST_SEARCH]
    rows = find_cadres(graph, q, _MOST_FOUND + 1) if q else []
    counts = Counts(**run_view(graph, "graph_counts")[0])
    return render(
        HomePage(
            title=say("home_found_title", q=q) if q else say("home_title"),
            q=q,
            found=_found(rows[:_MOST_FOUND]) if rows else None,
            more=len(rows) > _MOST_FOUND,
            nothing=_nothing(q, counts) if not rows else None,
            counts=counts,
        )
    )


def _found(rows: list[CadreRow]) -> Table:
    columns = [Column(say(f"home_{each}")) for each in ("name", "sex", "birth", "post")]
    cells = [
        [
            Cell(row.name, href=Urls().cadre(row.id)),
            Cell(row.sex or ""),
            Cell(date_text(row.birth_month)),
            Cell(posts_text(row)),
        ]
        for row in rows
    ]
    return table(say("home_found"), columns, cells)


def posts_text(row: CadreRow) -> str:
    """The current posts on one line, those in one unit together: `澜江市水利局 党组书记、局长；石泉县委 书记`."""
    units: dict[str, list[str]] = {}
    for held in row.current_posts:
        post = " ".join(part for part in (held.post, held.rank) if part)
        units.setdefault(held.unit or "", []).append(post)
    return "；".join(
        " ".join(part for part in (unit, "、".join(filter(None, posts))) if part) for unit, posts in units.items()
    )


def _nothing(q: str, counts: Counts) -> Empty | None:
    if counts.cadres == 0:
        return Empty(say("home_empty"), Urls().import_new(), say("nav_import_new"))
    return Empty(say("home_not_found", q=q)) if q else None

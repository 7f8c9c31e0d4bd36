"""One unit: where it belongs, its posts, who held them, the saved queries about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from graph.errors import NotFoundError
from queries.runner import run_view
from webui.components import Link, Query, view_query
from webui.holders import MOST, Holders, holders_of
from webui.language import say
from webui.questions import Question, questions_about
from webui.services import services
from webui.urls import Urls
from webui.view import View, render

page = Blueprint("unit", __name__)


@dataclass(frozen=True, kw_only=True)
class UnitPage(View):
    """One unit."""

    template: ClassVar[str] = "pages/unit.html"

    id: Annotated[str, "The unit's id."]
    short: Annotated[str, "The short name; empty where there is none."]
    evidence: Annotated[str, "Where its own sources are; empty where it is known from résumés only."]
    parts: Annotated[
        tuple[tuple[str, tuple[Link, ...]], ...], "Units above, units below and posts, each with its heading."
    ]
    holders: Annotated[Holders | None, "Who held posts there; None where nobody is known."]
    questions: Annotated[tuple[Question, ...], "The saved queries about it."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/units/<unit_id>")
def show(unit_id: str) -> Response:
    """One unit by its id."""
    graph = services().graph
    found = run_view(graph, "unit_facts", id=unit_id)
    if not found:
        raise NotFoundError(say("unit_none"), hint=say("unit_none_hint"))
    unit = found[0]
    parts = [
        (each, unit[each], Urls().post if each == "posts" else Urls().unit) for each in ("above", "below", "posts")
    ]
    return render(
        UnitPage(
            title=unit["name"],
            id=unit_id,
            short=unit["short_name"] or "",
            evidence=Urls().evidence(unit_id) if unit["stated"] else "",
            parts=tuple(
                (
                    say(f"unit_{name}"),
                    tuple(
                        Link(one["name"], to(one["id"])) for one in sorted(listed, key=lambda each: str(each["name"]))
                    ),
                )
                for name, listed, to in parts
                if listed
            ),
            holders=holders_of(run_view(graph, "unit_holders", id=unit_id, limit=MOST + 1), unit["name"]),
            questions=questions_about("unit", unit_id),
            queries=(view_query("unit_facts", id=unit_id), view_query("unit_holders", id=unit_id, limit=MOST + 1)),
        )
    )

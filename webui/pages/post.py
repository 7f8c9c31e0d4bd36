"""One post: its unit, who held it, the saved queries about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response

from graph.errors import NotFoundError
from queries.catalogue import catalogue
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Link, Query, view_query
from webui.parts.holders import MOST, Holders, holders_of
from webui.parts.questions import Question, questions_about

page = Blueprint("post", __name__)

_FITTING: Final = "who_fits_post"


@dataclass(frozen=True, kw_only=True)
class PostPage(View):
    """One post."""

    template: ClassVar[str] = "pages/post.html"

    id: Annotated[str, "The post's id."]
    unit: Annotated[Link | None, "The unit it belongs to; None where that is not known."]
    evidence: Annotated[str, "Where its own sources are; empty where it is known from résumés only."]
    fitting: Annotated[str, "Address of who else fits it; empty above the reader's class."]
    holders: Annotated[Holders | None, "Who held it; None where nobody is known."]
    questions: Annotated[tuple[Question, ...], "The saved queries about it."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/posts/<post_id>")
def show(post_id: str) -> Response:
    """One post by its id."""
    graph = services().graph
    found = run_view(graph, "post_facts", id=post_id)
    if not found:
        raise NotFoundError(say("post_none"), hint=say("unit_none_hint"))
    post = found[0]
    return render(
        PostPage(
            title=post["title"],
            id=post_id,
            unit=Link(post["unit"], Urls().unit(post["unit_id"])) if post["unit_id"] else None,
            evidence=Urls().evidence(post_id) if post["stated"] else "",
            fitting=_fitting(post_id),
            holders=holders_of(
                run_view(graph, "post_holders", id=post_id, limit=MOST + 1), post["title"], post=post_id
            ),
            questions=questions_about("post", post_id),
            queries=(view_query("post_facts", id=post_id), view_query("post_holders", id=post_id, limit=MOST + 1)),
        )
    )


def _fitting(post_id: str) -> str:
    query = catalogue(services().settings.data)[_FITTING]
    return Urls().query(_FITTING, {"post": post_id}) if query.access <= services().settings.clearance else ""

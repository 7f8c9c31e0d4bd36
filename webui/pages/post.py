"""One post on a day: its unit, who held it then, who ever held it, the saved queries about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response

from analysis.career.day import Day
from analysis.team.model import Holding
from analysis.team.on_day import change_days, team_on
from graph.errors import NotFoundError
from graph.model.values import add_months
from queries.catalogue import catalogue
from queries.runner import run_view
from webui.frame.clock import Clock, clock
from webui.frame.language import say
from webui.frame.past import known_day
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Link, Query, Table, view_query
from webui.parts.holders import MOST, Holders, holder_rows, holders_of
from webui.parts.questions import Question, questions_about
from webui.parts.team_parts import team_table
from webui.parts.teams import holdings_of, holdings_of_post

page = Blueprint("post", __name__)

_FITTING: Final = "who_fits_post"


@dataclass(frozen=True, kw_only=True)
class PostPage(View):
    """One post."""

    template: ClassVar[str] = "pages/post.html"

    id: Annotated[str, "The post's id."]
    unit: Annotated[Link | None, "The unit it belongs to; None where that is not known."]
    evidence: Annotated[str, "Where its own sources are; empty where it is known from résumés only."]
    clock: Annotated[Clock, "The two days the page tells of."]
    difference: Annotated[str, "Where its picture of the day is compared with that of a year before."]
    team: Annotated[Table | None, "Who held it on the day; None for nobody."]
    fitting: Annotated[str, "Address of who else fits it; empty above the reader's class."]
    holders: Annotated[Holders | None, "Who held it; None where nobody is known."]
    questions: Annotated[tuple[Question, ...], "The saved queries about it."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/posts/<post_id>")
def show(post_id: str) -> Response:
    """One post by its id, as of `?as_of=`, as the records stood on `?known_on=`."""
    graph = services().graph
    found = run_view(graph, "post_facts", id=post_id)
    if not found:
        raise NotFoundError(say("post_none"), hint=say("unit_none_hint"))
    post, known = found[0], known_day()
    rows = run_view(graph, "post_holders", id=post_id, limit=MOST + 1)
    held = _held(post, [row["tenure"] for row in rows], known)
    time = clock(Urls().post(post_id), change_days(held))
    return render(
        PostPage(
            title=post["title"],
            id=post_id,
            unit=Link(post["unit"], Urls().unit(post["unit_id"], **time.address)) if post["unit_id"] else None,
            evidence=Urls().evidence(post_id) if post["stated"] else "",
            clock=time,
            difference=_difference(post_id, time),
            team=team_table(team_on(held, Day(time.as_of)), time.address),
            fitting=_fitting(post_id),
            holders=holders_of(holder_rows(held) if known else rows, post["title"], post=post_id),
            questions=questions_about("post", post_id),
            queries=(view_query("post_facts", id=post_id), view_query("post_holders", id=post_id, limit=MOST + 1)),
        )
    )


def _held(post: dict[str, Any], tenures: Sequence[str], known: str) -> tuple[Holding, ...]:
    there = set(tenures)
    if not known and post["unit_id"]:
        found = tuple(each for each in holdings_of([post["unit_id"]]) if each.id in there)
        if len(found) == len(there):
            return found
    return holdings_of_post(post["id"], tenures, known)


def _difference(post: str, time: Clock) -> str:
    given = {"at": post, "do": f"open:{post}:~held<Cadre:{MOST}", "from": add_months(time.as_of, -12), "to": time.as_of}
    return Urls().graph_difference(given | ({"known_from": time.known} if time.known else {}))


def _fitting(post_id: str) -> str:
    query = catalogue(services().settings.data)[_FITTING]
    return Urls().query(_FITTING, {"post": post_id}) if query.access <= services().settings.clearance else ""

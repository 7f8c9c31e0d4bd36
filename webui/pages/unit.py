"""One unit on a day: where it belongs, its team and structure, who led it, what is below, who ever held posts there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from flask import Blueprint, Response

from analysis.career.day import Day
from analysis.career.posts import may_be_vacant
from analysis.team.on_day import Team, change_days, team_on
from analysis.team.structure import Dimension
from graph.errors import NotFoundError
from graph.model.values import add_months
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
from webui.parts.team_parts import UnitBelow, leaders_table, quota_text, structure_of, team_table, units_below
from webui.parts.teams import holdings_of

page = Blueprint("unit", __name__)


@dataclass(frozen=True, kw_only=True)
class UnitPage(View):
    """One unit."""

    template: ClassVar[str] = "pages/unit.html"

    id: Annotated[str, "The unit's id."]
    short: Annotated[str, "The short name; empty where there is none."]
    evidence: Annotated[str, "Where its own sources are; empty where it is known from résumés only."]
    above: Annotated[tuple[Link, ...], "The units it belongs to."]
    clock: Annotated[Clock, "The two days the page tells of."]
    difference: Annotated[str, "Where the year before the day is compared with the day."]
    team: Annotated[Table | None, "Who is in office on the day; None for nobody."]
    size: Annotated[int, "How many cadres are in office."]
    since_unknown: Annotated[int, "Of an earlier day, how many of them no record says since when."]
    quota: Annotated[str, "Posts allowed and filled; empty where no quota is known."]
    structure: Annotated[tuple[Dimension, ...], "The team by sex, age and education."]
    led: Annotated[bool, "Whether the records know a principal in office on the day."]
    leaders: Annotated[Table | None, "Who led it one after another; None where nobody is known."]
    below: Annotated[tuple[UnitBelow, ...], "The units directly below with who is in office there."]
    posts: Annotated[tuple[Link, ...], "Its posts, whether held or not."]
    holders: Annotated[Holders | None, "Everyone who ever held a post there; None where nobody is known."]
    questions: Annotated[tuple[Question, ...], "The saved queries about it."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/units/<unit_id>")
def show(unit_id: str) -> Response:
    """One unit by its id, as of `?as_of=`, as the records stood on `?known_on=`."""
    found = run_view(services().graph, "unit_facts", id=unit_id)
    if not found:
        raise NotFoundError(say("unit_none"), hint=say("unit_none_hint"))
    return render(_view(found[0]))


def _view(unit: dict[str, Any]) -> UnitPage:
    ids = [unit["id"], *(each["id"] for each in unit["below"])]
    holdings = holdings_of(ids, known_day())
    own = [each for each in holdings if each.unit_id == unit["id"]]
    time = clock(Urls().unit(unit["id"]), change_days(own))
    day = Day(time.as_of)
    team = team_on(own, day)
    return UnitPage(
        title=unit["name"],
        id=unit["id"],
        short=unit["short_name"] or "",
        evidence=Urls().evidence(unit["id"]) if unit["stated"] else "",
        above=tuple(Link(each["name"], Urls().unit(each["id"], **time.address)) for each in unit["above"]),
        clock=time,
        difference=Urls().unit_difference(unit["id"], {"from": add_months(time.as_of, -12), "to": time.as_of}),
        team=team_table(team, time.address),
        size=len(team.cadres),
        since_unknown=len(team.since_unknown) if time.as_of < services().today() else 0,
        quota=quota_text(unit, team),
        structure=structure_of(team),
        led=any(each.leads for each in team.holdings),
        leaders=leaders_table(own, day),
        below=units_below(unit["below"], holdings, day, time.address),
        posts=_posts(unit["posts"], team),
        holders=holders_of(holder_rows(own), unit["name"]),
        questions=questions_about("unit", unit["id"]),
        queries=(view_query("unit_facts", id=unit["id"]), view_query("holdings", units=ids, limit=MOST)),
    )


def _posts(posts: Sequence[dict[str, Any]], team: Team) -> tuple[Link, ...]:
    """The posts nobody of the day's team holds: those of the team are in its table."""
    held = {each.title for each in (*team.holdings, *team.unsure)}
    free = [each for each in posts if each["name"] not in held and may_be_vacant(each["name"] or "")]
    return tuple(
        Link(each["name"], Urls().post(each["id"])) for each in sorted(free, key=lambda each: str(each["name"]))
    )

"""What changed at a unit: who came, left and moved between two days, and what the records told otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from analysis.career.day import Day
from analysis.team.changes import changes_between, learnt_between
from graph.errors import NotFoundError
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.change_tables import holdings_lessons_table, moves_table
from webui.parts.components import Link, Table
from webui.parts.day_pair import DayPair, asked_pair, summary
from webui.parts.teams import holdings_of

page = Blueprint("unit_difference", __name__)


@dataclass(frozen=True, kw_only=True)
class UnitDifferencePage(View):
    """What changed at a unit."""

    template: ClassVar[str] = "pages/unit_difference.html"

    unit: Annotated[Link, "The unit."]
    action: Annotated[str, "Where the form is sent."]
    span: Annotated[DayPair, "What is compared."]
    summary: Annotated[str, "The changes counted in one sentence."]
    undated: Annotated[int, "How many posts have neither start nor end, so that nobody knows whether they changed."]
    moves: Annotated[Table | None, "Who came, left and moved; None for nobody."]
    lessons: Annotated[Table | None, "What the records tell otherwise; None where they tell the same."]


@page.get("/units/<unit_id>/difference")
def show(unit_id: str) -> Response:
    """Between `?from=` and `?to=`; with `known_from` and `known_to` between two states of the records too."""
    found = run_view(services().graph, "unit_facts", id=unit_id)
    if not found:
        raise NotFoundError(say("unit_none"), hint=say("unit_none_hint"))
    span = asked_pair()
    now = holdings_of([unit_id], span.known_last)
    before = holdings_of([unit_id], span.known_first) if span.of_records else now
    moves = changes_between(now, Day(span.first), Day(span.last))
    lessons = learnt_between(before, now, Day(span.first), Day(span.last)) if span.of_records else ()
    return render(
        UnitDifferencePage(
            title=say("difference_title", name=found[0]["name"]),
            unit=Link(found[0]["name"], Urls().unit(unit_id, as_of=span.last, known_on=span.known_last)),
            action=Urls().unit_difference(unit_id),
            span=span,
            summary=summary(
                "difference_summary",
                span,
                ("came", "left", "moved", "passed"),
                (each.move for each in moves),
                (each.lesson for each in lessons),
            ),
            undated=sum(not (each.start or each.end) for each in now),
            moves=moves_table(moves),
            lessons=holdings_lessons_table(lessons),
        )
    )

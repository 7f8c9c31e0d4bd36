"""What changed at a unit: who came, left and moved between two days, and what the records told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from analysis.career.day import Day
from analysis.team.changes import Change, Learnt, changes_between, learnt_between
from analysis.team.model import Holding
from graph.errors import NotFoundError
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Link, Table, table, told_columns
from webui.parts.day_pair import DayPair, asked_pair, summary
from webui.parts.formats import date_text, interval_text
from webui.parts.team_parts import change_cell, sources_cell, titles
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
            moves=_moves(moves),
            lessons=_lessons(lessons),
        )
    )


def _moves(moves: Sequence[Change]) -> Table | None:
    columns = [Column(say("match_name")), Column(say("difference_move")), Column(say("difference_before"))]
    columns += [Column(say("difference_after")), Column(say("difference_date"), "date"), Column(say("holders_grounds"))]
    rows = [
        [
            Cell(each.name, href=Urls().cadre(each.cadre)),
            change_cell(each.move),
            Cell(titles(each.before)),
            Cell(titles(each.after) if each.move != "passed" else say("list_comma").join(map(_said, each.after))),
            Cell(_when(each)),
            sources_cell((each.after or each.before)[0]),
        ]
        for each in moves
    ]
    return told_columns(table(say("difference_moves"), columns, rows)) if rows else None


def _when(change: Change) -> str:
    """When it happened: the start of what is new, else the end of what is over."""
    new = {each.id for each in change.after} - {each.id for each in change.before}
    dates = [each.start for each in change.after if each.id in new] or [each.end for each in change.before]
    return date_text(max((date for date in dates if date), default=None))


def _lessons(lessons: Sequence[Learnt]) -> Table | None:
    columns = [Column(say("match_name")), Column(say("difference_lesson")), Column(say("difference_said_before"))]
    columns += [Column(say("difference_said_after")), Column(say("holders_grounds"))]
    rows = [
        [
            Cell(each.holding.name, href=Urls().cadre(each.holding.cadre)),
            change_cell(each.lesson),
            Cell(_said(each.before)),
            Cell(_said(each.after)),
            sources_cell(each.holding),
        ]
        for each in lessons
    ]
    return told_columns(table(say("difference_lessons"), columns, rows)) if rows else None


def _said(each: Holding | None) -> str:
    return f"{each.title} {interval_text(each.start, each.end, each.status)}" if each else ""

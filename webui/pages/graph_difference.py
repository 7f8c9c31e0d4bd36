"""What changed in a picture of relations between two days, and what the records told otherwise about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response, request

from analysis.network.ties import sentence
from webui.explorer.difference import TieChange, difference_of
from webui.explorer.picture import to
from webui.explorer.scene import name_of_picture
from webui.explorer.state import NAMES, kept, read_state
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.parts.change_tables import (
    events_table,
    holdings_lessons_table,
    label_of,
    moves_table,
    records_lessons_table,
)
from webui.parts.components import Cell, Column, Link, Table, table, told_columns
from webui.parts.day_pair import DayPair, asked_pair, summary
from webui.parts.formats import date_text
from webui.parts.team_parts import change_cell
from webui.parts.weights import Weighed, weighed

page = Blueprint("graph_difference", __name__)

DAYS: Final = ("as_of", "from", "to", "known_on")
"""Names in the address of a picture that say something else here, or nothing."""


@dataclass(frozen=True, kw_only=True)
class GraphDifferencePage(View):
    """What changed in a picture."""

    template: ClassVar[str] = "pages/graph_difference.html"

    picture: Annotated[Link, "The picture as it was on the later day."]
    action: Annotated[str, "Where the form is sent."]
    kept: Annotated[tuple[tuple[str, str], ...], "What the form keeps of the picture, name and value."]
    span: Annotated[DayPair, "What is compared."]
    summary: Annotated[str, "The changes counted in one sentence."]
    moves: Annotated[Table | None, "Who came, left and moved; None for nobody."]
    ties: Annotated[Table | None, "Which derived links began and ended; None for none."]
    events: Annotated[tuple[Weighed, ...], "What else began, ended and happened; none for nothing."]
    posts: Annotated[Table | None, "What the records tell otherwise of who held what; None for nothing."]
    lessons: Annotated[tuple[Weighed, ...], "What they tell otherwise of everything else."]


@page.get("/graph/difference")
def show() -> Response:
    """Of the picture of an address, between `?from=` and `?to=`, and between `?known_from=` and `?known_to=`."""
    span = asked_pair()
    state = read_state({name: request.args.getlist(name) for name in NAMES if name not in DAYS})
    found = difference_of(state, span)
    name = name_of_picture(state)
    return render(
        GraphDifferencePage(
            title=say("difference_life_title", name=name),
            picture=Link(name, to(replace(state, since=span.last, until=span.last, known=span.known_last))),
            action=Urls().graph_difference({}),
            kept=tuple(kept(state)),
            span=span,
            summary=summary(
                "graph_difference_summary",
                span,
                ("came", "left", "moved", "passed", "began", "ended", "happened"),
                chain(
                    (each.move for each in found.moves),
                    (each.event for each in found.events),
                    (each.event for each in found.ties),
                ),
                chain((each.lesson for each in found.posts), (each.lesson for each in found.lessons)),
            ),
            moves=moves_table(found.moves, within=False),
            ties=_ties(found.ties),
            events=weighed(found.events, label_of, events_table),
            posts=holdings_lessons_table(found.posts),
            lessons=weighed(found.lessons, label_of, records_lessons_table),
        )
    )


def _ties(changes: Sequence[TieChange]) -> Table | None:
    columns = [Column(say("difference_date"), "date"), Column(say("difference_move")), Column(say("graph_says"))]
    columns += [Column(say("holders_grounds"))]
    rows = [
        [
            Cell(date_text(each.date)),
            change_cell(each.event),
            Cell(sentence(each.tie, each.ground, language())),
            _grounds(each),
        ]
        for each in changes
    ]
    return told_columns(table(say("graph_difference_ties"), columns, rows)) if rows else None


def _grounds(change: TieChange) -> Cell:
    """The records it follows from, each where it is told."""
    records = change.ground.records
    links = tuple(
        Link(say("graph_ground_of", n=n) if len(records) > 1 else say("graph_ground"), Urls().evidence(each))
        for n, each in enumerate(records, 1)
    )
    return Cell(say("list_comma").join(each.name for each in links), parts=links)

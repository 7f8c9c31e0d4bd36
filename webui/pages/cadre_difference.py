"""What happened in a life between two days, and what the records told otherwise: learnt, corrected, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from analysis.dossier_difference import dossier_difference
from analysis.life_changes import life_changes
from graph.errors import NotFoundError
from graph.model.dossier import Dossier
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.life import life_on
from webui.parts.change_tables import events_table, label_of, records_lessons_table
from webui.parts.components import Link
from webui.parts.day_pair import DayPair, asked_pair, summary
from webui.parts.weights import Weighed, weighed

page = Blueprint("cadre_difference", __name__)


@dataclass(frozen=True, kw_only=True)
class CadreDifferencePage(View):
    """What changed in the life of one cadre, and in the records of it."""

    template: ClassVar[str] = "pages/cadre_difference.html"

    cadre: Annotated[Link, "The cadre."]
    action: Annotated[str, "Where the form is sent."]
    span: Annotated[DayPair, "What is compared."]
    summary: Annotated[str, "The changes counted in one sentence."]
    events: Annotated[tuple[Weighed, ...], "What began, ended and happened, posts first; none for nothing."]
    lessons: Annotated[tuple[Weighed, ...], "What the records tell otherwise; none where they tell the same."]


@page.get("/cadres/<cadre_id>/difference")
def show(cadre_id: str) -> Response:
    """Between `?from=` and `?to=`; with `known_from` and `known_to` between two states of the records too."""
    span = asked_pair()
    after = life_on(cadre_id, "", span.known_last).dossier
    events = life_changes(after, span.first, span.last)
    lessons = dossier_difference(_then(cadre_id, span.known_first, after), after) if span.of_records else ()
    name = after.cadre.name or cadre_id
    return render(
        CadreDifferencePage(
            title=say("difference_life_title", name=name),
            cadre=Link(name, Urls().cadre(cadre_id, as_of=span.last, known_on=span.known_last)),
            action=Urls().cadre_difference(cadre_id),
            span=span,
            summary=summary(
                "difference_life_summary",
                span,
                ("began", "ended", "happened"),
                (each.event for each in events),
                (each.lesson for each in lessons),
            ),
            events=weighed(events, label_of, events_table),
            lessons=weighed(lessons, label_of, records_lessons_table),
        )
    )


def _then(cadre_id: str, day: str, after: Dossier) -> Dossier:
    """What was known on an earlier day: nothing at all where the cadre was not known yet."""
    try:
        return life_on(cadre_id, "", day).dossier
    except NotFoundError:
        return Dossier(after.cadre, {}, clearance=after.clearance)

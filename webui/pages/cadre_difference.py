"""What happened in a life between two days, and what the records told otherwise: learnt, corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from analysis.dossier_difference import RecordChange, dossier_difference
from analysis.life_changes import LifeChange, life_changes
from graph.errors import NotFoundError
from graph.model.dossier import Dossier
from graph.model.schema import Record
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.life import life_on
from webui.parts.components import Cell, Column, Link, Table, table, told_columns
from webui.parts.day_pair import DayPair, asked_pair, summary
from webui.parts.formats import date_text
from webui.parts.names import kind_title
from webui.parts.records import record_name, values_of, when_text
from webui.parts.team_parts import change_cell
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
            events=weighed(events, _label, _events),
            lessons=weighed(lessons, _label, _table),
        )
    )


def _then(cadre_id: str, day: str, after: Dossier) -> Dossier:
    """What was known on an earlier day: nothing at all where the cadre was not known yet."""
    try:
        return life_on(cadre_id, "", day).dossier
    except NotFoundError:
        return Dossier(after.cadre, {}, clearance=after.clearance)


def _label(change: LifeChange | RecordChange) -> str:
    return change.record.TYPE.label


def _events(events: Sequence[LifeChange]) -> Table:
    columns = [Column(say("difference_date"), "date"), Column(say("difference_kind")), Column(say("difference_move"))]
    columns += [Column(say("difference_record")), Column(say("holders_grounds"))]
    cells = [
        [
            Cell(date_text(each.date)),
            Cell(kind_title(each.record.TYPE)),
            change_cell(each.event),
            Cell(record_name(each.record), href=Urls().evidence(each.record.id)),
            _source(each.record),
        ]
        for each in events
    ]
    return told_columns(table(say("difference_life"), columns, cells))


def _table(changes: Sequence[RecordChange]) -> Table:
    columns = [Column(say("difference_kind")), Column(say("difference_lesson")), Column(say("difference_record"))]
    columns += [Column(say("difference_date"), "date"), Column(say("difference_said_before"), "long")]
    columns += [Column(say("difference_said_after"), "long"), Column(say("holders_grounds"))]
    return told_columns(table(say("difference_lessons"), columns, [_row(each) for each in changes]))


def _row(change: RecordChange) -> list[Cell]:
    record = change.record
    before, after = _told(change.before), _told(change.after)
    told = before.keys() | after.keys()
    differing = [name for name in (*before, *after) if name in told and before.get(name) != after.get(name)]
    names = list(dict.fromkeys(differing))
    return [
        Cell(kind_title(record.TYPE)),
        change_cell(change.lesson),
        Cell(record_name(record)),
        Cell(when_text(record)),
        Cell(_text(before, names) if change.lesson == "corrected" else ""),
        Cell(_text(after, names) if change.lesson == "corrected" else ""),
        _source(record),
    ]


def _told(record: Record | None) -> dict[str, str]:
    return {value.title: value.text for value in values_of(record)} if record else {}


def _text(told: dict[str, str], names: Sequence[str]) -> str:
    return say("list_semicolon").join(f"{name} {told[name]}" for name in names if name in told)


def _source(record: Record) -> Cell:
    if not record.sources:
        return Cell("")
    first = record.sources[0]
    return Cell(first.document, href=Urls().source(first.record_id))

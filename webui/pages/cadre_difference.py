"""What our records told of a cadre on one day and tell otherwise on another: learnt, corrected, no longer said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from analysis.dossier_difference import RecordChange, dossier_difference
from graph.errors import NotFoundError
from graph.model.dossier import Dossier
from graph.model.schema import Record
from graph.model.values import add_months
from webui.components import Cell, Column, Link, Table, table
from webui.language import say
from webui.life import life_on
from webui.past import day_asked
from webui.records import kind_title, record_name, values_of, when_text
from webui.services import services
from webui.team_parts import change_cell
from webui.urls import Urls
from webui.view import View, render

page = Blueprint("cadre_difference", __name__)


@dataclass(frozen=True, kw_only=True)
class CadreDifferencePage(View):
    """What changed in the records of one cadre."""

    template: ClassVar[str] = "pages/cadre_difference.html"

    cadre: Annotated[Link, "The cadre."]
    action: Annotated[str, "Where the form is sent."]
    first: Annotated[str, "The earlier state of the records, `YYYY-MM-DD`."]
    last: Annotated[str, "The later state; empty for the records as they are now."]
    summary: Annotated[str, "The changes counted in one sentence."]
    changes: Annotated[Table | None, "The changes; None where there are none."]


@page.get("/cadres/<cadre_id>/difference")
def show(cadre_id: str) -> Response:
    """Between the records as they stood on `?known_from=` (a year ago where it is not given) and on `?known_to=`."""
    last = day_asked("known_to")
    first = day_asked("known_from") or add_months(last or services().today(), -12)
    after = life_on(cadre_id, "", last).dossier
    changes = dossier_difference(_then(cadre_id, first, after), after)
    counted = {
        lesson: sum(each.lesson == lesson for each in changes) for lesson in ("learnt", "corrected", "withdrawn")
    }
    name = after.cadre.name or cadre_id
    return render(
        CadreDifferencePage(
            title=say("difference_records_of", name=name),
            cadre=Link(name, Urls().cadre(cadre_id, known_on=last)),
            action=Urls().cadre_difference(cadre_id),
            first=first,
            last=last,
            summary=say("difference_summary_records", **counted),
            changes=_table(changes) if changes else None,
        )
    )


def _then(cadre_id: str, day: str, after: Dossier) -> Dossier:
    """What was known on an earlier day: nothing at all where the cadre was not known yet."""
    try:
        return life_on(cadre_id, "", day).dossier
    except NotFoundError:
        return Dossier(after.cadre, {}, clearance=after.clearance)


def _table(changes: Sequence[RecordChange]) -> Table:
    columns = [Column(say("difference_kind")), Column(say("difference_lesson")), Column(say("difference_record"))]
    columns += [Column(say("difference_date"), "date"), Column(say("difference_said_before"), "long")]
    columns += [Column(say("difference_said_after"), "long"), Column(say("holders_grounds"))]
    return table(say("difference_lessons"), columns, [_row(each) for each in changes])


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
    return "；".join(f"{name} {told[name]}" for name in names if name in told)


def _source(record: Record) -> Cell:
    if not record.sources:
        return Cell("")
    first = record.sources[0]
    return Cell(first.document, href=Urls().source(first.record_id))

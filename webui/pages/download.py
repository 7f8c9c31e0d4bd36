"""Downloads: a cadre's form as .lrmx, Word or PDF, and a unit's rosters as Excel, each marked."""

from __future__ import annotations

from flask import Blueprint, Response

from export.approval_form.make import make_form
from export.approval_form.written import WRITERS
from export.marking import Marking, safe_name, usual_marking
from export.roster_xlsx import render_roster
from export.rosters import OF_CADRES, OF_UNITS, roster_of_cadres, roster_of_units, rosters
from graph.errors import NotFoundError
from graph.model.schema import Access
from queries.dossier import read_dossier
from queries.forms import read_form
from queries.selection import read_establishment, read_roster_rows, serving_at, unit_named, units_with_below
from webui.frame.language import say
from webui.held.services import services
from webui.parts.files import plain_file

page = Blueprint("download", __name__)

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page.get("/cadres/<cadre_id>/form.<ending>")
def form(cadre_id: str, ending: str) -> Response:
    """The cadre's 任免审批表: the one imported where the graph keeps it, else filled from facts."""
    if ending not in WRITERS:
        raise NotFoundError(say("download_none"))
    has, today = services(), services().today()
    clearance = has.settings.clearance
    dossier = read_dossier(has.graph, cadre_id, clearance)
    stored = read_form(has.graph, cadre_id, clearance)
    approval = make_form(dossier, stored, today=today, photos=has.settings.data / "photos")
    write, media_type = WRITERS[ending]
    content, _ = write(approval, Marking(today, approval.source, usual_marking(clearance)))
    return plain_file(content, media_type, safe_name(dossier.cadre.name or cadre_id, f".{ending}"))


@page.get("/units/<unit_id>/roster/<kind>.xlsx")
def roster(unit_id: str, kind: str) -> Response:
    """A roster of who serves at the unit or below it, or what its units may have and have."""
    if kind not in (*OF_CADRES, *OF_UNITS):
        raise NotFoundError(say("download_none"))
    has = services()
    top, name = unit_named(has.graph, unit_id)
    units = units_with_below(has.graph, top)
    if kind in OF_UNITS:
        made = roster_of_units(kind, read_establishment(has.graph, units))
    else:
        cadres = serving_at(has.graph, units, name)
        made = roster_of_cadres(kind, read_roster_rows(has.graph, cadres, has.settings.clearance), cadres)
    marking = Marking(has.today(), name, usual_marking(Access.OFFICE))
    return plain_file(render_roster(made, marking), _SHEET, safe_name(f"{name}{rosters()[kind]['title']}", ".xlsx"))

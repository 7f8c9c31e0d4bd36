"""All records of one kind about a cadre, in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response

from graph.errors import NotFoundError
from graph.model.words import sayings
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.cadre_parts import restricted
from webui.life.life import life_of
from webui.parts.components import Empty, Table
from webui.parts.kinds import cadre_kinds
from webui.parts.names import kind_name
from webui.parts.records import kind_table

_say: Final = sayings("webui")

page = Blueprint("cadre_records", __name__)


@dataclass(frozen=True, kw_only=True)
class CadreRecordsPage(View):
    """The records of one kind."""

    template: ClassVar[str] = "pages/cadre_records.html"

    back: Annotated[str, "Address of the cadre's page."]
    name: Annotated[str, "The cadre's name."]
    found: Annotated[Table | None, "The records; None where there are none."]
    nothing: Annotated[Empty, "What is said where there are none."]
    restricted: Annotated[str | None, "What is said of a kind that only some may see."]


@page.get("/cadres/<cadre_id>/records/<label>")
def show(cadre_id: str, label: str) -> Response:
    """The records of the label, by `?known_on=`; an empty page where the cadre has none of a kind it could have."""
    life = life_of(cadre_id)
    records = life.dossier.records.get(label)
    if not records and label not in cadre_kinds(life.clearance):
        raise NotFoundError(
            _say("no_records_of_kind", label=label),
            hint=_say("no_records_of_kind_hint"),
        )
    name = life.dossier.cadre.name or cadre_id
    return render(
        CadreRecordsPage(
            title=say("records_of", name=name, kind=kind_name(label)),
            back=Urls().cadre(cadre_id, as_of=life.as_of, known_on=life.known, anchor="records"),
            name=name,
            found=kind_table(label, records, without=cadre_id) if records else None,
            nothing=Empty(say("records_none_of_kind")),
            restricted=restricted(label),
        )
    )

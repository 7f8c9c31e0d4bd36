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
from webui.parts.components import Table
from webui.parts.records import kind_table

_say: Final = sayings("webui")

page = Blueprint("cadre_records", __name__)


@dataclass(frozen=True, kw_only=True)
class CadreRecordsPage(View):
    """The records of one kind."""

    template: ClassVar[str] = "pages/cadre_records.html"

    back: Annotated[str, "Address of the cadre's page."]
    name: Annotated[str, "The cadre's name."]
    found: Annotated[Table, "The records."]
    restricted: Annotated[str | None, "What is said of a kind that only some may see."]


@page.get("/cadres/<cadre_id>/records/<label>")
def show(cadre_id: str, label: str) -> Response:
    """The records of the label, by `?known_on=`."""
    life = life_of(cadre_id)
    records = life.dossier.records.get(label)
    if not records:
        raise NotFoundError(
            _say("no_records_of_kind", label=label),
            hint=_say("no_records_of_kind_hint"),
        )
    found = kind_table(label, records, without=cadre_id)
    name = life.dossier.cadre.name or cadre_id
    return render(
        CadreRecordsPage(
            title=say("records_of", name=name, kind=found.caption),
            back=Urls().cadre(cadre_id, as_of=life.as_of, known_on=life.known, anchor="records"),
            name=name,
            found=found,
            restricted=restricted(label),
        )
    )

"""One cadre's trajectory alone, in full width, with the equal tables beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response
from markupsafe import Markup

from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.cadre_trajectory import trajectory_section
from webui.life.cadre_turns import turns_table
from webui.life.frames import asked_frame
from webui.life.life import life_of
from webui.parts.components import Table

page = Blueprint("trajectory", __name__)


@dataclass(frozen=True, kw_only=True)
class TrajectoryPage(View):
    """A trajectory and its tables."""

    template: ClassVar[str] = "pages/trajectory.html"

    back: Annotated[str, "Address of the cadre's page."]
    name: Annotated[str, "The cadre's name."]
    section: Annotated[Markup, "The trajectory."]
    turns: Annotated[Table | None, "Who held the posts before and after; None where nobody can tell."]
    turns_note: Annotated[str, "How that was concluded, or why there is nothing."]


@page.get("/cadres/<cadre_id>/trajectory")
def show(cadre_id: str) -> Response:
    """The trajectory by `?as_of=`, `?known_on=`, `?from=`, `?to=` (exclusive) and `?lane=`."""
    life = life_of(cadre_id)
    frame = asked_frame(life.today)
    section = life.section(("trajectory alone", frame), lambda: trajectory_section(life, frame, alone=True))
    name = life.dossier.cadre.name or cadre_id
    # not kept with the section: it hangs on the records of others
    turns = None if life.known else turns_table(cadre_id)
    return render(
        TrajectoryPage(
            title=say("trajectory_of", name=name),
            back=Urls().cadre(cadre_id, as_of=life.as_of, known_on=life.known),
            name=name,
            section=section,
            turns=turns,
            turns_note=say("turns_now_only" if life.known else "turns_note" if turns else "turns_none"),
        )
    )

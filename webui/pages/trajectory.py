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
from webui.life.frames import asked_frame
from webui.life.life import life_of

page = Blueprint("trajectory", __name__)


@dataclass(frozen=True, kw_only=True)
class TrajectoryPage(View):
    """A trajectory and its tables."""

    template: ClassVar[str] = "pages/trajectory.html"

    back: Annotated[str, "Address of the cadre's page."]
    name: Annotated[str, "The cadre's name."]
    section: Annotated[Markup, "The trajectory."]


@page.get("/cadres/<cadre_id>/trajectory")
def show(cadre_id: str) -> Response:
    """The trajectory by `?as_of=`, `?known_on=`, `?from=`, `?to=` (exclusive) and `?lane=`."""
    life = life_of(cadre_id)
    frame = asked_frame(life.today)
    section = life.section(("trajectory alone", frame), lambda: trajectory_section(life, frame, alone=True))
    name = life.dossier.cadre.name or cadre_id
    back = Urls().cadre(cadre_id, as_of=life.as_of, known_on=life.known)
    return render(TrajectoryPage(title=say("trajectory_of", name=name), back=back, name=name, section=section))

"""A cadre's drawings as files of their own, and what they are drawn from as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from flask import Blueprint, Response, json

from analysis.career.to_json import to_json as career_json
from analysis.drawing.mind_map import draw_image_tree
from analysis.drawing.trajectory import draw_trajectory
from analysis.image_tree.to_json import to_json as tree_json
from export.dossier import Printed, marking_of, print_dossier
from export.marking import Marking
from export.photos import photo_bytes
from webui.frame.language import language, say
from webui.held.services import services
from webui.life.frames import asked_frame, closed
from webui.life.life import Life, life_of
from webui.parts.files import marked_file, no_such_file

page = Blueprint("drawing", __name__)

Maker = Callable[[Life], str | bytes]


@page.get("/cadres/<cadre_id>/<name>")
def show(cadre_id: str, name: str) -> Response:
    """The drawings, their JSON, or `dossier.pdf` (all of it to print), by `?as_of=` and `?known_on=`.

    The trajectory also by `?from=`, `?to=` and `?lane=`, as it is shown.
    """
    if name not in _FILES:
        raise no_such_file(name, _FILES)
    mimetype, make = _FILES[name]
    life = life_of(cadre_id)
    kind, _, ending = name.partition(".")
    stem = f"{life.dossier.cadre.name or cadre_id}-{kind}"
    return marked_file(make(life), mimetype, stem, ending, marking_of(life.dossier, language=language()))


def _trajectory(life: Life) -> str:
    frame = closed(asked_frame(life.today), (life.career,))
    return draw_trajectory(life.career, language(), standalone=True, frame=frame)


def _image_tree(life: Life) -> str:
    return draw_image_tree(life.tree, language(), standalone=True)


def _career_json(life: Life) -> str:
    return json.dumps(career_json(life.career))


def _tree_json(life: Life) -> str:
    return json.dumps(tree_json(life.tree, language()))


def _dossier(life: Life) -> bytes:
    data = services().settings.data
    photo = photo_bytes(data, life.dossier.cadre.photo)
    printed = Printed(life.dossier, life.career, life.tree, life.known or None, photo)
    return print_dossier(
        printed, Marking(life.today, say("product"), marking_of(life.dossier, language=language())), language()
    ).content


_FILES: Final[dict[str, tuple[str, Maker]]] = {
    "trajectory.svg": ("image/svg+xml; charset=utf-8", _trajectory),
    "image-tree.svg": ("image/svg+xml; charset=utf-8", _image_tree),
    "career.json": ("application/json; charset=utf-8", _career_json),
    "image-tree.json": ("application/json; charset=utf-8", _tree_json),
    "dossier.pdf": ("application/pdf", _dossier),
}

"""A cadre's drawings as files of their own, and what they are drawn from as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from flask import Blueprint, Response, json

from analysis.career.to_json import to_json as career_json
from analysis.drawing.mind_map import draw_image_tree
from analysis.drawing.trajectory import draw_trajectory
from analysis.image_tree.to_json import to_json as tree_json
from graph.errors import NotFoundError
from webui.frames import asked_frame, closed
from webui.language import language
from webui.life import Life, life_of

page = Blueprint("drawing", __name__)

Maker = Callable[[Life], str]


@page.get("/cadres/<cadre_id>/<name>")
def show(cadre_id: str, name: str) -> Response:
    """`trajectory.svg`, `image-tree.svg`, `career.json` or `image-tree.json`, by `?as_of=` and `?known_on=`.

    The trajectory also by `?from=`, `?to=` and `?lane=`, as it is shown.
    """
    if name not in _FILES:
        raise NotFoundError(f"没有名为 {name!r} 的文件 (no such file)。", hint=f"可用的有: {', '.join(_FILES)}。")
    mimetype, make = _FILES[name]
    life = life_of(cadre_id)
    text = make(life)
    file_name = quote(f"{life.dossier.cadre.name or cadre_id}-{name}", safe="")
    return Response(
        text,
        content_type=f"{mimetype}; charset=utf-8",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{file_name}"},
    )


def _trajectory(life: Life) -> str:
    frame = closed(asked_frame(life.today), (life.career,))
    return draw_trajectory(life.career, language(), standalone=True, frame=frame)


def _image_tree(life: Life) -> str:
    return draw_image_tree(life.tree, language(), standalone=True)


def _career_json(life: Life) -> str:
    return json.dumps(career_json(life.career))


def _tree_json(life: Life) -> str:
    return json.dumps(tree_json(life.tree, language()))


_FILES: Final[dict[str, tuple[str, Maker]]] = {
    "trajectory.svg": ("image/svg+xml", _trajectory),
    "image-tree.svg": ("image/svg+xml", _image_tree),
    "career.json": ("application/json", _career_json),
    "image-tree.json": ("application/json", _tree_json),
}

"""A cadre's drawings as files of their own, and what they are drawn from as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from flask import Blueprint, Response, json, request

from analysis.career import build_career
from analysis.career.to_json import to_json as career_json
from analysis.drawing.mind_map import draw_image_tree
from analysis.drawing.trajectory import draw_trajectory
from analysis.image_tree import build_image_tree
from analysis.image_tree.to_json import to_json as tree_json
from graph.errors import NotFoundError
from graph.model.dossier import Dossier
from webui.language import language
from webui.past import dossier_on, known_day
from webui.services import services

page = Blueprint("drawing", __name__)

Maker = Callable[[Dossier, str | None, str], str]
"""Makes a file's text of a dossier, the day asked for and today."""


@page.get("/cadres/<cadre_id>/<name>")
def show(cadre_id: str, name: str) -> Response:
    """`trajectory.svg`, `image-tree.svg`, `career.json` or `image-tree.json`, by `?as_of=` and `?known_on=`."""
    if name not in _FILES:
        raise NotFoundError(f"没有名为 {name!r} 的文件 (no such file)。", hint=f"可用的有: {', '.join(_FILES)}。")
    mimetype, make = _FILES[name]
    using = services()
    known = known_day()
    dossier = dossier_on(cadre_id, known)
    text = make(dossier, request.args.get("as_of") or known or None, using.today())
    file_name = quote(f"{dossier.cadre.name or cadre_id}-{name}", safe="")
    return Response(
        text,
        content_type=f"{mimetype}; charset=utf-8",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{file_name}"},
    )


def _trajectory(dossier: Dossier, as_of: str | None, today: str) -> str:
    return draw_trajectory(build_career(dossier, as_of, today=today), language(), standalone=True)


def _image_tree(dossier: Dossier, as_of: str | None, today: str) -> str:
    return draw_image_tree(build_image_tree(dossier, as_of, today=today), language(), standalone=True)


def _career_json(dossier: Dossier, as_of: str | None, today: str) -> str:
    return json.dumps(career_json(build_career(dossier, as_of, today=today)))


def _tree_json(dossier: Dossier, as_of: str | None, today: str) -> str:
    return json.dumps(tree_json(build_image_tree(dossier, as_of, today=today), language()))


_FILES: Final[dict[str, tuple[str, Maker]]] = {
    "trajectory.svg": ("image/svg+xml", _trajectory),
    "image-tree.svg": ("image/svg+xml", _image_tree),
    "career.json": ("application/json", _career_json),
    "image-tree.json": ("application/json", _tree_json),
}

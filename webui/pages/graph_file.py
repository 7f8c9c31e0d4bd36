"""A picture of relations as a file: exactly what is shown, with the day, the filters and the reader's class."""

from __future__ import annotations

from flask import Blueprint, Response, request

from export import graphs
from export.graphs import Picture
from webui.explorer.marks import access_of, marks_of
from webui.explorer.picture import drawing
from webui.explorer.scene import build_scene, title_of
from webui.explorer.state import NAMES, read_state
from webui.explorer.tables import summary
from webui.frame.language import language
from webui.parts.files import attached

page = Blueprint("graph_file", __name__)


@page.get("/graph/files/<format>")
def show(format: str) -> Response:  # noqa: A002 - the address's own word
    """The picture of the same address in a format."""
    kind = graphs.media_type(format)
    scene = build_scene(read_state({name: request.args.getlist(name) for name in NAMES}))
    title = title_of(scene)
    marks = marks_of(scene)
    picture = Picture(
        title,
        (summary(scene), *marks),
        scene.points,
        scene.lines,
        scene.places,
        drawing(scene, title, standalone=True, notes=marks),
        language(),
    )
    return attached(graphs.write(picture, format), kind, title, format, access_of(scene))

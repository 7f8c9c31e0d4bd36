"""The pictures of cadres, from the photo folder beside the graph."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, send_from_directory

from graph.errors import NotFoundError
from graph.model.words import sayings
from webui.held.services import services

_say: Final = sayings("webui")

page = Blueprint("photo", __name__)

_TYPES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".webp": "image/webp",
}


@page.get("/photos/<name>")
def show(name: str) -> Response:
    """One picture by its name; anything that is not a picture in the folder is not found."""
    folder = services().settings.data / "photos"
    mimetype = _TYPES.get(f".{name.rpartition('.')[2].lower()}")
    if mimetype is None or not (folder / name).is_file():
        raise NotFoundError(_say("no_such_photo", name=name))
    return send_from_directory(folder, name, mimetype=mimetype)

"""One page that needs nothing else, to move about in any browser without a network."""

from __future__ import annotations

from export.graphs import Picture
from export.network_page import network_page

MEDIA_TYPE = "text/html; charset=utf-8"


def write(picture: Picture) -> bytes:
    """The page as UTF-8."""
    page = network_page(
        picture.title, picture.marks, picture.points, picture.lines, picture.language, places=picture.places
    )
    return page.encode()

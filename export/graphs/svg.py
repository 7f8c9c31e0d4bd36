"""The drawing as it is on the page, with its marks at the foot."""

from __future__ import annotations

from export.graphs import Picture

MEDIA_TYPE = "image/svg+xml; charset=utf-8"


def write(picture: Picture) -> bytes:
    """The SVG that the picture holds."""
    return picture.svg.encode()

"""The things with their names, as Excel opens it."""

from __future__ import annotations

from export.graphs import Picture
from export.graphs.links_csv import sheet

MEDIA_TYPE = "text/csv; charset=utf-8"


def write(picture: Picture) -> bytes:
    """Id, kind, name and place of each; the marks come first, as lines of their own."""
    rows = [(each.id, each.kind, each.name, *map(round, picture.places[each.id])) for each in picture.points]
    return sheet(picture, ("id", "kind", "name", "x", "y"), rows)

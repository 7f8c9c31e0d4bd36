"""The things with their names, as Excel opens it; the marks stand in the zip that holds it (`csv_zip`)."""

from __future__ import annotations

from export.graphs import Picture
from export.graphs.links_csv import sheet

MEDIA_TYPE = "text/csv; charset=utf-8"
HEADINGS = ("id", "kind", "name", "x", "y")


def write(picture: Picture) -> bytes:
    """Id, kind, name and place of each."""
    rows = [(each.id, each.kind, each.name, *map(round, picture.places[each.id])) for each in picture.points]
    return sheet(HEADINGS, rows)

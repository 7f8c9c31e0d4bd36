"""Things and links as CSV with their metadata: what is shown, the day, the filters and the class."""

from __future__ import annotations

from export import csvw
from export.graphs import Picture, links_csv, nodes_csv

MEDIA_TYPE = csvw.MEDIA_TYPE


def write(picture: Picture) -> bytes:
    """The zip's bytes."""
    tables = {
        "nodes.csv": (nodes_csv.HEADINGS, nodes_csv.write(picture)),
        "links.csv": (links_csv.HEADINGS, links_csv.write(picture)),
    }
    return csvw.packed(picture.title, picture.marks, tables)

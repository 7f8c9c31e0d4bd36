"""The links with the names of their ends, as Excel opens it; the marks stand in the zip that holds it (`csv_zip`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from export.graphs import Picture
from export.results.csv_ import harmless

MEDIA_TYPE = "text/csv; charset=utf-8"
HEADINGS = ("from_id", "from", "relation", "to_id", "to", "basis", "direction", "says")


def write(picture: Picture) -> bytes:
    """Both ends by id and name, the relation, whether it is derived and has a direction, what it says."""
    names = {each.id: each.name for each in picture.points}
    rows = [
        (
            each.start, names[each.start], each.type, each.end, names[each.end],
            "derived" if each.derived else "stated", "undirected" if each.mutual else "directed", each.text,
        )
        for each in picture.lines
    ]  # fmt: skip
    return sheet(HEADINGS, rows)


def sheet(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a mark for Excel; a text that a spreadsheet would take for a formula is kept a text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")

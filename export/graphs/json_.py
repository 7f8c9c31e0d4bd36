"""The picture as JSON."""

from __future__ import annotations

import json

from export.graphs import Picture

MEDIA_TYPE = "application/json; charset=utf-8"


def write(picture: Picture) -> bytes:
    """`title`, `marks`, `nodes` (id, kind, label, name, x, y) and `links` (start, end, type, derived, mutual, text)."""
    document = {
        "title": picture.title,
        "marks": list(picture.marks),
        "nodes": [
            {"id": each.id, "kind": each.kind, "label": each.label, "name": each.name, "x": x, "y": y}
            for each in picture.points
            for x, y in (picture.places[each.id],)
        ],
        "links": [
            {
                "start": each.start,
                "end": each.end,
                "type": each.type,
                "derived": each.derived,
                "mutual": each.mutual,
                "text": each.text,
            }
            for each in picture.lines
        ],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()

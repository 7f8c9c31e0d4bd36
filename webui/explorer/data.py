"""A picture as data for the scripts of the page: places, looks and addresses, nothing that the page does not show."""

from __future__ import annotations

import json
from typing import Any

from analysis.drawing.looks import look_of
from analysis.drawing.network import Point
from webui.explorer.scene import Scene
from webui.frame.language import say


def scene_data(scene: Scene) -> str:
    """JSON text."""
    return json.dumps(
        {
            "nodes": [_node(scene, each) for each in scene.points],
            "edges": [
                {
                    "from": each.start,
                    "to": each.end,
                    "type": each.type,
                    "text": each.text,
                    "derived": each.derived,
                    "mutual": each.mutual,
                }
                for each in scene.lines
            ],
            "beside": scene.layout == "tree",
            "guides": [{"at": each.at, "text": each.text, "upright": each.upright} for each in scene.guides],
            "about": scene.state.about,
            "texts": {name: say(f"graph_js_{name}") for name in ("failed", "loading", "unable")},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _node(scene: Scene, point: Point) -> dict[str, Any]:
    look = look_of(point.label)
    x, y = scene.places[point.id]
    return {
        "id": point.id,
        "name": point.name,
        "kind": point.kind,
        "x": round(x, 1),
        "y": round(y, 1),
        "shape": look.shape,
        "fill": look.fill,
        "line": look.line,
        "size": look.size,
        "marks": sorted(point.marks),
    }

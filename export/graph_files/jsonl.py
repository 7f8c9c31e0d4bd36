"""JSON Lines: one line that says what the file is, then one for each node and each relation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from export.graph_files import Counts
from export.marking import Marking
from queries.whole_graph import WholeGraph


def write(source: WholeGraph, path: Path, marking: Marking) -> Counts:
    """Write the file: UTF-8, a document a line."""
    counts = Counts()
    with path.open("x", encoding="utf-8", newline="\n") as file:

        def put(line: Mapping[str, Any]) -> None:
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")

        put({"type": "meta", **marking.as_json(), "clearance": int(source.clearance)})
        for label in source.labels:
            counts.nodes[label] = 0
            for node in source.nodes(label):
                put({"type": "node", "id": node.id, "label": label, "properties": node.properties})
                counts.nodes[label] += 1
        for kind in source.types:
            counts.relations[kind] = 0
            for each in source.relations(kind):
                ends = {"start": each.start, "end": each.end}
                put({"type": "relation", "label": kind, **ends, "properties": each.properties})
                counts.relations[kind] += 1
    return counts

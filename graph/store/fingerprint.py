"""A digest of the graph that does not depend on the engine, its ids or its order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

_NODES: Final = "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties"
_RELATIONS: Final = (
    "MATCH (a)-[r]->(b) "
    "RETURN elementId(a) AS source, elementId(b) AS target, type(r) AS type, properties(r) AS properties"
)
_SIZE: Final = 2**256


def fingerprint(stream: Callable[[str], Iterator[dict[str, Any]]], without: Sequence[str] = ()) -> str:
    """The sum of the digests of all nodes and relations, 64 hexadecimal digits; `without` names labels to leave out."""
    nodes: dict[str, int] = {}
    for row in stream(_NODES):
        if not set(without) & set(row["labels"]):
            nodes[row["id"]] = _digest(sorted(row["labels"]), row["properties"])
    total = sum(nodes.values())
    for row in stream(_RELATIONS):
        if row["source"] in nodes and row["target"] in nodes:
            total += _digest(nodes[row["source"]], row["type"], nodes[row["target"]], row["properties"])
    return f"{total % _SIZE:064x}"


def _digest(*parts: object) -> int:
    """A number for anything JSON can write; dates and the like count as their text."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return int.from_bytes(hashlib.sha256(text.encode()).digest())

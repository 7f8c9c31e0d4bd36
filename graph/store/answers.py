"""What a query answered: plain values, and the things, links and paths of the graph apart from any driver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: its label, the `id` it has in every engine, its properties, and the engine's own name for it."""

    label: str
    id: str
    properties: Mapping[str, Any]
    element: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation: its type, its properties and the engine's names of its ends."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trail:
    """A path: its nodes and the relations between them, in order."""

    things: tuple[Thing, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of a query. `total` is how many rows the engine had; None where counting them was not cheap."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int | None

    @property
    def more(self) -> bool:
        """Whether the engine had further rows."""
        return self.total is None or self.total > len(self.rows)


def row_of(record: Record) -> tuple[Any, ...]:
    """The values of one record, the driver's graph values made plain."""
    return tuple(_plain(value) for value in record.values())


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a query returns
    if isinstance(value, Node):
        return _thing(value)
    if isinstance(value, Relationship):
        return _tie(value)
    if isinstance(value, Path):
        return Trail(tuple(map(_thing, value.nodes)), tuple(map(_tie, value.relationships)))
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def _thing(node: Node) -> Thing:
    properties = dict(node.items())
    return Thing(next(iter(node.labels), ""), str(properties.get("id", "")), properties, node.element_id)


def _tie(tie: Relationship) -> Tie:
    start, end = tie.nodes
    return Tie(
        tie.type,
        start.element_id if start is not None else "",
        end.element_id if end is not None else "",
        dict(tie.items()),
    )

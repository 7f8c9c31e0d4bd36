"""Values of an answer as pages, tables and JSON show them; nothing above the reader's class gets through."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeGuard

from graph.model.records import record_types
from graph.model.schema import Access, RecordType
from graph.store.answers import Thing, Tie, Trail

_NAMED_BY: Final = (
    "name",
    "title",
    "unit_name",
    "theme",
    "topic",
    "rank",
    "host",
    "number",
    "grade",
    "matter",
    "programme",
)
_DIGITS: Final = 12
WITHHELD: Final = "受限 (withheld)"


def cell(value: Any, clearance: Access) -> Any:  # noqa: ANN401 - whatever a query returns
    """The value as JSON can carry it: a node as `{id, label, name}`, a path as its nodes in order.

    What engines leave open is the same of each: a map stands in the order of its keys, and of a number that is not
    whole `_DIGITS` digits are kept, as a mean differs beyond them by the order in which an engine adds.
    """
    if isinstance(value, Thing):
        return {"id": value.id, "label": value.label, "name": name_of(value, clearance)}
    if isinstance(value, Tie):
        return {"type": value.type, **_values(value.properties, clearance)}
    if isinstance(value, Trail):
        return [cell(each, clearance) for each in value.things]
    if isinstance(value, Mapping):
        return _values(value, clearance)
    if isinstance(value, (list, tuple)):
        return [cell(each, clearance) for each in value]
    return _plain(value)


def _plain(value: Any) -> str | float | bool | None:  # noqa: ANN401 - whatever a query returns
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)


def _values(values: Mapping[str, Any], clearance: Access) -> dict[str, Any]:
    return {name: cell(values[name], clearance) for name in sorted(values)}


def name_of(thing: Thing, clearance: Access) -> str:
    """What a node is called, from the properties the reader may see; its kind and day where none of them names it."""
    declared = _types().get(thing.label)
    if declared is None:
        return thing.id
    if declared.access > clearance:
        return WITHHELD
    seen, said = _seen(thing.label, clearance), thing.properties
    told = next((str(said[name]) for name in _NAMED_BY if name in seen and said.get(name)), declared.zh)
    dated = next(
        (str(said[name]) for name in (declared.date, "year", "start") if name and name in seen and said.get(name)), None
    )
    return f"{told} {dated}" if dated else told


def visible(thing: Thing, clearance: Access) -> dict[str, Any]:
    """The properties of a node that the reader's class may see."""
    seen = _seen(thing.label, clearance)
    return {name: value for name, value in thing.properties.items() if name in seen} | {"id": thing.id}


@cache
def _seen(label: str, clearance: Access) -> frozenset[str]:
    """The names of the properties of a label that a class may see; none of a label above it, or not of the model."""
    declared = _types().get(label)
    if declared is None or declared.access > clearance:
        return frozenset()
    return frozenset(name for name in declared.properties if declared.access_of(name) <= clearance)


def is_thing(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether a cell is a node, as `cell` made it."""
    return isinstance(value, Mapping) and {"id", "label", "name"} <= value.keys()


def text(value: Any) -> str:  # noqa: ANN401 - a cell
    """A cell in a table, on one line: a node by its name, a list with commas, yes and no in words, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return str(value["name"]) if is_thing(value) else _pairs(value)
    if isinstance(value, list):
        return "、".join(text(each) for each in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{name} {text(each)}" for name, each in values.items() if each is not None)


@cache
def _types() -> Mapping[str, RecordType]:
    return {label: declared.TYPE for label, declared in record_types().items()}

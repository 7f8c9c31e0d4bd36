"""One file a record type, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.model.schema import Record


@cache
def record_types() -> Mapping[str, type[Record]]:
    """Every declared record type by its label, in the order of the labels."""
    found: dict[str, type[Record]] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Record) and "TYPE" in vars(value):
                found[value.__name__] = value
    return MappingProxyType(dict(sorted(found.items())))


@cache
def lists_on(relation: str) -> Mapping[str, tuple[str, ...]]:
    """The code lists that have what relations of a type say, by the name of the property."""
    ties = (tie for cls in record_types().values() for tie in cls.TYPE.links.values() if tie.type == relation)
    found: dict[str, dict[str, None]] = {}
    for each in (said for tie in ties for said in tie.properties):
        found.setdefault(each.name, {}).update(dict.fromkeys(each.lists))
    return MappingProxyType({name: tuple(lists) for name, lists in found.items()})

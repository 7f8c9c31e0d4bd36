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

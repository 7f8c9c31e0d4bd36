"""One file a page, found by being there; each has a `page`, the blueprint of its addresses."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from flask import Blueprint


def blueprints() -> Iterator[Blueprint]:
    """The blueprint of every page, in the order of their file names."""
    for module in sorted(each.name for each in pkgutil.iter_modules(__path__)):
        yield importlib.import_module(f"{__name__}.{module}").page

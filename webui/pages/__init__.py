"""One file a page, found by being there.

`page` is the blueprint of its addresses; `NAV`, where it has one, its place in the main navigation.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from flask import Blueprint

from webui.frame.navigation import Nav


def _modules() -> Iterator[ModuleType]:
    for module in sorted(each.name for each in pkgutil.iter_modules(__path__)):
        yield importlib.import_module(f"{__name__}.{module}")


def blueprints() -> Iterator[Blueprint]:
    """The blueprint of every page, in the order of their file names."""
    for module in _modules():
        yield module.page


def navigation() -> tuple[Nav, ...]:
    """The entries of the main navigation, in their order."""
    found = [module.NAV for module in _modules() if hasattr(module, "NAV")]
    return tuple(sorted(found, key=lambda each: each.order))

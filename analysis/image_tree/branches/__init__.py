"""One file a branch (domain.md 5.3), found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from analysis.image_tree.growing import BranchGrower


@cache
def branch_growers() -> tuple[BranchGrower, ...]:
    """Every branch, in the order in which the tree shows them."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.BRANCH for module in modules), key=lambda grower: grower.order))

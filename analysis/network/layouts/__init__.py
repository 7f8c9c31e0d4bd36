"""Ways to lay a network out, one file each, found by being there: `ORDER` and `lay(plan)`; the names are the files'.

Every way is a pure function of the plan: the same plan lies the same way, and what came earlier does not move when
more comes later.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis.network.plan import Place, Plan


@cache
def layout_names() -> tuple[str, ...]:
    """The names of the ways there are, in their order."""
    return tuple(sorted((each.name for each in pkgutil.iter_modules(__path__)), key=lambda name: _module(name).ORDER))


def lay(name: str, plan: Plan) -> Mapping[str, Place]:
    """Where each thing of the plan lies in this way; KeyError for a way there is not."""
    if name not in layout_names():
        raise KeyError(name)
    places: Mapping[str, Place] = _module(name).lay(plan)
    return places


def _module(name: str) -> Any:  # noqa: ANN401 - a module with `ORDER` and `lay`
    return importlib.import_module(f"{__name__}.{name}")

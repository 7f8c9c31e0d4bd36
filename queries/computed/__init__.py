"""Work on rows that Cypher cannot do, one file each: a function `compute(rows, parameters)` over the answer of a query.

A file `queries/computed/NAME.py` serves the queries whose header says `computed_by = "NAME"`. It has `COLUMNS`, the
names of what it returns, and `compute`, which takes the rows of the Cypher as dicts and the bound parameters, and
returns rows as tuples in the order of `COLUMNS`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.words import sayings
from graph.store.answers import Answer

_say: Final = sayings("queries")


def computed_rows(
    name: str, answer: Answer, parameters: Mapping[str, Any]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Columns and rows that the file of this name makes of an answer; raises NotFoundError where there is none."""
    module = _module(name)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return module.COLUMNS, module.compute(rows, parameters)


def columns_of(name: str) -> tuple[str, ...]:
    """The columns the file of this name returns; raises NotFoundError where there is none."""
    columns: tuple[str, ...] = _module(name).COLUMNS
    return columns


def _module(name: str) -> Any:  # noqa: ANN401 - a module with `COLUMNS` and `compute`
    if name not in {each.name for each in pkgutil.iter_modules(__path__) if not each.name.startswith("_")}:
        raise NotFoundError(_say("no_such_computation", name=name), hint=_say("no_such_computation_hint"))
    return importlib.import_module(f"{__name__}.{name}")

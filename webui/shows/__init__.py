"""Ways to show a result beside its table, one file each: `draw(shown) -> Drawn | None`, found by being there.

The name of the file is the word a query's header says in `shows`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.schema import Access
from graph.model.words import Language, sayings
from graph.store.connection import Graph
from queries.running import Result

_say: Final = sayings("webui")


@dataclass(frozen=True)
class Shown:
    """A result to be drawn: `href` gives the page of a thing, `standalone` asks for a file of its own."""

    graph: Graph
    result: Result
    language: Language
    clearance: Access
    today: str
    href: Callable[[str, str], str | None]
    standalone: bool = False


@dataclass(frozen=True)
class Drawn:
    """The drawing as SVG text, one sentence that says what it shows, and how many rows it leaves out.

    `names` is the part that stays in place while a narrow screen scrolls the rest; empty where there is none.
    """

    svg: str
    summary: str
    left_out: int = 0
    names: str = ""


def ways() -> tuple[str, ...]:
    """The names of the ways there are."""
    return tuple(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def draw(way: str, shown: Shown) -> Drawn | None:
    """The result drawn in this way; None where it has nothing to draw. Raises NotFoundError for a way there is not."""
    if way not in ways() or way not in shown.result.query.header.shows:
        raise NotFoundError(_say("not_shown_this_way", way=way), hint=_say("not_shown_this_way_hint"))
    module: Any = importlib.import_module(f"{__name__}.{way}")
    drawn: Drawn | None = module.draw(shown)
    return drawn

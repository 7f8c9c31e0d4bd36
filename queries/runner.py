"""Views: the reads behind pages and commands, files of the same kind as the saved queries, run as they are."""

from __future__ import annotations

from collections import deque
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from graph.errors import NotFoundError
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.file import QueryFile, parse

_say: Final = sayings("queries")

VIEWS: Final = "views"

_MOST_ASKED: Final = 50

Asked = tuple[str, dict[str, object]]
"""The name of a view that was read, and with which parameters."""

_ASKED: Final[ContextVar[deque[Asked]]] = ContextVar("asked", default=deque(maxlen=0))  # noqa: B039 - it keeps nothing


def record_asked() -> deque[Asked]:
    """From now on, in this thread or task, the views that are read; the last of them where they are many."""
    found: deque[Asked] = deque(maxlen=_MOST_ASKED)
    _ASKED.set(found)
    return found


@cache
def load_view(name: str) -> QueryFile:
    """The view of this name; raises NotFoundError where there is none, InputError for one that is not as it must be."""
    path = views() / f"{name}.cypher"
    if not name.isidentifier() or not path.is_file():
        raise NotFoundError(_say("no_such_view", name=name), hint=_say("no_such_view_hint"))
    return parse(path.read_text("utf-8"), name=name, topic=VIEWS)


def views() -> Path:
    """The folder of the views."""
    return Path(str(files(__package__).joinpath(VIEWS)))


def run_view(graph: Graph, name: str, /, **params: object) -> list[dict[str, Any]]:
    """All rows of a view, read in a session the engine keeps from writing; the keys are the declared columns."""
    _ASKED.get().append((name, params))
    return graph.read(load_view(name).cypher, **params)

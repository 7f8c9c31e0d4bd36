"""Views: the reads behind pages and commands.

One `.cypher` file each with a comment header that says what it takes and gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from graph.errors import NotFoundError
from graph.store.connection import Graph

_HEADER: Final = re.compile(r"^//\s*(?P<key>title|description|param|returns)\s*(?P<rest>.*?)\s*$")


@dataclass(frozen=True, slots=True)
class View:
    """One read: its text, what it is for, the parameters it takes and the columns it returns."""

    name: str
    title: str
    description: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    cypher: str


def parse_view(name: str, text: str) -> View:
    """The view a file declares; `// title:`, `// description:`, `// param NAME: type = help`, `// returns: a, b`."""
    said: dict[str, list[str]] = {"title": [], "description": [], "param": [], "returns": []}
    for line in text.splitlines():
        if found := _HEADER.match(line):
            said[found["key"]].append(found["rest"].removeprefix(":").strip())
    columns = tuple(column.strip() for column in ",".join(said["returns"]).split(",") if column.strip())
    parameters = tuple(param.split(":")[0].strip() for param in said["param"])
    return View(name, " ".join(said["title"]), " ".join(said["description"]), parameters, columns, text)


@cache
def load_view(name: str) -> View:
    """The view of this name; raises NotFoundError where there is none."""
    path = files(__package__).joinpath("views", f"{name}.cypher")
    if not name.isidentifier() or not path.is_file():
        raise NotFoundError(
            f"没有名为 {name!r} 的查询 (no view of this name)。", hint="请查看 queries/views 里的文件名。"
        )
    return parse_view(name, path.read_text("utf-8"))


def run_view(graph: Graph, name: str, /, **params: object) -> list[dict[str, Any]]:
    """All rows of a view, read in a session the engine keeps from writing; the keys are the declared columns."""
    return graph.read(load_view(name).cypher, **params)

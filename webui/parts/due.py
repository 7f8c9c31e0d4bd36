"""What is due, counted by saved queries: `due.toml` says which. A count is kept until something comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import ZhishiError
from graph.model.data_files import load_toml
from queries.catalogue import find_query
from queries.file import QueryFile
from queries.running import run_query
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services


@dataclass(frozen=True)
class Due:
    """One thing that is due: what, how many (None where the query could not tell in its time), its result."""

    name: str
    about: str
    count: int | None
    href: str


def due_things(version: str) -> Iterator[Due]:
    """Each within the reader's class; `version` changes when something has come into the graph."""
    using = services()
    for each in load_toml(__package__, "due.toml")["due"]:
        query, given = find_query(each["query"], using.settings.data), each.get("given", {})
        if query.access <= using.settings.clearance:
            name = query.name
            href = Urls().query(query.name, {**given, "run": "1"})
            yield Due(say(f"due_{name}"), query.header.question(language()), _count(query, given, version), href)


def _count(query: QueryFile, given: dict[str, str], version: str) -> int | None:
    using = services()
    clearance, today = using.settings.clearance, using.today()

    def made() -> int | None:
        return run_query(using.graph, query, given, clearance=clearance, today=today, limit=1).total

    try:
        return using.kept.get(("due", query.name, int(clearance), today, version), made)
    except ZhishiError:
        # the start page is there whatever one of its counts meets; the query's own page says what that was
        return None

"""What a page asked of the graph: written down as it asks, so that every page can show it without saying it again."""

from __future__ import annotations

from typing import Final

from flask import Flask, g

from queries.runner import record_asked
from webui.frame.view import View
from webui.parts.components import Query, view_query

_FRAME: Final = frozenset({"running_import"})
"""What the frame of every page asks."""

_LONGEST: Final = 200


def install_asked(app: Flask) -> None:
    """Write down the views each request reads; templates know them as `asked(view)`."""
    app.before_request(_begin)
    app.add_template_global(asked, "asked")


def asked(view: View) -> tuple[Query, ...]:
    """The views read for this page, each once for the same values; none where the page shows its own."""
    if getattr(view, "queries", None) or getattr(view, "query", None):
        return ()
    found = (_query(name, params) for name, params in g.get("asked", ()) if name not in _FRAME)
    return tuple(dict.fromkeys(found))


def _begin() -> None:
    g.asked = record_asked()


def _query(name: str, params: dict[str, object]) -> Query:
    query = view_query(name, **params)
    return Query(query.title, query.cypher, tuple(each[:_LONGEST] for each in query.params))

"""What is typed into a field for a thing of the graph may mean these: proposals as JSON, few and fast."""

from __future__ import annotations

from collections import Counter
from typing import Final

from flask import Blueprint, Response, jsonify, request

from graph.errors import NotFoundError
from graph.model.records import record_types
from graph.model.suggestions import there_are
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.fulltext import search_labels
from queries.record_named import records_like
from queries.runner import run_view
from webui.held.services import services
from webui.parts.cadres_like import cadres_like
from webui.parts.fields import PROPOSED

_say: Final = sayings("webui")

page = Blueprint("suggest", __name__, url_prefix="/suggest")

_MOST: Final = 12
_LONGEST: Final = 60

_POST: Final = f"{record_types()['Post'].TYPE.prefix}_"
"""A post is told by its id: many units have one of its name."""

Found = list[tuple[str, str, str]]
"""Id, name and what tells it from its namesakes."""


@page.get("/<kind>")
def show(kind: str) -> Response:
    """`[{"value", "name", "about"}]`; the value is the name where one thing has it, else the id."""
    labels = search_labels(services().settings.clearance)
    if kind not in PROPOSED and kind not in labels:
        raise NotFoundError(
            _say("no_such_proposed_kind", kind=kind[:40]),
            hint=there_are((*PROPOSED, *labels)),
        )
    typed = request.args.get("q", "").strip()[:_LONGEST]
    found = (_records(kind, typed) if kind in labels else _FIND[kind](services().graph, typed)) if typed else []
    names = Counter(name for _, name, _ in found)
    told = {name for name, count in names.items() if count == 1} if kind in _BY_NAME else set()
    return jsonify(
        [
            {"value": name if name in told and not ident.startswith(_POST) else ident, "name": name, "about": about}
            for ident, name, about in found
        ]
    )


def _records(label: str, typed: str) -> Found:
    own = services()
    found = records_like(own.graph, label, typed, own.settings.clearance, most=_MOST)
    return [(each.id, each.name, each.about) for each in found]


def _cadres(graph: Graph, typed: str) -> Found:
    return cadres_like(graph, typed, _MOST)


def _units(graph: Graph, typed: str) -> Found:
    rows = run_view(graph, "units_like", text=typed, limit=_MOST)
    return [(row["id"], row["name"], row["short_name"] or "") for row in rows]


def _posts(graph: Graph, typed: str) -> Found:
    rows = run_view(graph, "posts_like", text=typed, limit=_MOST)
    return [(row["id"], row["title"], row["unit"]) for row in rows]


def _things(graph: Graph, typed: str) -> Found:
    """Cadres, units and posts together, some of each."""
    each = _MOST // 3
    return [*cadres_like(graph, typed, each), *_units(graph, typed)[:each], *_posts(graph, typed)[:each]]


_BY_NAME: Final = ("cadre", "unit", "thing")
"""Kinds that a name tells, where one thing has it; a post and a record are told by their ids."""

_FIND: Final = {"cadre": _cadres, "unit": _units, "post": _posts, "thing": _things}

"""What somebody typed who wants a thing in the picture: the things it may mean, each with the picture it leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.errors import NotFoundError
from graph.store.connection import Graph
from queries.dossier import visible_labels
from queries.runner import run_view
from webui.explorer.state import State, Step, is_id
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.cadres_like import cadres_like
from webui.parts.names import kind_name

_MOST: Final = 8


@dataclass(frozen=True)
class Choice:
    """One thing: its kind, its name, what tells it from its namesakes, and the address of the picture with it."""

    kind: str
    name: str
    about: str
    href: str


def choices(graph: Graph, typed: str, state: State) -> tuple[Choice, ...]:
    """Cadres, units, posts and projects of that name or id; one alone where only one has exactly this name.

    Raises NotFoundError where nothing does.
    """
    found = [("", typed, "", typed)] if is_id(typed) else _found(graph, typed)
    exact = [each for each in found if each[1] == typed]
    chosen = exact if len(exact) == 1 else found
    if not chosen:
        raise NotFoundError(say("graph_not_found", text=typed), hint=say("graph_not_found_hint"))
    return tuple(Choice(kind, name, about, _to(state, ident)) for kind, name, about, ident in chosen)


def _found(graph: Graph, typed: str) -> list[tuple[str, str, str, str]]:
    """Kind, name, what tells it apart, and id."""
    asked = {"text": typed, "limit": _MOST}
    kind = kind_name("Cadre")
    cadres = [(kind, name, about, ident) for ident, name, about in cadres_like(graph, typed, _MOST)]
    units = [
        (kind_name("Unit"), r["name"], r["short_name"] or "", r["id"]) for r in run_view(graph, "units_like", **asked)
    ]
    posts = [(kind_name("Post"), r["title"], r["unit"], r["id"]) for r in run_view(graph, "posts_like", **asked)]
    seen = "WorkProject" in visible_labels(services().settings.clearance)
    projects = [
        (kind_name("WorkProject"), r["title"], f"{r['unit'] or ''} {r['year'] or ''}".strip(), r["id"])
        for r in (run_view(graph, "projects_like", **asked) if seen else ())
    ]
    return [*cadres, *units, *posts, *projects]


def _to(state: State, ident: str) -> str:
    if not state.seeds:
        return Urls().graph(replace(state, seeds=(ident,), about=ident).arguments())
    return Urls().graph(state.doing(Step("add", ident), about=ident).arguments())

"""What an id in a form or an address stands for: its name, and what tells it from its namesakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.model.records import record_types
from graph.store.connection import Graph
from queries.file import Parameter
from queries.record_named import record_of
from queries.runner import run_view
from webui.frame.language import say
from webui.held.services import services
from webui.parts.formats import date_text


@dataclass(frozen=True)
class Meant:
    """`value` is what a form may show and send for the id: the name where only one thing has it, else the id."""

    value: str
    name: str
    about: str

    @property
    def told(self) -> str:
        """Name and what tells it apart, in one line."""
        return say("list_comma").join(filter(None, (self.name, self.about)))


def meant(parameter: Parameter, text: str) -> Meant | None:
    """What an id stands for that this parameter takes; None for any other text, and for an id that is not there."""
    label = parameter.label
    if not label or not text.startswith(f"{record_types()[label].TYPE.prefix}_"):
        return None
    own = services()
    if parameter.of:
        found = record_of(own.graph, label, text, own.settings.clearance)
        return Meant(text, found.name, found.about) if found else None
    return _FIND[label](own.graph, text)


def _cadre(graph: Graph, ident: str) -> Meant | None:
    rows = run_view(graph, "cadres_by_id", ids=[ident])
    if not rows:
        return None
    name = rows[0]["name"] or ""
    alone = bool(name) and len(run_view(graph, "cadres_named", text=name)) == 1
    about = say("list_comma").join(filter(None, (date_text(rows[0]["birth_month"]), rows[0]["post"])))
    return Meant(name if alone else ident, name, about)


def _unit(graph: Graph, ident: str) -> Meant | None:
    rows = run_view(graph, "units_named", text=ident)
    if not rows:
        return None
    name = rows[0]["name"]
    return Meant(name if len(run_view(graph, "units_named", text=name)) == 1 else ident, name, "")


def _post(graph: Graph, ident: str) -> Meant | None:
    rows = run_view(graph, "posts_named", text=ident)
    if not rows:
        return None
    name = f"{rows[0]['unit']}{rows[0]['title']}"
    return Meant(name if len(run_view(graph, "posts_named", text=name)) == 1 else ident, name, "")


_FIND: Final[Mapping[str, Callable[[Graph, str], Meant | None]]] = {"Cadre": _cadre, "Unit": _unit, "Post": _post}

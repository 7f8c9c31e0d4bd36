"""Which cadres an export is about: named ones, those serving at a unit and below it, those of a named list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph.errors import AmbiguousError, NotFoundError
from graph.model.schema import Access
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.desk.lists import named_list
from queries.dossier import cadre_labels
from queries.runner import run_view
from queries.search import cadre_named

_say: Final = sayings("queries")

_LAST: Final = 1 << 30
_CATEGORIES: Final = ("正职", "副职")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cadres in their order, and in words whom they are."""

    cadres: tuple[str, ...]
    words: str


def unit_named(graph: Graph, text: str) -> tuple[str, str]:
    """Id and name of the one unit of this id, name or short name; raises NotFoundError or AmbiguousError."""
    rows = run_view(graph, "units_named", text=text.strip())
    exact = [row for row in rows if text.strip() in (row["id"], row["name"])] or rows
    if not rows:
        raise NotFoundError(
            _say("no_such_unit", text=text),
            hint=_say("no_such_unit_hint"),
        )
    if len(exact) > 1:
        raise AmbiguousError(
            _say("several_units_of_name", rows=len(exact), text=text),
            [f"{row['name']}  {row['id']}" for row in exact],
        )
    return exact[0]["id"], exact[0]["name"]


def units_with_below(graph: Graph, unit: str) -> tuple[str, ...]:
    """The ids of a unit and of all that is below it."""
    return tuple(row["id"] for row in run_view(graph, "units_below", unit=unit))


def serving_at(graph: Graph, units: Sequence[str], top: str = "") -> tuple[str, ...]:
    """The ids of who serves at the units now, each once, in the order of a roster.

    The unit named `top` stands first, then units in their own order; principals before deputies, concurrent posts last.
    """
    rows = run_view(graph, "cadres_serving", units=list(units))
    rows.sort(key=lambda row: _roster_order(row, top))
    return tuple(dict.fromkeys(row["cadre"] for row in rows))


def _roster_order(row: dict[str, Any], top: str) -> tuple[Any, ...]:
    category = row["member_category"]
    rank = _CATEGORIES.index(category) if category in _CATEGORIES else len(_CATEGORIES)
    place = row["unit_order"] if row["unit_order"] is not None else _LAST
    team = row["team_order"] if row["team_order"] is not None else _LAST
    return (row["concurrent"], row["unit"] != top, place, row["unit"], rank, team, row["start"] or "", row["name"])


def choose(
    graph: Graph, data: Path, cadres: Iterable[str] = (), unit: str | None = None, listed: str | None = None
) -> Chosen:
    """Everybody named, serving at the unit or below it, or on the named list: each once, in that order."""
    found: list[str] = [cadre_named(graph, each) for each in cadres]
    words: list[str] = [f"{len(found)} 名干部"] if found else []
    if unit:
        top, name = unit_named(graph, unit)
        found += serving_at(graph, units_with_below(graph, top), name)
        words.append(f"{name}及下属单位")
    if listed:
        found += named_list(data, listed).cadres
        words.append(f"名单“{listed}”")
    return Chosen(tuple(dict.fromkeys(found)), "、".join(words))


def read_roster_rows(graph: Graph, cadres: Sequence[str], clearance: Access) -> dict[str, dict[str, Any]]:
    """What a roster tells of these cadres, by id; raises WithheldError where the clearance reaches no cadre."""
    cadre_labels(clearance)
    return {row["id"]: row for row in run_view(graph, "roster_rows", ids=list(cadres))}


def read_establishment(graph: Graph, units: Sequence[str]) -> list[dict[str, Any]]:
    """What these units may have and who is there, in the order of a roster."""
    return run_view(graph, "unit_establishment", units=list(units))


def units_serving(graph: Graph, cadres: Sequence[str]) -> tuple[str, ...]:
    """The ids of the units where these cadres serve now."""
    return tuple(row["id"] for row in run_view(graph, "units_serving", ids=list(cadres)))

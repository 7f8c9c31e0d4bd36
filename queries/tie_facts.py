"""The rows that ties between people are found in, read for people, units, posts and projects.

`analysis.network.ties` turns them into ties; here is only what to read for which kind, so that what is read is enough
for the conclusion: a successor is told from all holders of a post, not only from those in a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.store.connection import Graph
from queries.runner import run_view

MOST_ROWS: Final = 20_000
"""Most rows of one kind; beyond, ties may be missing, which is said."""

Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class TieRows:
    """Rows of the views `graph_holdings`, `graph_seats`, `graph_studies` and `graph_duties`.

    `more` where some were left out.
    """

    holdings: Rows
    seats: Rows
    studies: Rows
    duties: Rows
    more: bool


def rows_about(graph: Graph, idents: Sequence[str], label: str) -> TieRows:
    """All that ties of these things are found in: for cadres, what others did at the same places too."""
    return _READ[label](graph, list(idents)) if label in _READ else TieRows([], [], [], [], more=False)


def rows_among(graph: Graph, cadres: Iterable[str]) -> TieRows:
    """What ties among these cadres are found in: their own records, and all holders of the posts they held."""
    some = sorted(cadres)
    own = _ask(graph, "graph_holdings", cadres=some)
    posts = _ask(graph, "graph_holdings_of", posts=_values(own, "post"))
    seats = _ask(graph, "graph_seats", cadres=some)
    studies = _ask(graph, "graph_studies", cadres=some)
    duties = _ask(graph, "graph_duties", cadres=some)
    return _rows([*own, *posts], seats, studies, duties)


def _about_cadres(graph: Graph, cadres: list[str]) -> TieRows:
    own = _ask(graph, "graph_holdings", cadres=cadres)
    beside = _ask(graph, "graph_holdings_at", units=_values(own, "unit"))
    posts = _ask(graph, "graph_holdings_of", posts=_values(own, "post"))
    seats = _ask(graph, "graph_seats", cadres=cadres)
    schools = _values(_ask(graph, "graph_studies", cadres=cadres), "school")
    studies = _ask(graph, "graph_studies_at", schools=schools)
    duties = _ask(graph, "graph_duties_for", projects=_values(_ask(graph, "graph_duties", cadres=cadres), "project"))
    return _rows([*own, *beside, *posts], seats, studies, duties)


def _about_units(graph: Graph, units: list[str]) -> TieRows:
    return _rows(_ask(graph, "graph_holdings_at", units=units), _ask(graph, "graph_seats_at", units=units))


def _about_posts(graph: Graph, posts: list[str]) -> TieRows:
    return _rows(_ask(graph, "graph_holdings_of", posts=posts))


_READ: Final = {"Cadre": _about_cadres, "Unit": _about_units, "Post": _about_posts}


def _ask(graph: Graph, view: str, **asked: list[str]) -> Rows:
    if not any(asked.values()):
        return []
    return run_view(graph, view, **asked, limit=MOST_ROWS)


def _rows(holdings: Rows, seats: Rows = (), studies: Rows = (), duties: Rows = ()) -> TieRows:
    return TieRows(
        list({row["id"]: row for row in holdings}.values()),
        seats,
        studies,
        duties,
        more=any(len(rows) >= MOST_ROWS for rows in (holdings, seats, studies, duties)),
    )


def _values(rows: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    return sorted({row[name] for row in rows if row[name] is not None})

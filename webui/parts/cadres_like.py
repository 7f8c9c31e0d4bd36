"""Cadres that something typed may mean, each with what tells it from its namesakes: birth month and first post."""

from __future__ import annotations

from export.cadre_list import as_in_careers
from graph.model.postings import posting
from graph.store.connection import Graph
from queries.dossier import read_careers
from queries.search import find_cadres
from webui.held.services import services
from webui.parts.formats import date_text


def cadres_like(graph: Graph, typed: str, most: int) -> list[tuple[str, str, str]]:
    """Id, name and what tells apart; units are called as they are on the cadre's page today."""
    found = find_cadres(graph, typed, most)
    rows = as_in_careers(found, read_careers(graph, [each.id for each in found]), services().today())
    posts = ((posting(one.unit, one.post) for one in each.current_posts[:1]) for each in rows)
    abouts = (
        " ".join(filter(None, (date_text(each.birth_month), *post))) for each, post in zip(rows, posts, strict=True)
    )
    return [(each.id, each.name, about) for each, about in zip(rows, abouts, strict=True)]

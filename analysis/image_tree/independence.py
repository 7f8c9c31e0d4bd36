"""When two sources are two voices, and when one is enough (officer.md)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import networkx as nx

from analysis.image_tree.rules import rules
from graph.model.schema import Evidence


def independent_sources(evidence: Iterable[Evidence]) -> int:
    """How many of the sources are independent of each other: each of another origin and by another author.

    That is the largest set of sources in which no two share an origin or an author: a maximum matching of origins and
    authors. A form copied from the collection workbook has the workbook's origin. A source whose author is not named
    cannot be shown to be by another, so it counts only where its origin tells the author (a grade of the department),
    or where there is nothing else.
    """
    told = tuple(evidence)
    voices = {(origin_of(each), author) for each in told if (author := author_of(each))}
    if not voices:
        return 1 if told else 0
    return _most_apart(frozenset(voices))


@lru_cache(maxsize=4096)
def _most_apart(voices: frozenset[tuple[str, str]]) -> int:
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    graph.add_edges_from((("origin", origin), ("author", author)) for origin, author in sorted(voices))
    return len(nx.max_weight_matching(graph, maxcardinality=True))


def origin_of(evidence: Evidence) -> str:
    """The kind of source, a copy counting as what it was copied from."""
    return rules().copies.get(evidence.origin, evidence.origin)


def author_of(evidence: Evidence) -> str | None:
    """Who wrote or said it; an organ's own record has the organ as its author; None where nobody can tell."""
    return evidence.author or (f"({evidence.origin})" if evidence.origin in rules().organ_origins else None)


def is_confirmed(evidence: Iterable[Evidence]) -> bool:
    """Whether one of the sources is a decision on punishment, an audit, an assessment, a grade or a ruling."""
    return any(each.origin in rules().confirming_origins for each in evidence)


def is_self_told(evidence: Iterable[Evidence], cadre_name: str) -> bool:
    """Whether nobody but the cadre, or the cadre's own unit reporting on itself, says so."""
    return all(each.origin in rules().self_origins or each.author == cadre_name for each in evidence)

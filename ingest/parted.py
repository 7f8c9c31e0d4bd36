"""Two records that a person found to be one, each as it would stand by itself: nothing is written."""

from __future__ import annotations

from typing import Final

from graph.errors import NotFoundError
from graph.model.dossier import DossierRows
from graph.model.words import listed, sayings
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.grouping import grouped
from ingest.keyring import keyring_of
from ingest.projected import Projected
from ingest.records import tied_anew
from ingest.resolve import Resolver

_say: Final = sayings("ingest")


def parted(graph: Graph, settings: Settings, one: str, other: str) -> tuple[DossierRows, DossierRows]:
    """Both cadres as the records about each make them, as if nothing had been decided about this pair.

    Raises NotFoundError where no record in force is about one of them.
    """
    resolver = Resolver(graph, keyring_of(graph, settings.data))
    _, records = grouped(graph, resolver, {one, other}, parted=True)
    apart = Projected(graph, resolver)
    apart.project([record for each in records if (record := tied_anew(each, resolver)).known_to is None])
    if missing := [each for each in (one, other) if each not in apart.facts]:
        raise NotFoundError(_say("not-in-force", ids=listed(missing)), hint=_say("open-from-list"))
    return _rows(apart, one), _rows(apart, other)


def _rows(apart: Projected, cadre: str) -> DossierRows:
    facts = tuple(apart.row(fact) for fact in apart.tied_to(cadre) if fact.label != "Identifier")
    return DossierRows(apart.row(apart.facts[cadre]), facts, (), apart.documents_about(cadre))

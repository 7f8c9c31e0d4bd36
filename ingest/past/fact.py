"""What was known of one fact on an earlier day, with the places that stated it then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.past.projection import past_on


def fact_known_on(graph: Graph, settings: Settings, fact: str, label: str, day: str) -> Mapping[str, Any] | None:
    """The fact of this id and label (the model's) at the end of a day (`YYYY-MM-DD`), as a row of the view `dossier`.

    None where it was not known then, and where nothing states it now: who it is about is told by the graph of today.
    """
    rows = graph.read(f"MATCH (n:{label} {{id: $id}}) RETURN n.subject AS subject", id=fact)
    subject = rows[0]["subject"] if rows else None
    if not subject:
        return None
    past = past_on(graph, settings, day)
    past.add({subject}, [])
    found = past.facts.get(fact)
    return past.row(found) if found else None

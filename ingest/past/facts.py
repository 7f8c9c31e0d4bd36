"""All facts about the subjects of some things, as the records told them on an earlier day, or tell them now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graph.model.moments import end_of_day
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.keyring import keyring_of
from ingest.past.projection import Past
from ingest.past.things import subjects_of
from ingest.resolve import Resolver

_NEVER: Final = "9999"
"""After every moment that a record can have."""


def facts_known_on(graph: Graph, settings: Settings, things: Mapping[str, str], day: str) -> dict[str, dict[str, Any]]:
    """The facts by id, as rows of the view `dossier`, at the end of a day (`YYYY-MM-DD`); now, where that is empty.

    Looked at are the subjects that these things, given as label by id, have today.
    """
    past = Past(graph, Resolver(graph, keyring_of(graph, settings.data)), end_of_day(day) if day else _NEVER)
    past.add({subject for _, subject in subjects_of(graph, things) if subject}, [])
    return {fact.id: past.row(fact) for fact in past.facts.values()}

"""The run, as an importer may ask it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store.connection import Graph
from graph.store.facts import properties_of
from ingest.keyring import Keyring


@dataclass(slots=True)
class Reading:
    """What an importer may ask of the run."""

    today: str
    keyring: Keyring
    graph: Graph | None = None

    def records(self, label: str) -> Iterator[Mapping[str, Any]]:
        """The properties of every record of a label; none without a graph."""
        return properties_of(self.graph, label) if self.graph else iter(())

    def hash_id_number(self, number: str) -> str | None:
        """The keyed hash of an ID number."""
        return self.keyring.hash("id_number", number.strip().upper())

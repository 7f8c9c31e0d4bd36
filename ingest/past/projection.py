"""Facts as the records known at one moment give them. Nothing is written, and who is who is judged as today."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.moments import end_of_day
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.keyring import keyring_of
from ingest.projected import Projected
from ingest.records import records_where
from ingest.resolve import Resolver


def past_on(graph: Graph, settings: Settings, day: str) -> Past:
    """Nothing yet of what was known at the end of a day (`YYYY-MM-DD`, where the office is)."""
    return Past(graph, Resolver(graph, keyring_of(graph, settings.data)), end_of_day(day))


class Past(Projected):
    """Facts as the records known at one moment give them, subject by subject."""

    def __init__(self, graph: Graph, resolver: Resolver, end: str) -> None:
        super().__init__(graph, resolver)
        self._end = end
        self._seen: set[str] = set()

    def asked(self, cypher: str, **params: object) -> set[str]:
        """The subjects a query finds."""
        return {row["subject"] for row in self._graph.read(cypher, **params)}

    def add(self, subjects: set[str], mentioned: Sequence[str]) -> None:
        """Project these subjects, and those of records out of force today that mention one of these names."""
        subjects = (subjects | self._once_about(mentioned)) - self._seen
        if not subjects:
            return
        self._seen |= subjects
        known = records_where(
            self._graph,
            "s.subject IN $subjects AND s.recorded_at < $end AND (s.known_to IS NULL OR s.known_to >= $end)",
            subjects=sorted(subjects),
            end=self._end,
        )
        self.project(known)

    def _once_about(self, names: Sequence[str]) -> set[str]:
        cypher = (
            "MATCH (s:SourceRecord) WHERE s.known_to >= $end AND s.recorded_at < $end "
            "AND any(name IN $names WHERE s.content CONTAINS name) RETURN DISTINCT s.subject AS subject"
        )
        told = [name for name in names if name]
        return self.asked(cypher, end=self._end, names=told) if told else set()

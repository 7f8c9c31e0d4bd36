"""How much the engine was made to change."""

from __future__ import annotations

from dataclasses import dataclass, fields

from neo4j import SummaryCounters


@dataclass(frozen=True, slots=True)
class Counters:
    """Counts of changes as the engine reports them; a property set to the value it had counts as set."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0
    labels_added: int = 0
    labels_removed: int = 0
    indexes_added: int = 0
    indexes_removed: int = 0
    constraints_added: int = 0
    constraints_removed: int = 0

    @classmethod
    def of(cls, counters: SummaryCounters) -> Counters:
        """The driver's counters as our own."""
        return cls(**{one.name: getattr(counters, one.name) for one in fields(cls)})

    def __add__(self, other: Counters) -> Counters:
        return Counters(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)})

    @property
    def writes(self) -> int:
        """All changes together; 0 exactly when the graph and its schema were left alone."""
        return sum(getattr(self, one.name) for one in fields(self))

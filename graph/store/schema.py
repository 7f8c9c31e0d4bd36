"""Constraints and indexes, from the model: what `schema.cypher` holds and `zhishi schema --apply` runs."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.store.connection import Graph
from graph.store.counters import Counters

_HEADER = "// Constraints and indexes of Zhishi, printed from graph/model by `zhishi schema`. Do not edit by hand.\n"


def statements() -> Iterator[str]:
    """One statement each, in the order of the labels; every one may be run again without effect."""
    for label, cls in record_types().items():
        name = cls.TYPE.prefix
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for indexed in _indexed(cls.TYPE):
            yield f"CREATE INDEX {name}_{indexed} IF NOT EXISTS FOR (n:{label}) ON (n.{indexed})"


def _indexed(declared: RecordType) -> list[str]:
    names = [each.name for each in declared.properties.values() if each.index]
    return sorted({*names, "subject"} if is_projected(declared) else names)


def is_projected(declared: RecordType) -> bool:
    """Whether records of this type are facts projected from source records, not book-keeping of their own."""
    return declared.label not in {"SourceDocument", "SourceRecord", "ImportBatch", "Finding", "GraphState"}


def render() -> str:
    """The text of `schema.cypher`."""
    return _HEADER + "".join(f"{statement};\n" for statement in statements())


def apply_schema(graph: Graph) -> Counters:
    """Make what is missing; returns what was made (nothing the second time)."""
    return sum((graph.schema(statement) for statement in statements()), start=Counters())

"""Constraints and indexes, from the model: what `schema.cypher` holds and `zhishi schema --apply` runs.

Full-text indexes are each engine's own to make; `schema.cypher` has them as Neo4j takes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.store.connection import Graph
from graph.store.counters import Counters
from graph.store.engines.neo4j_server import fulltext_name, fulltext_statement

_HEADER = "// Constraints and indexes of Zhishi, printed from graph/model by `zhishi schema`. Do not edit by hand.\n"


def statements() -> Iterator[str]:
    """One statement each, in the order of the labels; every one may be run again without effect."""
    for label, cls in record_types().items():
        name = cls.TYPE.prefix
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for indexed in _indexed(cls.TYPE):
            yield f"CREATE INDEX {name}_{indexed} IF NOT EXISTS FOR (n:{label}) ON (n.{indexed})"


def searched() -> Mapping[str, tuple[str, ...]]:
    """The labels that are searched by their words, each with the properties its full-text index covers."""
    return {label: cls.TYPE.searched for label, cls in record_types().items() if cls.TYPE.searched}


def _indexed(declared: RecordType) -> list[str]:
    names = [each.name for each in declared.properties.values() if each.index]
    return sorted({*names, "subject"} if declared.projected else names)


def render() -> str:
    """The text of `schema.cypher`."""
    fulltext = (
        fulltext_statement(fulltext_name(label, properties), label, properties)
        for label, properties in searched().items()
    )
    return _HEADER + "".join(f"{statement};\n" for statement in (*statements(), *fulltext))


def is_searchable(graph: Graph) -> bool:
    """Whether every full-text index of the model is there; in a graph of an earlier version one may be missing."""
    wanted = {graph.engine.fulltext_name(label, properties) for label, properties in searched().items()}
    return wanted <= graph.engine.fulltext_names()


def apply_schema(graph: Graph) -> Counters:
    """Make what is missing; returns what was made (nothing the second time)."""
    made = sum((graph.schema(statement) for statement in statements()), start=Counters())
    there = graph.engine.fulltext_names()
    for label, properties in searched().items():
        if graph.engine.fulltext_name(label, properties) not in there:
            graph.engine.create_fulltext(label, properties)
            made += Counters(indexes_added=1)
    return made

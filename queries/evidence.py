"""Facts by the sources that state them, and sources by the facts they state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.errors import NotFoundError
from graph.model.records import record_types
from graph.model.schema import Access, Record
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.dossier import as_record, visible_labels
from queries.runner import load_view, run_view

_say: Final = sayings("queries")


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a document came: who issued it, and the batch that brought it in (`started_at` is an instant)."""

    issuer: str | None
    batch: str | None
    started_at: str | None


def read_fact(graph: Graph, fact: str, clearance: Access = Access.RESTRICTED) -> Record:
    """The record of this id with its sources; raises NotFoundError where this clearance reaches none."""
    label = _label(fact)
    rows = graph.read(fact_query(label), id=fact) if label in visible_labels(clearance) else []
    if not rows:
        raise NotFoundError(
            _say("no_such_record", fact=fact),
            hint=_say("no_such_record_hint"),
        )
    return as_record(rows[0])


def fact_query(label: str) -> str:
    """The Cypher that reads one fact of a label.

    The label, which is the model's, stands in the text: only then the unique id is looked up instead of searched for.
    """
    return of_label("fact", label)


def of_label(view: str, label: str) -> str:
    """The Cypher of a view that reads a thing called `n` by its id, for things of this label of the model."""
    assert label in record_types()
    return load_view(view).cypher.replace("(n:Tenure ", f"(n:{label} ")


def deliveries(graph: Graph, documents: list[str]) -> dict[str, Delivery]:
    """By document id, how each document came."""
    rows = run_view(graph, "document_batches", documents=documents)
    return {row["document_id"]: Delivery(row["issuer"], row["batch_id"], row["started_at"]) for row in rows}


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source record: what kind of source, in which document, how it came, and the facts it states.

    Each fact has only the places in this record as its `sources`. `known_to` is the instant at which a newer document
    took its place, None while it is in force.
    """

    subject: str
    origin: str | None
    author: str | None
    date: str | None
    recorded_at: str | None
    known_to: str | None
    document: str
    document_id: str
    importer: str | None
    delivery: Delivery
    facts: tuple[Record, ...]


def read_source(graph: Graph, source: str, clearance: Access = Access.RESTRICTED) -> SourceText:
    """The source record of this id with the facts the clearance reaches; raises NotFoundError where there is none."""
    rows = run_view(graph, "source_record", id=source)
    if not rows:
        raise NotFoundError(
            _say("no_such_source", source=source),
            hint=_say("no_such_source_hint"),
        )
    row, facts = rows[0], run_view(graph, "source_statements", id=source, labels=visible_labels(clearance))
    names = ("subject", "origin", "author", "date", "recorded_at", "known_to", "importer", "document_id")
    return SourceText(
        **{name: row[name] for name in names},
        document=row["document"] or "",
        delivery=Delivery(row["issuer"], row["batch_id"], row["started_at"]),
        facts=tuple(as_record(each) for each in facts),
    )


def _label(fact: str) -> str:
    """The label an id's prefix stands for; empty for no label."""
    prefix = fact.partition("_")[0]
    return next((label for label, cls in record_types().items() if cls.TYPE.prefix == prefix), "")

"""One fact by its id, and where its documents came from."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.model.records import record_types
from graph.model.schema import Access, Record
from graph.store.connection import Graph
from queries.dossier import as_record, visible_labels
from queries.runner import load_view, run_view


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
            f"没有编号为 {fact!r} 的记录 (no record with this id)。",
            hint="它可能已被更正或撤下, 请从干部页面重新打开。",
        )
    return as_record(rows[0])


def fact_query(label: str) -> str:
    """The Cypher that reads one fact of a label.

    The label, which is the model's, stands in the text: only then the unique id is looked up instead of searched for.
    """
    assert label in record_types()
    return load_view("fact").cypher.replace("(n:Fact ", f"(n:{label} ")


def deliveries(graph: Graph, documents: list[str]) -> dict[str, Delivery]:
    """By document id, how each document came."""
    rows = run_view(graph, "document_batches", documents=documents)
    return {row["document_id"]: Delivery(row["issuer"], row["batch_id"], row["started_at"]) for row in rows}


def _label(fact: str) -> str:
    """The label an id's prefix stands for; empty for no label."""
    prefix = fact.partition("_")[0]
    return next((label for label, cls in record_types().items() if cls.TYPE.prefix == prefix), "")

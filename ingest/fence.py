"""A batch as the fence round its own writes.

What a dead import still had under way at the engine may be committed after its batch was looked at; it must not slip in
after the batch was taken back. So every write transaction of a batch first changes the batch, and so does whoever takes
it back: of two that change one node an engine lets the second wait for the first, or refuses the one that commits last.
"""

from __future__ import annotations

from typing import Final

from graph.errors import StoreError
from graph.model.words import sayings
from graph.store.connection import Graph, Transaction
from graph.store.counters import Counters

_say: Final = sayings("ingest")

# a change that leaves no trace; setting an equal value is no change to the embedded engine
_TOUCH: Final = (
    "MATCH (b:ImportBatch {id: $batch}) WHERE b.state <> 'interrupted' "
    "SET b.touched = true REMOVE b.touched RETURN b.id AS id"
)


def touch(transaction: Transaction, batch: str) -> None:
    """The first statement of every write of a batch; raises StoreError where it was taken back, or interrupted."""
    if not transaction.run(_TOUCH, batch=batch):
        raise StoreError(_say("batch-taken-back"), hint=_say("import-these-again"))


def write_fenced(graph: Graph, batch: str, cypher: str, /, **params: object) -> Counters:
    """Run one statement of a batch in a transaction of its own; returns what it changed."""

    def work(transaction: Transaction) -> Counters:
        touch(transaction, batch)
        transaction.run(cypher, **params)
        return transaction.counters

    return graph.write_transaction(work)


def close_off(graph: Graph, batch: str) -> bool:
    """Whether the batch is still unfinished once nothing of its dead import, or undo, can come any more."""
    graph.write(_TOUCH, batch=batch)
    unfinished = "MATCH (b:ImportBatch {id: $batch}) WHERE b.state IN ['loading', 'undoing'] RETURN b.id AS id"
    return bool(graph.read(unfinished, batch=batch))

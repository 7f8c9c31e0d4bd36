"""What a dead import still has under way cannot come in after its batch was taken back, on either engine."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.connection import Graph, Transaction
from graph.store.schema import apply_schema
from ingest.fence import close_off, touch, write_fenced
from ingest.undo import undo_interrupted
from tests.ingest.drafting import keyring

BATCH = "bat_dead"


@pytest.fixture
def dead(graph: Graph) -> Graph:
    """A graph with the batch of an import that died."""
    apply_schema(graph)
    graph.write("CREATE (:ImportBatch {id: $id, state: 'loading'})", id=BATCH)
    return graph


def late(graph: Graph, begun: threading.Event, may_end: threading.Event) -> None:
    """A write of the dead import that the engine is still busy with."""

    def work(transaction: Transaction) -> None:
        touch(transaction, BATCH)
        transaction.run(
            "MATCH (b:ImportBatch {id: $id}) CREATE (:SourceDocument {id: 'late'})-[:IN_BATCH]->(b)", id=BATCH
        )
        begun.set()
        may_end.wait(2)

    try:
        graph.write_transaction(work)
    except StoreError:
        return


def test_a_late_write_is_taken_back_or_refused(dead: Graph, tmp_path: Path) -> None:
    begun, may_end = threading.Event(), threading.Event()
    writing = threading.Thread(target=late, args=(dead, begun, may_end))
    writing.start()
    assert begun.wait(10)
    assert close_off(dead, BATCH)
    may_end.set()
    writing.join(30)
    undo_interrupted(dead, keyring(tmp_path), "now")
    assert dead.read("MATCH (n) RETURN labels(n) AS labels") == []


def test_nothing_is_written_for_a_batch_taken_back(dead: Graph, tmp_path: Path) -> None:
    undo_interrupted(dead, keyring(tmp_path), "now")
    with pytest.raises(StoreError):
        write_fenced(dead, BATCH, "CREATE (:SourceDocument {id: 'late'})")
    assert dead.read("MATCH (n:SourceDocument) RETURN n.id AS id") == []


def test_the_fence_leaves_no_trace(dead: Graph) -> None:
    before = dead.fingerprint()
    write_fenced(dead, BATCH, "RETURN 1")
    assert dead.fingerprint() == before


def test_a_finished_batch_is_not_taken_back(dead: Graph) -> None:
    dead.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    assert not close_off(dead, BATCH)

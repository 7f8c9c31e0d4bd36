"""While an import fills the graph its statements keep their plans; what they say stays the same on every engine."""

from __future__ import annotations

from graph.store.connection import Graph


def test_what_is_written_and_read_is_the_same_while_a_graph_grows(graph: Graph) -> None:
    with graph.growing():
        written = graph.write("UNWIND $rows AS row CREATE (n:Unit) SET n = row", rows=[{"id": "a"}, {"id": "b"}])
        found = graph.read("// by id\nUNWIND $ids AS id MATCH (n:Unit {id: id}) RETURN n.id AS id", ids=["b"])
    assert written.writes > 0
    assert found == [{"id": "b"}]
    assert graph.read("MATCH (n:Unit) RETURN n.id AS id ORDER BY id") == [{"id": "a"}, {"id": "b"}]


def test_only_an_import_keeps_plans(graph: Graph) -> None:
    text = "RETURN 1 AS one"
    kept = graph.engine.with_its_plan(text)
    assert graph.read(kept) == [{"one": 1}]
    assert (kept != text) == (graph.engine.name == "neo4j")

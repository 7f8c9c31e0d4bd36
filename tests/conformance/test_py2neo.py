"""Users' py2neo scripts read the same graph on both engines, and on the embedded one can do nothing else."""

from __future__ import annotations

import pytest
from py2neo import Graph as Py2neo

from examples.py2neo_read import read
from graph.store.connection import Graph


def fill(graph: Graph) -> None:
    graph.write(
        "CREATE (u:Unit {id: 'uni_1', name: '澜江市水利局'}) "
        "CREATE (:Cadre {id: 'cad_1', name: '闻照溪'})-[:HELD]->"
        "(:Tenure {id: 'ten_1', title: '局长', start: '2020-01', end_status: 'current'})-[:AT_UNIT]->(u) "
        "CREATE (:Cadre {id: 'cad_2', name: '岑望野'})-[:HELD]->"
        "(:Tenure {id: 'ten_2', title: '副局长', start: '2012', end: '2019', end_status: 'ended'})-[:AT_UNIT]->(u)"
    )


def test_the_example_reads_who_serves_now(graph: Graph) -> None:
    fill(graph)
    assert read(graph.engine.reader(), "澜江市水利局") == [("闻照溪", "局长", "2020-01")]


def test_the_embedded_reader_writes_nothing(embedded_graph: Graph) -> None:
    fill(embedded_graph)
    before = embedded_graph.fingerprint()
    reader = embedded_graph.engine.reader()
    other = Py2neo(reader.uri, auth=(reader.user, reader.password), name=reader.database)
    try:
        with pytest.raises(Exception, match=r"(?i)permission|not allowed|denied|security|user"):
            other.run("CREATE (n:Cadre {id: 'x'})")
    finally:
        other.service.connector.close()
    assert embedded_graph.fingerprint() == before

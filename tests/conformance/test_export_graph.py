"""The whole graph out of each engine: a real Neo4j imports it offline into the same graph; the other formats agree."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import networkx as nx
import pytest

from export.graph_files import write_graph
from export.marking import Marking
from graph.errors import InputError, UsageError
from graph.model.schema import Access
from graph.store.connection import Graph, open_graph
from queries.whole_graph import WholeGraph
from tests.support.neo4j_server import import_offline, neo4j_server

MARKING = Marking("2026-11-28", "试 -- <图库>", "限定")
HOSTILE = (
    "=cmd|' /C calc'!A0",
    '引号"和,逗号', "../x", "两\n行\r\n三行", "注" * 2_000, "👩‍👧 𠮷", "\\N", "", " 空 ", "a;b", "'", "\x0b",
)  # fmt: skip


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """Nodes of several classes with every kind of value, and relations between them."""
    graph.write(
        "UNWIND $rows AS row CREATE (n:Cadre) SET n = row",
        rows=[{"id": f"cad_{n}", "name": text, "derived": [text, "乙"], "outstanding_young": n % 2 == 0}
              for n, text in enumerate(HOSTILE)],
    )  # fmt: skip
    graph.write("CREATE (:Cadre {id: 'cad_x', name: '独', derived: ['甲']})")
    graph.write("CREATE (:Assessment {id: 'ass_1', year: 2020, score: 92.5, alternatives: '{}'})")
    graph.write("CREATE (:Petition {id: 'pet_1', status: 'stated'})")
    graph.write("MATCH (c:Cadre), (a:Assessment) CREATE (a)-[:OF {role: c.name, row: 3}]->(c)")
    graph.write("MATCH (c:Cadre {id: 'cad_x'}), (p:Petition) CREATE (p)-[:ABOUT]->(c)")
    return graph


def written(graph: Graph, path: Path, kind: str, clearance: Access = Access.RESTRICTED) -> Path:
    write_graph(WholeGraph(graph, clearance), path, kind, MARKING)
    return path


@pytest.mark.slow
def test_neo4j_imports_the_csv_into_the_same_graph(filled: Graph, tmp_path: Path) -> None:
    folder = written(filled, tmp_path / "out", "csv")
    home = tmp_path / "neo4j"
    import_offline(folder, home)
    with neo4j_server(home) as settings, open_graph(settings) as imported:
        assert imported.read("MATCH (n) RETURN count(n) AS n") == filled.read("MATCH (n) RETURN count(n) AS n")
        assert imported.fingerprint() == filled.fingerprint()


def test_json_lines_hold_every_value_as_it_is(filled: Graph, tmp_path: Path) -> None:
    lines = [
        json.loads(line) for line in written(filled, tmp_path / "g", "jsonl").read_text("utf-8").split("\n") if line
    ]
    assert lines[0] == {"type": "meta", **MARKING.as_json(), "clearance": 4}
    names = [line["properties"]["name"] for line in lines if line.get("label") == "Cadre"]
    assert sorted(names) == sorted([*HOSTILE, "独"])
    assert sum(line["type"] == "relation" for line in lines) == len(HOSTILE) + 2


def test_graphml_is_read_by_networkx(filled: Graph, tmp_path: Path) -> None:
    drawn = nx.read_graphml(written(filled, tmp_path / "g.graphml", "graphml"))
    assert drawn.number_of_nodes() == len(HOSTILE) + 3
    assert drawn.nodes["cad_0"]["name"] == HOSTILE[0]
    assert drawn.nodes["cad_0"]["outstanding_young"] is True
    assert json.loads(drawn.nodes["cad_3"]["derived"])[1] == "乙"
    assert drawn.nodes["ass_1"]["score"] == 92.5


def test_below_the_class_neither_node_nor_relation_comes_out(filled: Graph, tmp_path: Path) -> None:
    folder = written(filled, tmp_path / "office", "csv", Access.OFFICE)
    names = {path.name for path in folder.iterdir()}
    assert "nodes_Cadre.csv.gz" in names
    assert not {name for name in names if "Assessment" in name or "Petition" in name}
    with gzip.open(folder / "relations_OF.csv.gz", "rt", encoding="utf-8") as file:
        assert len(file.read().splitlines()) == 1
    judged = written(filled, tmp_path / "judged.jsonl", "jsonl", Access.ASSESSMENT).read_text("utf-8")
    assert "ass_1" in judged
    assert "alternatives" not in judged
    assert "pet_1" not in judged


def test_the_same_graph_gives_the_same_bytes_and_is_not_overwritten(filled: Graph, tmp_path: Path) -> None:
    one, other = (written(filled, tmp_path / name, "csv") for name in ("one", "other"))
    header = (one / "nodes_Assessment.csv.gz").read_bytes()
    assert header == (other / "nodes_Assessment.csv.gz").read_bytes()
    with pytest.raises(InputError, match="没有覆盖"):
        written(filled, one, "csv")
    with pytest.raises(UsageError, match="没有 'gexf'"):
        written(filled, tmp_path / "g", "gexf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]

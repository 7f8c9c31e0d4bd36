"""The invented city, from its files to career and tree: the same answers on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.career import build_career
from analysis.career.to_json import to_json as career_json
from analysis.image_tree import build_image_tree
from analysis.image_tree.to_json import to_json as tree_json
from demo.city import generate
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.report import Report
from ingest.run import import_paths
from queries.dossier import read_dossier
from queries.search import find_cadres

CADRES = 24
NOW = datetime(2024, 3, 1, tzinfo=UTC)
DAY = "2024-03-01"
KEY = "5a" * 32


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city's files."""
    folder = tmp_path_factory.mktemp("city")
    generate(folder, cadres=CADRES, seed=7)
    return folder


@pytest.fixture(scope="module")
def engines(embedded_settings: Settings, neo4j_settings: Settings) -> Iterator[dict[str, tuple[Graph, Settings]]]:
    """Both engines at once, empty, with one key, so that both hash alike."""
    both = {"embedded": embedded_settings, "neo4j": neo4j_settings}
    graphs = {name: (open_graph(settings), settings) for name, settings in both.items()}
    for graph, settings in graphs.values():
        graph.write("MATCH (n) DETACH DELETE n")
        settings.data.mkdir(parents=True, exist_ok=True)
        (settings.data / "identity.key").write_text(KEY)
    yield graphs
    for graph, settings in graphs.values():
        (settings.data / "identity.key").unlink()
        graph.write("MATCH (n) DETACH DELETE n")
        graph.close()


@pytest.fixture(scope="module")
def imported(engines: dict[str, tuple[Graph, Settings]], city: Path) -> dict[str, Report]:
    """The city's files brought into both."""
    return {name: import_paths(graph, settings, [city], now=NOW) for name, (graph, settings) in engines.items()}


def test_reports_agree(imported: dict[str, Report]) -> None:
    embedded, neo4j = (imported[name].as_json() for name in ("embedded", "neo4j"))
    assert embedded["files"] == neo4j["files"]
    assert not imported["embedded"].rejected
    assert sum(file.created for file in imported["embedded"].files) > 50 * CADRES


@pytest.mark.usefixtures("imported")
def test_graphs_are_the_same_node_by_node(engines: dict[str, tuple[Graph, Settings]]) -> None:
    prints = {name: graph.fingerprint(without=["ImportBatch"]) for name, (graph, _) in engines.items()}
    assert prints["embedded"] == prints["neo4j"]


@pytest.mark.usefixtures("imported")
def test_the_same_files_again_write_nothing(engines: dict[str, tuple[Graph, Settings]], city: Path) -> None:
    for graph, settings in engines.values():
        before = graph.fingerprint()
        report = import_paths(graph, settings, [city])
        assert (report.batch, report.writes, graph.fingerprint()) == (None, 0, before)


@pytest.mark.usefixtures("imported")
def test_careers_and_trees_are_the_same(engines: dict[str, tuple[Graph, Settings]]) -> None:
    (embedded, _), (neo4j, _) = engines["embedded"], engines["neo4j"]
    rows = find_cadres(embedded)
    assert rows == find_cadres(neo4j)
    assert len(rows) == CADRES
    for row in rows:
        one, other = read_dossier(embedded, row.id), read_dossier(neo4j, row.id)
        assert one == other
        assert career_json(build_career(one, DAY, today=DAY)) == career_json(build_career(other, DAY, today=DAY))
        assert tree_json(build_image_tree(one, DAY, today=DAY)) == tree_json(build_image_tree(other, DAY, today=DAY))


@pytest.mark.parametrize("text", ["", "局长", "镇", "区", "rui", "x", "不存在的名字", "'", "\\"])
@pytest.mark.usefixtures("imported")
def test_searches_find_the_same(engines: dict[str, tuple[Graph, Settings]], text: str) -> None:
    found = {name: find_cadres(graph, text) for name, (graph, _) in engines.items()}
    assert found["embedded"] == found["neo4j"]

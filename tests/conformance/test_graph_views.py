"""What a picture of relations reads is the same on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demo.city import generate
from graph.model.schema import Access
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.run import import_paths
from queries.dossier import visible_labels
from queries.network import counts, neighbours, relations, things, unit_tree
from queries.tie_facts import rows_about, rows_among

KEY = "5a" * 32
ALL = Access.RESTRICTED


@pytest.fixture(scope="module")
def graphs(
    embedded_settings: Settings, neo4j_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Graph, Graph]]:
    """One small city in both engines."""
    city = tmp_path_factory.mktemp("city")
    generate(city, cadres=12, seed=3)
    opened = []
    for settings in (embedded_settings, neo4j_settings):
        graph = open_graph(settings)
        graph.write("MATCH (n) DETACH DELETE n")
        settings.data.mkdir(parents=True, exist_ok=True)
        (settings.data / "identity.key").write_text(KEY)
        import_paths(graph, settings, [city])
        opened.append(graph)
    yield opened[0], opened[1]
    for graph, settings in zip(opened, (embedded_settings, neo4j_settings), strict=True):
        (settings.data / "identity.key").unlink()
        graph.write("MATCH (n) DETACH DELETE n")
        graph.close()


def ids(graph: Graph, label: str) -> list[str]:
    return [row["id"] for row in graph.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")]


def test_things_relations_and_counts_agree(graphs: tuple[Graph, Graph]) -> None:
    one, other = graphs
    every = [ident for label in visible_labels(ALL) for ident in ids(one, label)]
    assert len(every) > 500
    assert things(one, every, ALL) == things(other, every, ALL)
    assert relations(one, every, ALL) == relations(other, every, ALL)
    for ident in every[:: len(every) // 40]:
        assert counts(one, ident, ALL) == counts(other, ident, ALL)


def test_neighbours_are_as_many_as_was_counted_and_agree(graphs: tuple[Graph, Graph]) -> None:
    one, other = graphs
    for cadre in ids(one, "Cadre")[:4]:
        for each in counts(one, cadre, ALL):
            found = neighbours(one, cadre, each.type, each.label, outward=each.outward, limit=1000)
            assert found == neighbours(other, cadre, each.type, each.label, outward=each.outward, limit=1000)
            assert len(found) == each.count
            assert neighbours(one, cadre, each.type, each.label, outward=each.outward, limit=1) == found[:1]


def test_what_ties_are_found_in_agrees(graphs: tuple[Graph, Graph]) -> None:
    one, other = graphs
    cadres = ids(one, "Cadre")
    assert rows_among(one, cadres) == rows_among(other, cadres)
    for label in ("Cadre", "Unit", "Post"):
        some = ids(one, label)[:3]
        assert rows_about(one, some, label) == rows_about(other, some, label)


def test_trees_of_units_agree(graphs: tuple[Graph, Graph]) -> None:
    one, other = graphs
    for unit in ids(one, "Unit")[:10]:
        assert unit_tree(one, unit) == unit_tree(other, unit)

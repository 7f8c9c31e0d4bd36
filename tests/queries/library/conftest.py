"""The invented city of `zhishi demo`, imported once for the tests of the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from demo.city import generate
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.run import import_paths
from tests.queries.library.city import CADRES, DAY, KEY, SEED


@pytest.fixture(scope="module")
def city(embedded_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The embedded engine with the city in it; `tests/conformance` holds that Neo4j answers alike."""
    folder = tmp_path_factory.mktemp("library_city")
    generate(folder, cadres=CADRES, seed=SEED, as_of=DAY[:7])
    key = embedded_settings.data / "identity.key"
    with open_graph(embedded_settings) as graph:
        graph.write("MATCH (n) DETACH DELETE n")
        key.parent.mkdir(parents=True, exist_ok=True)
        key.write_text(KEY)
        import_paths(graph, embedded_settings, [folder], now=datetime.fromisoformat(DAY).replace(tzinfo=UTC))
        yield graph
        key.unlink()
        graph.write("MATCH (n) DETACH DELETE n")

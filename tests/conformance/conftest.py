"""Graphs with a limit of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.settings import Settings
from graph.store.connection import Graph, open_graph


@pytest.fixture
def slow_graph(engine_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A graph whose engine ends a query after two seconds."""
    settings = replace(engine_settings, query_timeout=2.0)
    if settings.neo4j_uri is None:
        # the embedded engine takes the limit of the process that started it
        settings = replace(settings, data=tmp_path_factory.mktemp("slow"))
    with open_graph(settings) as graph:
        yield graph

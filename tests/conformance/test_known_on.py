"""What was known on a day is what the graph gave on that day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from demo.city import generate
from graph.errors import NotFoundError
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.past.cadre import cadre_known_on
from ingest.run import import_paths
from queries.dossier import make_dossier, read_dossier
from queries.search import find_cadres
from tests.cli.forms import RESUME, write_form

FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)


def test_today_is_the_graph_itself(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    generate(tmp_path / "city", 8, 3)
    import_paths(graph, engine_settings, [tmp_path / "city"], now=FIRST)
    for cadre in find_cadres(graph):
        then = make_dossier(cadre_known_on(graph, engine_settings, cadre.id, "2024-03-02"))
        assert then == read_dossier(graph, cadre.id)


def test_an_earlier_day_gives_what_the_graph_gave_then(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    old = write_form(tmp_path / "旧.lrmx", "邱岚", "198105")
    new = write_form(tmp_path / "新.lrmx", "邱岚", "198105", (*RESUME[:1], RESUME[2]))
    import_paths(graph, engine_settings, [old], now=FIRST)
    (cadre,) = find_cadres(graph)
    before = read_dossier(graph, cadre.id)
    import_paths(graph, engine_settings, [new], now=FIRST + timedelta(days=3))
    assert read_dossier(graph, cadre.id) != before
    assert make_dossier(cadre_known_on(graph, engine_settings, cadre.id, "2024-03-02")) == before
    with pytest.raises(NotFoundError):
        cadre_known_on(graph, engine_settings, cadre.id, "2024-02-20")

"""`kill -9` in the middle of an import: the next one heals, and the graph is that of an import nobody disturbed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store.connection import open_graph
from tests.support.killing import scene

SEED = 5
MOMENTS = 3
PATIENCE = 40


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_import_after_a_killed_one_heals(engine_settings: Settings, tmp_path: Path) -> None:
    own = scene(engine_settings, tmp_path, cadres=12, seed=SEED)
    draw = random.Random(SEED)
    killings = [own.kill_at(draw.uniform(0.5 + 0.1 * moment, 0.6 + 0.1 * moment)) for moment in range(MOMENTS)]
    # when the writing begins depends on the machine: look further for a moment inside it, as often as is patient
    while not any(each.half_written for each in killings) and len(killings) < PATIENCE:
        killings.append(own.kill_at(draw.uniform(0.3, 1.0)))
    if engine_settings.neo4j_uri:
        with open_graph(engine_settings) as graph:
            graph.write("MATCH (n) DETACH DELETE n")
    assert all(each.healed for each in killings)
    assert any(each.half_written for each in killings)

"""The notebook that ships runs from its first cell to its last, without Jupyter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.settings import Settings
from graph.store.connection import Graph

NOTEBOOK = Path(__file__).parents[2] / "examples" / "saved_queries.ipynb"


def test_the_notebook_makes_a_table_and_a_network(
    embedded_graph: Graph, embedded_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded_graph.write(
        "UNWIND [['a', 'u'], ['a', 'v'], ['b', 'u'], ['c', 'v']] AS one "
        "MERGE (c:Cadre {id: 'cad_' + one[0]}) SET c.name = one[0] "
        "MERGE (u:Unit {id: 'uni_' + one[1]}) SET u.name = one[1] "
        "CREATE (c)-[:HELD]->(:Tenure {id: 'ten_' + one[0] + one[1], title: '局长', start: '2020-01', kind: 'post', "
        "end_status: 'current'})-[:AT_UNIT]->(u)"
    )
    monkeypatch.setenv("ZHISHI_DATA", str(embedded_settings.data))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    space: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            exec(compile("".join(cell["source"]), NOTEBOOK.name, "exec"), space)
    assert list(space["by_unit"]["count"]) == [2, 2]
    assert space["joins"].index[0] == "a"

"""Every view says what it takes and gives, and takes and gives what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import NotFoundError
from graph.store.connection import Graph
from graph.store.schema import apply_schema, searched
from queries.contract import columns_returned, parameters_used
from queries.file import FENCE
from queries.lint import faults
from queries.runner import load_view, run_view, views

FILES = sorted(views().glob("*.cypher"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_view_keeps_its_word(path: Path) -> None:
    assert path.read_text("utf-8").startswith(FENCE)
    view = load_view(path.stem)
    assert faults(view) == []
    assert view.header.title.zh != view.header.title.en


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_view_runs_on_an_empty_graph(graph: Graph, path: Path) -> None:
    apply_schema(graph)
    view = load_view(path.stem)
    given: dict[str, object] = {
        "labels": ["Tenure"],
        "documents": [],
        "ids": [],
        "indexes": [],
        "kinds": [],
        "limit": 5,
        "most": 5,
        "skip": 0,
        "schools": [],
    }
    if "index" in view.header.parameters:
        index = graph.engine.fulltext_name("Unit", searched()["Unit"])
        given |= {"index": index, "tenures": index, "text": "+a*"}
    plain = {name: [] if each.type == "texts" else "" for name, each in view.header.parameters.items()}
    rows = run_view(graph, view.name, **{name: given.get(name, value) for name, value in plain.items()})
    assert all(tuple(row) == tuple(view.header.columns) for row in rows)


@pytest.mark.parametrize(
    ("cypher", "columns", "parameters"),
    [
        ("RETURN 1 AS one", ("one",), set()),
        ("MATCH (n) WHERE n.a = $a RETURN n.id, n.b AS b ORDER BY b", ("n.id", "b"), {"a"}),
        ("// $no\nRETURN '$no, RETURN x' AS a, [x IN $list | x AS y] AS b LIMIT $n", ("a", "b"), {"list", "n"}),
        ("CALL () { MATCH (n) RETURN n } RETURN DISTINCT n.id AS id", ("id",), set()),
        ("RETURN {a: 1, b: [2, 3]} AS m, f(1, 2) AS f", ("m", "f"), set()),
    ],
)
def test_the_text_tells_columns_and_parameters(cypher: str, columns: tuple[str, ...], parameters: set[str]) -> None:
    assert columns_returned(cypher) == columns
    assert parameters_used(cypher) == parameters


@pytest.mark.parametrize("name", ["nothing", "../secret", "", "a b"])
def test_an_unknown_view_is_refused(name: str) -> None:
    with pytest.raises(NotFoundError):
        load_view(name)

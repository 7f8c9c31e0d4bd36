"""What an analyst writes of other kinds than the library is taken as it stands, and both engines answer alike."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.model.schema import Access
from queries.file import parse
from queries.guard import inspect
from queries.running import run_query
from tests.conformance.test_library import DAY, Loaded, loaded

__all__ = ["loaded"]

QUERIES: dict[str, str] = tomllib.loads(Path(__file__).with_name("honest.toml").read_text("utf-8"))["queries"]
HEADER = """// ---
// title = { zh = "试", en = "Try" }
// question = { zh = "试", en = "Try" }
// access = 4
// ---
"""


@pytest.mark.parametrize("name", QUERIES)
def test_both_engines_answer_alike(loaded: Loaded, name: str) -> None:
    query = parse(HEADER + QUERIES[name], name=name, topic="honest")
    assert inspect(query.cypher).problems == ()
    one, other = (
        run_query(graph, query, {}, clearance=Access.RESTRICTED, today=DAY) for graph in loaded.graphs.values()
    )
    assert one.rows
    assert one.columns == other.columns
    assert one.rows == other.rows

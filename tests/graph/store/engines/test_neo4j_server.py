"""A Neo4j that cannot be used says why within seconds."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from graph.settings import Settings
from graph.store.connection import open_graph
from graph.store.engines.embedded.runtime import Ports
from graph.store.errors import EngineAuthFailed, EngineUnavailable, QueryError


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down_is_named_at_once(scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{Ports.free().bolt}"
    began = time.monotonic()
    with pytest.raises(EngineUnavailable, match="NEO4J_URI") as refused:
        open_graph(Settings(neo4j_uri=address, neo4j_password="x"))
    assert time.monotonic() - began < 10
    assert address in refused.value.message


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "127.0.0.1:7687", "nonsense"])
def test_an_address_of_the_wrong_kind_is_named(address: str) -> None:
    with pytest.raises(EngineUnavailable, match=r"bolt://"):
        open_graph(Settings(neo4j_uri=address))


def test_a_wrong_password_is_said_without_the_password(neo4j_settings: Settings) -> None:
    with pytest.raises(EngineAuthFailed, match="NEO4J_PASSWORD") as refused:
        open_graph(replace(neo4j_settings, neo4j_password="wrong-secret"))
    assert "wrong-secret" not in str(refused.value)


def test_a_database_that_is_not_there_is_said(neo4j_settings: Settings) -> None:
    with pytest.raises(QueryError, match="nosuchdatabase"):
        open_graph(replace(neo4j_settings, neo4j_database="nosuchdatabase"))


def test_a_routing_address_works(neo4j_settings: Settings) -> None:
    address = (neo4j_settings.neo4j_uri or "").replace("bolt://", "neo4j://")
    with open_graph(replace(neo4j_settings, neo4j_uri=address)) as graph:
        graph.write("CREATE (:Routed)")
        assert graph.read("MATCH (n:Routed) RETURN count(n) AS n") == [{"n": 1}]
        graph.write("MATCH (n:Routed) DELETE n")

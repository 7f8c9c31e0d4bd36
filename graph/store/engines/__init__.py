"""The engines that can hold the graph, and which of them the settings ask for."""

from __future__ import annotations

from graph.settings import Settings
from graph.store.engines.base import Engine


def engine_for(settings: Settings) -> Engine:
    """The engine the settings name: Neo4j when NEO4J_URI is set, else the embedded one. It is up and answers."""
    # imported here so that neither engine's needs burden the other's users
    if settings.neo4j_uri:
        from graph.store.engines.neo4j_server import Neo4jServer  # noqa: PLC0415

        return Neo4jServer(settings)
    from graph.store.engines.embedded.engine import EmbeddedEngine  # noqa: PLC0415

    return EmbeddedEngine(settings)

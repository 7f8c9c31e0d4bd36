"""Which engine the settings ask for. Apart from the package itself, so that the supervisor loads no driver."""

from __future__ import annotations

from graph.settings import Settings
from graph.store.engines.base import Engine
from graph.store.engines.embedded.engine import EmbeddedEngine
from graph.store.engines.embedded.folder import EngineFolder
from graph.store.engines.neo4j_server import Neo4jServer


def at_hand(settings: Settings) -> bool:
    """Whether the settings name a server, or a data folder that holds a graph; nothing is started or made."""
    return bool(settings.neo4j_uri) or EngineFolder.of(settings.data).holds_graph


def engine_for(settings: Settings) -> Engine:
    """The engine the settings name: Neo4j when NEO4J_URI is set, else the embedded one. It is up and answers."""
    return Neo4jServer(settings) if settings.neo4j_uri else EmbeddedEngine(settings)

"""`zhishi serve`: the viewer on a loopback address."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Final

import typer

from cli.common import healed_graph, say, settings
from graph.errors import StoreError
from graph.store.connection import Graph
from graph.store.schema import apply_schema, is_searchable
from webui.serve import serve

USUAL_PORT: Final = 8000


def command(
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = USUAL_PORT,
) -> None:
    """Serve the viewer on this machine only."""
    chosen = settings()
    with healed_graph(chosen) as graph:
        _make_searchable(graph)
        serve(chosen, graph, port=port, announce=_announce)


def _make_searchable(graph: Graph) -> None:
    """Make the indexes that a graph of an earlier version lacks. Where we may not, the search says what to do."""
    if not is_searchable(graph):
        with suppress(StoreError), graph.writer(wait=0.0):
            apply_schema(graph)


def _announce(address: str) -> None:
    """The address alone on stdout, for people and programs."""
    typer.echo(address)
    typer.echo(say("serving_until_ctrl_c"), err=True)

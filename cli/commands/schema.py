"""`zhishi schema`: the constraints and indexes."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import say, settings
from graph.store.connection import open_graph
from graph.store.schema import apply_schema, render


def command(
    apply: Annotated[bool, typer.Option("--apply")] = False,
) -> None:
    """Print the schema, or apply it."""
    if not apply:
        typer.echo(render(), nl=False)
        return
    with open_graph(settings()) as graph, graph.writer():
        made = apply_schema(graph)
    typer.echo(
        say("schema_made", constraints_added=made.constraints_added, indexes_added=made.indexes_added),
        err=True,
    )

"""`zhishi who undo`: take a decision back."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from graph.store.connection import open_graph
from ingest.hand.persons import undo_decision


def command(
    ruling: Annotated[str, typer.Argument(metavar="ID")],
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    as_json: Json = False,
) -> None:
    """Take a decision back; two that were merged are two again."""
    chosen = settings()
    with open_graph(chosen) as graph:
        batch = undo_decision(graph, chosen, ruling, why)
    if as_json:
        print_json({"batch": batch})
    else:
        typer.echo(say("ruling_taken_back", batch=batch))

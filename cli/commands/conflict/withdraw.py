"""`zhishi conflict withdraw`: take a ruling back."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from graph.store.connection import open_graph
from ingest.hand.facts import withdraw_ruling


def command(
    ruling: Annotated[str, typer.Argument(metavar="ID")],
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    as_json: Json = False,
) -> None:
    """Take a ruling back; the rule holds again."""
    chosen = settings()
    with open_graph(chosen) as graph:
        batch = withdraw_ruling(graph, chosen, ruling, why)
    if as_json:
        print_json({"batch": batch})
    else:
        typer.echo(say("conflict_taken_back", batch=batch))

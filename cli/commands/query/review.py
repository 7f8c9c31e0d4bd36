"""`zhishi query review`: mark a query reviewed, by somebody who did not write it."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.query.show import Name
from cli.common import say, settings
from graph.store.connection import open_graph
from queries.desk.drafts import review


def command(name: Name, reviewer: Annotated[str, typer.Option("--reviewer")]) -> None:
    """Mark the newest version reviewed."""
    chosen = settings()
    with open_graph(chosen) as graph:
        done = review(graph, chosen.data, name, reviewer)
    typer.echo(say("query_version_reviewed", done=done.name, version=done.version, reviewer=done.reviewer), err=True)

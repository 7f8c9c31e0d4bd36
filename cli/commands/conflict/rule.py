"""`zhishi conflict rule`: say which value holds where sources differ."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from graph.store.connection import open_graph
from ingest.hand.facts import Verdict, rule_on_fact


def command(
    record: Annotated[str, typer.Argument(metavar="RECORD")],
    name: Annotated[str, typer.Argument(metavar="PROPERTY")],
    value: Annotated[str, typer.Argument(metavar="VALUE")],
    ruled_by: Annotated[str, typer.Option("--by", metavar="NAME")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")],
    as_json: Json = False,
) -> None:
    """Rule which value holds, through later imports."""
    chosen = settings()
    with open_graph(chosen) as graph:
        batch = rule_on_fact(graph, chosen.data, Verdict(record, ruled_by, reason, name, value))
    if as_json:
        print_json({"batch": batch})
    else:
        typer.echo(say("conflict_kept", batch=batch))

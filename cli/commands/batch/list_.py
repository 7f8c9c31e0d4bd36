"""`zhishi batch list`: every import, newest first."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli.common import Json, console, healed_graph, language, print_json, say, settings, table_of
from graph.model.codes import code_list
from queries.batches import batches


def command(
    limit: Annotated[int, typer.Option("--limit", min=1)] = 50,
    as_json: Json = False,
) -> None:
    """Import batches, newest first."""
    with healed_graph(settings()) as graph:
        rows = batches(graph, limit)
    if as_json:
        print_json(rows)
    else:
        _print_table(rows)


def _print_table(rows: list[dict[str, Any]]) -> None:
    table = table_of("batch_columns")
    for row in rows:
        numbers = (str(row[name] or 0) for name in ("files", "created", "changed", "removed", "findings"))
        state = code_list("batch_state").label(row["state"], language())
        if row["state"] == "interrupted":
            state += f" {row['files']}/{row['planned']}"
        table.add_row(row["started_at"][:19], state, *numbers, row["id"])
    console().print(table)
    typer.echo(say("batches_count", count=len(rows)), err=True)

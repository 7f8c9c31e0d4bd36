"""`zhishi batch show`: one import with its documents."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, console, healed_graph, language, print_json, say, settings, table_of
from graph.model.codes import code_list
from queries.batches import batch

Batch = Annotated[str, typer.Argument(metavar="BATCH")]


def command(batch_id: Batch, as_json: Json = False) -> None:
    """One import batch and its documents."""
    with healed_graph(settings()) as graph:
        found = batch(graph, batch_id)
    if as_json:
        print_json(found)
        return
    state = code_list("batch_state").label(found["state"], language())
    typer.echo(say("batch_state_and_start", batch=found["id"], state=state, day=found["started_at"][:19]))
    if found["state"] == "interrupted":
        typer.echo(say("batch_interrupted", batch=found["id"], whole=found["files"], planned=found["planned"]))
    if found["undone_at"]:
        why = f", {found['undone_why']}" if found["undone_why"] else ""
        typer.echo(say("batch_undone", day=found["undone_at"][:19], why=why))
    table = table_of("document_columns")
    for each in found["documents"]:
        told = (each["title"], each["importer"] or "", each["form_date"] or "")
        table.add_row(*told, str(each["records"]), str(each["findings"]))
    console().print(table)

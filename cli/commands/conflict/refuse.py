"""`zhishi conflict refuse`: say that a record is not so."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from graph.store.connection import open_graph
from ingest.hand.facts import Verdict, rule_on_fact


def command(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="记录编号, 见 conflict list (id of the record).")],
    ruled_by: Annotated[str, typer.Option("--by", metavar="NAME", help="认定人 (who rules).")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="理由 (why).")],
    as_json: Json = False,
) -> None:
    """认定一条记录不予采信, 撤回后恢复 (rule that a record is not so; it comes back when that is taken back)."""
    chosen = settings()
    with open_graph(chosen) as graph:
        batch = rule_on_fact(graph, chosen.data, Verdict(record, ruled_by, reason))
    if as_json:
        print_json({"batch": batch})
    else:
        typer.echo(say("conflict_kept", batch=batch))

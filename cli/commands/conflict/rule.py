"""`zhishi conflict rule`: say which value holds where sources differ."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from graph.store.connection import open_graph
from ingest.hand.facts import Verdict, rule_on_fact


def command(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="记录编号, 见 conflict list (id of the record).")],
    name: Annotated[str, typer.Argument(metavar="PROPERTY", help="属性, 如 birth_month (the property).")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="采信的值 (the value that holds).")],
    ruled_by: Annotated[str, typer.Option("--by", metavar="NAME", help="认定人 (who rules).")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="理由 (why).")],
    as_json: Json = False,
) -> None:
    """认定某项取哪个值, 再次导入不变 (rule which value holds, through later imports)."""
    chosen = settings()
    with open_graph(chosen) as graph:
        batch = rule_on_fact(graph, chosen.data, Verdict(record, ruled_by, reason, name, value))
    if as_json:
        print_json({"batch": batch})
    else:
        typer.echo(say("conflict_kept", batch=batch))

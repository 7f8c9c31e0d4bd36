"""`zhishi who decide`: say whether two records are one person."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cli.common import Json, print_json, settings
from cli.who import facts_about
from graph.store.connection import open_graph
from ingest.decide import Judgement, decide


class Said(StrEnum):
    """What can be decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


def command(
    one: Annotated[str, typer.Argument(metavar="ID", help="一条记录的编号; 同一人时默认保留它 (stays if same).")],
    other: Annotated[str, typer.Argument(metavar="ID", help="另一条记录的编号 (the other record).")],
    decision: Annotated[Said, typer.Argument(help="same, different 或 undecided。")],
    ruled_by: Annotated[str, typer.Option("--by", metavar="NAME", help="认定人 (who decides).")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="理由 (why).")],
    stays: Annotated[str | None, typer.Option("--stays", metavar="ID", help="保留哪一条 (which one stays).")] = None,
    as_json: Json = False,
) -> None:
    """认定两条记录是不是同一人 (decide whether two records are one person)."""
    chosen = settings()
    with open_graph(chosen) as graph:
        judgement = Judgement(one, other, decision.value, ruled_by, reason, stays, facts_about(graph, one, other))
        batch = decide(graph, chosen.data, judgement)
    if as_json:
        kept = (stays or one) if decision is Said.SAME else None
        print_json({"batch": batch, "decision": decision.value, "stays": kept})
    else:
        typer.echo(f"已记录, 可撤销 (kept; can be taken back): {batch}")

"""`zhishi export graph`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.common import Json, healed_graph, print_json, say, settings
from cli.exporting import Words, marked
from export.formats import no_such_format
from export.graph_files import formats, write_graph
from graph.model.moments import local_day
from queries.whole_graph import WholeGraph


def command(
    output: Annotated[Path, typer.Argument(metavar="PATH")],
    format: Annotated[str, typer.Option("--format", metavar="csv|graphml|jsonl")] = "csv",  # noqa: A002
    marking: Words = None,
    as_json: Json = False,
) -> None:
    """The whole graph."""
    if format not in formats():
        raise no_such_format(format, formats())
    chosen, day = settings(), local_day()
    with healed_graph(chosen) as graph:
        source = WholeGraph(graph, chosen.clearance)
        facts = graph.facts()
        told = marked(day, f"图库 {facts.engine}，{int(chosen.clearance)} 级权限", marking, chosen.clearance)
        counts = write_graph(source, output, format, told)
    report: dict[str, Any] = {
        "path": str(output),
        "format": format,
        **told.as_json(),
        "nodes": counts.nodes,
        "relations": counts.relations,
    }
    if as_json:
        print_json(report)
        return
    typer.echo(str(output))
    typer.echo(
        say("graph_written", nodes=sum(counts.nodes.values()), relations=sum(counts.relations.values())), err=True
    )

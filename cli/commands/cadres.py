"""`zhishi cadres`: list or find cadres."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, console, healed_graph, print_json, say, settings, table_of
from export.cadre_list import as_in_careers
from graph.model.moments import local_day
from graph.model.postings import posting
from queries.dossier import read_careers
from queries.search import CadreRow, find_cadres


def command(
    text: Annotated[str, typer.Argument()] = "",
    as_json: Json = False,
) -> None:
    """Find cadres; all without a text."""
    with healed_graph(settings()) as graph:
        found = find_cadres(graph, text)
        rows = as_in_careers(found, read_careers(graph, [row.id for row in found]), local_day())
    if as_json:
        print_json([row.as_json() for row in rows])
    else:
        _print_table(rows)


def _print_table(rows: list[CadreRow]) -> None:
    table = table_of("cadre_columns")
    for row in rows:
        posts = "；".join(posting(post.unit, post.post or post.rank) for post in row.current_posts)
        table.add_row(row.name, row.sex or "", (row.birth_month or "").replace("-", "."), posts, row.id)
    console().print(table)
    typer.echo(say("cadres_count", count=len(rows)), err=True)

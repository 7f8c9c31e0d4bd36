"""`zhishi cadres`: list or find cadres."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, console, healed_graph, print_json, say, settings, table_of
from graph.model.postings import posting
from queries.search import CadreRow, find_cadres


def command(
    text: Annotated[
        str, typer.Argument(help="姓名、拼音、首字母、单位或职务 (name, pinyin, initials, unit or post).")
    ] = "",
    as_json: Json = False,
) -> None:
    """查找干部; 不写条件则列出全部 (find cadres; all without a text)."""
    with healed_graph(settings()) as graph:
        rows = find_cadres(graph, text)
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
    typer.echo(say("cadres", count=len(rows)), err=True)

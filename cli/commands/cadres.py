"""`zhishi cadres`: list or find cadres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from analysis.career.build import held_on
from analysis.career.model import Held
from cli.common import Json, console, healed_graph, print_json, say, settings, table_of
from graph.model.moments import local_day
from graph.model.postings import posting
from queries.dossier import read_careers
from queries.search import CadreRow, CurrentPost, find_cadres


def command(
    text: Annotated[
        str, typer.Argument(help="姓名、拼音、首字母、单位或职务 (name, pinyin, initials, unit or post).")
    ] = "",
    as_json: Json = False,
) -> None:
    """查找干部; 不写条件则列出全部 (find cadres; all without a text)."""
    with healed_graph(settings()) as graph:
        rows = find_cadres(graph, text)
        careers = read_careers(graph, [row.id for row in rows])
    today = local_day()
    rows = [_as_in_career(row, held_on(careers[row.id], today)) for row in rows]
    if as_json:
        print_json([row.as_json() for row in rows])
    else:
        _print_table(rows)


def _as_in_career(row: CadreRow, career: Sequence[Held]) -> CadreRow:
    """The row with unit and rank as the career has them: the unit's name of today, the level where no rank is told."""
    held = {each.id: each for each in career}
    posts = (_known(each, held.get(each.tenure)) for each in row.current_posts)
    return replace(row, current_posts=tuple(dict.fromkeys(posts)))


def _known(post: CurrentPost, held: Held | None) -> CurrentPost:
    if held is None:
        return post
    derived = tuple(name for name in ("unit", "post") if name in held.derived)
    if post.rank is None and held.level:
        return replace(post, unit=held.unit_now or post.unit, rank=held.level, derived=(*derived, "rank"))
    return replace(post, unit=held.unit_now or post.unit, derived=derived)


def _print_table(rows: list[CadreRow]) -> None:
    table = table_of("cadre_columns")
    for row in rows:
        posts = "；".join(posting(post.unit, post.post or post.rank) for post in row.current_posts)
        table.add_row(row.name, row.sex or "", (row.birth_month or "").replace("-", "."), posts, row.id)
    console().print(table)
    typer.echo(say("cadres_count", count=len(rows)), err=True)

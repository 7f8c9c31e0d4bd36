"""`zhishi query save`: keep a draft of a query of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.common import say, settings
from queries.catalogue import read_file
from queries.desk.drafts import save
from queries.lint import faults


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="主题/名称.cypher (TOPIC/NAME.cypher).")],
    author: Annotated[str, typer.Option("--author", help="作者姓名 (who wrote it).")],
) -> None:
    """保存自建查询的草稿, 留存版本 (keep a draft; every version stays)."""
    query = read_file(file)
    kept = save(settings().data, query.name, query.topic, query.text, author)
    typer.echo(say("query_version_saved", topic=kept.topic, kept=kept.name, version=kept.version), err=True)
    for fault in faults(query):
        typer.echo(say("query_faults_before_review", told=fault.told), err=True)

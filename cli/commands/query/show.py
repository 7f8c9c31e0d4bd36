"""`zhishi query show`: one saved query, as its file has it."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import settings
from queries.catalogue import find_query

Name = Annotated[str, typer.Argument(metavar="NAME", help="查询名称 (the name of a saved query).")]


def command(name: Name) -> None:
    """显示一个查询的说明和 Cypher (header and Cypher of a saved query)."""
    typer.echo(find_query(name, settings().data).text.rstrip())

"""`zhishi query withdraw`: take a published query out of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.query.show import Name
from cli.common import say, settings
from queries.desk.drafts import withdraw


def command(
    name: Name,
    by: Annotated[str, typer.Option("--by", help="撤回人姓名 (who withdraws it).")],
    why: Annotated[str, typer.Option("--why", help="撤回的原因 (why).")],
) -> None:
    """撤下已发布的查询, 版本保留 (take a published query out of the catalogue; its versions stay)."""
    withdraw(settings().data, name, by, why)
    typer.echo(say("query_withdrawn", name=name), err=True)

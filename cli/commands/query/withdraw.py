"""`zhishi query withdraw`: take a published query out of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.query.show import Name
from cli.common import say, settings
from queries.desk.drafts import withdraw


def command(
    name: Name,
    by: Annotated[str, typer.Option("--by")],
    why: Annotated[str, typer.Option("--why")],
) -> None:
    """Take a published query out of the catalogue; its versions stay."""
    withdraw(settings().data, name, by, why)
    typer.echo(say("query_withdrawn", name=name), err=True)

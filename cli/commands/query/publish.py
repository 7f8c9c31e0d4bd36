"""`zhishi query publish`: put a reviewed query into the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.query.show import Name
from cli.common import say, settings
from queries.desk.drafts import publish


def command(
    name: Name,
    by: Annotated[str, typer.Option("--by")],
    why: Annotated[str, typer.Option("--why")] = "",
) -> None:
    """Publish a reviewed query: the catalogue finds it from now on."""
    typer.echo(say("query_published", publish=publish(settings().data, name, by, why)), err=True)

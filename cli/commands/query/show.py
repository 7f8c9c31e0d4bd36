"""`zhishi query show`: one saved query, as its file has it."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import settings
from queries.catalogue import find_query

Name = Annotated[str, typer.Argument(metavar="NAME")]


def command(name: Name) -> None:
    """Header and Cypher of a saved query."""
    typer.echo(find_query(name, settings().data).text.rstrip())

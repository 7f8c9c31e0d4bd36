"""`zhishi query publish`: put a reviewed query into the catalogue."""

from __future__ import annotations

import typer

from cli.commands.query.show import Name
from cli.common import settings
from queries.desk.drafts import publish


def command(name: Name) -> None:
    """发布复核过的查询 (publish a reviewed query: the catalogue finds it from now on)."""
    typer.echo(f"已发布到 {publish(settings().data, name)} (published)", err=True)

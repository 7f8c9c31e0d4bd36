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
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    author: Annotated[str, typer.Option("--author")],
) -> None:
    """Keep a draft; every version stays."""
    query, data = read_file(file), settings().data
    kept = save(data, query.name, query.topic, query.text, author)
    typer.echo(say("query_version_saved", topic=kept.topic, kept=kept.name, version=kept.version), err=True)
    for fault in faults(query, data):
        typer.echo(say("query_faults_before_review", told=fault.told), err=True)

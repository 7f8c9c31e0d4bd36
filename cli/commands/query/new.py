"""`zhishi query new`: a first file for a query of one's own."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Final

import typer

import queries
from cli.common import say
from graph.errors import UsageError
from graph.model.words import sayings
from queries.file import NAME

_say: Final = sayings("cli")


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
) -> None:
    """Write a first query file that runs as it is."""
    if file.suffix != ".cypher" or not re.match(NAME, file.stem):
        raise UsageError(
            _say("bad_query_file_name", file=file.name),
            hint=_say("bad_query_file_name_hint"),
        )
    if file.exists():
        raise UsageError(_say("output_exists", file=file), hint=_say("output_exists_hint"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(files(queries).joinpath("template.cypher").read_text("utf-8"), "utf-8")
    typer.echo(say("query_file_written", file=file), err=True)

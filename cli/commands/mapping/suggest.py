"""`zhishi mapping suggest`: a first mapping for a table never seen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from cli.common import say
from graph.errors import UsageError
from graph.model.moments import local_day
from graph.model.words import sayings
from ingest.mapping.suggest import suggest_mapping

_say: Final = sayings("cli")


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="MAPPING"),
    ] = None,
) -> None:
    """A first mapping, every column accounted for."""
    text = suggest_mapping(file, local_day())
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        with output.open("x", encoding="utf-8") as target:
            target.write(text)
    except FileExistsError:
        raise UsageError(_say("output_exists", file=output), hint=_say("output_exists_hint")) from None
    typer.echo(say("file_written", output=output), err=True)

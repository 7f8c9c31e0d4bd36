"""`zhishi template`: empty forms to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.common import say
from cli.helping import Command, Group
from export.work_records import write_template

app = typer.Typer(cls=Group, add_completion=False)


@app.command("work-records", cls=Command)
def work_records(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
) -> None:
    """The work-record workbook."""
    write_template(file)
    typer.echo(say("file_written", output=file), err=True)


@app.callback()
def forms() -> None:
    """Empty forms to fill in."""

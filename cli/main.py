"""The entry of `zhishi`: gathers the commands, and turns errors into a message and an exit code in one place.

Exit codes: 0 done, 1 failed, 2 wrong use. Data go to stdout, everything else to stderr.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
from typing import Any

import click
import typer
from typer.core import TyperGroup

from cli import commands
from graph.errors import AmbiguousError, ZhishiError


class Commands(TyperGroup):
    """The group of all commands; an error a user may be shown ends in its message on stderr and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ZhishiError as error:
            typer.echo(str(error), err=True)
            if isinstance(error, AmbiguousError):
                typer.echo("\n".join(error.candidates), err=True)
            raise typer.Exit(error.exit_code) from error


def build() -> typer.Typer:
    """The program with every command of `cli/commands/`: a `command` function, or an `app` with commands of its own."""
    program = typer.Typer(
        name="zhishi",
        cls=Commands,
        help="知事识人: 从干部材料到成长轨迹和形象树 (from personnel files to career trajectory and image tree).",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    for found in sorted(pkgutil.iter_modules(commands.__path__), key=lambda each: each.name):
        module = importlib.import_module(f"{commands.__name__}.{found.name}")
        name = found.name.strip("_").replace("_", "-")
        if hasattr(module, "app"):
            program.add_typer(module.app, name=name)
        else:
            program.command(name)(module.command)
    return program


def app() -> None:
    """Run `zhishi`; text goes out as UTF-8 whatever the terminal's language settings."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    build()()

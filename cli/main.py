"""The entry of `zhishi`: finds the commands, and turns errors into a message and an exit code in one place.

Exit codes: 0 done, 1 failed, 2 wrong use. Data go to stdout, everything else to stderr.
"""

from __future__ import annotations

import errno
import importlib
import io
import pkgutil
import sys
from functools import cache
from typing import Any, Final, TypeAlias

import typer
from typer.main import get_command

from cli import commands
from cli.common import said_in
from cli.helping import Command, Context, Group, is_misuse, told_of_misuse
from graph.errors import AmbiguousError, ZhishiError
from graph.model.refused import refused_because
from graph.model.words import Both, sayings

_say: Final = sayings("cli")

AnyCommand: TypeAlias = Command | Group


def command_names() -> tuple[str, ...]:
    """The names of the commands, in the order of the alphabet: the files of `cli/commands/`."""
    return tuple(_modules())


class Commands(Group):
    """The group of all commands, each loaded when it is asked for.

    An error a user may be shown ends in its message on stderr and its exit code.
    """

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - as the group declares it
        """The names of the commands."""
        return list(command_names())

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:  # noqa: ARG002
        """The command of this name, or None."""
        return _load(cmd_name) if cmd_name in _modules() else None

    def make_context(self, *given: Any, **more: Any) -> Context:  # noqa: ANN401 - as the group declares it
        """The context of a command line, read as far as its first command."""
        try:
            return super().make_context(*given, **more)
        except Exception as error:
            raise _ended(error) from error

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ZhishiError as error:
            typer.echo(error.in_language(said_in()), err=True)
            if isinstance(error, AmbiguousError):
                typer.echo("\n".join(error.candidates), err=True)
            raise typer.Exit(error.exit_code) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            typer.echo(_system_said(error).text(said_in()), err=True)
            raise typer.Exit(1) from error
        except Exception as error:
            raise _ended(error) from error


def _ended(error: Exception) -> Exception:
    """The end of the program with what is said of wrong use; any other error as it is."""
    if not is_misuse(error):
        return error
    typer.echo(told_of_misuse(error), err=True)
    return typer.Exit(2)


def _system_said(error: OSError) -> Both:
    """What the system refused, at which file, and what to do."""
    at = f"{error.filename}: " if error.filename else ""
    return _say("refused_by_system", at=at, error=refused_because(error))


@cache
def _modules() -> dict[str, str]:
    """Name of each command -> name of its module in `cli/commands/`."""
    found = (each.name for each in pkgutil.iter_modules(commands.__path__))
    return {name.strip("_").replace("_", "-"): name for name in sorted(found)}


def _load(name: str) -> AnyCommand:
    """The command of a module: its `command` function, or its `app` with commands of its own."""
    module = importlib.import_module(f"{commands.__name__}.{_modules()[name]}")
    own = getattr(module, "app", None) or _single(module.command)
    command = get_command(own)
    assert isinstance(command, Command | Group)
    command.name = name
    return command


def _single(function: Any) -> typer.Typer:  # noqa: ANN401 - typer reads its parameters
    own = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    own.command(cls=Command)(function)
    return own


def build() -> typer.Typer:
    """The program; its commands are the files of `cli/commands/`."""
    program = typer.Typer(
        name="zhishi",
        cls=Commands,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    program.callback()(_program)
    return program


def _program() -> None:
    """What all commands share: nothing to be given before the command."""


def app() -> None:
    """Run `zhishi`; text goes out as UTF-8 whatever the terminal's language settings."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    build()(prog_name="zhishi")

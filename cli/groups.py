"""A command with commands of its own: the files of a package, each with a `command` function."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import typer

from cli.helping import Command, Group


def group_of(package: ModuleType | str, path: list[str]) -> typer.Typer:
    """The group whose commands are the modules of `package`, in the order of the alphabet."""
    name = package if isinstance(package, str) else package.__name__
    app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=True)
    for found in sorted(each.name for each in pkgutil.iter_modules(path)):
        module = importlib.import_module(f"{name}.{found}")
        app.command(found.strip("_").replace("_", "-"), cls=Command)(module.command)
    app.callback()(_group)
    return app


def _group() -> None:
    """The group itself takes nothing."""

"""A command with commands of its own: the files of a package, each with a `command` function."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType

import typer


def group_of(package: ModuleType | str, path: list[str], help: str) -> typer.Typer:  # noqa: A002 - typer's own word
    """The group whose commands are the modules of `package`, in the order of the alphabet."""
    name = package if isinstance(package, str) else package.__name__
    app = typer.Typer(help=help, add_completion=False, no_args_is_help=True)
    for found in sorted(each.name for each in pkgutil.iter_modules(path)):
        module = importlib.import_module(f"{name}.{found}")
        app.command(found.strip("_").replace("_", "-"))(module.command)
    app.callback()(_group(help))
    return app


def _group(help: str) -> Callable[[], None]:  # noqa: A002
    def group() -> None:
        """The group itself takes nothing."""

    group.__doc__ = help
    return group

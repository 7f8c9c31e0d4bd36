"""What commands share: settings, the open graph, a cadre named on the command line, JSON on stdout."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table

from graph.errors import InputError
from graph.model.days import day_asked
from graph.model.dossier import Dossier
from graph.model.words import Language, load_words
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.past.cadre import cadre_known_on
from ingest.undo import heal
from queries.dossier import make_dossier, read_dossier
from queries.imports import running_imports
from queries.search import cadre_named

_WIDE: Final = 10_000

Cadre = Annotated[str, typer.Argument(metavar="CADRE")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE"),
]
KnownOn = Annotated[
    str | None,
    typer.Option("--known-on", metavar="DAY"),
]
Json = Annotated[bool, typer.Option("--json")]


def settings() -> Settings:
    """The settings the environment gives."""
    return Settings.from_env(os.environ)


def language() -> Language:
    """The language of texts and drawings."""
    return "en" if settings().language == "en" else "zh"


def said_in() -> Language:
    """The language in which an error is told, even where a setting is wrong."""
    try:
        return language()
    except InputError:
        return "en" if os.environ.get("ZHISHI_LANG") == "en" else "zh"


def say(key: str, /, **values: object) -> str:
    """A text of `words.toml` in the language asked for, its placeholders filled in."""
    return load_words(__package__).both(key, **values).text(language())


def table_of(columns: str) -> Table:
    """An empty table for the terminal whose heads are a text of `words.toml`, parted by |."""
    return Table(*say(columns).split("|"), box=None, pad_edge=False)


def console() -> Console:
    """The terminal at its width; a pipe or file gets every line whole. Brackets in names are no markup."""
    width = None if sys.stdout.isatty() else _WIDE
    return Console(width=width, markup=False, emoji=False, highlight=False)


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def as_of_day(text: str | None, option: str = "--as-of") -> str | None:
    """The day an option names, or None for today; raises UsageError where it is no date."""
    return None if text is None else day_asked(text, option)


@contextmanager
def healed_graph(chosen: Settings) -> Iterator[Graph]:
    """The graph, open for reading; what an import that died left half written is taken back first.

    While an import is running a line on stderr says so.
    """
    with open_graph(chosen) as graph:
        for each in heal(graph, chosen.data):
            if each.whole:
                told = say("batch_interrupted", batch=each.batch, whole=each.whole, planned=each.planned)
                typer.echo(told, err=True)
        if running := running_imports(graph):
            typer.echo(say("import_running", since=f"{running[0].since} UTC"), err=True)
        yield graph


def dossier_of(cadre: str, known_day: str | None = None) -> Dossier:
    """All that the graph holds about the cadre named on the command line, or all that was known on a day."""
    chosen = settings()
    with healed_graph(chosen) as graph:
        if known_day:
            rows = cadre_known_on(graph, chosen, cadre_named(graph, cadre), known_day)
            return make_dossier(rows, chosen.clearance)
        return read_dossier(graph, cadre_named(graph, cadre), chosen.clearance)

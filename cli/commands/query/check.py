"""`zhishi query check`: whether query files may be saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Final

import typer

from cli.common import language, say, settings
from graph.errors import InputError, StoreError
from graph.model.words import sayings
from graph.store.connection import Graph, at_hand, open_graph
from queries.catalogue import catalogue, read_file, unreadable
from queries.fault import Fault
from queries.file import QueryFile
from queries.lint import faults, warnings
from queries.lint_engine import engine_faults

_say: Final = sayings("cli")


def command(
    file: Annotated[Path | None, typer.Argument(metavar="FILE")] = None,
    engine: Annotated[
        bool | None,
        typer.Option(
            "--engine/--no-engine",
        ),
    ] = None,
) -> None:
    """Whether query files may be saved."""
    checked = [read_file(file)] if file else list(catalogue(settings().data).values())
    wrong = [] if file else unreadable(settings().data)
    for error in wrong:
        typer.echo(error.in_language(language()), err=True)
    bad = len(wrong)
    with ExitStack() as stack:
        graph = _graph(stack) if (engine if engine is not None else file is not None) else None
        for query in checked:
            bad += _tell(query, _found(graph, query), "")
            _tell(query, warnings(query), say("check_warning"))
    if bad:
        raise InputError(_say("query_files_have_faults", bad=bad), hint=_say("query_files_have_faults_hint"))
    typer.echo(say("query_files_pass", checked=len(checked)), err=True)


def _graph(stack: ExitStack) -> Graph | None:
    """The graph at hand; None, with a line that says so, where there is none."""
    chosen = settings()
    try:
        if at_hand(chosen):
            return stack.enter_context(open_graph(chosen))
    except StoreError as error:
        typer.echo(error.in_language(language()), err=True)
    typer.echo(say("check_no_engine"), err=True)
    return None


def _found(graph: Graph | None, query: QueryFile) -> Sequence[Fault]:
    """What speaks against the file; the engine is only asked about what is right so far."""
    return faults(query, settings().data) or (engine_faults(graph, query) if graph else [])


def _tell(query: QueryFile, found: Sequence[Fault], kind: str) -> int:
    """Print each with its place in the file; returns how many there are."""
    for each in found:
        typer.echo(f"{query.topic}/{query.name}.cypher{each.place}: {kind}{each.said.text(language())}", err=True)
    return len(found)

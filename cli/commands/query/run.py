"""`zhishi query run`: run a saved query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cli.commands.query.show import Name
from cli.common import healed_graph, language, say, settings
from export import results
from export.query_result import table_of
from graph.errors import UsageError
from graph.model.moments import local_day
from graph.model.words import sayings
from queries.catalogue import find_query, read_file
from queries.reports import cut_off
from queries.running import Result, run_query

_say: Final = sayings("cli")


def command(
    name: Name,
    values: Annotated[list[str] | None, typer.Argument(metavar="[key=value …]")] = None,
    format: Annotated[  # noqa: A002
        str, typer.Option("--format")
    ] = "table",
    limit: Annotated[int | None, typer.Option("--limit", min=1)] = None,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
) -> None:
    """Run a saved query."""
    chosen, given, day = settings(), _given(values or []), local_day()
    results.media_type(format)
    if output is not None and output.exists():
        raise UsageError(_say("output_exists", file=output), hint=_say("output_exists_hint"))
    if format in ("xlsx", "zip") and output is None and sys.stdout.isatty():
        raise UsageError(
            _say("format_not_for_terminal", format=format), hint=_say("format_not_for_terminal_hint", format=format)
        )
    query = read_file(Path(name)) if name.endswith(".cypher") else find_query(name, chosen.data)
    with healed_graph(chosen) as graph:
        found = run_query(graph, query, given, clearance=chosen.clearance, today=day, limit=limit, data=chosen.data)
    content = results.write(table_of(found, chosen.clearance, day, language()), format)
    _put(content, output)
    _tell(found)


def _given(values: list[str]) -> dict[str, Any]:
    """The values by name; a name given again takes several values. Raises UsageError for a word without `=`."""
    given: dict[str, list[str]] = {}
    for text in values:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise UsageError(_say("value_without_key", text=text), hint=_say("value_without_key_hint"))
        given.setdefault(name.strip(), []).append(value)
    return given


def _put(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)


def _tell(result: Result) -> None:
    """How many rows, and whether there were more, on stderr."""
    typer.echo(say("run_rows_and_time", rows=len(result.rows), ms=result.ms), err=True)
    if result.truncated:
        typer.echo(cut_off(result, language()), err=True)

"""`zhishi mapping check`: what an import by a mapping would do, and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.common import Json, print_json, say, settings
from cli.findings import finding_line
from graph.model.moments import local_day
from graph.model.words import listed
from graph.store.connection import open_graph
from ingest.keyring import keyring_of
from ingest.mapping.absent import load_mapping_for
from ingest.mapping.check import CheckResult, DryReading, check_mapping
from ingest.mapping.loaded import LoadedMapping
from ingest.reading import Reading


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    mapping: Annotated[Path, typer.Argument(metavar="MAPPING")],
    as_json: Json = False,
) -> None:
    """What would happen, and what is wrong."""
    result = _checked(file, load_mapping_for(mapping, file))
    if as_json:
        print_json(result.as_json())
    else:
        _print(result)
    if result.errors:
        raise typer.Exit(1)


def _checked(file: Path, mapping: LoadedMapping) -> CheckResult:
    """The graph is opened only for a mapping that looks something up in it."""
    if not any(each.records for each in mapping.spec.lookup.values()):
        return check_mapping(file, mapping, DryReading(local_day()))
    chosen = settings()
    with open_graph(chosen) as graph:
        return check_mapping(file, mapping, Reading(local_day(), keyring_of(graph, chosen.data), graph))


def _print(result: CheckResult) -> None:
    typer.echo(say("mapping_rows_and_findings", file=result.file, rows=result.rows, findings=len(result.findings)))
    for name, kind in result.types.items():
        label = name if name == kind else f"{name} ({kind})"
        typer.echo(f"  {label}: {result.records.get(name, 0)}")
        _print_filled(result.filled.get(name, {}), result.records.get(name, 0))
        for field, value in (result.examples.get(name) or {}).items():
            typer.echo(f"    {field} = {value}")
    for finding in result.findings:
        typer.echo(finding_line(finding))


def _print_filled(filled: dict[str, int], count: int) -> None:
    """How many records have each property, those that all have by name only."""
    partly = [f"{field} {some}" for field, some in filled.items() if some < count]
    whole = [field for field, some in filled.items() if some == count]
    if count:
        typer.echo(say("mapping_all_rows_have", value=listed(whole)))
    if partly:
        typer.echo(say("mapping_some_rows_have", partly=listed(partly)))

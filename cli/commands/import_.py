"""`zhishi import`: bring files in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cli.common import Json, print_json, say, settings
from cli.findings import finding_line
from graph.store.connection import Graph, open_graph
from ingest.importers import Importer
from ingest.mapping.absent import load_mapping_for
from ingest.mapping.importer import MappingImporter
from ingest.report import FileReport, Report
from ingest.run import import_paths


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…")],
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="MAPPING"),
    ] = None,
    as_json: Json = False,
) -> None:
    """Personnel forms, collection workbook, work records."""
    chosen = settings()
    importer = MappingImporter(load_mapping_for(mapping, paths[0])) if mapping else None
    with open_graph(chosen) as graph:
        report = run_with_progress(graph, paths, dry_run=dry_run, importer=importer)
    if as_json:
        print_json(report.as_json())
    else:
        print_report(report)
    if report.rejected:
        raise typer.Exit(1)


def run_with_progress(
    graph: Graph, paths: list[Path], *, dry_run: bool = False, importer: Importer | None = None
) -> Report:
    """Import with a progress bar on stderr, where stderr is a terminal."""
    columns = (
        TextColumn(say("importing")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=name, completed=done, total=total)

        return import_paths(graph, settings(), paths, dry_run=dry_run, progress=show, importer=importer)


def print_report(report: Report) -> None:
    """The report as a person reads it: a line a file that is worth a line, its findings, and the sum."""
    for file in report.files:
        if file.findings or file.status == "rejected":
            _print_file(file)
    created, changed = sum(each.created for each in report.files), sum(each.changed for each in report.files)
    findings = sum(each.found for each in report.files)
    known = sum(each.status == "known" for each in report.files)
    if report.resumed:
        typer.echo(say("import_resumed", count=report.resumed, batch=report.batch))
    counts = {"known": known, "created": created, "changed": changed, "findings": findings}
    typer.echo(say("imported", files=len(report.files), **counts, batch=report.batch or "-", writes=report.writes))


def _print_file(file: FileReport) -> None:
    typer.echo(f"{file.file}: {file.status}")
    for finding in file.findings:
        typer.echo(finding_line(finding))

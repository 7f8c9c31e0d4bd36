"""`zhishi batch undo`: take one import back."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.batch.show import Batch
from cli.common import Json, language, print_json, say, settings
from graph.model.records import record_types
from graph.model.words import listed
from graph.store.connection import open_graph
from ingest.undo import undo
from ingest.undo_report import Told, UndoReport


def command(
    batch_id: Batch,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    reason: Annotated[str | None, typer.Option("--reason")] = None,
    as_json: Json = False,
) -> None:
    """Take back what only this batch states."""
    chosen = settings()
    with open_graph(chosen) as graph:
        report = undo(graph, chosen, batch_id, dry_run=dry_run, why=reason)
    if as_json:
        print_json(report.as_json())
    else:
        print_report(report)


def print_report(report: UndoReport) -> None:
    """The report as a person reads it: what goes, what changes, what stays and why."""
    _print_removed(report)
    _print_told(say("undo_value_elected_anew"), report.changed, report.changed_count)
    _print_told(say("undo_value_stays"), report.kept, report.kept_count)
    for each in report.reopened:
        typer.echo(say("undo_holds_again", title=each.title, records=each.records, batch=each.batch))
    for each in report.waiting:
        names = listed(each.names)
        typer.echo(say("undo_waits_again", names=names, title=each.title, records=each.records, batch=each.batch))
    if report.dry_run:
        typer.echo(say("undo_is_preview", batch=report.batch))
    else:
        typer.echo(say("batch_is_undone", batch=report.batch, writes=report.writes))


def _kind(label: str) -> str:
    return record_types()[label].TYPE.title(language())


def _print_removed(report: UndoReport) -> None:
    typer.echo(say("undo_documents_go", documents=len(report.documents), findings=report.findings))
    for label, count in sorted(report.removed.items()):
        typer.echo(say("undo_records_go", kind=_kind(label), count=count))


def _print_told(title: str, told: list[Told], count: int) -> None:
    if count:
        typer.echo(f"{title}: {count}")
    for each in told:
        more = listed(each.properties or each.batches).text(language())
        typer.echo(f"  {_kind(each.label)} {each.name}: {more}")
    if count > len(told):
        typer.echo(say("and_more", count=count - len(told)))

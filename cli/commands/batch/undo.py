"""`zhishi batch undo`: take one import back."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.commands.batch.show import Batch
from cli.common import Json, print_json, settings
from graph.model.records import record_types
from graph.store.connection import open_graph
from ingest.undo import undo
from ingest.undo_report import Told, UndoReport


def command(
    batch_id: Batch,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只看会怎样, 不写入 (tell what would happen, write nothing).")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="撤销原因, 随批次留存 (why; kept).")] = None,
    as_json: Json = False,
) -> None:
    """撤销一个导入批次: 只撤下仅由它说明的内容 (take back what only this batch states)."""
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
    _print_told("改用其他材料的值 (elected anew)", report.changed, report.changed_count)
    _print_told("保留, 其他批次也写明 (stays, other batches state it too)", report.kept, report.kept_count)
    for each in report.reopened:
        typer.echo(f"重新有效 (holds again): {each.title}, {each.records} 条, 批次 {each.batch}")
    for each in report.waiting:
        names = "、".join(each.names)
        typer.echo(f"转为待认, 等待 {names} (waits again): {each.title}, {each.records} 条, 批次 {each.batch}")
    if report.dry_run:
        typer.echo(f"以上为预览, 没有写入; 确认后去掉 --dry-run 再运行。批次 {report.batch}")
    else:
        typer.echo(f"已撤销批次 {report.batch}, 写入 {report.writes}")


def _print_removed(report: UndoReport) -> None:
    typer.echo(f"材料 {len(report.documents)} 份, 问题 {report.findings} 条随之撤下 (documents and findings go)")
    for label, count in sorted(report.removed.items()):
        typer.echo(f"撤下 (goes): {record_types()[label].TYPE.zh} {count}")


def _print_told(title: str, told: list[Told], count: int) -> None:
    if count:
        typer.echo(f"{title}: {count}")
    for each in told:
        more = "、".join(each.properties) or "、".join(each.batches)
        typer.echo(f"  {record_types()[each.label].TYPE.zh} {each.name}: {more}")
    if count > len(told):
        typer.echo(f"  …… 另有 {count - len(told)} 条 (and more)")

"""`zhishi query check`: whether query files may be saved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.common import settings
from graph.errors import InputError
from queries.catalogue import catalogue, read_file
from queries.lint import faults


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="要检查的文件; 不写则检查全部 (all of them without one).")
    ] = None,
) -> None:
    """检查查询文件能否保存; 不能则退出码为 1 (whether query files may be saved)."""
    checked = [read_file(file)] if file else list(catalogue(settings().data).values())
    bad = 0
    for query in checked:
        for fault in faults(query):
            bad += 1
            line = f":{fault.line}" if fault.line else ""
            typer.echo(f"{query.topic}/{query.name}.cypher{line}: {fault}", err=True)
    if bad:
        raise InputError(f"{bad} 处不符 ({bad} faults)。", hint="请按上面的说明修改后重试。")
    typer.echo(f"{len(checked)} 个查询文件可以保存 (may be saved)", err=True)

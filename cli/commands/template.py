"""`zhishi template`: empty forms to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.common import say
from export.work_records import write_template

app = typer.Typer(help="空白表格 (empty forms to fill in).", add_completion=False)


@app.command("work-records")
def work_records(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="要生成的 .xlsx 文件; 已存在则不覆盖 (never overwritten).")
    ],
) -> None:
    """工作记录表: 项目、评估、业绩、检查、谈话、考核、奖惩等 (the work-record workbook)."""
    write_template(file)
    typer.echo(say("file_written", output=file), err=True)


@app.callback()
def forms() -> None:
    """空白表格 (empty forms to fill in)."""

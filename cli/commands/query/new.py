"""`zhishi query new`: a first file for a query of one's own."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

import queries
from graph.errors import UsageError
from queries.file import NAME


def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="要生成的 主题/名称.cypher; 已存在则不覆盖 (never overwritten).")
    ],
) -> None:
    """写出一份查询样本 (write a first query file that runs as it is)."""
    if file.suffix != ".cypher" or not re.match(NAME, file.stem):
        raise UsageError(
            f"{file.name!r} 不是查询文件名 (not a name for a query)。",
            hint="请写成小写字母、数字和下划线, 以 .cypher 结尾, 如 long_in_post.cypher。",
        )
    if file.exists():
        raise UsageError(f"{file} 已存在 (exists already)。", hint="请换一个文件名。")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(files(queries).joinpath("template.cypher").read_text("utf-8"), "utf-8")
    typer.echo(f"已生成 {file} (written); 修改后运行 zhishi query check {file}", err=True)

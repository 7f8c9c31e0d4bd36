"""`zhishi vocabulary`: what the graph holds, as a page."""

from __future__ import annotations

import typer

from graph.model.vocabulary import render


def command() -> None:
    """打印图库词汇表: 标签、属性、关系和密级 (print the vocabulary of the graph)."""
    typer.echo(render(), nl=False)

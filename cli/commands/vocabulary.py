"""`zhishi vocabulary`: what the graph holds, as a page."""

from __future__ import annotations

import typer

from graph.model.vocabulary import render


def command() -> None:
    """Print the vocabulary of the graph."""
    typer.echo(render(), nl=False)

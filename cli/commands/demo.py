"""`zhishi demo`: the invented city, from its files to its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from analysis.career import build_career
from analysis.career.to_text import to_text as career_text
from analysis.image_tree import build_image_tree
from analysis.image_tree.to_text import to_text as tree_text
from cli.commands import serve as serving
from cli.commands.import_ import run_with_progress
from cli.common import dossier_of, language, say, settings
from demo.city import generate
from graph.errors import InputError
from graph.model.values import first_day
from graph.store.connection import open_graph

_AS_OF: Final = "2024-03"
"""The month the invented files tell of; what is printed is told as of then, so that it is the same on every day."""


def command(
    cadres: Annotated[int, typer.Option("--cadres", min=1, max=100_000)] = 200,
    seed: Annotated[int, typer.Option("--seed")] = 1,
    files: Annotated[Path | None, typer.Option("--files", metavar="DIR")] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve")] = False,
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535),
    ] = None,
) -> None:
    """The invented city, end to end."""
    chosen = settings()
    folder = files or chosen.data / "demo" / f"{cadres}-{seed}"
    typer.echo(say("writing_city", folder=folder), err=True)
    manifest = generate(folder, cadres=cadres, seed=seed, as_of=_AS_OF)
    with open_graph(chosen) as graph:
        report = run_with_progress(graph, [folder])
        created = sum(file.created for file in report.files)
        findings = sum(len(file.findings) for file in report.files)
        typer.echo(say("city_imported", files=len(report.files), created=created, findings=findings), err=True)
        _print_showcase(manifest.showcase)
        if not no_serve:
            _serve(port)


def _print_showcase(name: str) -> None:
    dossier, day = dossier_of(name), first_day(_AS_OF)
    typer.echo(career_text(build_career(dossier, day, today=day), language()))
    typer.echo("")
    typer.echo(tree_text(build_image_tree(dossier, day, today=day), language()))


def _serve(port: int | None) -> None:
    """Serve at the port asked for; where none was, at the usual one or, when that is taken, at any."""
    try:
        serving.command(port=serving.USUAL_PORT if port is None else port)
    except InputError:
        if port is not None:
            raise
        serving.command(port=0)

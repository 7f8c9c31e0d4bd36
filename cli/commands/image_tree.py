"""`zhishi image-tree`: one cadre's image tree."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from analysis.drawing.mind_map import draw_image_tree
from analysis.image_tree import build_image_tree
from analysis.image_tree.to_json import to_json
from analysis.image_tree.to_markdown import to_markdown
from analysis.image_tree.to_text import to_text
from cli.common import AsOf, Cadre, KnownOn, as_of_day, dossier_of, language, print_json
from graph.model.moments import local_day


class Format(StrEnum):
    """How an image tree can be shown."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    MD = "md"


def command(
    cadre: Cadre,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    form: Annotated[Format, typer.Option("--format")] = Format.TEXT,
) -> None:
    """Strengths and weaknesses, every leaf with its evidence."""
    known_day = as_of_day(known_on, "--known-on")
    day = as_of_day(as_of) or known_day
    tree = build_image_tree(dossier_of(cadre, known_day), day, today=local_day())
    match form:
        case Format.TEXT:
            typer.echo(to_text(tree, language()))
        case Format.JSON:
            print_json(to_json(tree))
        case Format.SVG:
            typer.echo(draw_image_tree(tree, language(), standalone=True))
        case Format.MD:
            typer.echo(to_markdown(tree, language()))

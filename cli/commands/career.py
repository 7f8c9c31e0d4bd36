"""`zhishi career`: one cadre's career trajectory."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from analysis.career import build_career
from analysis.career.to_json import to_json
from analysis.career.to_text import to_text
from analysis.drawing.page import standalone_page
from analysis.drawing.trajectory import draw_trajectory
from cli.common import AsOf, Cadre, KnownOn, as_of_day, dossier_of, language, print_json
from graph.model.moments import local_day


class Format(StrEnum):
    """How a career can be shown."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    HTML = "html"


def command(
    cadre: Cadre,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    form: Annotated[Format, typer.Option("--format")] = Format.TEXT,
) -> None:
    """Posts beside how the work in them went."""
    known_day = as_of_day(known_on, "--known-on")
    day = as_of_day(as_of) or known_day
    career = build_career(dossier_of(cadre, known_day), day, today=local_day())
    match form:
        case Format.TEXT:
            typer.echo(to_text(career, language()))
        case Format.JSON:
            print_json(to_json(career))
        case Format.SVG:
            typer.echo(draw_trajectory(career, language(), standalone=True))
        case Format.HTML:
            typer.echo(standalone_page(career, language()))

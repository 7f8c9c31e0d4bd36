"""`zhishi dossier`: one cadre's printed dossier as a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.career import build_career
from analysis.image_tree import build_image_tree
from cli.common import AsOf, Cadre, KnownOn, as_of_day, dossier_of, language, say, settings
from export.dossier import Printed, marking_of, print_dossier
from export.marking import Marking, refuse_to_overwrite
from export.photos import photo_bytes
from graph.model.moments import local_day


def command(
    cadre: Cadre,
    out: Annotated[Path, typer.Option("--out")],
    as_of: AsOf = None,
    known_on: KnownOn = None,
    marking: Annotated[str | None, typer.Option()] = None,
) -> None:
    """The printed dossier."""
    refuse_to_overwrite(out)
    known_day = as_of_day(known_on, "--known-on")
    day = as_of_day(as_of) or known_day
    dossier = dossier_of(cadre, known_day)
    printed = Printed(
        dossier,
        build_career(dossier, day, today=local_day()),
        build_image_tree(dossier, day, today=local_day()),
        known_day,
        photo_bytes(settings().data, dossier.cadre.photo),
    )
    pdf = print_dossier(
        printed, Marking(local_day(), "知事识人", marking or marking_of(dossier, language=language())), language()
    )
    with out.open("xb") as file:
        file.write(pdf.content)
    if pdf.missing:
        shown = "".join(sorted(pdf.missing)[:20])
        typer.echo(say("dossier_characters_without_font", shown=shown), err=True)
    typer.echo(str(out))

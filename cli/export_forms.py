"""`zhishi export lrmx`, `word` and `pdf`: the same forms in three formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, cast

import typer

from cli.common import Json, healed_graph, print_json, settings
from cli.exporting import (
    Cadres,
    IdNumbers,
    Listed,
    Output,
    Places,
    Unit,
    Words,
    chosen_cadres,
    marked,
    remarks_json,
    tell,
    write_new,
)
from cli.id_numbers import Given, read_id_numbers
from export.approval_form.edition import EDITIONS, Edition, edition_of
from export.approval_form.make import ORIGINS, Origin, make_form
from export.approval_form.written import Writer
from graph.errors import UsageError
from graph.model.moments import local_day
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from queries.dossier import read_dossier
from queries.forms import read_form

_say: Final = sayings("cli")

From = Annotated[
    str,
    typer.Option("--from", metavar="auto|form|facts"),
]
EditionOption = Annotated[str | None, typer.Option("--edition", metavar="3.0|4.0")]


def forms_command(ending: str, write: Writer, help: str) -> Callable[..., None]:  # noqa: A002 - typer's own word
    """The command that writes forms with files of this ending."""

    def command(  # noqa: PLR0913, PLR0917 - one for each option
        cadres: Cadres = None,
        unit: Unit = None,
        listed: Listed = None,
        output: Output = None,
        filled_from: From = "auto",
        edition: EditionOption = None,
        id_numbers: IdNumbers = None,
        marking: Words = None,
        as_json: Json = False,
    ) -> None:
        asked = Asked(cadres, unit, listed, output, filled_from, edition, id_numbers, marking, as_json)
        _export_forms(asked, ending, write)

    command.__doc__ = help
    return command


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for."""

    cadres: list[str] | None
    unit: str | None
    listed: str | None
    output: Path | None
    filled_from: str
    edition: str | None
    id_numbers: Path | None
    marking: str | None
    as_json: bool

    def check(self) -> None:
        """Raises UsageError for a word there is not."""
        if self.filled_from not in ORIGINS:
            raise UsageError(_say("no_such_filling", filled_from=self.filled_from), hint=_say("no_such_filling_hint"))
        if self.edition not in (None, *EDITIONS):
            raise UsageError(_say("no_such_edition", edition=self.edition), hint=_say("no_such_edition_hint"))


def _export_forms(asked: Asked, ending: str, write: Writer) -> None:
    """Write the form of every cadre asked for, and report what it lost."""
    asked.check()
    chosen, day = settings(), local_day()
    with healed_graph(chosen) as graph:
        found = chosen_cadres(graph, chosen, asked.cadres, asked.unit, asked.listed)
        several = len(found.cadres) > 1 or bool(asked.unit or asked.listed)
        places = Places(asked.output, ending, several=several)
        files = [_export(asked, graph, chosen, cadre, day, places, write) for cadre in found.cadres]
    if asked.as_json:
        print_json({"date": day, "files": files})
    else:
        tell(files)


def _export(
    asked: Asked,
    graph: Graph,
    chosen: Settings,
    cadre: str,
    day: str,
    places: Places,
    write: Writer,
) -> dict[str, Any]:
    dossier = read_dossier(graph, cadre, chosen.clearance)
    given = read_id_numbers(asked.id_numbers, graph, chosen, [dossier.cadre]) if asked.id_numbers else Given()
    approval = make_form(
        dossier,
        read_form(graph, cadre, chosen.clearance),
        today=day,
        photos=chosen.data / "photos",
        filled_from=cast("Origin", asked.filled_from),
        edition=cast("Edition | None", asked.edition),
        id_number=given.numbers.get(cadre, ""),
    )
    marking = marked(day, approval.source, asked.marking, chosen.clearance)
    path = places.of(dossier.cadre.name or cadre)
    content, remarks = write(approval, marking)
    write_new(path, content)
    return {
        "file": str(path),
        "cadre": cadre,
        "name": dossier.cadre.name,
        **marking.as_json(),
        "filled_from": approval.filled_from,
        "edition": edition_of(approval.form),
        "losses": remarks_json(approval.losses),
        "notes": remarks_json((*approval.notes, *remarks)),
    }

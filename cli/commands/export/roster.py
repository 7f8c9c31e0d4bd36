"""`zhishi export roster`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cli.common import Json, healed_graph, print_json, say, settings
from cli.exporting import Listed, Unit, Words, chosen_cadres, marked, write_new
from export.marking import refuse_to_overwrite
from export.roster_xlsx import render_roster
from export.rosters import OF_CADRES, OF_UNITS, Roster, roster_of_cadres, roster_of_units
from graph.errors import UsageError
from graph.model.moments import local_day
from graph.model.schema import Access
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from queries.selection import read_establishment, read_roster_rows, unit_named, units_with_below

_say: Final = sayings("cli")


def command(
    output: Annotated[Path, typer.Argument(metavar="FILE")],
    cadres: Annotated[list[str] | None, typer.Argument(metavar="[CADRE …]")] = None,
    unit: Unit = None,
    listed: Listed = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
        ),
    ] = "cadres",
    marking: Words = None,
    as_json: Json = False,
) -> None:
    """Rosters as Excel."""
    if kind not in (*OF_CADRES, *OF_UNITS):
        hint = f"可用: {'、'.join((*OF_CADRES, *OF_UNITS))}。"
        raise UsageError(_say("no_such_roster", kind=kind), hint=hint)
    refuse_to_overwrite(output)
    chosen, day = settings(), local_day()
    with healed_graph(chosen) as graph:
        if kind in OF_UNITS:
            roster, words = _of_units(graph, kind, unit)
        else:
            roster, words = _of_cadres(graph, chosen, kind, (cadres, unit, listed))
    told = marked(day, f"图库: {words}", marking, Access.OFFICE)
    write_new(output, render_roster(roster, told))
    report: dict[str, Any] = {"file": str(output), "kind": kind, **told.as_json(), "rows": len(roster.rows)}
    if as_json:
        print_json(report)
    else:
        typer.echo(str(output))
        typer.echo(say("roster_rows_count", rows=len(roster.rows)), err=True)


def _of_units(graph: Graph, kind: str, unit: str | None) -> tuple[Roster, str]:
    if unit is None:
        raise UsageError(_say("unit_not_named"), hint=_say("unit_not_named_hint"))
    top, name = unit_named(graph, unit)
    return roster_of_units(kind, read_establishment(graph, units_with_below(graph, top))), f"{name}及下属单位"


def _of_cadres(
    graph: Graph, chosen: Settings, kind: str, asked: tuple[list[str] | None, str | None, str | None]
) -> tuple[Roster, str]:
    found = chosen_cadres(graph, chosen, *asked)
    return roster_of_cadres(kind, read_roster_rows(graph, found.cadres, chosen.clearance), found.cadres), found.words

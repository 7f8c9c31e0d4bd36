"""`zhishi export workbook`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from cli.common import Json, healed_graph, print_json, say, settings
from cli.exporting import IdNumbers, Listed, Unit, Words, chosen_cadres, marked, write_new
from cli.id_numbers import Given, read_id_numbers
from export.collection_rows import collection_rows
from export.collection_workbook import write_collection_workbook
from export.marking import refuse_to_overwrite
from graph.model.moments import local_day
from graph.model.records.unit import Unit as UnitRecord
from graph.store.connection import Graph
from queries.dossier import read_dossier
from queries.selection import read_establishment, units_serving


def command(
    output: Annotated[Path, typer.Argument(metavar="FILE")],
    cadres: Annotated[list[str] | None, typer.Argument(metavar="[CADRE …]")] = None,
    unit: Unit = None,
    listed: Listed = None,
    id_numbers: IdNumbers = None,
    marking: Words = None,
    as_json: Json = False,
) -> None:
    """The official collection workbook."""
    refuse_to_overwrite(output)
    chosen, day = settings(), local_day()
    with healed_graph(chosen) as graph:
        found = chosen_cadres(graph, chosen, cadres, unit, listed)
        dossiers = [read_dossier(graph, cadre, chosen.clearance) for cadre in found.cadres]
        people = [each.cadre for each in dossiers]
        given = read_id_numbers(id_numbers, graph, chosen, people) if id_numbers else Given()
        rows = collection_rows(dossiers, _units(graph, found.cadres), given.numbers)
    told = marked(day, f"图库: {found.words}", marking, chosen.clearance)
    notes = {"密级/限定": told.marking, "导出日期": told.day, "来源": told.source}
    with TemporaryDirectory() as folder:
        draft = Path(folder) / output.name
        write_collection_workbook(draft, rows, notes=notes)
        write_new(output, draft.read_bytes())
    withheld = sorted(dossiers[0].withheld)
    counts = {name: len(some) for name, some in rows.items()}
    report: dict[str, Any] = {"file": str(output), **told.as_json(), "rows": counts, "withheld": withheld}
    if as_json:
        print_json(report)
        return
    typer.echo(str(output))
    typer.echo(say("workbook_persons_count", counts=counts["A01人员"]), err=True)


def _units(graph: Graph, cadres: Sequence[str]) -> list[UnitRecord]:
    rows = read_establishment(graph, units_serving(graph, cadres))
    return [UnitRecord.from_values(row["properties"], {}, ()) for row in rows]

"""`zhishi conflict list`: where the sources about one cadre differ."""

from __future__ import annotations

from typing import Any

import typer

from analysis.disputes import Difference, differences
from analysis.rivals import rivals
from cli.common import Cadre, Json, dossier_of, print_json, say
from graph.model.records.ruling import Ruling
from graph.model.schema import Record
from ingest.rulings import REFUSED, WHOLE


def command(cadre: Cadre, as_json: Json = False) -> None:
    """Every value, the one that holds and by which rule."""
    dossier = dossier_of(cadre)
    records: list[Record] = [dossier.cadre, *(each for some in dossier.records.values() for each in some)]
    told = {
        "cadre": {"id": dossier.cadre.id, "name": dossier.cadre.name},
        "conflicts": [_conflict(record, each) for record in records for each in differences(record)],
        "rivals": [
            {"one": _named(pair.one), "other": _named(pair.other), "differing": list(pair.differing)}
            for pair in rivals(dossier)
        ],
        "rulings": [_ruling(each) for each in dossier.of(Ruling)],
    }
    if as_json:
        print_json(told)
    else:
        _print(told)


def _named(record: Record) -> dict[str, Any]:
    told = (getattr(record, name) for name in record.TYPE.key if name in record.TYPE.properties)
    name = getattr(record, "name", None) if not record.TYPE.key else " ".join(str(each) for each in told if each)
    return {"id": record.id, "label": record.TYPE.label, "name": name or record.id}


def _conflict(record: Record, difference: Difference) -> dict[str, Any]:
    said = [
        {
            "value": each.value,
            "document": each.evidence.document if each.evidence else None,
            "date": each.date,
            "origin": each.evidence.origin if each.evidence else None,
            "holds": bool(each.rule),
        }
        for each in difference.said
    ]
    return {
        "record": _named(record),
        "property": difference.name,
        "value": difference.value,
        "rule": difference.rule or None,
        "said": said,
    }


def _ruling(ruling: Ruling) -> dict[str, Any]:
    names = ("id", "matter", "fact", "decision", "value", "ruled_by", "ruled_on", "reason")
    refused = ruling.matter == WHOLE and ruling.decision == REFUSED
    return {name: getattr(ruling, name) for name in names} | {"refused": refused}


def _print(told: dict[str, Any]) -> None:
    for each in told["conflicts"]:
        typer.echo(f"{each['record']['name']}  {each['property']} = {each['value']}  [{each['rule'] or ''}]")
        for said in each["said"]:
            mark = "*" if said["holds"] else " "
            typer.echo(f"  {mark} {said['value']}  {said['document'] or ''} {said['date'] or ''}".rstrip())
        typer.echo(f"    {each['record']['id']}")
    for pair in told["rivals"]:
        differing = "、".join(pair["differing"])
        typer.echo(f"{pair['one']['name']} | {pair['other']['name']}  ({differing})")
        typer.echo(f"    {pair['one']['id']} | {pair['other']['id']}")
    for ruling in told["rulings"]:
        what = ruling["fact"] or ruling["matter"]
        typer.echo(f"{ruling['id']}  {what} {ruling['decision']} {ruling['value'] or ''}  {ruling['reason']}")
    typer.echo(say("conflicts_count", told=len(told["conflicts"])), err=True)

"""`zhishi who units`: pairs of units that may be one body, or one the successor of the other."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis.who.queue import open_candidates
from analysis.who.units import UnitPair, UnitSeen
from cli.common import Json, healed_graph, language, print_json, say, settings
from cli.who import pair_as_json, read_unit_pairs
from graph.model.words import load_words
from queries.runner import run_view


def command(
    limit: Annotated[int, typer.Option("--limit", min=1)] = 1000,
    everything: Annotated[bool, typer.Option("--all")] = False,
    as_json: Json = False,
) -> None:
    """Pairs that may be one body, with what speaks for and against."""
    with healed_graph(settings()) as graph:
        found = read_unit_pairs(graph)
        pairs = found if everything else open_candidates(found, run_view(graph, "identity_rulings"))
    if as_json:
        print_json({"pairs": [pair_as_json(each, _unit) for each in pairs[:limit]], "total": len(pairs)})
        return
    for each in pairs[:limit]:
        _print(each)
    typer.echo(say("pairs_count", pairs=len(pairs)), err=True)


def _unit(unit: UnitSeen) -> dict[str, object]:
    return {"id": unit.id, "name": unit.name, "parent": unit.parent_name}


def _print(pair: UnitPair) -> None:
    typer.echo(f"{pair.score:+d}  {pair.one.name} {pair.one.id}  |  {pair.other.name} {pair.other.id}")
    said = load_words("analysis.who", "unit_words.toml")
    for feature in (*pair.speaking_for, *pair.speaking_against):
        typer.echo(f"    {feature.points:+d} {said(feature.code, language())}: {feature.one} / {feature.other}")

"""`zhishi who candidates`: pairs of records that may be about one person."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from analysis.who.model import Candidate, Feature, Person
from cli.common import Json, healed_graph, language, print_json, say, settings
from cli.who import pair_as_json, read_candidates, waiting
from graph.model.words import load_words


def command(
    limit: Annotated[int, typer.Option("--limit", min=1)] = 1000,
    everything: Annotated[bool, typer.Option("--all")] = False,
    as_json: Json = False,
) -> None:
    """Pairs that may be one person, with what speaks for and against."""
    with healed_graph(settings()) as graph:
        found = read_candidates(graph)
        pairs = found.candidates if everything else waiting(graph, found)
    shown = pairs[:limit]
    if as_json:
        print_json(
            {"pairs": [pair_as_json(each, _person) for each in shown], "total": len(pairs), "left_out": found.left_out}
        )
        return
    for each in shown:
        _print(each)
    typer.echo(say("pairs_count", pairs=len(pairs)), err=True)


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "sex": person.sex, "birth_month": person.birth_month}


def _print(candidate: Candidate) -> None:
    one, other = (f"{each.name} {each.birth_month or '?'} {each.id}" for each in (candidate.one, candidate.other))
    typer.echo(f"{candidate.score:+d}  {one}  |  {other}")
    for feature in (*candidate.speaking_for, *candidate.speaking_against):
        typer.echo(f"    {feature.points:+d} {_text(feature)}")


def _text(feature: Feature) -> str:
    said = load_words("analysis.who")(feature.code, language())
    told = f": {feature.one} / {feature.other}" if feature.one != feature.other else f": {feature.one}"
    return said + (told if feature.one else "")

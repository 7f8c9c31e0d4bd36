"""`zhishi who decide`: say whether two records are one person, or two units one body."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, cast

import typer

from cli.common import Json, print_json, say, settings
from cli.who import facts_about, facts_about_units
from graph.errors import UsageError
from graph.model.records.unit import Unit
from graph.model.words import sayings
from graph.store.connection import open_graph
from ingest.hand.pairs import SUCCEEDED
from ingest.hand.persons import PERSON_DECISIONS, PersonDecision, PersonJudgement, decide_persons
from ingest.hand.units import UnitJudgement, decide_units
from ingest.resolve import SAME

_say: Final = sayings("cli")


class Said(StrEnum):
    """What can be decided; only a unit succeeds another."""

    SAME = "same"
    SUCCEEDED = "succeeded"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


def command(  # noqa: PLR0913, PLR0917 - one for each thing that can be said of a decision
    one: Annotated[str, typer.Argument(metavar="ID")],
    other: Annotated[str, typer.Argument(metavar="ID")],
    decision: Annotated[Said, typer.Argument()],
    ruled_by: Annotated[str, typer.Option("--by", metavar="NAME")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")],
    stays: Annotated[str | None, typer.Option("--stays", metavar="ID")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    change: Annotated[str | None, typer.Option("--change", metavar="TEXT")] = None,
    as_json: Json = False,
) -> None:
    """Decide whether two records are one person, or one body."""
    chosen = settings()
    units = one.startswith(f"{Unit.TYPE.prefix}_")
    if not units and decision.value not in PERSON_DECISIONS:
        raise UsageError(_say("decision_only_for_units"), hint=_say("decision_only_for_units_hint"))
    with open_graph(chosen) as graph:
        if units:
            facts = facts_about_units(graph, one, other)
            told = UnitJudgement(one, other, decision.value, ruled_by, reason, stays, facts, since, change)
            batch = decide_units(graph, chosen.data, told)
        else:
            said = cast("PersonDecision", decision.value)
            facts = facts_about(graph, one, other)
            judged = PersonJudgement(one, other, said, ruled_by, reason, stays, facts)
            batch = decide_persons(graph, chosen.data, judged)
    kept = (stays or one) if decision.value in (SAME, SUCCEEDED) else None
    if as_json:
        print_json({"batch": batch, "decision": decision.value, "stays": kept})
    else:
        typer.echo(say("ruling_kept", batch=batch))

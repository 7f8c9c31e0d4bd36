"""What a person decides about two units: the same body, one the successor of the other, or two; and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from graph.errors import InputError
from graph.model.keys import make_key
from graph.model.words import sayings
from graph.store.connection import Graph
from ingest.clean.values import ValueProblem, read_past_date
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.hand.pairs import SUCCEEDED, Judgement, Pair, check, draft_ruling, pair_of, ruling_id
from ingest.hand.sheet import Hand, Sheet, write_down
from ingest.unit_grouping import regroup_units

_say: Final = sayings("ingest.hand")

UnitDecision = Literal["same", "succeeded", "different", "undecided"]
UNIT_DECISIONS: Final = ("same", "succeeded", "different", "undecided")

_KIND: Final = "Unit"


@dataclass(frozen=True, slots=True)
class UnitJudgement(Judgement):
    """A decision about two units by id; `since` and `change` tell when and how one succeeded the other."""

    decision: UnitDecision
    since: str | None = None
    change: str | None = None


def decide_units(graph: Graph, folder: Path, judgement: UnitJudgement, *, now: datetime | None = None) -> str:
    """Write a decision down and act on it; returns the id of its batch, by which it can be taken back.

    Raises InputError where name or reason is missing, NotFoundError where one of the two is not in the graph.
    """
    check(judgement, _KIND)

    def write(hand: Hand) -> Sheet:
        pair = pair_of(graph, _KIND, judgement)
        ruling = draft_ruling(pair, judgement, hand.today, **_change(judgement, hand.today))
        return Sheet(
            importer="identity_ruling",
            kind="identity",
            title=f"单位认定 {pair.title}",
            author=judgement.ruled_by.strip(),
            records=(ruling, *_succession(graph, pair, ruling.drafts[0].values, hand.today)),
            after=lambda batch: regroup_units(graph, hand.keyring, (pair.one, pair.other), batch, hand.now),
        )

    return write_down(graph, folder, write, now=now)


def _change(judgement: UnitJudgement, today: str) -> dict[str, str | None]:
    if judgement.decision != SUCCEEDED:
        return {}
    return {"since": _since(judgement.since, today), "change": (judgement.change or "").strip() or None}


def _since(text: str | None, today: str) -> str | None:
    if not (text or "").strip():
        return None
    try:
        return read_past_date((text or "").strip(), today)
    except ValueProblem as problem:
        raise InputError(_say("date-of-change") + problem.reason, hint=_say("correct-or-empty")) from problem


def _succession(graph: Graph, pair: Pair, told: Mapping[str, Any], today: str) -> tuple[RecordDraft, ...]:
    """The record that says which unit succeeded the other; one without that takes the place of an earlier one."""
    later = told["stays"] if told["decision"] == SUCCEEDED else _later_before(graph, pair)
    if later is None:
        return ()
    change = {name: told.get(source) for name, source in (("date", "since"), ("kind", "change")) if told.get(source)}
    successor = LinkDraft("successor", Ref("Unit", {"name": pair.names[later]}), change)
    values = {"name": pair.names[pair.besides(later)]}
    draft = Draft("Unit", values, (successor,) if told["decision"] == SUCCEEDED else ())
    lineage = make_key("lin", "succession", pair.one, pair.other)
    return (RecordDraft(Ref("Unit", values), "ruling", (draft,), told["ruled_by"], today, lineage),)


def _later_before(graph: Graph, pair: Pair) -> str | None:
    """The later of the two where an earlier ruling said that it succeeded the other."""
    rows = graph.read(
        "MATCH (r:IdentityRuling {id: $id}) RETURN r.decision AS said, r.stays AS stays",
        id=ruling_id(_KIND, pair.one, pair.other),
    )
    return rows[0]["stays"] if rows and rows[0]["said"] == SUCCEEDED else None

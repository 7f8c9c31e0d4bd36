"""What a person decides about two units: the same body, one the successor of the other, or two; and back again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.model.records.identity_ruling import IdentityRuling
from graph.store.connection import Graph
from ingest.by_hand import Hand, Sheet, check_said, write_down
from ingest.clean.values import ValueProblem, read_past_date
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.resolve import SAME
from ingest.unit_grouping import regroup_units

UnitDecision = Literal["same", "succeeded", "different", "undecided"]
UNIT_DECISIONS: Final = ("same", "succeeded", "different", "undecided")
SUCCEEDED: Final = "succeeded"

_KIND: Final = "Unit"


@dataclass(frozen=True, slots=True)
class UnitJudgement:
    """A decision about two units by id; `stays` is the one kept, or the later one (else the first).

    `since` and `change` tell when and how one succeeded the other.
    """

    one: str
    other: str
    decision: UnitDecision
    ruled_by: str
    reason: str
    stays: str | None = None
    since: str | None = None
    change: str | None = None
    facts: str = ""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both units by id, with their names, in the order of their ids."""

    one: str
    other: str
    names: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> dict[str, str]:
        return {"kind": _KIND, "one": self.one, "other": self.other}

    @property
    def lineage(self) -> str:
        return make_key("lin", "succession", self.one, self.other)


def decide_units(graph: Graph, folder: Path, judgement: UnitJudgement, *, now: datetime | None = None) -> str:
    """Write a decision down and act on it; returns the id of its batch, by which it can be taken back.

    Raises InputError where name or reason is missing, NotFoundError where one of the two is not in the graph.
    """
    check_said((judgement.ruled_by, "认定人", "who decided"), (judgement.reason, "理由", "the reason"))
    if judgement.one == judgement.other:
        raise InputError("两边是同一个单位 (both are the same unit)。", hint="请选两个不同的单位。")
    if judgement.stays not in (None, judgement.one, judgement.other):
        raise InputError("要保留的不是这两个中的一个 (the one to stay is neither of the two)。", hint="请选其中一个。")

    def write(hand: Hand) -> Sheet:
        pair = _pair(graph, judgement)
        ruling = _ruling(judgement, pair, hand.today)
        told = ruling.drafts[0].values
        return Sheet(
            importer="identity_ruling",
            kind="identity",
            title=f"单位认定 {told['one_name']} / {told['other_name']}",
            author=told["ruled_by"],
            records=(ruling, *_succession(graph, pair, told, hand.today)),
            after=lambda batch: regroup_units(graph, hand.keyring, (pair.one, pair.other), batch, hand.now),
        )

    return write_down(graph, folder, write, now=now)


def unit_ruling_id(one: str, other: str) -> str:
    """The id of what was decided about these two units, in whatever order."""
    return make_key(IdentityRuling.TYPE.prefix, _KIND, *sorted((one, other)))


def _pair(graph: Graph, judgement: UnitJudgement) -> _Pair:
    wanted = sorted((judgement.one, judgement.other))
    rows = graph.read("MATCH (u:Unit) WHERE u.id IN $ids RETURN u.id AS id, u.name AS name", ids=wanted)
    names = {row["id"]: row["name"] for row in rows}
    if missing := [each for each in wanted if not names.get(each)]:
        raise NotFoundError(
            f"库中没有单位 {'、'.join(missing)} (not in the graph)。", hint="也许已并入另一个: 请看已认定的单位。"
        )
    return _Pair(wanted[0], wanted[1], names)


def _ruling(judgement: UnitJudgement, pair: _Pair, today: str) -> RecordDraft:
    values: dict[str, Any] = {
        **pair.key,
        "one_name": pair.names[pair.one],
        "other_name": pair.names[pair.other],
        "decision": judgement.decision,
        "facts": judgement.facts or None,
        "ruled_by": judgement.ruled_by.strip(),
        "ruled_on": today,
        "reason": judgement.reason.strip(),
    }
    if judgement.decision in (SAME, SUCCEEDED):
        stays = judgement.stays or judgement.one
        values["stays"] = stays
        values["goes"] = (pair.other if stays == pair.one else pair.one) if judgement.decision == SAME else None
    if judgement.decision == SUCCEEDED:
        values |= {"since": _since(judgement.since, today), "change": (judgement.change or "").strip() or None}
    draft = Draft("IdentityRuling", {name: value for name, value in values.items() if value is not None})
    lineage = make_key("lin", "identity", pair.one, pair.other)
    return RecordDraft(Ref("IdentityRuling", pair.key), "ruling", (draft,), values["ruled_by"], today, lineage)


def _since(text: str | None, today: str) -> str | None:
    if not (text or "").strip():
        return None
    try:
        return read_past_date((text or "").strip(), today)
    except ValueProblem as problem:
        raise InputError(f"变更日期{problem.reason} (no such date)", hint="请改正, 或留空表示日期不详。") from problem


def _succession(graph: Graph, pair: _Pair, told: Any, today: str) -> tuple[RecordDraft, ...]:  # noqa: ANN401 - values
    """The record that says which unit succeeded the other; one without that takes the place of an earlier one."""
    if told["decision"] != SUCCEEDED:
        before = graph.read(
            "MATCH (r:IdentityRuling {id: $id}) RETURN r.decision AS said, r.stays AS stays",
            id=unit_ruling_id(pair.one, pair.other),
        )
        if not (before and before[0]["said"] == SUCCEEDED):
            return ()
        later = before[0]["stays"]
    else:
        later = told["stays"]
    earlier = pair.other if later == pair.one else pair.one
    change = {name: told.get(source) for name, source in (("date", "since"), ("kind", "change")) if told.get(source)}
    successor = LinkDraft("successor", Ref("Unit", {"name": pair.names[later]}), change)
    values = {"name": pair.names[earlier]}
    draft = Draft("Unit", values, (successor,) if told["decision"] == SUCCEEDED else ())
    return (RecordDraft(Ref("Unit", values), "ruling", (draft,), told["ruled_by"], today, pair.lineage),)

"""What a person decides about two records, taken in like any other document: kept, dated, and taken back as a batch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.model.records.identity_ruling import IdentityRuling
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.by_hand import Hand, Sheet, check_said, take_back, write_down
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.grouping import regroup
from ingest.resolve import SAME

Decision = Literal["same", "different", "undecided"]

DECISIONS: Final = ("same", "different", "undecided")

_KIND: Final = "Cadre"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about two cadres by id; where they are the same, `stays` is the one kept (else the first)."""

    one: str
    other: str
    decision: Decision
    ruled_by: str
    reason: str
    stays: str | None = None
    facts: str = ""


def decide(graph: Graph, folder: Path, judgement: Judgement, *, now: datetime | None = None) -> str:
    """Write a decision down and act on it; returns the id of its batch, by which it can be taken back.

    Raises InputError where name or reason is missing, NotFoundError where one of the two is not in the graph.
    """
    check_said((judgement.ruled_by, "认定人", "who decided"), (judgement.reason, "理由", "the reason"))
    _check(judgement)

    def write(hand: Hand) -> Sheet:
        record = _draft(judgement, _names(graph, judgement), hand.today)
        told = record.drafts[0].values
        pair = (judgement.one, judgement.other)
        return Sheet(
            importer="identity_ruling",
            kind="identity",
            title=f"身份认定 {told['one_name']} / {told['other_name']}",
            author=told["ruled_by"],
            records=(record,),
            after=lambda batch: regroup(graph, hand.keyring, pair, batch, hand.now),
        )

    return write_down(graph, folder, write, now=now)


def ruling_id(one: str, other: str) -> str:
    """The id of what was decided about these two, in whatever order."""
    return make_key(IdentityRuling.TYPE.prefix, _KIND, *sorted((one, other)))


def _check(judgement: Judgement) -> None:
    if judgement.one == judgement.other:
        raise InputError("两边是同一条记录 (both are the same record)。", hint="请选两条不同的记录。")
    if judgement.stays not in (None, judgement.one, judgement.other):
        raise InputError("要保留的不是这两条中的一条 (the one to stay is neither of the two)。", hint="请选其中一条。")


def _names(graph: Graph, judgement: Judgement) -> dict[str, str]:
    wanted = [judgement.one, judgement.other]
    rows = graph.read("MATCH (c:Cadre) WHERE c.id IN $ids RETURN c.id AS id, c.name AS name", ids=wanted)
    names = {row["id"]: row["name"] or row["id"] for row in rows}
    if missing := [each for each in wanted if each not in names]:
        raise NotFoundError(
            f"库中没有干部 {'、'.join(missing)} (not in the graph)。", hint="也许已并入他人: 请看 zhishi who list。"
        )
    return names


def _draft(judgement: Judgement, names: dict[str, str], today: str) -> RecordDraft:
    one, other = sorted((judgement.one, judgement.other))
    key = {"kind": _KIND, "one": one, "other": other}
    values: dict[str, Any] = {
        **key,
        "one_name": names[one],
        "other_name": names[other],
        "decision": judgement.decision,
        "facts": judgement.facts or None,
        "ruled_by": judgement.ruled_by.strip(),
        "ruled_on": today,
        "reason": judgement.reason.strip(),
    }
    if judgement.decision == SAME:
        stays = judgement.stays or judgement.one
        values |= {"stays": stays, "goes": other if stays == one else one}
    draft = Draft("IdentityRuling", {name: value for name, value in values.items() if value is not None})
    lineage = make_key("lin", "identity", one, other)
    return RecordDraft(Ref("IdentityRuling", key), "ruling", (draft,), values["ruled_by"], today, lineage)


def undo_decision(graph: Graph, settings: Settings, ruling: str, why: str | None = None) -> str:
    """Take a decision back by its id: what held before it holds again; returns the id of the batch undone.

    Raises NotFoundError where there is no such decision.
    """
    return take_back(graph, settings, "IdentityRuling", ruling, why)

"""What a person decides about two cadres, taken in like any other document: kept, dated, and taken back as a batch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.grouping import regroup
from ingest.hand.pairs import Judgement, check, draft_ruling, pair_of
from ingest.hand.sheet import Hand, Sheet, take_back, write_down

PersonDecision = Literal["same", "different", "undecided"]
PERSON_DECISIONS: Final = ("same", "different", "undecided")

_KIND: Final = "Cadre"


@dataclass(frozen=True, slots=True)
class PersonJudgement(Judgement):
    """A decision about two cadres by id."""

    decision: PersonDecision


def decide_persons(graph: Graph, folder: Path, judgement: PersonJudgement, *, now: datetime | None = None) -> str:
    """Write a decision down and act on it; returns the id of its batch, by which it can be taken back.

    Raises InputError where name or reason is missing, NotFoundError where one of the two is not in the graph.
    """
    check(judgement, _KIND)

    def write(hand: Hand) -> Sheet:
        pair = pair_of(graph, _KIND, judgement)
        ruling = draft_ruling(pair, judgement, hand.today)
        return Sheet(
            importer="identity_ruling",
            kind="identity",
            title=f"身份认定 {pair.title}",
            author=judgement.ruled_by.strip(),
            records=(ruling,),
            after=lambda batch: regroup(graph, hand.keyring, (judgement.one, judgement.other), batch, hand.now),
        )

    return write_down(graph, folder, write, now=now)


def undo_decision(graph: Graph, settings: Settings, ruling: str, why: str | None = None) -> str:
    """Take back a decision about persons or units by its id: what held before it holds again.

    Returns the id of the batch undone; raises NotFoundError where there is no such decision.
    """
    return take_back(graph, settings, "IdentityRuling", ruling, why)

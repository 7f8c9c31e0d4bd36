"""What is decided about two records of one kind: checked, and drafted as a ruling that bears one id for the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.model.records import record_types
from graph.model.records.identity_ruling import IdentityRuling
from graph.model.words import listed, sayings
from graph.store.connection import Graph
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.hand.sheet import check_said
from ingest.resolve import SAME

_say: Final = sayings("ingest.hand")
SUCCEEDED: Final = "succeeded"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about two records by id; `stays` is the one kept, or the later one (else the first).

    `facts` are those that were before the eyes of who decided.
    """

    one: str
    other: str
    decision: str
    ruled_by: str
    reason: str
    stays: str | None = None
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one kind by id, in the order of their ids, and what they are called."""

    kind: str
    one: str
    other: str
    names: Mapping[str, str]

    @property
    def key(self) -> dict[str, str]:
        """What tells the ruling about the two from others."""
        return {"kind": self.kind, "one": self.one, "other": self.other}

    @property
    def title(self) -> str:
        """Both names."""
        return f"{self.names[self.one]} / {self.names[self.other]}"

    def besides(self, ident: str) -> str:
        """The id of the other of the two."""
        return self.other if ident == self.one else self.one


def ruling_id(kind: str, one: str, other: str) -> str:
    """The id of what was decided about two records of a kind (`Cadre`, `Unit`), in whatever order."""
    return make_key(IdentityRuling.TYPE.prefix, kind, *sorted((one, other)))


def check(judgement: Judgement, kind: str) -> None:
    """Raise InputError where name or reason is missing, or the two are not two, or another is to stay."""
    check_said(judgement.ruled_by, judgement.reason)
    if judgement.one == judgement.other:
        raise InputError(_say("one-and-the-same", kind=record_types()[kind].TYPE), hint=_say("choose-two"))
    if judgement.stays not in (None, judgement.one, judgement.other):
        raise InputError(_say("neither-stays"), hint=_say("choose-one"))


def pair_of(graph: Graph, kind: str, judgement: Judgement) -> Pair:
    """The two records; raises NotFoundError where one of them is not in the graph."""
    one, other = sorted((judgement.one, judgement.other))
    rows = graph.read(f"MATCH (n:{kind}) WHERE n.id IN $ids RETURN n.id AS id, n.name AS name", ids=[one, other])
    names = {row["id"]: row["name"] or row["id"] for row in rows}
    if missing := [each for each in (one, other) if each not in names]:
        message = _say("not-there", kind=record_types()[kind].TYPE, ids=listed(missing))
        raise NotFoundError(message, hint=_say("not-there-hint"))
    return Pair(kind, one, other, names)


def draft_ruling(pair: Pair, judgement: Judgement, today: str, **more: str | None) -> RecordDraft:
    """The ruling as a record; `more` are properties that only rulings about this kind have."""
    values: dict[str, Any] = {
        **pair.key,
        "one_name": pair.names[pair.one],
        "other_name": pair.names[pair.other],
        "decision": judgement.decision,
        "facts": judgement.facts or None,
        "ruled_by": judgement.ruled_by.strip(),
        "ruled_on": today,
        "reason": judgement.reason.strip(),
        **_kept(pair, judgement),
        **more,
    }
    draft = Draft("IdentityRuling", {name: value for name, value in values.items() if value is not None})
    lineage = make_key("lin", "identity", pair.one, pair.other)
    return RecordDraft(Ref("IdentityRuling", pair.key), "ruling", (draft,), values["ruled_by"], today, lineage)


def _kept(pair: Pair, judgement: Judgement) -> dict[str, str]:
    """Which of the two stays, and which goes: of two that succeed one another neither goes."""
    stays = judgement.stays or judgement.one
    if judgement.decision == SAME:
        return {"stays": stays, "goes": pair.besides(stays)}
    return {"stays": stays} if judgement.decision == SUCCEEDED else {}

"""What a person decides about two records, taken in like any other document: kept, dated, and taken back as a batch."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.clean.id_number import hide_id_numbers
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.fence import write_fenced
from ingest.grouping import regroup
from ingest.keyring import Keyring, check_key, keyring_of, remember_key
from ingest.load import Loader
from ingest.records import Document, store
from ingest.resolve import SAME, Resolver
from ingest.undo import undo, undo_interrupted

Decision = Literal["same", "different", "undecided"]

_LONGEST: Final = 2000


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
    _check(judgement)
    moment = (now or datetime.now(UTC)).isoformat(timespec="microseconds")
    keyring = keyring_of(graph, folder)
    with graph.writer():
        apply_schema(graph)
        if not check_key(graph, keyring):
            remember_key(graph, keyring)
        undo_interrupted(graph, keyring, moment)
        names = _names(graph, judgement)
        return _write(graph, keyring, judgement, names, moment)


def _check(judgement: Judgement) -> None:
    for text, zh, en in ((judgement.ruled_by, "认定人", "who decided"), (judgement.reason, "理由", "the reason")):
        if not text.strip():
            raise InputError(f"没有写{zh} ({en} is missing)。", hint=f"请写明{zh}后再提交。")
        if len(text) > _LONGEST:
            raise InputError(f"{zh}太长 ({en} is too long)。", hint=f"请写在 {_LONGEST} 字以内。")
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


def _write(graph: Graph, keyring: Keyring, judgement: Judgement, names: dict[str, str], now: str) -> str:
    batch = make_key("bat", "identity", now)
    values = {"id": batch, "started_at": now, "state": "loading"}
    graph.write("CREATE (b:ImportBatch) SET b = $values", values=values)
    record = _draft(judgement, names, now[:10])
    document = Document(make_key("doc", batch), "identity_ruling", now[:10], judgement.ruled_by, "")
    title = f"身份认定 {record.drafts[0].values['one_name']} / {record.drafts[0].values['other_name']}"
    node = {
        "id": document.id,
        "title": title,
        "content_hash": hashlib.sha256(repr((judgement, now)).encode()).hexdigest(),
        "importer": document.importer,
        "form_date": document.form_date,
        "issuer": document.issuer,
        "size": 0,
    }
    cypher = "MATCH (b:ImportBatch {id: $batch}) CREATE (d:SourceDocument) SET d = $values CREATE (d)-[:IN_BATCH]->(b)"
    write_fenced(graph, batch, cypher, batch=batch, values=node)
    resolver = Resolver(graph, keyring)
    with Loader(graph, resolver, batch, now) as loader:
        loader.add([store(document, 0, record, resolver, now)[0]])
        loader.wait()
    regroup(graph, keyring, (judgement.one, judgement.other), batch, now)
    done: dict[str, Any] = {
        **values,
        "finished_at": datetime.now(UTC).isoformat(timespec="microseconds"),
        "state": "done",
    }
    done |= {"files": 0, "created": 1, "changed": 0, "removed": 0, "findings": 0, "report": "[]"}
    write_fenced(graph, batch, "MATCH (b:ImportBatch {id: $values.id}) SET b = $values", values=done)
    return batch


def _draft(judgement: Judgement, names: dict[str, str], today: str) -> RecordDraft:
    one, other = sorted((judgement.one, judgement.other))
    key = {"kind": "Cadre", "one": one, "other": other}
    values: dict[str, Any] = {
        **key,
        "one_name": names[one],
        "other_name": names[other],
        "decision": judgement.decision,
        "facts": judgement.facts or None,
        "ruled_by": hide_id_numbers(judgement.ruled_by.strip()),
        "ruled_on": today,
        "reason": hide_id_numbers(judgement.reason.strip()),
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
    rows = graph.read(
        "MATCH (r:IdentityRuling {id: $id})-[:STATED_IN]->(:SourceRecord)-[:PART_OF]->(:SourceDocument)"
        "-[:IN_BATCH]->(b:ImportBatch) RETURN b.id AS batch",
        id=ruling,
    )
    if not rows:
        raise NotFoundError(f"没有认定 {ruling!r} (no such decision)。", hint="请看 zhishi who list。")
    batch = str(rows[0]["batch"])
    undo(graph, settings, batch, why=why)
    return batch

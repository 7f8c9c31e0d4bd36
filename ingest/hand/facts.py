"""A person rules where sources differ: which value holds, or that a record is not accepted. Kept, dated, taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import Fact, facts_named
from ingest.bodies import Bodies
from ingest.clean.dates import earlier
from ingest.clean.values import ValueProblem, cell_text, reader, tidy
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.hand.sheet import Hand, Sheet, check_said, take_back, write_down
from ingest.lengths import fits
from ingest.rulings import ACCEPTED, REFUSED, WHOLE, fact_name, rulable

_say: Final = sayings("ingest.hand")

_NEVER: Final = frozenset({"Ruling", "Identifier", "IdentityRuling"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person rules about a fact by id: the value of a property, or without one that it is not accepted."""

    fact: str
    ruled_by: str
    reason: str
    property: str | None = None
    value: str | None = None


def rule_on_fact(graph: Graph, folder: Path, verdict: Verdict, *, now: datetime | None = None) -> str:
    """Write a verdict down and project the cadre anew; returns the id of its batch.

    Raises InputError where name, reason or value is missing or no such value, NotFoundError where there is no such
    fact. A later verdict about the same replaces it; an import leaves it standing.
    """
    check_said(verdict.ruled_by, verdict.reason)

    def write(hand: Hand) -> Sheet:
        fact = _fact(graph, verdict.fact)
        draft = _values(fact, verdict, Bodies(graph), hand.today)
        record = _record(str(fact.values["subject"]), draft)
        title = f"认定 {fact.values.get('name') or record_types()[fact.label].TYPE.zh} {draft['matter']}"
        return Sheet("ruling", "ruling", title, draft["ruled_by"], (record,))

    return write_down(graph, folder, write, now=now)


def withdraw_ruling(graph: Graph, settings: Settings, ruling: str, why: str | None = None) -> str:
    """Take a ruling back by its id: what the sources say by themselves holds again; returns the batch undone."""
    return take_back(graph, settings, "Ruling", ruling, why)


def _fact(graph: Graph, fact_id: str) -> Fact:
    prefix = fact_id.partition("_")[0]
    label = next((label for label, cls in record_types().items() if cls.TYPE.prefix == prefix), "")
    about_cadres = label and label not in _NEVER and record_types()[label].TYPE.subject == "Cadre"
    found = facts_named(graph, {label: [fact_id]}) if about_cadres else {}
    if fact_id not in found or "subject" not in found[fact_id].values:
        raise NotFoundError(_say("no-record", id=fact_id), hint=_say("no-record-hint"))
    return found[fact_id]


def _values(fact: Fact, verdict: Verdict, bodies: Bodies, today: str) -> dict[str, Any]:
    declared = record_types()[fact.label].TYPE
    told: dict[str, Any] = {
        "ruled_by": verdict.ruled_by.strip(),
        "ruled_on": today,
        "reason": verdict.reason.strip(),
    }
    if fact.label != "Cadre":
        told["fact"] = _name(declared, fact, bodies)
    if verdict.property is None:
        if fact.label == "Cadre":
            raise InputError(_say("cadre-refused"), hint=_say("undo-its-batch"))
        return told | {"matter": WHOLE, "decision": REFUSED}
    return told | {"matter": verdict.property, "decision": ACCEPTED, "value": _value(declared, fact, verdict, today)}


def _name(declared: RecordType, fact: Fact, bodies: Bodies) -> str:
    """What rulings call the fact: as an earlier ruling did, which may have changed when it began."""
    for row in json.loads(fact.values.get("alternatives") or "[]"):
        if "fact" in row:
            return str(row["fact"])
    linked = dict(fact.edges.keys())
    parts = [
        linked.get(name) if name in declared.links else bodies.key_value(declared, name, fact.values.get(name))
        for name in declared.key
    ]
    filled = [
        fact.values.get(declared.stands_in.get(name, name)) if part is None else part
        for name, part in zip(declared.key, parts, strict=True)
    ]
    return fact_name(declared, filled)


def _value(declared: RecordType, fact: Fact, verdict: Verdict, today: str) -> str:
    name = verdict.property or ""
    if not rulable(declared, name):
        hint = _say("tells-apart" if name in declared.properties else "name-of-property")
        raise InputError(_say("not-rulable", kind=declared, name=name), hint=hint)
    text = tidy(verdict.value or "")
    if text is None:
        raise InputError(_say("no-value"), hint=_say("give-value"))
    if not fits(declared.label, name, text):
        raise InputError(_say("value-too-long"), hint=_say("too-long-hint"))
    try:
        value = cell_text(reader(declared.properties[name], today)(text))
    except ValueProblem as problem:
        raise InputError(problem.reason, hint=_say("correct")) from problem
    _check_order(fact, name, value)
    return value


def _check_order(fact: Fact, name: str, value: str) -> None:
    """Raises InputError where the end of the fact would come before its start."""
    start, end = ({**fact.values, name: value}.get(each) for each in ("start", "end"))
    if name in ("start", "end") and start and end and earlier(str(end), str(start)):
        raise InputError(_say("end-before-start", end=end, start=start), hint=_say("correct"))


def _record(cadre: str, values: dict[str, Any]) -> RecordDraft:
    ref = Ref("Cadre", {"id": cadre})
    lineage = make_key("lin", "ruling", cadre, values.get("fact"), values["matter"])
    draft = Draft("Ruling", values, (LinkDraft("cadre", ref),))
    return RecordDraft(ref, "ruling", (draft,), values["ruled_by"], values["ruled_on"], lineage)

"""Where sources differ about one cadre: every value, why one holds, and the forms by which somebody rules otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from analysis.rivals import Rivals, rivals
from graph.errors import InputError, NotFoundError, WithheldError
from graph.model.dossier import Dossier
from graph.model.records import record_types
from graph.model.records.ruling import Ruling
from graph.model.schema import Record
from graph.model.words import sayings
from ingest.hand.facts import Verdict, rule_on_fact, withdraw_ruling
from ingest.rulings import REFUSED, WHOLE
from queries.dossier import read_dossier
from queries.evidence import read_fact
from webui.frame.author import proposed_author, signed_by
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Source
from webui.parts.disputes import Dispute, disputes
from webui.parts.formats import date_text
from webui.parts.names import field_title, kind_title
from webui.parts.records import record_name, value_text, when_text
from webui.parts.sources import sources

_say: Final = sayings("webui")

page = Blueprint("conflicts", __name__)


@dataclass(frozen=True)
class Ruled:
    """One ruling in force: its id, who made it when, and why."""

    id: str
    line: str
    reason: str
    text: str = ""


@dataclass(frozen=True)
class Conflict:
    """One property of one record on which sources differ; `ruled` where somebody ruled on it and may be seen."""

    dispute: Dispute
    ruled: Ruled | None


@dataclass(frozen=True)
class Conflicted:
    """A record with the properties on which sources differ."""

    id: str
    kind: str
    name: str
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class RivalSide:
    """One of two records that tell the same time otherwise."""

    id: str
    name: str
    when: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class RivalPair:
    """Two such records, and in what they differ."""

    kind: str
    differing: str
    sides: tuple[RivalSide, RivalSide]


@dataclass(frozen=True, kw_only=True)
class ConflictsPage(View):
    """All on which the sources about one cadre differ."""

    template: ClassVar[str] = "pages/conflicts.html"

    cadre: Annotated[str, "The cadre's id."]
    name: Annotated[str, "Full name."]
    records: Annotated[tuple[Conflicted, ...], "Records with disputed properties, the cadre's own attributes first."]
    rivals: Annotated[tuple[RivalPair, ...], "Records that may be one thing told otherwise."]
    refused: Annotated[tuple[Ruled, ...], "Records that somebody ruled are not so."]
    may_rule: Annotated[bool, "Whether this reader may rule, and sees who did."]
    author: Annotated[str, "The name this browser signed with last."]


@page.get("/cadres/<cadre_id>/conflicts")
def show(cadre_id: str) -> Response:
    """What differs, and what was ruled."""
    clearance = services().settings.clearance
    dossier = read_dossier(services().graph, cadre_id, clearance)
    name = dossier.cadre.name or cadre_id
    rulings = dossier.of(Ruling)
    refused = [each for each in rulings if each.matter == WHOLE and each.decision == REFUSED]
    return render(
        ConflictsPage(
            title=say("conflicts_title", name=name),
            cadre=cadre_id,
            name=name,
            records=_records(dossier, rulings),
            rivals=tuple(_rival(each) for each in rivals(dossier)),
            refused=tuple(_ruled(each) for each in refused),
            may_rule=clearance >= Ruling.TYPE.access,
            author=proposed_author(),
        )
    )


@page.post("/cadres/<cadre_id>/conflicts")
def send(cadre_id: str) -> Response:
    """Write down a ruling about one of the cadre's records, and lead back."""
    _check_clearance()
    form, using = request.form, services()
    if not form.get("fact"):
        raise InputError(_say("no_record_chosen"), hint=_say("nothing_chosen_hint"))
    value = form.get("other", "").strip() or form.get("value", "")
    verdict = Verdict(form["fact"], signed_by(), form.get("reason", ""), form.get("property") or None, value)
    rule_on_fact(using.graph, using.settings.data, verdict)
    return redirect(Urls().conflicts(cadre_id), 303)


@page.post("/rulings/<ruling>/withdraw")
def take_back(ruling: str) -> Response:
    """Take a ruling back, and lead to the cadre it was about."""
    _check_clearance()
    using = services()
    record = read_fact(using.graph, ruling, using.settings.clearance)
    if not isinstance(record, Ruling):
        raise NotFoundError(_say("no_such_choice_ruling", ruling=ruling), hint=_say("no_such_choice_ruling_hint"))
    withdraw_ruling(using.graph, using.settings, ruling, request.form.get("why", "").strip()[:500] or None)
    return redirect(Urls().conflicts(record.cadre[0].id), 303)


def _check_clearance() -> None:
    if services().settings.clearance < Ruling.TYPE.access:
        raise WithheldError(
            _say("deciding_withheld"),
            hint=_say("deciding_withheld_hint"),
        )


def _records(dossier: Dossier, rulings: Sequence[Ruling]) -> tuple[Conflicted, ...]:
    by_source = {each.record_id: ruling for ruling in rulings for each in ruling.sources}
    every: list[Record] = [dossier.cadre, *(each for some in dossier.records.values() for each in some)]
    found = []
    for record in every:
        conflicts = tuple(_conflict(each, by_source.get(each.ruling)) for each in disputes(record))
        if conflicts:
            found.append(Conflicted(record.id, kind_title(record.TYPE), record_name(record), conflicts))
    return tuple(found)


def _conflict(dispute: Dispute, ruling: Ruling | None) -> Conflict:
    return Conflict(dispute, _ruled(ruling) if ruling else None)


def _ruled(ruling: Ruling) -> Ruled:
    line = " · ".join(part for part in (ruling.ruled_by or "", date_text(ruling.ruled_on)) if part)
    return Ruled(ruling.id, line, ruling.reason or "", _fact_text(ruling.fact or ""))


def _fact_text(fact: str) -> str:
    """What a ruling calls a record, in the reader's words: its kind, what tells it apart, and when it began."""
    kind, *key = fact.split("|")
    declared = next((cls.TYPE for cls in record_types().values() if cls.TYPE.zh == kind), None)
    if declared is None:
        return " · ".join(part for part in (kind, *key) if part)
    fields = declared.properties
    names = [name for name in declared.key if name not in ("cadre", "start")]
    told = [value_text(fields[name], part) if name in fields else part for name, part in zip(names, key, strict=False)]
    return " · ".join(part for part in (kind_title(declared), *told, *map(date_text, key[len(names) :])) if part)


def _rival(pair: Rivals) -> RivalPair:
    declared = pair.one.TYPE
    named = say("list_comma").join(field_title(declared.properties[name]) for name in pair.differing)
    return RivalPair(kind_title(declared), named, (_rival_side(pair.one), _rival_side(pair.other)))


def _rival_side(record: Record) -> RivalSide:
    return RivalSide(record.id, record_name(record), when_text(record), sources(record.sources))

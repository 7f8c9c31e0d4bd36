"""Two units side by side, and the form by which somebody decides: one body, one after the other, or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from analysis.who.queue import next_pair, seen_then
from analysis.who.units import UnitPair, pair_of_units, unit_of
from graph.errors import InputError, NotFoundError
from graph.model.records.unit import Unit
from graph.model.unit_names import usual_name
from graph.model.words import sayings
from ingest.hand.pairs import SUCCEEDED, ruling_id
from ingest.hand.units import UNIT_DECISIONS, UnitDecision, UnitJudgement, decide_units
from queries.evidence import read_fact
from queries.runner import run_view
from webui.frame.author import proposed_author, signed_by
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import render
from webui.held.pairs import Listing
from webui.held.services import services
from webui.parts.components import view_query
from webui.parts.formats import date_text, interval_text
from webui.parts.names import field_title
from webui.parts.side_by_side import Block, Line, line_of, source_lines
from webui.parts.who_pair import Ruled, Side, WhoPairPage
from webui.parts.who_waiting import check_clearance, rulings_about, unit_pairs
from webui.parts.who_words import both, decision_text, feature_text, features_table

_say: Final = sayings("webui")

page = Blueprint("who_unit_pair", __name__)

_MOST: Final = 500
_KEYS: Final = {"same": "s", "succeeded": "f", "different": "d", "undecided": "u"}


@page.get("/who/units/<one>/<other>")
def show(one: str, other: str) -> Response:
    """Both units, by their ids; after a merge as the sources name them."""
    check_clearance()
    rulings = {row["id"]: row for row in rulings_about("Unit")}
    ruling = rulings.get(ruling_id("Unit", one, other))
    merged = bool(ruling and ruling["goes"])
    sides = _sides(one, other, ruling if merged else None)
    pair = None if merged else _pair(one, other)
    done = rulings.get(request.args.get("done", ""))
    features = {"for": pair.speaking_for, "against": pair.speaking_against} if pair else {}
    tables = {
        side: features_table(told, say(f"who_units_{side}"), units=True) if told else None
        for side, told in features.items()
    }
    return render(
        WhoPairPage(
            title=say("who_units_pair_title", one=sides[0].name, other=sides[1].name),
            crumb=Urls().who(units=True),
            action=Urls().who_unit_pair(one, other),
            units=True,
            one=sides[0],
            other=sides[1],
            merged=merged,
            speaking_for=tables.get("for"),
            speaking_against=tables.get("against"),
            score=pair.score if pair else 0,
            blocks=_blocks(one, other, ruling if merged else None),
            ruled=_ruled(ruling, pair) if ruling else None,
            done=_done(done) if done else "",
            done_href=Urls().who_unit_pair(done["one"], done["other"]) if done else "",
            author=proposed_author(),
            decisions=tuple((name, decision_text(name, units=True), _KEYS[name]) for name in UNIT_DECISIONS),
            next=_next(one, other),
            queries=(view_query("who_units", ids=[one, other]), view_query("identity_rulings")),
        )
    )


@page.post("/who/units/<one>/<other>")
def send(one: str, other: str) -> Response:
    """Write down what is decided, and lead to the next pair that waits."""
    check_clearance()
    form, author, using = request.form, signed_by(), services()
    if form.get("decision") not in UNIT_DECISIONS:
        raise InputError(_say("no_decision_chosen"), hint=_say("nothing_chosen_hint"))
    pair = _pair(one, other)
    judgement = UnitJudgement(
        one,
        other,
        cast("UnitDecision", form["decision"]),
        author,
        form.get("reason", ""),
        form.get("stays") or None,
        pair.facts if pair else "",
        form.get("since"),
        form.get("change"),
    )
    following = _next(one, other)
    decide_units(using.graph, using.settings.data, judgement)
    done = ruling_id("Unit", one, other)
    return redirect(f"{following}?done={done}" if following else Urls().who_unit_pair(one, other, done=done), 303)


def _pair(one: str, other: str) -> UnitPair | None:
    rows = run_view(services().graph, "who_units", ids=[one, other])
    return pair_of_units(unit_of(rows[0]), unit_of(rows[1])) if len(rows) == 2 else None


def _sides(one: str, other: str, merge: Mapping[str, Any] | None) -> tuple[Side, Side]:
    rows = {row["id"]: row for row in run_view(services().graph, "who_units", ids=[one, other])}
    told = {merge["one"]: merge["one_name"], merge["other"]: merge["other_name"]} if merge else {}
    names = {each: rows[each]["name"] for each in rows} | told
    if missing := [each for each in (one, other) if each not in names]:
        raise NotFoundError(
            _say("units_not_in_graph", names=say("list_comma").join(missing)),
            hint=_say("units_not_in_graph_hint"),
        )
    return _side(one, names[one], rows.get(one)), _side(other, names[other], rows.get(other))


def _side(unit: str, name: str, row: Mapping[str, Any] | None) -> Side:
    using = services()
    stated = row is not None and row["stated"]
    looked_in = read_fact(using.graph, unit, using.settings.clearance).sources if stated else ()
    return Side(
        unit, name, (row or {}).get("parent_name") or "", Urls().unit(unit) if row else None, source_lines(looked_in)
    )


def _blocks(one: str, other: str, merge: Mapping[str, Any] | None) -> tuple[Block, ...]:
    rows = {row["id"]: row for row in run_view(services().graph, "who_units", ids=[one, other])}
    names = ("name", "short_name", "code", "level")
    told = [
        line_of(
            field_title(Unit.TYPE.properties[name]), *(str(rows.get(each, {}).get(name) or "") for each in (one, other))
        )
        for name in names
    ]
    above = (str(rows.get(each, {}).get("parent_name") or "") for each in (one, other))
    told.append(line_of(field_title(Unit.TYPE.links["parent"]), *above))
    attributes = tuple(line for line in told if line.one or line.other)
    held = _held(one, other, merge)
    return (Block(say("who_attributes"), attributes), Block(say("holders"), tuple(_holder_lines(*held))))


def _held(one: str, other: str, merge: Mapping[str, Any] | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Who held posts at each; of units that were merged, by the name each source writes."""
    graph = services().graph
    if merge is None:
        left, right = (run_view(graph, "unit_holders", id=each, limit=_MOST) for each in (one, other))
        return left, right
    rows = run_view(graph, "unit_holders", id=merge["stays"], limit=_MOST)
    gone = merge["one_name"] if merge["goes"] == merge["one"] else merge["other_name"]
    theirs = [row for row in rows if usual_name(row["written"] or "") == usual_name(gone)]
    mine = [row for row in rows if row not in theirs]
    return (theirs, mine) if merge["goes"] == one else (mine, theirs)


def _holder_lines(left: Sequence[dict[str, Any]], right: Sequence[dict[str, Any]]) -> Iterable[Line]:
    sides: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for number, rows in enumerate((left, right)):
        for row in rows:
            when = interval_text(row["start"], row["end"], row["status"])
            sides[" · ".join(each for each in (row["name"], row["title"]) if each)][number].append(when)
    for name, (mine, theirs) in sorted(sides.items()):
        yield line_of(name, say("list_semicolon").join(mine), say("list_semicolon").join(theirs))


def _ruled(ruling: dict[str, Any], pair: UnitPair | None) -> Ruled:
    names = {ruling["one"]: ruling["one_name"], ruling["other"]: ruling["other_name"]}
    new = set(pair.facts.split()) ^ seen_then(ruling) if pair else set()
    line = [ruling["ruled_by"] or "", date_text(ruling["ruled_on"])]
    if ruling["decision"] == SUCCEEDED:
        told = (date_text(ruling["since"]), ruling["change"] or "")
        line.append(say("who_later_unit", name=names[ruling["stays"]], more=" ".join(each for each in told if each)))
    return Ruled(
        id=ruling["id"],
        decision=decision_text(ruling["decision"], units=True),
        line=" · ".join(line),
        reason=ruling["reason"] or "",
        stays=names.get(ruling["stays"], ""),
        fresh=tuple(feature_text(code, units=True) for code in sorted(new)),
        undo=Urls().who_undo(ruling["id"]),
    )


def _done(ruling: dict[str, Any]) -> str:
    pair = both(ruling["one_name"], ruling["other_name"])
    return say("who_done", pair=pair, decision=decision_text(ruling["decision"], units=True))


def _next(one: str, other: str) -> str | None:
    listing = unit_pairs()
    found = listing.found if isinstance(listing, Listing) else ()
    following = next_pair(found, rulings_about("Unit"), one, other)
    return Urls().who_unit_pair(*following) if following else None

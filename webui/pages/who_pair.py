"""Two records side by side: what speaks for and against one person, and the form by which somebody decides."""

from __future__ import annotations

from typing import Any, Final, cast

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from analysis.who.candidates import pair_of
from analysis.who.model import Candidate
from analysis.who.queue import next_pair, seen_then
from analysis.who.rows import person_of
from graph.errors import InputError
from graph.model.dossier import Dossier
from graph.model.words import sayings
from ingest.hand.pairs import ruling_id
from ingest.hand.persons import PERSON_DECISIONS, PersonDecision, PersonJudgement, decide_persons
from ingest.parted import parted
from queries.dossier import make_dossier, read_dossier
from queries.runner import run_view
from queries.who import rows_of_pair
from webui.frame.author import proposed_author, signed_by
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import render
from webui.held.pairs import Listing
from webui.held.services import services
from webui.parts.components import Table, view_query
from webui.parts.formats import date_text
from webui.parts.side_by_side import blocks, named, source_lines
from webui.parts.who_pair import Ruled, Side, WhoPairPage
from webui.parts.who_waiting import check_clearance, waiting_pairs
from webui.parts.who_words import both, decision_text, feature_text, features_table

_say: Final = sayings("webui")

page = Blueprint("who_pair", __name__)


@page.get("/who/cadres/<one>/<other>")
def show(one: str, other: str) -> Response:
    """Both records, by their ids; after a merge as each would stand by itself."""
    check_clearance()
    rulings = {row["id"]: row for row in _rulings()}
    ruling = rulings.get(ruling_id("Cadre", one, other))
    merged = bool(ruling and ruling["goes"])
    a, b = _dossiers(one, other, merged=merged)
    candidate = None if merged else _candidate(one, other)
    done = rulings.get(request.args.get("done", ""))
    return render(
        WhoPairPage(
            title=say("who_pair_title", one=a.cadre.name or one, other=b.cadre.name or other),
            crumb=Urls().who(),
            action=Urls().who_pair(one, other),
            units=False,
            one=_side(a, linked=not merged or _stays(ruling, one)),
            other=_side(b, linked=not merged or _stays(ruling, other)),
            merged=merged,
            speaking_for=_table(candidate, "for"),
            speaking_against=_table(candidate, "against"),
            score=candidate.score if candidate else 0,
            blocks=blocks(a, b),
            ruled=_ruled(ruling, {one: a, other: b}, candidate) if ruling else None,
            done=_done(done) if done else "",
            done_href=Urls().who_pair(done["one"], done["other"]) if done else "",
            author=proposed_author(),
            decisions=tuple((name, decision_text(name), name[0]) for name in PERSON_DECISIONS),
            next=_next(one, other),
            queries=(view_query("who_pair", ids=[one, other]), view_query("identity_rulings")),
        )
    )


@page.post("/who/cadres/<one>/<other>")
def send(one: str, other: str) -> Response:
    """Write down what is decided, and lead to the next pair that waits."""
    check_clearance()
    form, author = request.form, signed_by()
    if form.get("decision") not in PERSON_DECISIONS:
        raise InputError(_say("no_decision_chosen"), hint=_say("nothing_chosen_hint"))
    decision = cast("PersonDecision", form["decision"])
    candidate = _candidate(one, other)
    judgement = PersonJudgement(
        one,
        other,
        decision,
        author,
        form.get("reason", ""),
        form.get("stays") or None,
        candidate.facts if candidate else "",
    )
    using = services()
    following = _next(one, other)
    decide_persons(using.graph, using.settings.data, judgement)
    done = ruling_id("Cadre", one, other)
    return redirect(f"{following}?done={done}" if following else Urls().who_pair(one, other, done=done), 303)


def _rulings() -> list[dict[str, Any]]:
    return run_view(services().graph, "identity_rulings")


def _dossiers(one: str, other: str, *, merged: bool) -> tuple[Dossier, Dossier]:
    using, clearance = services(), services().settings.clearance
    if merged:
        left, right = parted(using.graph, using.settings, one, other)
        return make_dossier(left, clearance), make_dossier(right, clearance)
    return read_dossier(using.graph, one, clearance), read_dossier(using.graph, other, clearance)


def _candidate(one: str, other: str) -> Candidate | None:
    """The pair compared as it stands now; None where one of the two is not in the graph or has no name."""
    rows, names = rows_of_pair(services().graph, one, other)
    return pair_of(person_of(rows[0]), person_of(rows[1]), names) if rows else None


def _stays(ruling: dict[str, Any] | None, cadre: str) -> bool:
    return bool(ruling and ruling["stays"] == cadre)


def _side(dossier: Dossier, *, linked: bool) -> Side:
    cadre = dossier.cadre
    href = Urls().cadre(cadre.id) if linked else None
    return Side(cadre.id, named(dossier), cadre.current_post_text or "", href, source_lines(dossier.looked_in))


def _table(candidate: Candidate | None, side: str) -> Table | None:
    if candidate is None:
        return None
    features = candidate.speaking_for if side == "for" else candidate.speaking_against
    return features_table(features, say("who_for" if side == "for" else "who_against")) if features else None


def _ruled(ruling: dict[str, Any], sides: dict[str, Dossier], candidate: Candidate | None) -> Ruled:
    new = set(candidate.facts.split()) ^ seen_then(ruling) if candidate else set()
    return Ruled(
        id=ruling["id"],
        decision=decision_text(ruling["decision"]),
        line=" · ".join((ruling["ruled_by"] or "", date_text(ruling["ruled_on"]))),
        reason=ruling["reason"] or "",
        stays=named(sides[ruling["stays"]]) if ruling["stays"] in sides else "",
        fresh=tuple(feature_text(code) for code in sorted(new)),
        undo=Urls().who_undo(ruling["id"]),
    )


def _done(ruling: dict[str, Any]) -> str:
    pair = both(ruling["one_name"], ruling["other_name"])
    return say("who_done", pair=pair, decision=decision_text(ruling["decision"]))


def _next(one: str, other: str) -> str | None:
    listing = waiting_pairs()
    found = listing.found.candidates if isinstance(listing, Listing) else ()
    following = next_pair(found, _rulings(), one, other)
    return Urls().who_pair(*following) if following else None

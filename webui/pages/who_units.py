"""The queue of pairs of units that may be one body, or one the successor of the other."""

from __future__ import annotations

from flask import Blueprint, Response, request

from analysis.who.compare import strength
from analysis.who.queue import open_candidates
from analysis.who.units import UnitPair
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import render
from webui.held.pairs import Listing
from webui.held.runs import Pending
from webui.held.services import services
from webui.parts.components import Cell, Empty, view_query
from webui.parts.who_queue import PER_PART, Asked, WhoPage, decided_rows, kinds, named_so, pairs_table, states
from webui.parts.who_waiting import check_clearance, rulings_about, unit_pairs
from webui.parts.who_words import both, decision_text, feature_text

page = Blueprint("who_units", __name__)


@page.get("/who/units")
def show() -> Response:
    """What waits, or with `?state=` what was decided so; with `?q=` by name, fifty a part."""
    check_clearance()
    asked = Asked.from_request(units=True)
    if request.args.get("fresh"):
        services().pairs.forget("Unit")
    rulings, listing = rulings_about("Unit"), unit_pairs()
    waiting = open_candidates(listing.found if isinstance(listing, Listing) else (), rulings)
    before = {(row["one"], row["other"]): row["decision"] for row in rulings}
    rows = [_row(each, before.get(each.pair)) for each in waiting if named_so(asked.q, each.one.name, each.other.name)]
    rows = decided_rows(rulings, asked) if asked.state else rows
    start = (asked.part - 1) * PER_PART
    return render(
        WhoPage(
            title=say("who_units_title"),
            kinds=kinds(units=True),
            units=True,
            lead=say("who_units_lead"),
            states=states(len(waiting), rulings, asked),
            strengths=(),
            asked=asked,
            pairs=pairs_table(rows[start : start + PER_PART], asked) if rows else None,
            nothing=Empty(say("who_none_found" if asked.q else "who_units_none_left")),
            finding=listing.seconds if isinstance(listing, Pending) and not asked.state else None,
            stale=isinstance(listing, Listing) and not listing.fresh,
            left_out=0,
            total=len(rows),
            newer=asked.href(part=asked.part - 1) if asked.part > 1 else None,
            older=asked.href(part=asked.part + 1) if len(rows) > start + PER_PART else None,
            queries=(view_query("who_units", ids=None), view_query("identity_rulings")),
        )
    )


def _row(pair: UnitPair, before: str | None) -> tuple[Cell, ...]:
    again = say("who_again", decision=decision_text(before, units=True)) if before else None
    return (
        Cell(both(pair.one.name, pair.other.name), href=Urls().who_unit_pair(*pair.pair), mark=again),
        Cell(say(f"who_{strength(pair.score)}"), tone="plain"),
        Cell(f"{pair.score:+d}"),
        Cell(both(pair.one.parent_name or "—", pair.other.parent_name or "—")),
        Cell(say("list_semicolon").join(feature_text(each.code, units=True) for each in pair.speaking_for)),
        Cell(say("list_semicolon").join(feature_text(each.code, units=True) for each in pair.speaking_against)),
    )

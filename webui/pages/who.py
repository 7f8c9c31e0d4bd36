"""The queue of pairs that may be one person: what waits, what was decided, with filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from analysis.who.candidates import Found
from analysis.who.compare import strength
from analysis.who.model import Candidate, Person
from analysis.who.queue import open_candidates
from webui.frame.language import say
from webui.frame.navigation import Nav
from webui.frame.urls import Urls
from webui.frame.view import render
from webui.held.pairs import Listing
from webui.held.runs import Pending
from webui.held.services import services
from webui.parts.components import Cell, Chip, Empty, view_query
from webui.parts.formats import date_text
from webui.parts.who_queue import PER_PART, Asked, WhoPage, bands, decided_rows, kinds, named_so, pairs_table, states
from webui.parts.who_waiting import check_clearance, rulings_about, waiting_pairs
from webui.parts.who_words import both, decision_text, feature_text

page = Blueprint("who", __name__)
NAV = Nav(order=60, word="nav_who", endpoint="who.show")


@page.get("/who")
def show() -> Response:
    """What waits, or with `?state=` what was decided so; by `?strength=` and `?q=`, fifty a part."""
    check_clearance()
    asked = Asked.from_request()
    if request.args.get("fresh"):
        services().pairs.forget("Cadre")
    rulings = rulings_about("Cadre")
    listing = waiting_pairs()
    found = listing.found if isinstance(listing, Listing) else Found((), 0)
    waiting = open_candidates(found.candidates, rulings)
    rows = decided_rows(rulings, asked) if asked.state else _waiting(waiting, rulings, asked)
    start = (asked.part - 1) * PER_PART
    return render(
        WhoPage(
            title=say("who_title"),
            kinds=kinds(units=False),
            units=False,
            lead=say("who_lead"),
            states=states(len(waiting), rulings, asked),
            strengths=() if asked.state else _strengths(waiting, asked),
            asked=asked,
            pairs=pairs_table(rows[start : start + PER_PART], asked) if rows else None,
            nothing=Empty(say("who_none_left" if not asked.q and not asked.strength else "who_none_found")),
            finding=listing.seconds if isinstance(listing, Pending) and not asked.state else None,
            stale=isinstance(listing, Listing) and not listing.fresh,
            left_out=found.left_out,
            total=len(rows),
            newer=asked.href(part=asked.part - 1) if asked.part > 1 else None,
            older=asked.href(part=asked.part + 1) if len(rows) > start + PER_PART else None,
            queries=(view_query("who_persons"), view_query("identity_rulings")),
        )
    )


def _strengths(waiting: Sequence[Candidate], asked: Asked) -> tuple[Chip, ...]:
    counts = dict.fromkeys(bands(), 0)
    for each in waiting:
        counts[strength(each.score)] += 1
    chips = []
    for band in (name for name, count in counts.items() if count or name == asked.strength):
        on = band == asked.strength
        chips.append(Chip(say(f"who_{band}"), counts[band], asked.href(strength="" if on else band), on))
    return tuple(chips) if len(chips) > 1 or asked.strength else ()


def _waiting(waiting: Sequence[Candidate], rulings: Sequence[dict[str, Any]], asked: Asked) -> list[tuple[Cell, ...]]:
    before = {(row["one"], row["other"]): row["decision"] for row in rulings}
    return [
        _waiting_row(each, before.get(each.pair))
        for each in waiting
        if asked.strength in ("", strength(each.score)) and named_so(asked.q, each.one.name, each.other.name)
    ]


def _waiting_row(candidate: Candidate, before: str | None) -> tuple[Cell, ...]:
    again = say("who_again", decision=decision_text(before)) if before else None
    return (
        Cell(both(candidate.one.name, candidate.other.name), href=Urls().who_pair(*candidate.pair), mark=again),
        Cell(say(f"who_{strength(candidate.score)}"), tone="plain"),
        Cell(f"{candidate.score:+d}"),
        Cell(_births(candidate.one, candidate.other)),
        Cell(say("list_semicolon").join(feature_text(each.code) for each in candidate.speaking_for)),
        Cell(say("list_semicolon").join(feature_text(each.code) for each in candidate.speaking_against)),
    )


def _births(one: Person, other: Person) -> str:
    return " | ".join(date_text(each.birth_month) or say("unknown_date") for each in (one, other))

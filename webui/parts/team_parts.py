"""A team as pages show it: who is in office on a day, how many of what kind, who led, what is below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from analysis.career.day import Day
from analysis.team.model import Holding
from analysis.team.on_day import Team, leaders, team_on
from analysis.team.structure import Dimension, structure
from graph.model.codes import code_list
from graph.model.values import months_between
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.components import Cell, Column, Link, Table, table, told_columns
from webui.parts.formats import date_text, interval_text, months_text
from webui.parts.names import post_name

_CODES: Final = {"sex": "sex", "education": "education_level"}


@dataclass(frozen=True)
class UnitBelow:
    """One unit below, as on the day: its page, who is in office, and how many are not certain."""

    link: Link
    holders: tuple[tuple[str, Link], ...]
    unsure: int


def team_table(team: Team, days: Mapping[str, Any]) -> Table | None:
    """Those in office, then those of whom the records do not say whether they still were; None for nobody."""
    rows = [*((each, False) for each in together(team.holdings)), *((each, True) for each in together(team.unsure))]
    columns = [Column(say("team_post")), Column(say("match_name")), Column(say("holders_start"), "date")]
    columns += [Column(say("team_stay"), "date"), Column(say("holders_grounds"))]
    cells = [_member(each, team.day, days, unsure=unsure) for each, unsure in rows]
    return told_columns(table(say("team_title"), columns, cells)) if cells else None


def together(holdings: Sequence[Holding]) -> list[tuple[Holding, ...]]:
    """The holdings that one cadre took up at one time, as the field writes them together: 党组成员、副局长."""
    found: dict[tuple[str, str | None], list[Holding]] = {}
    for each in holdings:
        found.setdefault((each.cadre, each.start), []).append(each)
    return [tuple(some) for some in found.values()]


def titles(holdings: Sequence[Holding]) -> str:
    """Their titles, each once."""
    return say("list_comma").join(dict.fromkeys(post_name(each.title) for each in holdings))


def _member(some: Sequence[Holding], day: str, days: Mapping[str, Any], *, unsure: bool) -> list[Cell]:
    each = some[0]
    stay = months_text(months_between(each.start, day)) if each.start and len(each.start) >= 7 and not unsure else ""
    marks = [say("team_unsure")] if unsure else []
    marks += [say("team_acting")] if any(one.acting for one in some) else []
    marks += [say("team_concurrent")] if all(one.concurrent for one in some) else []
    return [
        Cell(titles(some), mark=say("list_comma").join(marks) or None),
        Cell(each.name, href=Urls().cadre(each.cadre, **days)),
        Cell(date_text(each.start)),
        Cell(stay),
        sources_cell(each),
    ]


def sources_cell(each: Holding) -> Cell:
    """The first document that states a holding."""
    if not each.documents:
        return Cell("")
    more = say("team_documents", count=len(each.documents)) if len(each.documents) > 1 else None
    return Cell(each.documents[0].title, href=Urls().source(each.documents[0].record_id), mark=more)


def leaders_table(holdings: Sequence[Holding], day: Day) -> Table | None:
    """Who led the unit one after another, with those of the day and those after it marked; None for nobody."""
    columns = [Column(say("match_name")), Column(say("team_post")), Column(say("team_span"), "date")]
    columns += [Column(say("team_length"), "date"), Column(say("holders_grounds"))]
    cells = [
        [
            Cell(some[0].name, href=Urls().cadre(some[0].cadre)),
            Cell(titles(some), mark=_when_led(some, day)),
            Cell(interval_text(some[0].start, some[0].end, some[0].status)),
            Cell(_length(some[0])),
            sources_cell(some[0]),
        ]
        for some in together(leaders(holdings))
    ]
    return table(say("team_leaders"), columns, cells) if cells else None


def _when_led(some: Sequence[Holding], day: Day) -> str | None:
    """Whether they led on the day or followed after it, and whether they only acted."""
    # of an earlier day nobody knows of an unknown start
    state = some[0].state(day) if some[0].start or day.text >= services().today() else None
    marks = [say("team_leading")] if state == "current" else [say("team_following")] if state == "coming" else []
    marks += [say("team_acting")] if any(each.acting for each in some) else []
    return say("list_comma").join(marks) or None


def _length(each: Holding) -> str:
    """How long it lasted, or has lasted until today where it goes on."""
    exact = all(date is None or len(date) >= 7 for date in (each.start, each.end))
    return months_text(Day(services().today()).months(each.start, each.end, each.status)) if exact else ""


def structure_of(team: Team) -> tuple[Dimension, ...]:
    """Those in office by sex, age and education."""
    return structure(team.holdings, team.day) if team.holdings else ()


def group_name(dimension: str, value: str) -> str:
    """A group of a structure in words."""
    if not value:
        return say("team_not_known")
    if dimension in _CODES:
        return code_list(_CODES[dimension]).label(value, language())
    low, _, high = value.partition("-")
    if not low:
        return say("age_below", age=int(high) + 1)
    return say("age_band", low=low, high=high) if high else say("age_from", age=low)


def quota_text(unit: Mapping[str, Any], team: Team) -> str:
    """Posts allowed against those filled, and what is lacking; empty where no quota is known."""
    said = []
    for category, name in (("正职", "chief"), ("副职", "deputy")):
        allowed = unit[f"{name}_quota"]
        if allowed is not None:
            held = team.count(category)
            lacking = say("team_lacking", count=allowed - held) if held < allowed else ""
            over = say("team_over", count=held - allowed) if held > allowed else ""
            said.append(say(f"team_quota_{name}", held=held, allowed=allowed) + lacking + over)
    return say("team_quota", text=say("list_comma").join(said)) if said else ""


def units_below(
    below: Sequence[Mapping[str, Any]], holdings: Sequence[Holding], day: Day, days: Mapping[str, Any]
) -> tuple[UnitBelow, ...]:
    """The units directly below with who is in office there, by name."""
    held: dict[str, list[Holding]] = defaultdict(list)
    for each in holdings:
        held[each.unit_id].append(each)
    return tuple(
        _below(unit, team_on(held[unit["id"]], day), days)
        for unit in sorted(below, key=lambda unit: (not held[unit["id"]], unit["name"], unit["id"]))
    )


def _below(unit: Mapping[str, Any], team: Team, days: Mapping[str, Any]) -> UnitBelow:
    link = Link(unit["name"], Urls().unit(unit["id"], **days))
    holders = tuple(
        (post_name(each.title), Link(each.name, Urls().cadre(each.cadre, **days))) for each in team.holdings
    )
    return UnitBelow(link, holders, len(team.unsure))


def change_cell(kind: str) -> Cell:
    """A kind of change as a mark: who came, left or moved; what was learnt, corrected or withdrawn."""
    return Cell(say(f"change_{kind}"), tone="plain")

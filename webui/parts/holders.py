"""Who held posts at a place: the same rows as a picture in time and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from analysis.drawing.time_chart import Stretch, draw_time_names, draw_times
from analysis.network.facts import Holding
from analysis.team.model import Holding as Held
from graph.model.values import months_between
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.components import Cell, Column, Picture, Table, table, told_columns
from webui.parts.formats import date_text, interval_text, months_text
from webui.parts.names import post_name
from webui.parts.turns import Turns, turns_of

MOST: Final = 200


@dataclass(frozen=True)
class Holders:
    """The table of holders, and the same as a picture where any has a date; `more` where not all are shown."""

    picture: Picture | None
    listed: Table
    more: bool


def holders_of(found: Sequence[Mapping[str, Any]], title: str, *, post: str | None = None) -> Holders | None:
    """None where nobody is known to have held a post there.

    `post` is the one post that all of them held; without it those of one title did, as at a unit.
    """
    if not found:
        return None
    shown = found[:MOST]
    turns = turns_of(_holding(row, post or row["title"]) for row in found)
    return Holders(_picture(shown, title), _table(shown, turns), len(found) > MOST)


def holder_rows(held: Sequence[Held]) -> list[dict[str, Any]]:
    """Holdings as the rows that `holders_of` shows, the newest first."""
    newest = sorted(held, key=lambda each: (each.status == "current", each.start or ""), reverse=True)
    return [
        {
            "tenure": each.id,
            "cadre": each.cadre,
            "name": each.name,
            "title": each.title,
            "start": each.start,
            "end": each.end,
            "status": each.status,
        }
        for each in newest
    ]


def _holding(row: Mapping[str, Any], post: str | None) -> Holding:
    told = {name: row[name] for name in ("cadre", "name", "title", "start", "end", "status")}
    return Holding(row["tenure"], post=post, **told)


def _picture(shown: Sequence[Mapping[str, Any]], title: str) -> Picture | None:
    if not any(row["start"] or row["end"] for row in shown):
        return None
    caption = say("show_timeline", count=len(shown))
    alike = len({row["title"] for row in shown}) == 1
    rows = [_stretch(row, _held(row) if alike else post_name(row["title"])) for row in shown]
    svg = draw_times(rows, today=services().today(), title=title, description=caption, language=language())
    names = draw_time_names(rows, title=title, description=caption, language=language())
    return Picture(Markup(svg), caption, "", Markup(names))  # noqa: S704 - our own SVG


def _stretch(row: Mapping[str, Any], said: str) -> Stretch:
    lasts = row["status"] == "current"
    return Stretch(row["name"], row["start"], row["end"], said, lasts, Urls().cadre(row["cadre"]))


def _held(row: Mapping[str, Any]) -> str:
    """From when to when, and how long: what tells the holders of one post apart."""
    end = row["end"] or (services().today() if row["status"] == "current" else None)
    length = months_text(months_between(row["start"], end)) if row["start"] and end else ""
    return " · ".join(filter(None, (interval_text(row["start"], row["end"], row["status"]), length)))


def _table(rows: Sequence[Mapping[str, Any]], turns: Turns) -> Table:
    columns = [
        Column(say("match_name")),
        Column(say("holders_title")),
        *(Column(say(f"holders_{each}"), "date") for each in ("start", "end")),
    ]
    columns += [Column(say("holders_next")), Column(say("holders_grounds"))]
    listed = table(
        say("holders"),
        columns,
        [
            [
                Cell(row["name"], href=Urls().cadre(row["cadre"])),
                Cell(post_name(row["title"])),
                Cell(date_text(row["start"])),
                Cell(_end(row)),
                _next(turns.after.get(row["tenure"])),
                Cell(say("holders_evidence"), href=Urls().evidence(row["tenure"])),
            ]
            for row in rows
        ],
    )
    return told_columns(listed)


def _next(after: Holding | None) -> Cell:
    """Who came after, marked as concluded."""
    return Cell(after.name, href=Urls().cadre(after.cadre), mark=say("mark_derived")) if after else Cell()


def _end(row: Mapping[str, Any]) -> str:
    if row["end"]:
        return date_text(row["end"])
    return say("holders_now") if row["status"] == "current" else say("holders_unknown")

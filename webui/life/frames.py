"""Which stretch of a trajectory an address asks for, with which lanes, and the ways on from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import request

from analysis.career import Career
from analysis.career.phrases import say as career_say
from analysis.drawing.trajectory import LANES, Frame
from analysis.drawing.trajectory.scale import in_months, scale_over
from graph.errors import UsageError
from graph.model.values import first_day
from graph.model.words import sayings
from webui.frame.language import language, say
from webui.frame.past import date_of
from webui.parts.formats import interval_text

_say: Final = sayings("webui")

YEARS: Final = (5, 10)
"""Stretches offered up to the day, in years."""
SHORTEST: Final = 3
"""Months of the shortest stretch the buttons lead to."""


@dataclass(frozen=True)
class Step:
    """A way to another stretch: `step` is the name by which a key or a script finds it."""

    step: str
    title: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Lane:
    """One lane of the drawing and whether it is shown."""

    name: str
    title: str
    shown: bool


def asked_frame(today: str) -> Frame:
    """The frame of `?from=`, `?to=` and `?lane=` (several; none means all). Raises UsageError for what is no stretch.

    With only one of the two the other end is left open: a year after, or before.
    """
    start, end = (date_of(name) for name in ("from", "to"))
    if start and end and first_day(start) >= first_day(end):
        raise UsageError(
            _say("no_stretch_of_time", start=start, end=end),
            hint=_say("no_stretch_of_time_hint"),
        )
    lanes = frozenset(request.args.getlist("lane")) & frozenset(LANES)
    return Frame(start or None, end or None, lanes or None, today)


def closed(frame: Frame, careers: Sequence[Career]) -> Frame:
    """The frame with both ends where it has one: the other is that of the whole axis of these careers."""
    if bool(frame.start) == bool(frame.end):
        return frame
    axis = scale_over(careers, 0, 1, Frame(today=frame.today))
    start, end = frame.start or _month(int(axis.first)), frame.end or _month(int(axis.last) + 1)
    if first_day(start) >= first_day(end):
        return Frame(lanes=frame.lanes, today=frame.today)
    return Frame(start, end, frame.lanes, frame.today)


def arguments(frame: Frame, *, stretch: tuple[str, str] | None = None, whole: bool = False) -> dict[str, Any]:
    """The frame as an address has it, with another stretch or the whole where asked."""
    start, end = (None, None) if whole else stretch or (frame.start, frame.end)
    return {"from": start, "to": end, "lane": sorted(frame.lanes) if frame.lanes is not None else None}


def steps(frame: Frame, as_of: str, post_since: str | None = None) -> tuple[Step, ...]:
    """The ways on: the whole, the last years, the present post; from a stretch also closer, wider, earlier, later."""
    now = int(in_months(as_of)) + 1
    found = [_to(frame, f"years-{years}", say("frame_years", years=years), now - 12 * years, now) for years in YEARS]
    if post_since:
        since = int(in_months(post_since))
        found.append(_to(frame, "post", say("frame_post"), since, max(now, since + SHORTEST)))
    if frame.stretch:
        start, end = (int(in_months(date)) for date in frame.stretch)
        length = max(end - start, SHORTEST)
        part = max(length // 4, 1)
        found += [
            _to(frame, "earlier", say("frame_earlier"), start - 2 * part, end - 2 * part),
            _to(frame, "later", say("frame_later"), start + 2 * part, end + 2 * part),
            _to(frame, "wider", say("frame_wider"), start - 2 * part, end + 2 * part),
        ]
        if length > 2 * SHORTEST:
            found.append(_to(frame, "closer", say("frame_closer"), start + part, end - part))
        found.insert(0, Step("whole", say("frame_whole"), arguments(frame, whole=True)))
    return tuple(found)


def lanes(frame: Frame) -> tuple[Lane, ...]:
    """Every lane that may be shown, by the name the drawing gives it."""
    return tuple(Lane(name, career_say(f"lane.{name}", language()), frame.shows(name)) for name in LANES)


def stretch_text(frame: Frame) -> str:
    """The stretch as a reader expects it; empty for the whole."""
    return interval_text(*frame.stretch, "ended") if frame.stretch else ""


def _to(frame: Frame, step: str, title: str, first: int, last: int) -> Step:
    return Step(step, title, arguments(frame, stretch=(_month(first), _month(last))))


def _month(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"

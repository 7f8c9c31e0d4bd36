"""Stretches and moments on one axis of years, a row each; open ends go on to today, unknown ones are dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from analysis.drawing.label import label
from analysis.drawing.palette import both, fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element, group, linked, path, titled
from analysis.drawing.text import Type, text_width
from graph.model.words import Language

_WIDTH: Final = 960.0
_ROW: Final = 24.0
_BAR: Final = 16.0
_EDGE: Final = 12.0
_HEAD: Final = 24.0
_NAME: Final = Type(12)
_YEAR: Final = Type(11, colour="muted", anchor="middle")
_TEXT: Final = Type(11, colour="muted")
_MOST_NAME: Final = 260.0
_MOST_TICKS: Final = 14
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_FOOT: Final = 24.0
_UNDATED: Final = {"zh": "时间不详", "en": "no date"}
_LASTS: Final = {"zh": "至今", "en": "goes on"}
_ENDED: Final = {"zh": "已结束", "en": "ended"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One row: start and end as `YYYY[-MM[-DD]]`, the end exclusive.

    Without an end it goes on to today where `lasts`, else it is a moment. Without a start it is known to end only.
    """

    name: str
    start: str | None
    end: str | None
    text: str = ""
    lasts: bool = False
    href: str | None = None


def draw_times(
    rows: Sequence[Stretch], *, today: str, title: str, description: str, language: Language, standalone: bool = False
) -> str:
    """The drawing as SVG text."""
    axis = _Axis.of(rows, today, _left(rows))
    foot = _foot(rows)
    told = _both_kinds(rows)
    height = _height(rows)
    return document(
        _WIDTH,
        height,
        element("rect", width=_WIDTH, height=height, **fill("paper")),
        *axis.ticks(foot),
        *(_row(each, _EDGE + _HEAD + _ROW * at, axis, language) for at, each in enumerate(rows)),
        *(_legend(axis.left, foot, language) if told else ()),
        name="time-chart",
        title=title,
        description=description,
        language=language,
        style=style_sheet() if standalone else None,
    )


def draw_time_names(rows: Sequence[Stretch], *, title: str, description: str, language: Language) -> str:
    """The names of the rows alone, which stay in place while a narrow screen scrolls the chart under them."""
    left, height = _left(rows), _height(rows)
    return document(
        left,
        height,
        element("rect", width=left, height=height, **fill("paper")),
        *(_name(row, _EDGE + _HEAD + _ROW * at + _ROW / 2, left) for at, row in enumerate(rows)),
        name="time-chart-names",
        title=title,
        description=description,
        language=language,
    )


def _left(rows: Sequence[Stretch]) -> float:
    """Where the axis begins."""
    return _EDGE + min(_MOST_NAME, max((text_width(each.name, _NAME) for each in rows), default=0.0)) + 12


def _foot(rows: Sequence[Stretch]) -> float:
    return 2 * _EDGE + _HEAD + _ROW * len(rows)


def _height(rows: Sequence[Stretch]) -> float:
    return _foot(rows) + (_FOOT if _both_kinds(rows) else 0)


def _both_kinds(rows: Sequence[Stretch]) -> bool:
    """Whether some go on and some have ended, so that the legend has something to tell apart."""
    return any(map(_goes_on, rows)) and any(each.start and each.end for each in rows)


def _name(row: Stretch, middle: float, left: float) -> Element:
    return label(left - 12, middle + 4, row.name, Type(_NAME.size, anchor="end"), width=_MOST_NAME)


def _goes_on(row: Stretch) -> bool:
    return bool(row.start and row.lasts and row.end is None)


def _legend(x: float, top: float, language: Language) -> Iterator[Element]:
    for lasts, said in ((True, _LASTS[language]), (False, _ENDED[language])):
        yield element("rect", x=x, y=top, width=22, height=_BAR, rx=2, **_look(lasts=lasts))
        yield label(x + 28, top + _BAR / 2 + 4, said, _TEXT)
        x += 28 + text_width(said, _TEXT) + 24


def _look(*, lasts: bool) -> dict[str, Any]:
    """What goes on stands out, what has ended is pale, as the bars of a trajectory are."""
    return fill("accent", "zs-hover") if lasts else both("accent-pale", "accent", "zs-hover")


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years from `first` to `last`, as x from `left` on; `today` in years."""

    left: float
    first: float
    last: float
    today: float

    @classmethod
    def of(cls, rows: Sequence[Stretch], today: str, left: float) -> _Axis:
        now = _years(today)
        known = [_years(day) for each in rows for day in (each.start, each.end) if day]
        known += [now] if any(each.lasts and each.end is None for each in rows) or not known else []
        return cls(left, float(int(min(known))), max(float(int(max(known))) + 1, min(known) + 1), now)

    def x(self, day: float) -> float:
        return self.left + (day - self.first) / (self.last - self.first) * (_WIDTH - _EDGE - self.left)

    def ticks(self, height: float) -> list[Element]:
        span = self.last - self.first
        step = next((each for each in _STEPS if span / each <= _MOST_TICKS), _STEPS[-1])
        years = [year for year in range(int(self.first), int(self.last) + 1) if year % step == 0]
        lines = [
            element("line", x1=self.x(year), x2=self.x(year), y1=_EDGE + 16, y2=height - _EDGE, **stroke("line"))
            for year in years
        ]
        return [*lines, *(label(self.x(year), _EDGE + 10, str(year), _YEAR) for year in years)]


def _years(day: str) -> float:
    """A day as a number of years: `2016-07-01` is 2016.5."""
    parts = [int(part) for part in day[:10].split("-")]
    month, date = [*parts, 1, 1][1:3]
    return parts[0] + (month - 1) / 12 + (date - 1) / 372


def _row(row: Stretch, top: float, axis: _Axis, language: Language) -> Element:
    middle = top + _ROW / 2
    name = _name(row, middle, axis.left)
    shape, after = _shape(row, middle, axis)
    said = row.text if shape is not None else " · ".join(filter(None, (_UNDATED[language], row.text)))
    text = _said(row, said, middle + 4, after, axis) if said else None
    whole = " ".join(filter(None, (row.name, "–".join(filter(None, (row.start, row.end))), row.text)))
    return linked(titled(group(name, shape, text), whole), row.href)


def _said(row: Stretch, said: str, base: float, after: float, axis: _Axis) -> Element | None:
    """The text behind the row's shape; where there is more room, inside it, or before it as with a late moment."""
    room, start = _WIDTH - _EDGE - after - 6, axis.x(_years(row.start)) if row.start else after
    inside = after - start - 12
    if room < text_width(said, _TEXT) and inside > max(room, 0):
        of = Type(_TEXT.size, colour="on-accent" if _goes_on(row) else "ink")
        return label(start + 6, base, said, of, width=inside)
    before = start - axis.left - 18
    if room < text_width(said, _TEXT) and before > room:
        return label(start - 12, base, said, replace(_TEXT, anchor="end"), width=before)
    return label(after + 6, base, said, _TEXT, width=room) if room > 30 else None


def _shape(row: Stretch, middle: float, axis: _Axis) -> tuple[Element | None, float]:
    """What stands for the row, and where the text behind it may begin."""
    start = axis.x(_years(row.start)) if row.start else None
    end = axis.x(_years(row.end)) if row.end else axis.x(axis.today) if row.lasts and start is not None else None
    if start is None and end is None:
        return None, axis.left
    if start is None:
        line = element(
            "line", x1=axis.left, x2=end, y1=middle, y2=middle, stroke_dasharray="4 3", **stroke("accent", "zs-hover")
        )
        return line, end or axis.left
    if end is None:
        mark = path("M", start, middle - 6, "l", 6, 6, "l", -6, 6, "l", -6, -6, "z")
        return element("path", d=mark, **fill("accent", "zs-hover")), start + 6
    width = max(end - start, 1.5)
    bar = element("rect", x=start, y=middle - _BAR / 2, width=width, height=_BAR, rx=2, **_look(lasts=_goes_on(row)))
    return bar, start + width

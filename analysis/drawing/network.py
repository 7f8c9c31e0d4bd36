"""Things and the relations between them as a picture: the same graph always lies the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.drawing.label import label, paragraph
from analysis.drawing.looks import look_of, sign
from analysis.drawing.palette import fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element, group, linked, path, titled
from analysis.drawing.text import Type, text_width
from analysis.network.layouts import lay
from analysis.network.plan import Arrival, Place, Plan
from graph.model.words import Language

_EDGE: Final = 64.0
_NAME: Final = Type(11, anchor="middle")
_BESIDE: Final = Type(11)
_SAID: Final = Type(10.5, colour="muted", anchor="middle")
_GUIDE: Final = Type(11, colour="muted")
_RING: Final = 6.0
"""Pixels by which the ring around what was chosen is wider than the thing; its name stands below the ring."""
_LEGEND: Final = Type(11, colour="muted")
_LEAST: Final = (420.0, 160.0)
_MOST_SAID: Final = 16
"""With more lines than these their texts would cover each other: they are in reach by hovering, and in the table."""

_LONG: Final = 110.0
"""On a shorter line its text would lie over the names at its ends, and be cut."""

_ROOM: Final = 1.7
_FEW: Final = 3
_MOST_NAMED: Final = 1200
_DERIVED: Final = {"zh": "虚线：由记录推定", "en": "dashed: derived from records"}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing: its id, its kind in the reader's language, its name, where it leads, its label in the model.

    `marks` may hold `chosen`, `found`, `pinned`, `vacant`, `group` and `withheld`.
    """

    id: str
    kind: str
    name: str
    href: str | None = None
    label: str = ""
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One relation between the ids of two points; `derived` where no relation of the graph says so.

    `text` is what it says beside its type: dates, a role, a sentence. A `mutual` one reads the same from both ends, and
    has no arrow.
    """

    type: str
    start: str
    end: str
    derived: bool = False
    text: str = ""
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """A line behind the picture at one x or y, with its text: a year, a rank."""

    at: float
    text: str
    upright: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """How things lie: their places in pixels by id, names beside them instead of under them, lines behind them.

    `notes` stand at the foot, as a file that is taken away needs them.
    """

    places: Mapping[str, Place]
    beside: bool = False
    guides: tuple[Guide, ...] = ()
    notes: tuple[str, ...] = ()


def positions(points: Sequence[Point], lines: Sequence[Line]) -> Mapping[str, Place]:
    """Where each point lies, in pixels: by forces, all at once."""
    ids = tuple(sorted(each.id for each in points))
    links = tuple(sorted((each.start, each.end) for each in lines))
    return lay("force", Plan((Arrival(ids),), links))


def _apart(places: Mapping[str, Place]) -> Mapping[str, Place]:
    """Farther apart: between things whose relations are written on their lines a word has to fit."""
    return {key: (x * _ROOM, y * _ROOM) for key, (x, y) in places.items()}


def draw_network(
    points: Sequence[Point],
    lines: Sequence[Line],
    *,
    title: str,
    description: str,
    language: Language,
    standalone: bool = False,
    laid: Laid | None = None,
) -> str:
    """The drawing as SVG text, with a legend of the kinds; laid out by forces where `laid` does not say how it lies."""
    laid = laid or Laid(_apart(positions(points, lines)) if len(lines) <= _MOST_SAID else positions(points, lines))
    beside, notes = laid.beside, laid.notes
    frame = _Frame.of(laid.places, points, beside=beside)
    only = _only_type(lines)
    kinds = list(dict.fromkeys((each.kind, each.label) for each in points))
    named = beside or len(points) <= _MOST_NAMED
    foot = frame.height + 26
    height = foot + 18 * len(notes) + (8 if notes else 0)
    return document(
        frame.width,
        height,
        element("rect", width=frame.width, height=height, **fill("paper")),
        group(frame.guide(each) for each in laid.guides),
        group(frame.line(each, said=len(lines) <= _MOST_SAID and not only) for each in lines),
        *(frame.point(each, beside=beside, named=named) for each in points),
        _legend(kinds, foot - 20, only, derived=any(each.derived for each in lines), language=language),
        *(label(20, foot + 14 + 18 * at, note, _GUIDE) for at, note in enumerate(notes)),
        name="network",
        title=title,
        description=description,
        language=language,
        style=style_sheet() if standalone else None,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """Places moved so that the picture begins at 0, 0, and its size."""

    places: Mapping[str, Place]
    width: float
    height: float
    dx: float
    dy: float

    @classmethod
    def of(cls, places: Mapping[str, Place], points: Sequence[Point], *, beside: bool) -> _Frame:
        xs = [places[each.id][0] for each in points] or [0.0]
        ys = [places[each.id][1] for each in points] or [0.0]
        right = _EDGE + (190.0 if beside else 0.0)
        wide, high = max(xs) - min(xs) + _EDGE + right, max(ys) - min(ys) + 1.6 * _EDGE
        width, height = max(wide, _LEAST[0]), max(high, _LEAST[1])
        dx, dy = _EDGE - min(xs) + (width - wide) / 2, 0.8 * _EDGE - min(ys) + (height - high) / 2
        moved = {each.id: (places[each.id][0] + dx, places[each.id][1] + dy) for each in points}
        return cls(moved, width, height, dx, dy)

    def guide(self, guide: Guide) -> Iterator[Element]:
        if guide.upright and 0 < guide.at + self.dx < self.width:
            x = guide.at + self.dx
            yield element("line", x1=x, x2=x, y1=18, y2=self.height - 8, **stroke("line"))
            yield label(x + 4, 14, guide.text, _GUIDE)
        elif not guide.upright and 0 < guide.at + self.dy < self.height:
            y = guide.at + self.dy
            yield element("line", x1=8, x2=self.width - 8, y1=y, y2=y, **stroke("line"))
            yield label(8, y - 4, guide.text, _GUIDE)

    def line(self, line: Line, *, said: bool) -> Element:
        (x1, y1), (x2, y2) = self.places[line.start], self.places[line.end]
        if line.start == line.end:
            return group()
        far = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
        ux, uy = (x2 - x1) / far, (y2 - y1) / far
        tip_x, tip_y = (x2, y2) if line.mutual else (x2 - ux * 12, y2 - uy * 12)
        colour = stroke("line-strong", "zs-hover")
        shape = element(
            "line", x1=x1, y1=y1, x2=tip_x, y2=tip_y, stroke_width=1.3,
            stroke_dasharray="5 4" if line.derived else None, **colour,
        )  # fmt: skip
        arrow = path(
            "M", tip_x, tip_y, "L", tip_x - ux * 7 - uy * 3.2, tip_y - uy * 7 + ux * 3.2,
            "L", tip_x - ux * 7 + uy * 3.2, tip_y - uy * 7 - ux * 3.2, "z",
        )  # fmt: skip
        head = None if line.mutual else element("path", d=arrow, **fill("line-strong"))
        middle = (x1 + x2) / 2, (y1 + y2) / 2 - 3
        text = label(*middle, line.type, _SAID, width=far - 24) if said and far > _LONG else None
        return titled(group(shape, head, text), "：".join(filter(None, (line.type, line.text))))

    def point(self, point: Point, *, beside: bool, named: bool) -> Element:
        x, y = self.places[point.id]
        look = look_of(point.label)
        ringed = bool(point.marks & {"chosen", "found"})
        ring = element("circle", cx=x, cy=y, r=look.size + _RING, stroke_width=2, **stroke("weakness"))
        shape = sign(x, y, look, hollow=bool(point.marks & {"vacant", "withheld"}))
        name = (
            label(x + look.size + 7, y + 4, point.name, _BESIDE, width=185)
            if beside
            else paragraph(x, y + look.size + 14 + (_RING if ringed else 0), point.name, _NAME, width=104, most=2)[0]
        )
        shown = group(ring if ringed else None, shape, name if named else None)
        return linked(titled(shown, f"{point.kind}：{point.name}"), point.href)


def _only_type(lines: Sequence[Line]) -> str:
    """What all lines say, which the legend tells once instead of every line; empty for few lines or several types."""
    types = {each.type for each in lines}
    return types.pop() if len(types) == 1 and len(lines) > _FEW else ""


def _legend(kinds: Sequence[tuple[str, str]], y: float, only: str, *, derived: bool, language: Language) -> Element:
    parts: list[Element] = []
    x = 20.0
    for kind, name in kinds:
        parts += [sign(x, y + 6, look_of(name)), label(x + 14, y + 10, kind, _LEGEND)]
        x += 40 + text_width(kind, _LEGEND)
    if derived or only:
        look = {"stroke_dasharray": "5 4" if derived else None, **stroke("line-strong")}
        line = element("line", x1=x - 6, x2=x + 22, y1=y + 6, y2=y + 6, **look)
        parts += [line, label(x + 30, y + 10, only or _DERIVED[language], _LEGEND)]
    return group(*parts)

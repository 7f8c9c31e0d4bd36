"""One bar of the staircase: solid for principals, pale for others, its text as long as it fits."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.career.model import Held
from analysis.career.phrases import join, post_text, rank_text, say, show_level, show_months, show_span, term
from analysis.career.to_rows import nature
from analysis.drawing.label import label
from analysis.drawing.palette import both, fill, stroke
from analysis.drawing.svg import Element, element, group, path
from analysis.drawing.text import ELLIPSIS, Type, break_lines, first_word, text_width
from analysis.drawing.trajectory.canvas import NARROW, Canvas
from analysis.drawing.trajectory.extents import Extent
from graph.model.words import Language

POST, UNIT, NUMBER = Type(12.5, bold=True), Type(10.5), Type(10.5, anchor="middle")
TIGHT = Type(10.5, bold=True)
PAD = 5
ENOUGH = 40
"""Pixels from which a shortened name of a unit still says something."""
BADGE = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """A tenure, or the part of it at one level; `number` is its place in the table of posts."""

    number: int
    held: Held
    start: float
    end: float
    level: str | None
    extent: Extent
    first: bool
    last: bool

    def title(self, language: Language) -> str:
        """All there is to say of the tenure, in lines."""
        held = self.held
        lines = (
            " ".join(part for part in (held.unit, post_text(held, language)) if part),
            f"{show_span(held.start, held.end, held.status, language)} · {show_months(held.months, language)}",
            join(
                (
                    show_level(held.level, language),
                    rank_text(held.rank, language),
                    term("change", held.change, language),
                ),
                language,
            ),
            nature(held, language),
            held.portfolio,
            _named("derived", held.derived, language),
            _named("disputed", held.disputed, language),
        )
        return "\n".join(line for line in lines if line)


def _named(key: str, fields: tuple[str, ...], language: Language) -> str | None:
    names = join((term("field", field, language) for field in fields), language)
    return f"{say(key, language)}: {names}" if names else None


def draw_bar(canvas: Canvas, bar: Bar, y: float, height: float) -> Element:
    """The bar at y; an arrow where it goes on, a dotted frame where a bound is unknown."""
    x, end = canvas.scale.x(bar.start) + 0.5, canvas.scale.x(bar.end) - 0.5
    width = max(end - x, 2.5)
    shapes = [
        _box(bar, x, y, width, height),
        *_edges(bar, x, y, width, height),
        *_texts(canvas, bar, x, y, width, height),
    ]
    return canvas.about(bar.held.id, group(shapes), bar.title(canvas.language))


def _box(bar: Bar, x: float, y: float, width: float, height: float) -> Element:
    held = bar.held
    known = bar.extent.start_known and bar.extent.end_known
    dash = None if known and not held.concurrent else "4 2.5" if known else "1.5 2.5"
    if held.principal:
        look = both("accent", "accent", "zs-hover")
    elif held.kind == "rank":
        look = both("paper", "accent", "zs-hover")
    else:
        look = both("accent-pale", "accent", "zs-hover")
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=min(4, width / 3),
        stroke_width=1.2 if dash or held.kind == "rank" else 0.6,
        stroke_dasharray=dash,
        **look,
    )


def _edges(bar: Bar, x: float, y: float, width: float, height: float) -> list[Element]:
    """The arrow of what goes on; dotted lines where start, end or level were concluded."""
    shapes = []
    end = x + width
    if bar.extent.current and bar.last:
        d = path("M", end, y + 4, "l", 8, height / 2 - 4, "l", -8, height / 2 - 4, "Z")
        look = fill("accent") if bar.held.principal else both("accent-pale", "accent")
        shapes.append(element("path", d=d, stroke_width=0.6, **look))
    sides = {"start": (x - 1.5, bar.first), "end": (end + 1.5, bar.last)}
    for field, (place, drawn) in sides.items():
        if field in bar.held.derived and drawn:
            shapes.append(_dotted(path("M", place, y, "v", height)))
    if "level" in bar.held.derived:
        shapes.append(_dotted(path("M", x, y + height + 1.8, "h", width)))
    return shapes


def _dotted(d: str, colour: str = "accent") -> Element:
    return element("path", d=d, stroke_width=1.4, stroke_dasharray="1.4 2", **stroke(colour))


def _texts(canvas: Canvas, bar: Bar, x: float, y: float, width: float, height: float) -> list[Element]:
    """Post over unit where there is room for both, else one of them, else the number of the post in the table."""
    ink = "on-accent" if bar.held.principal else "ink"
    badge = _badge(canvas, bar, x + width, y, ink) if width > 58 else None
    room = width - 2 * PAD - (BADGE if badge else 0)
    left = x + PAD
    if width < NARROW - 1 or not _fits(_post_text(canvas, bar), room):
        lines = [_number(bar, x + width / 2, y + height / 2, ink)] if width >= _number_width(bar) else []
    elif height < 30:
        lines = _one_line(canvas, bar, left, y + height / 2 + 4, room, ink)
    else:
        lines = _two_lines(canvas, bar, left, y + height / 2, room, ink)
    return [*lines, badge] if badge else lines


def _fits(post: str, room: float) -> bool:
    """Whether the first word of a post has room: `Sena…` says less than its number in the table."""
    word = first_word(post)
    return text_width(word if word == post else word + ELLIPSIS, TIGHT) <= room


def _number(bar: Bar, x: float, middle: float, ink: str) -> Element:
    return label(x, middle + 4, str(bar.number), Type(NUMBER.size, colour=ink, anchor="middle"))


def _number_width(bar: Bar) -> float:
    return text_width(str(bar.number), NUMBER)


def _post_text(canvas: Canvas, bar: Bar) -> str:
    text = post_text(bar.held, canvas.language) or say("unknown", canvas.language)
    return text if bar.first else text + say("continued", canvas.language)


def _one_line(canvas: Canvas, bar: Bar, x: float, y: float, room: float, ink: str) -> list[Element]:
    post, unit = _post_text(canvas, bar), bar.held.unit or ""
    bold = Type(11, bold=True, colour=ink)
    taken = text_width(post, bold)
    shapes = [label(x, y, post, bold, width=room), *_underline("post", bar, x, y, min(taken, room), ink)]
    left = room - taken - 8
    if left > 40:
        soft = Type(10.5, colour=ink)
        at = x + taken + 8
        shapes.append(label(at, y, unit, soft, width=left))
        shapes += _underline("unit", bar, at, y, min(text_width(unit, soft), left), ink)
    return shapes


def _two_lines(canvas: Canvas, bar: Bar, x: float, middle: float, room: float, ink: str) -> list[Element]:
    post, unit = _post_text(canvas, bar), bar.held.unit or ""
    large, soft, tight = (Type(each.size, each.bold, ink) for each in (POST, UNIT, TIGHT))
    whole = max(text_width(word, tight) for word in post.split()) <= room or not post.isascii()
    if text_width(post, large) > room and whole and len(break_lines(post, room, tight)) > 1:
        lines = break_lines(post, room, tight, most=2)
        return [label(x, middle - 3 + 13 * index, line, tight) for index, line in enumerate(lines)]
    first, second = middle - 3, middle + 12
    of = large if text_width(post, large) <= room or text_width(post, tight) > room else tight
    named = room >= ENOUGH or text_width(unit, soft) <= room
    return [
        label(x, first if named else middle + 4, post, of, width=room),
        *_underline("post", bar, x, first if named else middle + 4, min(text_width(post, of), room), ink),
        *([label(x, second, unit, soft, width=room)] if named else []),
        *(_underline("unit", bar, x, second, min(text_width(unit, soft), room), ink) if named else []),
    ]


def _underline(field: str, bar: Bar, x: float, y: float, width: float, ink: str) -> list[Element]:
    fields = (field, "rank") if field == "post" and bar.held.post is None else (field,)
    return [_dotted(path("M", x, y + 2.6, "h", width), ink)] if any(each in bar.held.derived for each in fields) else []


def _badge(canvas: Canvas, bar: Bar, right: float, y: float, ink: str) -> Element | None:
    """Where the post stands (基层, 乡镇, 条线, 块) as one letter in a frame."""
    mark = term("setting.mark", bar.held.setting, canvas.language)
    if not mark:
        return None
    frame = element("rect", x=right - 17, y=y + 3, width=14, height=14, rx=3, stroke_width=0.8, **stroke(ink))
    return group(frame, label(right - 10, y + 13.8, mark, Type(10.5, colour=ink, anchor="middle")))

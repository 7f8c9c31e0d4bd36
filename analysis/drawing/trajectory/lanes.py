"""The lanes under the staircase whose things have a name beside them: grades, memberships, training, events, gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.career.model import GradeSpell, Held, Marker
from analysis.career.phrases import coded, marker_text, say, show_months, show_span, withheld_text
from analysis.drawing.label import label
from analysis.drawing.palette import both, fill, stroke
from analysis.drawing.svg import Element, element, group
from analysis.drawing.text import Type, shorten, text_width
from analysis.drawing.trajectory.canvas import LANE, SMALL, TEXT, Canvas, Part
from analysis.drawing.trajectory.glyphs import pattern_fill, petition_glyph, star
from analysis.drawing.trajectory.pack import rows_of
from analysis.drawing.trajectory.scale import in_months

ROW = 19
LONGEST = 720
GLYPH = 9


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of a lane: [start, end) in months, its sign drawn between two x at a middle y, its text and title."""

    id: str
    start: float
    end: float
    sign: Callable[[float, float, float], Element]
    text: str
    title: str
    colour: str = "ink"
    inside: bool = False


def lane(canvas: Canvas, y: float, name: str, shapes: Sequence[Element], height: float) -> Part:
    """A lane of that height with its name at the left and a line under it."""
    text = shorten(say(f"lane.{name}", canvas.language), canvas.scale.left - 16, LANE)
    end = element("path", d=f"M{canvas.scale.left:g} {y + height:g}H{canvas.scale.right:g}", **stroke("line"))
    return Part((*shapes, end), (label(canvas.scale.left - 12, y + 17, text, LANE),), height)


def empty_lane(canvas: Canvas, y: float, name: str, *labels: str) -> Part:
    """A lane without anything: beyond the reader's clearance, or not collected; silence is no clean record."""
    text = withheld_text(canvas.career, canvas.language, *labels) or say("not_collected", canvas.language)
    return lane(canvas, y, name, [label(canvas.scale.left + 6, y + 17, text, SMALL)], 26)


def grade_lane(canvas: Canvas, y: float) -> Part | None:
    """The civil-service grades, each from its date on."""
    items = [_grade_item(canvas, each) for each in canvas.career.grades]
    return named_lane(canvas, y, "grade", items) if items else None


def _grade_item(canvas: Canvas, each: GradeSpell) -> Item:
    start = in_months(each.start) if each.start else canvas.scale.first
    end = in_months(each.end) if each.end else canvas.scale.now
    text = coded("grade", each.grade, canvas.language)
    title = f"{text} {show_span(each.start, each.end, 'current', canvas.language)}"
    return Item(each.id, start, end, _grade_sign, text, title, inside=True)


def membership_lane(canvas: Canvas, y: float) -> Part | None:
    """Seats in congresses, conferences and committees: beside the posts, never a step."""
    items = [_membership(canvas, each) for each in canvas.career.tenures if each.kind == "membership"]
    return named_lane(canvas, y, "memberships", items) if items else None


def _membership(canvas: Canvas, held: Held) -> Item:
    text = f"{held.unit or ''} {held.post or ''}".strip()
    title = f"{text} {show_span(held.start, held.end, held.status, canvas.language)}"
    if held.start is None and held.end is None:
        now = canvas.scale.now
        return Item(held.id, now, now, _undated_sign, say("undated", canvas.language, text=text), title)
    extent = canvas.extents[held.id]
    return Item(held.id, extent.start, extent.end, _membership_sign, text, title)


MEASURE: Final = {**stroke("weakness"), "fill": "none", "stroke_dasharray": "2.4 1.8"}
"""How a measure (组织处理) looks."""


def training_lane(canvas: Canvas, y: float) -> Part:
    """Study and training."""
    found = [each for each in canvas.career.markers if each.kind in ("study", "training") and each.start]
    if not found:
        return empty_lane(canvas, y, "training", "Training")
    return named_lane(canvas, y, "training", [_item(canvas, each, _training_sign) for each in found])


def event_lane(canvas: Canvas, y: float) -> Part:
    """Awards, discipline with its time of effect, and how many petitions were found true."""
    signs = {
        "award": _star_sign,
        "punishment": _effect_sign(canvas),
        "measure": _measure_sign,
        "petition": _petition_sign,
    }
    found = [each for each in canvas.career.markers if each.kind in signs and each.start]
    hidden = withheld_text(canvas.career, canvas.language, "Punishment", "Petition")
    if not found:
        return empty_lane(canvas, y, "events", "Award", "Punishment", "Petition")
    items = [_item(canvas, each, signs[each.kind]) for each in found]
    part = named_lane(canvas, y, "events", items)
    if not hidden:
        return part
    note = label(canvas.scale.left + 6, y + part.height + 13, hidden, SMALL)
    return lane(canvas, y, "events", [*part.shapes[:-1], note], part.height + ROW)


def spell_lane(canvas: Canvas, y: float) -> Part | None:
    """Secondments that only the register tells of: the résumé has no tenure for them."""
    known = {each.id for each in canvas.career.tenures}
    spells = [each for each in canvas.career.markers if each.kind == "secondment" and each.start]
    items = [_item(canvas, each, _spell_sign(canvas)) for each in spells if each.id not in known]
    return named_lane(canvas, y, "secondments", items) if items else None


def gap_lane(canvas: Canvas, y: float) -> Part | None:
    """The months of which no source tells, and those claimed twice."""
    items = []
    for gap in canvas.career.gaps:
        text = show_months(gap.months, canvas.language)
        title = f"{say('legend.gap', canvas.language)} {show_span(gap.start, gap.end, 'ended', canvas.language)}"
        items.append(Item("", in_months(gap.start), in_months(gap.end), _gap_sign(canvas), text, title))
    for each in canvas.career.overlaps:
        text = say("overlap", canvas.language, length=show_months(each.months, canvas.language))
        title = f"{text} {each.first} / {each.second}"
        items.append(Item("", in_months(each.start), in_months(each.end), _overlap_sign, text, title, "weakness"))
    return named_lane(canvas, y, "gaps", sorted(items, key=lambda item: item.start)) if items else None


def named_lane(canvas: Canvas, y: float, name: str, items: Sequence[Item]) -> Part:
    """Signs with their texts beside them, in as many rows as keep them from touching."""
    places = [_place(canvas, item) for item in items]
    order = sorted(range(len(items)), key=lambda index: places[index][0])
    rows = rows_of([places[index] for index in order])
    shapes = []
    for index, row in zip(order, rows, strict=True):
        shapes.append(_draw(canvas, items[index], places[index], y + 13 + row * ROW))
    return lane(canvas, y, name, shapes, 26 + max(rows) * ROW)


def _place(canvas: Canvas, item: Item) -> tuple[float, float]:
    """From where to where sign and text reach; the text stands left of the sign where the right has no room."""
    x, end, taken = _reach(canvas, item)
    if item.inside and x + taken <= canvas.scale.right + 8:
        return x, max(end, x + taken)
    if end + taken > canvas.scale.right and x - taken > canvas.scale.left:
        return x - taken, end + GLYPH
    return x - GLYPH, min(end + taken, canvas.scale.right)


def _reach(canvas: Canvas, item: Item) -> tuple[float, float, float]:
    """From where to where the sign reaches, and the room its text takes: no more than the longer side of it has."""
    x = canvas.scale.x(item.start)
    end = max(canvas.scale.x(item.end), x)
    most = max(x - canvas.scale.left, canvas.scale.right - end) - 21
    return x, end, min(text_width(item.text, TEXT) + 1, LONGEST, most) + 20


def _draw(canvas: Canvas, item: Item, place: tuple[float, float], middle: float) -> Element:
    x, end, taken = _reach(canvas, item)
    on_left = place[0] == x - taken
    of = Type(TEXT.size, colour=item.colour, anchor="end" if on_left else "start")
    after = x + 5 if place[0] == x else end + GLYPH + 2
    at = x - GLYPH - 2 if on_left else after
    room = taken - 20 if on_left else min(LONGEST, canvas.scale.right - at)
    shape = group(item.sign(x, end, middle), label(at, middle + 4, item.text, of, width=room))
    return canvas.about(item.id, shape, item.title)


def _item(canvas: Canvas, marker: Marker, sign: Callable[[float, float, float], Element]) -> Item:
    start = in_months(marker.start or "0000")
    end = in_months(marker.latest_end or marker.end) if marker.end else start
    text = marker_text(marker, canvas.language)
    span = "" if marker.moment else show_span(marker.start, marker.end, marker.status, canvas.language)
    title = "\n".join(part for part in (text, span or marker.start, marker.detail, marker.basis) if part)
    return Item(marker.id, start, end, sign, text, title, "weakness" if marker.kind == "punishment" else "ink")


def _grade_sign(x: float, end: float, y: float) -> Element:
    tick = element("path", d=f"M{x:g} {y - 8:g}v16", stroke_width=2, **stroke("accent"))
    return group(tick, element("path", d=f"M{x:g} {y + 7.5:g}H{max(end, x):g}", stroke_width=1, **stroke("accent")))


def _membership_sign(x: float, end: float, y: float) -> Element:
    return _bar(x, end, y, both("accent-pale", "accent"))


def _undated_sign(x: float, end: float, y: float) -> Element:  # noqa: ARG001 - every sign is called alike
    return element(
        "circle", cx=x - 4, cy=y, r=4, stroke_width=1.2, stroke_dasharray="1.5 1.5", **both("paper", "accent")
    )


def _training_sign(x: float, end: float, y: float) -> Element:
    if end - x < 8:
        return element("path", d=f"M{x:g} {y - 5:g}l6 10h-12z", stroke_width=1.4, **both("paper", "ink"))
    return _bar(x, end, y, both("neutral-pale", "neutral"))


def _star_sign(x: float, end: float, y: float) -> Element:  # noqa: ARG001 - every sign is called alike
    return star(x, y)


def _petition_sign(x: float, end: float, y: float) -> Element:  # noqa: ARG001 - every sign is called alike
    return petition_glyph(x, y)


def _effect_sign(canvas: Canvas) -> Callable[[float, float, float], Element]:
    look = stroke("weakness") | {"fill": pattern_fill(canvas.name, "effect")}
    return lambda x, end, y: _bar(x, max(end, x + 4), y, look, height=11)


def _measure_sign(x: float, end: float, y: float) -> Element:
    """Open and dashed, where a punishment is hatched: no discipline, but a measure that may take effect for a time."""
    return _bar(x, max(end, x + 6), y, MEASURE, height=11)


def _spell_sign(canvas: Canvas) -> Callable[[float, float, float], Element]:
    look = stroke("accent") | {"fill": pattern_fill(canvas.name, "secondment")}
    return lambda x, end, y: _bar(x, max(end, x + 4), y, look)


def _gap_sign(canvas: Canvas) -> Callable[[float, float, float], Element]:
    look = stroke("muted") | {"fill": pattern_fill(canvas.name, "gap")}
    return lambda x, end, y: _bar(x, max(end, x + 3), y, look, height=11)


def _overlap_sign(x: float, end: float, y: float) -> Element:
    return _bar(x, max(end, x + 3), y, fill("weakness"), height=4)


def _bar(x: float, end: float, y: float, look: dict[str, str], height: float = 8) -> Element:
    return element("rect", x=x, y=y - height / 2, width=end - x, height=height, rx=1.5, stroke_width=0.9, **look)

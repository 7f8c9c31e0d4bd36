"""The staircase: one bar a tenure at the height of its level, secondments above the post that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.career.levels import height, level_names
from analysis.career.model import Held, Step
from analysis.career.phrases import say, show_level, term
from analysis.drawing.label import label
from analysis.drawing.palette import stroke
from analysis.drawing.svg import Element, element, group, path
from analysis.drawing.text import Type, shorten, text_width
from analysis.drawing.trajectory.bar import Bar, draw_bar
from analysis.drawing.trajectory.canvas import SMALL, Canvas, Part, rule
from analysis.drawing.trajectory.glyphs import pattern_fill
from analysis.drawing.trajectory.pack import clusters, rows_of
from analysis.drawing.trajectory.scale import in_months

ABOVE = 15
SINGLE = 36
ROW = 21
SPELL = 24
NAME = Type(12, colour="muted", anchor="end")


@dataclass(frozen=True, slots=True)
class Band:
    """One level: its bars, its secondments, where it begins and how high it is."""

    level: str | None
    bars: tuple[tuple[Bar, ...], ...]
    spells: tuple[Bar, ...]
    y: float
    spell_height: float
    bar_height: float

    @property
    def bottom(self) -> float:
        """Where the bars of the band stand."""
        return self.y + self.spell_height + ABOVE + self.bar_height


def draw_staircase(canvas: Canvas, y: float) -> Part:
    """The levels from high to low with their bars, beginning at y."""
    bands = _bands(canvas, y)
    shapes: list[Element] = [*_treads(canvas, bands), *_risers(canvas, bands)]
    for band in bands:
        shapes += _band(canvas, band)
    names = tuple(
        label(canvas.scale.left - 12, band.bottom - band.bar_height / 2 + 4, _name(band, canvas), NAME)
        for band in bands
    )
    bottom = bands[-1].bottom + 6 if bands else y
    return Part(tuple(shapes), names, bottom - y)


def _name(band: Band, canvas: Canvas) -> str:
    shown = show_level(band.level, canvas.language) if band.level else say("lane.unknown_level", canvas.language)
    return shorten(shown, canvas.scale.left - 18, NAME)


def _bands(canvas: Canvas, y: float) -> list[Band]:
    bars = [bar for number, held in enumerate(canvas.career.tenures, 1) for bar in _pieces(canvas, number, held)]
    spells = [bar for number, held in enumerate(canvas.career.tenures, 1) for bar in _spell(canvas, number, held)]
    bands: list[Band] = []
    for level in _levels(bars, spells, canvas.career.staircase):
        own = sorted((bar for bar in bars if bar.level == level), key=lambda bar: (bar.start, not bar.held.principal))
        there = [bar for bar in spells if bar.level == level]
        groups = clusters(own, [(bar.start, bar.end) for bar in own])
        most = max((max(rows_of([(bar.start, bar.end) for bar in each])) + 1 for each in groups), default=1)
        tall = SINGLE if most == 1 else max(SINGLE, ROW * most)
        spell_rows = max(rows_of([(bar.start, bar.end) for bar in there]), default=-1) + 1
        bands.append(Band(level, tuple(map(tuple, groups)), tuple(there), y, spell_rows * SPELL, tall))
        y = bands[-1].bottom + 4
    return bands


def _levels(bars: Sequence[Bar], spells: Sequence[Bar], steps: Sequence[Step]) -> list[str | None]:
    """Every level from the highest to the lowest that occurs, then the row of those not told."""
    seen = {bar.level for bar in (*bars, *spells)} | {step.level for step in steps}
    heights = [height(level) for level in seen if level]
    levels: list[str | None] = [*level_names()[min(heights) : max(heights) + 1][::-1]] if heights else []
    return [*levels, None] if None in seen or not levels else levels


def _pieces(canvas: Canvas, number: int, held: Held) -> list[Bar]:
    """A tenure as bars: one, or several where the level rose while it went on."""
    if held.kind not in ("post", "rank"):
        return []
    extent = canvas.extents[held.id]
    cuts = [
        (in_months(step.start), step.level)
        for step in canvas.career.staircase
        if step.start and held.level and extent.start < in_months(step.start) < extent.end and step.level != held.level
    ]
    starts = [(extent.start, held.level), *cuts]
    ends = [*(start for start, _ in cuts), extent.end]
    return [
        Bar(number, held, start, end, level, extent, first=index == 0, last=index == len(cuts))
        for index, ((start, level), end) in enumerate(zip(starts, ends, strict=True))
    ]


def _spell(canvas: Canvas, number: int, held: Held) -> list[Bar]:
    """A secondment as a bar at the level of the home post."""
    if held.kind != "secondment":
        return []
    extent = canvas.extents[held.id]
    home = [step for step in canvas.career.staircase if step.start is None or in_months(step.start) <= extent.start]
    level = home[-1].level if home else None
    return [Bar(number, held, extent.start, extent.end, level, extent, first=True, last=True)]


def _treads(canvas: Canvas, bands: Sequence[Band]) -> list[Element]:
    return [rule(canvas.scale, band.bottom + 2, stroke("line"), "2 4") for band in bands]


def _risers(canvas: Canvas, bands: Sequence[Band]) -> list[Element]:
    """From level to level a dotted line, at the date of the change."""
    middle = {band.level: band.bottom - band.bar_height / 2 for band in bands}
    lines = []
    for before, after in zip(canvas.career.staircase, canvas.career.staircase[1:], strict=False):
        if after.start:
            x = canvas.scale.at(after.start)
            d = path("M", x, middle[before.level], "V", middle[after.level])
            lines.append(element("path", d=d, stroke_width=1.4, stroke_dasharray="1 3", **stroke("accent")))
    return lines


def _band(canvas: Canvas, band: Band) -> list[Element]:
    shapes: list[Element] = []
    for bars in band.bars:
        rows = rows_of([(bar.start, bar.end) for bar in bars])
        tall = min(SINGLE, band.bar_height / (max(rows) + 1))
        top = band.bottom - tall * (max(rows) + 1)
        gap = 2 if max(rows) else 0
        shapes += [draw_bar(canvas, bar, top + row * tall, tall - gap) for bar, row in zip(bars, rows, strict=True)]
        shapes += _change(canvas, bars, top)
    rows = rows_of([(bar.start, bar.end) for bar in band.spells])
    for index, (bar, row) in enumerate(zip(band.spells, rows, strict=True)):
        after = [
            other.start
            for other, place in zip(band.spells[index + 1 :], rows[index + 1 :], strict=True)
            if place == row
        ]
        shapes.append(
            _draw_spell(
                canvas, bar, band.y + 4 + row * SPELL, canvas.scale.x(after[0]) if after else canvas.scale.right
            )
        )
    return shapes


def _change(canvas: Canvas, bars: Sequence[Bar], top: float) -> list[Element]:
    """The kind of each change above the bar where it fits."""
    shown = []
    starts = sorted({bar.start for bar in bars})
    for start, after in zip(starts, [*starts[1:], max(bar.end for bar in bars)], strict=True):
        change = next((bar.held.change for bar in bars if bar.start == start and bar.first and bar.held.change), None)
        text = term("change", change, canvas.language)
        x = canvas.scale.x(start)
        if change and text_width(text, SMALL) + 6 <= canvas.scale.x(after) - x:
            shown.append(label(x + 2, top - 3.5, text, SMALL))
    return shown


def _draw_spell(canvas: Canvas, bar: Bar, y: float, room: float) -> Element:
    x, end = canvas.scale.x(bar.start), canvas.scale.x(bar.end)
    text = f"{term('kind', 'secondment', canvas.language)} {bar.held.unit or ''} {bar.held.post or ''}".rstrip()
    shape = element(
        "rect",
        x=x,
        y=y + 11,
        width=max(end - x, 3),
        height=9,
        rx=2,
        stroke_width=0.9,
        **(stroke("accent") | {"fill": pattern_fill(canvas.name, "secondment")}),
    )
    name = label(x, y + 8, text, Type(10.5, colour="accent"), width=max(room - x - 6, 40))
    return canvas.about(bar.held.id, group(shape, name), bar.title(canvas.language))

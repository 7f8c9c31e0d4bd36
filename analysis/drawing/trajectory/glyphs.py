"""Signs that tell grades and events apart by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.drawing.palette import both, fill, stroke
from analysis.drawing.svg import Element, element, group, path

SIZE = 12


def project_glyph(x: float, y: float, grade: str | None, radius: float = 5.2) -> Element:
    """The department's grade for a project: 好 full, 较好 half, 一般 empty, 差 a cross, not evaluated dotted."""
    return _PROJECTS.get(grade or "", _dot)(x, y, radius)


def _full(x: float, y: float, radius: float) -> Element:
    return element("circle", cx=x, cy=y, r=radius + 0.8, **fill("strength"))


def _half(x: float, y: float, radius: float) -> Element:
    half = path("M", x, y - radius, "A", radius, radius, 0, 0, 1, x, y + radius, "Z")
    ring = element("circle", cx=x, cy=y, r=radius, stroke_width=1.6, **both("paper", "strength"))
    return group(ring, element("path", d=half, **fill("strength")))


def _empty(x: float, y: float, radius: float) -> Element:
    return element("circle", cx=x, cy=y, r=radius - 0.2, stroke_width=1.8, **both("paper", "neutral"))


def _cross(x: float, y: float, radius: float) -> Element:
    arm = radius - 0.6
    d = path("M", x - arm, y - arm, "l", 2 * arm, 2 * arm, "m", 0, -2 * arm, "l", -2 * arm, 2 * arm)
    return element("path", d=d, stroke_width=2.6, stroke_linecap="round", **stroke("weakness"))


def _dot(x: float, y: float, radius: float) -> Element:
    return element(
        "circle", cx=x, cy=y, r=radius - 1, stroke_width=1.2, stroke_dasharray="1.6 1.8", **stroke("neutral")
    )


_PROJECTS: Mapping[str, Callable[[float, float, float], Element]] = {
    "好": _full,
    "较好": _half,
    "一般": _empty,
    "差": _cross,
}


def check_glyph(x: float, y: float, severity: str | None) -> Element:
    """A spot check at the shoulder of its project: filled where it found problems."""
    diamond = path("M", x, y - 3, "l", 3, 3, "l", -3, 3, "l", -3, -3, "Z")
    problem = (severity or "").startswith("问题")
    return element("path", d=diamond, stroke_width=1, **both("weakness" if problem else "paper", "ink"))


def told_glyph(x: float, y: float, *, up: bool) -> Element:
    """What somebody tells of himself or herself: hollow and dashed, up for satisfaction, down for regret."""
    tip = -5 if up else 5
    d = path("M", x, y + tip, "l", 5.6, -1.8 * tip, "h", -11.2, "Z")
    return element(
        "path", d=d, stroke_width=1.3, stroke_dasharray="2.2 1.4", **both("paper", "strength" if up else "weakness")
    )


def star(x: float, y: float) -> Element:
    """An award."""
    d = path("M", x, y - 6.4, "l", 2, 4.2, 4.6, 0.5, -3.4, 3.1, 1, 4.6, -4.2, -2.3, -4.2, 2.3, 1, -4.6)
    return element("path", d=f"{d}-3.4-3.1 4.6-.5z", **fill("strength"))


def petition_glyph(x: float, y: float) -> Element:
    """Petitions closed and found true: a square on its corner with a bar."""
    d = path("M", x, y - 6, "l", 6, 6, "l", -6, 6, "l", -6, -6, "Z", "M", x, y - 2.6, "v", 3.4, "m", 0, 1.4, "v", 1)
    return element("path", d=d, stroke_width=1.3, **stroke("weakness"))


def patterns(name: str) -> Element:
    """The fills of secondments, effects of discipline and gaps, for print as for the screen."""
    return element(
        "defs",
        _hatch(f"{name}-secondment", 6, 45, "accent", 1.3),
        _hatch(f"{name}-effect", 5, -45, "weakness", 1.5),
        element(
            "pattern",
            element("circle", cx=2.5, cy=2.5, r=1, **fill("muted")),
            id=f"{name}-gap",
            width=5,
            height=5,
            patternUnits="userSpaceOnUse",
        ),
    )


def _hatch(name: str, size: float, angle: float, colour: str, width: float) -> Element:
    line = element("path", d=path("M", 0, 0, "V", size), stroke_width=width, **stroke(colour))
    return element(
        "pattern",
        line,
        id=name,
        width=size,
        height=size,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({angle})",
    )


def pattern_fill(name: str, kind: str) -> str:
    """The fill attribute of a pattern."""
    return f"url(#{name}-{kind})"

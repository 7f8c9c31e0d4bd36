"""The colours of all drawings: by meaning, with a value for light paper, dark screen and black-and-white print.

A shape names a colour with `fill("ink")` or `stroke("line")`: the presentation attribute carries the light value, for
programs that know no style sheet, and the class lets `style_sheet()` change it in dark mode and in print. Such
attributes are made once for all: nobody changes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from graph.model.data_files import load_toml

MODES = ("light", "dark", "print")


def palette() -> Mapping[str, Mapping[str, str]]:
    """The colours by name, each with its value per mode."""
    return load_toml(__package__, "palette.toml")


def colour(name: str) -> str:
    """A colour's value on light paper, as `#rrggbb`; KeyError for a name the palette does not have."""
    return palette()[name]["light"]


@cache
def fill(name: str, *more: str) -> dict[str, str]:
    """The attributes that fill a shape with a colour; `more` are further classes."""
    return {"class_": " ".join((f"zs-fill-{name}", *more)), "fill": colour(name)}


@cache
def stroke(name: str, *more: str) -> dict[str, str]:
    """The attributes that draw a shape's line in a colour and leave it unfilled."""
    return {"class_": " ".join((f"zs-stroke-{name}", *more)), "stroke": colour(name), "fill": "none"}


@cache
def both(filled: str, line: str, *more: str) -> dict[str, str]:
    """The attributes that fill a shape with one colour and draw its line in another."""
    classes = (f"zs-fill-{filled}", f"zs-stroke-{line}", *more)
    return {"class_": " ".join(classes), "fill": colour(filled), "stroke": colour(line)}


@cache
def style_sheet() -> str:
    """The style sheet of all drawings: linked by pages, embedded in a file that stands alone.

    Programs that read style sheets but know no variables (those that make PNG and PDF, office programs) would draw all
    in black: for them the colours are behind `@supports`, and the attributes of the shapes count.

    Dark mode follows `data-theme="dark"` on the page, else the reader's system unless the page says
    `data-theme="light"`.
    """
    dark = _variables("dark")
    automatic = ":root:not([data-theme=light]) .zs-drawing,.zs-drawing.zs-standalone"
    rules = [
        f".zs-drawing{{{_variables('light')}}}",
        f"@media (prefers-color-scheme:dark){{{automatic}{{{dark}}}}}",
        f"[data-theme=dark] .zs-drawing{{{dark}}}",
        f"@media print{{:root .zs-drawing.zs-drawing,.zs-drawing.zs-standalone{{{_variables('print')}}}}}",
        "@supports (fill:var(--zs-ink)){",
        *(f".zs-fill-{name}{{fill:var(--zs-{name})}}" for name in palette()),
        *(f".zs-stroke-{name}{{stroke:var(--zs-{name})}}" for name in palette()),
        "}",
        files(__package__).joinpath("drawing.css").read_text("utf-8"),
    ]
    return "\n".join(rules)


def _variables(mode: str) -> str:
    return ";".join(f"--zs-{name}:{values[mode]}" for name, values in palette().items())

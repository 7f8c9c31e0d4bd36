"""The style sheet of the colours: those of the drawings, for the pages as well."""

from __future__ import annotations

from functools import cache

from flask import Blueprint, Response

from analysis.drawing.palette import palette, style_sheet

page = Blueprint("palette", __name__)


@page.get("/palette.css")
def show() -> Response:
    """The colours by name for light, dark and print, then the style of the drawings."""
    return Response(_text(), content_type="text/css; charset=utf-8")


@cache
def _text() -> str:
    light, dark, paper = (_variables(mode) for mode in ("light", "dark", "print"))
    pages = (
        f":root{{{light}}}",
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}",
        f"@media print{{:root:root{{{paper}}}}}",
    )
    return "\n".join((*pages, style_sheet()))


def _variables(mode: str) -> str:
    return ";".join(f"--{name}:{values[mode]}" for name, values in palette().items())

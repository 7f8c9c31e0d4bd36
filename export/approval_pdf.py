"""干部任免审批表 as PDF: two A4 pages by WeasyPrint, every glyph drawn or named (domain.md 1a.6)."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from export.fonts import MISSING, missing_characters
from export.grid import HANG, SMALLEST, STEP, Grid, Page
from export.marking import Marking
from export.pdf import Pdf, html_maker

FONTS: Final = (
    "SimSun, '宋体', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'FangSong', 'AR PL UMing CN', "
    "'Noto Sans CJK SC', 'WenQuanYi Micro Hei', serif"
)
_MOST: Final = 3.0
"""Points by which all type may become smaller than reckoned, where a font is wider than any we know."""
_PHOTO: Final = (31.2, 39.0)
"""Millimetres, 4:5."""


def render_pdf(grid: Grid, marking: Marking, *, photo: bytes = b"") -> Pdf:
    """The form, one sheet for each page of the grid.

    Raises InputError where WeasyPrint's libraries (Pango) or a font for Chinese are missing.
    """
    make = html_maker()
    missing = missing_characters(_text_of(grid) + marking.line()) or frozenset()
    sheets = [_sheet(make, grid, number, marking, photo, missing) for number in range(len(grid.pages))]
    pages = [page for sheet in sheets for page in sheet.pages]
    content: bytes = sheets[0].copy(pages).write_pdf(pdf_variant=None)
    return Pdf(content, missing)


def _sheet(
    make: Callable[..., Any], grid: Grid, number: int, marking: Marking, photo: bytes, missing: frozenset[str]
) -> Any:  # noqa: ANN401 - WeasyPrint has no types for a document
    """One page as a document; where real type is wider than reckoned all of it becomes smaller until it is one page."""
    shrink = 0.0
    while True:
        document = make(string=_html(grid, number, marking, photo, missing, shrink)).render()
        if len(document.pages) == 1 or shrink >= _MOST:
            return document
        shrink += STEP


def _html(grid: Grid, number: int, marking: Marking, photo: bytes, missing: frozenset[str], shrink: float) -> str:
    page: Page = grid.pages[number]
    html: str = _template().render(
        title=grid.title,
        page=page,
        first=number == 0,
        below=grid.below if number == len(grid.pages) - 1 else "",
        number=f"{number + 1} / {len(grid.pages)}",
        footer=marking.line(),
        marking=marking,
        fonts=Markup(FONTS),  # noqa: S704 - our own text
        photo=f"data:image/jpeg;base64,{base64.b64encode(photo).decode('ascii')}" if photo else "",
        photo_width=_PHOTO[0],
        photo_height=_PHOTO[1],
        hang=HANG,
        shrink=shrink,
        smallest=SMALLEST / 2,
        quoted=_quoted,
    )
    return html.translate(dict.fromkeys(map(ord, missing), MISSING))


def _quoted(text: str) -> Markup:
    """A string of CSS inside a style element: nothing in it ends either."""
    return Markup('"' + "".join(f"\\{ord(each):x} " if each in '"\\<>&\n\r\f' else each for each in text) + '"')  # noqa: S704


def _text_of(grid: Grid) -> str:
    cells = [cell for page in grid.pages for cell in page.cells()]
    return grid.title + grid.below + "".join(line.dates + line.text for cell in cells for line in cell.lines)


@cache
def _template() -> Any:  # noqa: ANN401
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["max"] = max
    return environment.from_string(files(__package__).joinpath("approval_form/page.html").read_text("utf-8"))

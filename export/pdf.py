"""What every PDF shares: WeasyPrint where the machine can run it, fonts, and no way out to any other file or host."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import BoundedSemaphore
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from export.fonts import MISSING, REMEDY, can_draw_chinese, missing_characters
from graph.errors import InputError
from graph.model.words import sayings

_say: Final = sayings("export")

_ROOM: Final = BoundedSemaphore(2)
"""For the PDFs laid out at once: each takes up to 100 MB until it is done."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """The file's bytes, and the characters that no font of this machine has and that stand as 〓 in it."""

    content: bytes
    missing: frozenset[str]


def write_pdf(html: str, text: str) -> Pdf:
    """The HTML, which needs nothing else, as PDF; `text` is all that it says, without markup.

    Two are laid out at once, others wait for them. Raises InputError where WeasyPrint's libraries (Pango) or a font for
    Chinese are missing.
    """
    make = html_maker()
    missing = missing_characters(text) or frozenset()
    shown = html.translate(dict.fromkeys(map(ord, missing), MISSING))
    with _ROOM:
        content: bytes = make(string=shown).write_pdf()
        # boxes know each other in circles, and would stay until some later page happens to have them collected
        gc.collect()
    return Pdf(content, missing)


@cache
def page_template(package: str, *before: str) -> Any:  # noqa: ANN401 - a template of Jinja
    """The `page.html` of a package, which escapes every text; `style` is its `page.css`, after those of `before`."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sheets = (files(each).joinpath("page.css").read_text("utf-8") for each in (*before, package))
    environment.globals["style"] = Markup("".join(sheets))  # noqa: S704 - our own files
    return environment.from_string(files(package).joinpath("page.html").read_text("utf-8"))


def texts_of(html: str) -> str:
    """What stands outside of the tags and the style sheet of a page: all that is drawn, escapes and all."""
    body = html.partition("<body")[2]
    return "".join(piece.partition(">")[2] for piece in body.split("<"))


def html_maker() -> Callable[..., Any]:
    """WeasyPrint's `HTML`, kept from fetching anything but what stands in the page; raises InputError likewise."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - it fails where a library of the system is missing
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - likewise
    except OSError as error:
        raise InputError(
            _say("pdf_needs_pango", error=str(error)[:120]),
            hint=_say("pdf_needs_pango_hint"),
        ) from error
    if can_draw_chinese() is False:
        raise InputError(_say("pdf_needs_chinese_font"), hint=REMEDY)
    only_inside = URLFetcher(allowed_protocols=("data",), allow_redirects=False)

    def make(string: str) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        return HTML(string=string, url_fetcher=only_inside)

    return make


def pdf_fault() -> str | None:
    """Why this machine can write no PDF, and what to do; None where it can."""
    try:
        html_maker()
    except InputError as error:
        return str(error)
    return None

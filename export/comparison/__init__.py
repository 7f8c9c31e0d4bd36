"""Several cadres side by side, printed: trajectories on one axis, facts, trees by branch, time served together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from analysis.career.phrases import show_date
from export.marking import Marking
from export.pdf import Pdf, page_template, texts_of, write_pdf
from graph.model.words import Language, load_words


@dataclass(frozen=True)
class PrintedTable:
    """One table; a cell is a text whose lines stand under each other, a note says how it is to be read."""

    title: str
    note: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Comparison:
    """What is printed: name and posts of each, the strips of the drawing as SVG, the tables in their order.

    `as_of` is the day, `known` the day of knowledge, empty for all that is known.
    """

    people: tuple[tuple[str, str], ...]
    as_of: str
    known: str
    drawing: tuple[str, ...]
    tables: tuple[PrintedTable, ...]


def print_comparison(comparison: Comparison, marking: Marking, language: Language = "zh") -> Pdf:
    """The comparison as PDF; raises InputError where the machine cannot make one."""
    html: str = page_template(__package__, "export.dossier").render(**_context(comparison, marking, language))
    return write_pdf(html, texts_of(html))


def _context(comparison: Comparison, marking: Marking, language: Language) -> Mapping[str, Any]:
    words = load_words("export.comparison")
    return {
        "language": language,
        "t": lambda key, **values: words(key, language, **values),
        "names": ("、" if language == "zh" else ", ").join(name for name, _ in comparison.people),
        "people": comparison.people,
        "as_of": show_date(comparison.as_of, language),
        "known": show_date(comparison.known, language) if comparison.known else "",
        "marking": marking,
        "made": show_date(marking.day, language),
        "drawing": [Markup(strip) for strip in comparison.drawing],  # noqa: S704 - our own SVG, escaped by its builder
        "tables": comparison.tables,
    }

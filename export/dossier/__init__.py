"""The printed dossier of one cadre (干部综合情况): cover, trajectory, image tree, tables, sources, paged and marked."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from analysis.career import Career
from analysis.career.head_lines import head_lines, posts_text
from analysis.career.phrases import show_date
from analysis.career.to_rows import Cell, Table, to_tables
from analysis.drawing.mind_map import draw_image_tree_pages
from analysis.drawing.text import Type, text_width
from analysis.drawing.trajectory import draw_trajectory_pages
from analysis.image_tree import ImageTree
from analysis.image_tree.to_outline import OutlineLeaf, to_outline
from export.marking import Marking, usual_marking
from export.pdf import Pdf, page_template, texts_of, write_pdf
from graph.errors import Place
from graph.model.codes import code_list
from graph.model.dossier import Dossier
from graph.model.records import record_types
from graph.model.schema import Access, Evidence
from graph.model.words import Language, load_words

_TYPES: Final = {b"\xff\xd8": "image/jpeg", b"\x89P": "image/png", b"GI": "image/gif", b"RI": "image/webp"}
"""How a photo begins; one of another kind is not printed."""
_PLACES: Final = 10
"""Places of one source that are printed: a form filled in once is cited for every line."""
_CELL: Final = Type(11.3)
_SHORT, _ROOM, _TAG = 110.0, 420.0, 32.0
"""Pixels up to which a column stays on one line, of all such columns together, and of a mark; a page has 680."""
_SPAN: Final = 150.0
"""Pixels of two whole days with a mark."""
_DATED: Final = re.compile(r"\d{4}[.-]\d\d")
_FEW: Final = 3
"""Numbers of sources that stay on one line."""


@dataclass(frozen=True)
class Printed:
    """What a dossier is printed from. `known` is the day of knowledge, None for all that is known."""

    dossier: Dossier
    career: Career
    tree: ImageTree
    known: str | None = None
    photo: bytes = b""


@dataclass(frozen=True)
class _Document:
    """One source with its number, and the first places in it that are cited; `more` counts the others."""

    number: int
    title: str
    about: str
    places: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class _Leaf:
    leaf: OutlineLeaf
    cited: tuple[int, ...]


def print_dossier(printed: Printed, marking: Marking, language: Language = "zh") -> Pdf:
    """The dossier as PDF; raises InputError where the machine cannot make one."""
    context = _context(printed, marking, language)
    html: str = page_template(__package__).render(**context)
    return write_pdf(html, texts_of(html))


def marking_of(*dossiers: Dossier, language: Language = "zh") -> str:
    """The usual marking of what is in them: that of the most restricted kind of record."""
    labels = [label for dossier in dossiers for label, records in dossier.records.items() if records]
    access = max((record_types()[label].TYPE.access for label in labels), default=Access.OFFICE)
    return usual_marking(access, language)


def _context(printed: Printed, marking: Marking, language: Language) -> dict[str, Any]:
    career, tree = printed.career, printed.tree
    outline = to_outline(tree, language)
    tables = to_tables(career, language)
    numbers = _numbered(
        [
            *(each for leaf in tree.leaves if not leaf.mark for each in leaf.evidence),
            *(each for table in tables for row in table.rows for each in row.sources),
        ]
    )
    return {
        "language": language,
        "t": _say(language),
        "name": career.head.name,
        "photo": _photo(printed.photo),
        "posts": posts_text(career, language) or tree.post,
        "summary": outline.summary,
        "facts": head_lines(career, language),
        "as_of": show_date(career.as_of, language),
        "known": show_date(printed.known, language) if printed.known else "",
        "marking": marking,
        "withheld": [record_types()[label].TYPE.title(language) for label in sorted(printed.dossier.withheld)],
        "trajectory": [_drawing(each) for each in draw_trajectory_pages(career, language)],
        "trees": [_drawing(each) for each in draw_image_tree_pages(tree, language)],
        "branches": [
            (branch.title, branch.note, [_Leaf(leaf, _cited(leaf.evidence, numbers, leaf)) for leaf in branch.leaves])
            for branch in outline.branches
        ],
        "tables": [_told(table, numbers) for table in tables if table.rows],
        "documents": _documents(numbers, language),
    }


def _say(language: Language) -> Any:  # noqa: ANN401 - a function of a key and values
    return lambda key, **values: load_words("export.dossier")(key, language, **values)


def _drawing(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - our own SVG, escaped by its builder


def _photo(content: bytes) -> str:
    kind = _TYPES.get(content[:2])
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}" if kind else ""


_Numbers = Mapping[str, tuple[int, list[Evidence]]]


def _numbered(evidence: Sequence[Evidence]) -> _Numbers:
    """The documents in the order in which they are first cited, each with its places."""
    found: dict[str, tuple[int, list[Evidence]]] = {}
    for each in evidence:
        found.setdefault(each.document_id, (len(found) + 1, []))[1].append(each)
    return found


def _cited(evidence: Sequence[Evidence], numbers: _Numbers, leaf: OutlineLeaf | None = None) -> tuple[int, ...]:
    if leaf is not None and leaf.mark:
        return ()
    return tuple(sorted({numbers[each.document_id][0] for each in evidence}))


def _told(table: Table, numbers: _Numbers) -> Mapping[str, Any]:
    """A table without the columns that tell nothing, each row with the numbers of its sources."""
    kept = [index for index in range(len(table.headings)) if any(row.cells[index].text for row in table.rows)]
    cited = [_cited(row.sources, numbers) for row in table.rows]
    short = _unbroken(table, kept)
    shapes = ["number" if index in table.numeric else "short" if index in short else "" for index in kept]
    return {
        "title": table.title,
        "headings": [(table.headings[index], shape) for index, shape in zip(kept, shapes, strict=True)],
        "few_sources": max(map(len, cited), default=0) <= _FEW,
        "rows": [
            ([(row.cells[index], shape) for index, shape in zip(kept, shapes, strict=True)], numbers_of_row)
            for row, numbers_of_row in zip(table.rows, cited, strict=True)
        ],
    }


def _unbroken(table: Table, kept: Sequence[int]) -> set[int]:
    """The columns whose texts stay on one line: those of dates, then the narrowest, as far as the page has the room."""
    widths = {index: max(_width(row.cells[index]) for row in table.rows) for index in kept}
    dated = {index for index in kept if any(_DATED.match(row.cells[index].text) for row in table.rows)}
    found: set[int] = set()
    left = _ROOM
    for index in sorted(widths, key=lambda index: (index not in dated, widths[index])):
        if widths[index] <= (_SPAN if index in dated else _SHORT) and widths[index] <= left:
            left -= widths[index]
            found.add(index)
    return found


def _width(cell: Cell) -> float:
    return text_width(cell.text, _CELL) + (_TAG if cell.derived or cell.disputed else 0)


def _place(evidence: Evidence, language: Language) -> str:
    """Where in the document, in the reader's language where the parts of the place are kept."""
    place = Place(sheet=evidence.sheet, row=evidence.row, line=evidence.line, column=evidence.column)
    return place.said.text(language) or evidence.locator


def _place_order(evidence: Evidence) -> tuple[str, int, int, str]:
    return (evidence.sheet or "", evidence.row or 0, evidence.line or 0, evidence.column or "")


def _documents(numbers: _Numbers, language: Language) -> list[_Document]:
    return [_document(number, places, language) for number, places in numbers.values()]


def _document(number: int, places: Sequence[Evidence], language: Language) -> _Document:
    first = places[0]
    about = (
        code_list("origin").label(first.origin, language) if first.origin else "",
        first.author or "",
        show_date(first.date, language) if first.date else "",
    )
    located = tuple(dict.fromkeys(filter(None, (_place(each, language) for each in sorted(places, key=_place_order)))))
    return _Document(
        number, first.document, " · ".join(part for part in about if part), located[:_PLACES], len(located[_PLACES:])
    )

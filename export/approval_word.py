"""干部任免审批表 as a Word document: the same grid as the PDF, built cell by cell, the same bytes for the same form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from export.grid import HANG, LINE, Cell, Grid, Line, Page
from export.lrmx import UNWRITABLE
from export.marking import Marking

# python-docx has few types: these names say what is meant.
Document: TypeAlias = Any
Table: TypeAlias = Any
Paragraph: TypeAlias = Any
WordCell: TypeAlias = Any

_FONT: Final = "宋体"
_MARGINS: Final = {"top_margin": 16, "bottom_margin": 15, "left_margin": 17, "right_margin": 17}
_PHOTO: Final = (31.2, 39.0)
_MOMENT: Final = (2024, 1, 1, 0, 0, 0)
"""Of every part of the package: only what is in it makes the bytes."""
_TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_BORDERS: Final = {"top": 12, "left": 12, "bottom": 12, "right": 12, "insideH": 4, "insideV": 4}


def render_word(grid: Grid, marking: Marking, *, photo: bytes = b"") -> bytes:
    """The document; it is marked in its footer and in its properties."""
    document = docx.Document()
    _set_up(document, grid, marking)
    title = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    _write(title, Line(grid.title), 22.0, bold=True)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Mm(3)
    for number, page in enumerate(grid.pages):
        if number:
            _turn_page(document)
        _add_table(document, page, photo)
    if grid.below:
        below = document.add_paragraph()
        _write(below, Line(grid.below), 12.0)
        below.paragraph_format.space_before = Mm(2)
    return _packed(document)


def _set_up(document: Document, grid: Grid, marking: Marking) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    section.footer_distance = Mm(7)
    _write(section.footer.paragraphs[0], Line(marking.line()), 7.5)
    told = document.core_properties
    told.title, told.author, told.comments, told.keywords = grid.title, "", _plain(marking.line()), marking.marking
    told.created = told.modified = datetime.fromisoformat(marking.day).replace(tzinfo=UTC)


def _turn_page(document: Document) -> None:
    """A new section begins the next page and adds no line of its own."""
    document.add_section(WD_SECTION.NEW_PAGE)


def _add_table(document: Document, page: Page, photo: bytes) -> None:
    table = document.add_table(rows=len(page.heights), cols=len(page.widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _draw_borders(table)
    for column, width in enumerate(page.widths):
        table.columns[column].width = Mm(width)
    for row, height in zip(table.rows, page.heights, strict=True):
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
        for word_cell, width in zip(row.cells, page.widths, strict=True):
            word_cell.width = Mm(width)
    for cell in page.cells():
        first = table.cell(cell.row, cell.column)
        last = table.cell(cell.row + cell.down - 1, cell.column + cell.across - 1)
        _fill(first.merge(last) if first is not last else first, cell, photo)


def _draw_borders(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side, eighths in _BORDERS.items():
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)  # noqa: SLF001 - python-docx has no borders of its own


def _fill(word_cell: WordCell, cell: Cell, photo: bytes) -> None:
    top = cell.kind == "resume"
    _set_margins(word_cell, 0.0 if cell.kind in ("label", "photo") else 1.2)
    word_cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP if top else WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = word_cell.paragraphs[0]
    if cell.kind == "photo":
        _format(paragraph, 12.0)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if photo:
            paragraph.paragraph_format.line_spacing = 1.0
            paragraph.add_run().add_picture(io.BytesIO(photo), width=Mm(_PHOTO[0]), height=Mm(_PHOTO[1]))
        return
    for number, line in enumerate(cell.lines or (Line(""),)):
        written = word_cell.add_paragraph() if number else paragraph
        _write(written, line, cell.size)
        if cell.align == "center":
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_margins(word_cell: WordCell, millimetres: float) -> None:
    properties = word_cell._tc.get_or_add_tcPr()  # noqa: SLF001 - as above
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(millimetres * _TWIPS)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)


def _write(paragraph: Paragraph, line: Line, size: float, *, bold: bool = False) -> None:
    _format(paragraph, size)
    text = _plain(line.text)
    if line.dates or line.hanging:
        column = Pt(HANG * size)
        paragraph.paragraph_format.left_indent = column
        if line.dates:
            paragraph.paragraph_format.first_line_indent = -column
            paragraph.paragraph_format.tab_stops.add_tab_stop(column, WD_TAB_ALIGNMENT.LEFT)
            text = f"{line.dates}\t{text}"
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.name = _FONT
    run._element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)  # noqa: SLF001 - the font of Chinese characters


def _format(paragraph: Paragraph, size: float) -> None:
    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = Pt(round(size * LINE, 1))


def _plain(text: str) -> str:
    """The text without what XML cannot hold."""
    return text.translate(UNWRITABLE)


def _packed(document: Document) -> bytes:
    """The package with its parts in their order and all of one date."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in _parts(written):
            out.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _parts(package: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(package) as parts:
        for name in parts.namelist():
            yield name, parts.read(name)

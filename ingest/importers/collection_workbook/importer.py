"""The collection workbook as a document: one record a person and one a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from graph.errors import Place
from graph.model.words import Both, listed, sayings
from ingest.clean.formulas import unread_cells
from ingest.clean.id_number import is_id_cell
from ingest.clean.tables import Header, Table, find_header, is_footer, numbered
from ingest.clean.values import Cell, ValueProblem, cell_text, read_past_date, tidy
from ingest.clean.workbooks import is_workbook, open_workbook, read_rows, seen_first, sheet_names
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft, Severity
from ingest.forms.career import renamed_units
from ingest.forms.facts import Form
from ingest.forms.identity import identify
from ingest.forms.short_dates import ByRule
from ingest.importers.collection_workbook.facts import add_facts, left_over
from ingest.importers.collection_workbook.layout import Layout, layouts, sheets_of
from ingest.importers.collection_workbook.people import ID_NUMBER, OWN, PERSONS, People, Person
from ingest.importers.collection_workbook.units import unit_records

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.collection_workbook")
_shared: Final = sayings("ingest.importers")
ORIGIN: Final = "collection_workbook"
_NOTES: Final = "填报说明"
_UNITS: Final = "B01"
_LABELS: Final = {
    "填报单位": "issuer",
    "填表单位": "issuer",
    "填报人": "author",
    "填表人": "author",
    "填报日期": "date",
    "填报时间": "date",
    "填表日期": "date",
    "填表时间": "date",
}


class CollectionWorkbook:
    """Reads 信息采集表, its sheets known by their codes and its columns by their headings."""

    name = "collection_workbook"
    title = _say("title")
    introduces = True

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether it is a workbook with sheets of the information sets."""
        return is_workbook(path, head) and bool(sheets_of(sheet_names(path, head)))

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; its records are made as they are asked for, and findings come with them."""
        findings: list[FindingDraft] = []
        with open_workbook(path) as book:
            told = _read_notes(path, book, reading, findings)
            sheets = sheets_of(seen_first(book))
            _report_missing(sheets, _others(path, book, sheets), findings)
            findings.extend(unread_cells(path, sheets.values()))
            told_of = partial(_read_table, path, book, reading=reading, findings=findings)
            tables = {code: table for code, sheet in sheets.items() if (table := told_of(code, sheet))}
        return DocumentDraft(
            title=path.name,
            importer=self.name,
            records=records_of(tables, reading, told, findings),
            findings=findings,
            form_date=told.get("date"),
            issuer=told.get("issuer"),
        )


def _read_notes(
    path: Path, book: CalamineWorkbook, reading: Reading, findings: list[FindingDraft]
) -> Mapping[str, str]:
    """Who filled in the workbook and when: labels and what stands to their right."""
    told: dict[str, str] = {}
    if _NOTES not in book.sheet_names:
        return told
    for number, row in enumerate(read_rows(path, book, _NOTES), start=1):
        texts = [text for cell in row if (text := tidy(cell_text(cell)))]
        name = _LABELS.get(texts[0].rstrip("：:")) if len(texts) > 1 else None
        if name == "date":
            try:
                told.setdefault(name, read_past_date(texts[1], reading.today))
            except ValueProblem as problem:
                place = Place(sheet=_NOTES, row=number, column=texts[0])
                _report(findings, place, texts[1], problem.code, problem.reason + _shared("no-form-date"))
        elif name:
            told.setdefault(name, texts[1])
    return told


def _report_missing(sheets: Mapping[str, str], others: Sequence[str], findings: list[FindingDraft]) -> None:
    """Sheets of the format that are not there, and sheets that hold something and are none of it."""
    missing = [layout.name for code, layout in layouts().items() if code not in sheets]
    told = _say("unread-sheets", names=listed(others))
    if missing:
        reason = _say("missing-sheets", names=listed(missing))
        _report(findings, Place(), "", "missing-sheet", reason + told if others else reason)
    elif others:
        _report(findings, Place(sheet=others[0]), "", "unknown-sheet", told)


def _others(path: Path, book: CalamineWorkbook, sheets: Mapping[str, str]) -> Sequence[str]:
    """The sheets that are not read and hold anything among their first rows."""
    others = {name: read_rows(path, book, name) for name in book.sheet_names if name not in {*sheets.values(), _NOTES}}
    return [name for name, rows in others.items() if any(cell != "" for cells in numbered(rows)[0] for cell in cells)]


def _read_table(
    path: Path, book: CalamineWorkbook, code: str, sheet: str, *, reading: Reading, findings: list[FindingDraft]
) -> Table | None:
    """The sheet's table, in memory; None, with an error finding, where its headings do not allow to read it."""
    layout = layouts()[code]
    first, rows = numbered(read_rows(path, book, sheet))
    header = find_header(first, layout.known)
    if header is None:
        if any(any(cell != "" for cell in cells) for cells in first):
            reason = _shared("no-header", headings=listed(layout.columns, 6))
            _report(findings, Place(sheet=sheet), "", "no-header", reason, "error")
        return None
    if not _is_usable(layout, header, sheet, findings):
        return None
    below = ((number, cells) for number, cells in rows if number > header.row)
    kept = [(number, [*cells]) for number, cells in below if not is_footer(cells)]
    _write_out_dates(kept, header, layout, sheet, ByRule(reading.today), findings)
    return Table(sheet, header, kept)


def _write_out_dates(
    rows: Sequence[tuple[int, list[Cell]]],
    header: Header,
    layout: Layout,
    sheet: str,
    rules: ByRule,
    findings: list[FindingDraft],
) -> None:
    """Write out the dates that a workbook made numbers of, and those whose years are short."""
    dates = {header.columns[heading]: heading for heading in layout.dates if heading in header.columns}
    births = {index for index, heading in dates.items() if layout.columns[heading].startswith("birth")}
    for number, cells in rows:
        for index, heading in dates.items():
            if index < len(cells) and isinstance(cells[index], float | str):
                place = Place(sheet=sheet, row=number, column=heading)
                cells[index] = rules.text(cells[index], place, birth=index in births) or ""
    findings.extend(rules.findings())


def _is_usable(layout: Layout, header: Header, sheet: str, findings: list[FindingDraft]) -> bool:
    read = [name for name in header.doubled if name in layout.columns]
    if read:
        reason = _shared("doubled-heading", heading=listed(read))
        place = Place(sheet=sheet, row=header.row, column=read[0])
        _report(findings, place, read[0], "doubled-heading", reason, "error")
    first = next(iter(layout.columns))
    if first not in header.columns:
        reason = _say("missing-column", heading=first)
        _report(findings, Place(sheet=sheet, row=header.row, column=first), "", "missing-column", reason, "error")
    absent = [name for name in layout.columns if name not in header.columns and name not in layout.optional]
    if absent and first in header.columns:
        reason = _say("missing-columns", headings=listed(absent))
        _report(findings, Place(sheet=sheet, row=header.row, column=absent[0]), "", "missing-column", reason)
    return not read and first in header.columns


def records_of(
    tables: Mapping[str, Table],
    reading: Reading,
    told: Mapping[str, str],
    findings: list[FindingDraft],
    photos: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[RecordDraft]:
    """One record a person and one a unit, of tables by the code of their sheet; findings come as they are asked for.

    `photos` names the pictures by the number of the person's row in A01.
    """
    author = told.get("author") or told.get("issuer")
    if _UNITS in tables:
        yield from unit_records(tables[_UNITS], reading.today, ORIGIN, author, findings)
    people = People(findings, with_persons=PERSONS in tables)
    if PERSONS in tables:
        people.add_persons(tables[PERSONS], photos)
    for code, table in tables.items():
        if code not in (PERSONS, _UNITS):
            people.add(code, table)
    sheets = {code: table.sheet for code, table in tables.items()}
    for person in people.all():
        yield from _person_records(person, sheets, reading, told, author, findings)
    for code, table in tables.items():
        _report_unread(layouts()[code], table, findings)


def _person_records(
    person: Person,
    sheets: Mapping[str, str],
    reading: Reading,
    told: Mapping[str, str],
    author: str | None,
    findings: list[FindingDraft],
) -> Iterator[RecordDraft]:
    rows = person.rows.get(PERSONS) or next(iter(person.rows.values()))
    columns = layouts()[PERSONS].columns
    place = Place(sheet=sheets.get(PERSONS), row=rows[0].number, column=ID_NUMBER)
    known = {name: rows[0].get(heading) for heading, name in columns.items()} if PERSONS in person.rows else {}
    cadre = identify(known | {"name": person.name}, person.id_number, reading, place, findings)
    form = Form(cadre, reading.today, told.get("date") or reading.today, findings)
    career = add_facts(form, person, sheets)
    if form.drafts:
        extra = {
            place: {
                heading: form.hide(text, note=True) for heading, text in cells.items() if not is_id_cell(heading, text)
            }
            for place, cells in left_over(person, sheets).items()
        }
        yield RecordDraft(cadre, ORIGIN, tuple(form.drafts), author, told.get("date"), extra=extra)
    if career:
        yield from renamed_units(form, career, ORIGIN, author)


def _report_unread(layout: Layout, table: Table, findings: list[FindingDraft]) -> None:
    """Columns outside the format, once each; what the format knows and the model does not is kept silently."""
    known = {*layout.known.values(), OWN}
    for heading in table.unread():
        if heading not in known:
            reason = _say("unread-column", heading=heading)
            place = Place(sheet=table.sheet, row=table.header.row, column=heading)
            _report(findings, place, heading, "unread-column", reason, "info")


def _report(
    findings: list[FindingDraft], place: Place, value: str, code: str, reason: Both, severity: Severity = "warning"
) -> None:
    findings.append(FindingDraft(place, value, code, severity, reason))

"""A workbook of rosters, assessment lists or headcounts as a document: each sheet is read by what its headings say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import Place
from graph.model.words import sayings
from ingest.clean.dates import pattern
from ingest.clean.formulas import unread_cells
from ingest.clean.tables import numbered
from ingest.clean.values import Cell, ValueProblem, cell_text, read_past_date, tidy
from ingest.clean.workbooks import is_workbook, open_workbook, read_rows, read_rows_filled, sheet_names
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft
from ingest.errors import SourceError
from ingest.importers.xlsx_roster.headings import PEOPLE, POSTS, SEARCHED, UNITS, Heads, find_heads, table
from ingest.importers.xlsx_roster.people import person_records
from ingest.importers.xlsx_roster.posts import post_records
from ingest.importers.xlsx_roster.rows import Sheet, Told
from ingest.importers.xlsx_roster.units import unit_records

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.xlsx_roster")
_shared: Final = sayings("ingest.importers")
_READERS: Final = {PEOPLE: person_records, UNITS: unit_records, POSTS: post_records}
_MOST_SHEETS: Final = 60
_DATE: Final = re.compile(pattern(1))
_FROM_TITLE: Final = re.compile(r"((?:19|20)\d\d)\s*年度?")


class Roster:
    """Reads 干部名册, 讨论任免干部名单, 年度考核名单, 编制, 领导职数 and 岗位 tables, known by their headings."""

    name = "roster"
    title = _say("title")
    introduces = True

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether it is a workbook with a sheet whose headings are those of a roster or of a table of headcounts."""
        if not is_workbook(path, head) or not sheet_names(path, head):
            return False
        try:
            with open_workbook(path) as book:
                return any(_heads(path, book, name)[0] for name in book.sheet_names[:_MOST_SHEETS])
        except SourceError:
            return False

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; its records are made as they are asked for, and findings come with them."""
        findings: list[FindingDraft] = []
        sheets: dict[str, Heads] = {}
        told: dict[str, Told] = {}
        with open_workbook(path) as book:
            for name in book.sheet_names[:_MOST_SHEETS]:
                heads, above = _heads(path, book, name)
                if heads:
                    sheets[name], told[name] = heads, _told(above, name, path.stem, reading, findings)
                elif any(tidy(cell_text(cell)) for row in above for cell in row):
                    _report_unknown(name, findings)
            findings.extend(unread_cells(path, sheets))
        first = next(iter(told.values()), Told())
        return DocumentDraft(
            title=path.name,
            importer=self.name,
            records=_records(path, sheets, told, reading, findings),
            findings=findings,
            form_date=first.date,
            issuer=first.issuer,
        )


def _heads(path: Path, book: CalamineWorkbook, sheet: str) -> tuple[Heads | None, Sequence[Sequence[Cell]]]:
    """The headings of a sheet and the rows above them; without headings the first rows."""
    first, _ = numbered(read_rows(path, book, sheet))
    heads = find_heads(first)
    return heads, first[: heads.first] if heads else first[:SEARCHED]


def _told(
    above: Iterable[Sequence[Cell]], sheet: str, stem: str, reading: Reading, findings: list[FindingDraft]
) -> Told:
    """Who made the sheet and as of when, and the year its title, its name or the file's speaks of."""
    texts = [text for row in above for cell in row if (text := tidy(cell_text(cell)))]
    lines = "　".join(texts)
    year = next((int(found[1]) for text in (lines, sheet, stem) if (found := _FROM_TITLE.search(text))), None)
    return Told(_labelled(lines, table()["told"]["issuer"]), _date(lines, sheet, reading, findings), year)


def _labelled(text: str, labels: Iterable[str]) -> str | None:
    for label in labels:
        if found := re.search(rf"{label}\s*(?:（[^）]*）)?\s*[：:]\s*([^\s　：:]+)", text):
            return found[1]
    return None


def _date(text: str, sheet: str, reading: Reading, findings: list[FindingDraft]) -> str | None:
    """The date that a label names; without a label the only date there is."""
    labels = "|".join(table()["told"]["date"])
    labelled = re.search(rf"(?:{labels})[^\d]{{0,6}}({pattern(2)})", text)
    written = [found[0] for found in _DATE.finditer(text) if len(found[0]) > len("2024年")]
    chosen = labelled[1] if labelled else written[0] if len(written) == 1 else None
    if chosen is None:
        return None
    try:
        return read_past_date(chosen, reading.today)
    except ValueProblem as problem:
        reason = problem.reason + _shared("no-form-date")
        findings.append(FindingDraft(Place(sheet=sheet), chosen, problem.code, "warning", reason))
        return None


def _report_unknown(sheet: str, findings: list[FindingDraft]) -> None:
    reason = _say("unknown-sheet", name=sheet)
    findings.append(FindingDraft(Place(sheet=sheet), "", "unknown-sheet", "warning", reason))


def _records(
    path: Path, sheets: dict[str, Heads], told: dict[str, Told], reading: Reading, findings: list[FindingDraft]
) -> Iterator[RecordDraft]:
    with open_workbook(path) as book:
        for name, heads in sheets.items():
            rows = read_rows_filled(path, book, name, heads.row)
            sheet = Sheet(name, heads, told[name], reading, findings)
            if not sheet.is_usable():
                continue
            yield from _READERS[heads.kind](sheet, enumerate(rows, start=1))
            sheet.report_columns()

"""The work-record workbook as a document: its cover, its sheets, and the records their rows make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import Place
from graph.model.keys import make_key
from graph.model.sheets import COVER_LABELS, COVER_SHEET, Cover, Sheet, work_sheets
from graph.model.words import listed, sayings
from ingest.clean.formulas import unread_cells
from ingest.clean.tables import Header, find_header, heading_key, is_footer, numbered
from ingest.clean.values import Cell, ValueProblem, cell_text, read_past_date, tidy
from ingest.clean.workbooks import is_workbook, open_workbook, read_rows, sheet_names
from ingest.drafts import DocumentDraft, Draft, FindingDraft, LinkDraft, RecordDraft, Ref
from ingest.importers.work_records.plans import Plan, make_plan
from ingest.importers.work_records.rows import Doubts, ParsedRow, RowDraft, RowReader

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from ingest.importers import Reading

_Numbered = tuple[int, Sequence[Cell]]
"""A row with its number as the spreadsheet shows it."""

_say: Final = sayings("ingest.importers.work_records")
_shared: Final = sayings("ingest.importers")
_HIDDEN_SHEETS: Final = frozenset({COVER_SHEET, "代码"})


class WorkRecords:
    """Reads the workbook that `zhishi template work-records` writes."""

    name = "work_records"
    title = _say("title")
    introduces = False

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether it is a workbook with one of the sheets of the model."""
        return is_workbook(path, head) and not _sheets().keys().isdisjoint(sheet_names(path, head))

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; its records are read row by row as they are asked for, and findings come with them."""
        doubts = Doubts()
        findings = doubts.findings
        with open_workbook(path) as book:
            cover = _read_cover(path, book, reading, findings)
            _report_sheets(book.sheet_names, findings)
            findings.extend(unread_cells(path, _sheets().keys() & set(book.sheet_names)))
        whole = cover.issuer and cover.period
        return DocumentDraft(
            title=path.name,
            importer=self.name,
            records=_records(path, reading, cover, doubts),
            findings=findings,
            untaken=doubts.untaken,
            form_date=cover.filled_on,
            issuer=cover.issuer,
            lineage=make_key("lin", self.name, cover.issuer, cover.period) if whole else "",
        )


@cache
def _sheets() -> Mapping[str, Sheet]:
    return {sheet.name: sheet for sheet in work_sheets()}


def _read_cover(path: Path, book: CalamineWorkbook, reading: Reading, findings: list[FindingDraft]) -> Cover:
    told: dict[str, str] = {}
    if COVER_SHEET in book.sheet_names:
        for number, row in enumerate(read_rows(path, book, COVER_SHEET), start=1):
            texts = [text for cell in row if (text := tidy(cell_text(cell)))]
            field = COVER_LABELS.get(texts[0].rstrip("：:")) if len(texts) > 1 else None
            if field == "filled_on":
                told |= _filled_on(texts[1], number, reading, findings)
            elif field:
                told[field] = texts[1]
    if "issuer" not in told or "period" not in told:
        findings.append(FindingDraft(Place(sheet=COVER_SHEET), "", "no-cover", "info", _say("no-cover")))
    return Cover(**told)


def _filled_on(text: str, row: int, reading: Reading, findings: list[FindingDraft]) -> dict[str, str]:
    try:
        return {"filled_on": read_past_date(text, reading.today)}
    except ValueProblem as problem:
        place = Place(sheet=COVER_SHEET, row=row, column="填表日期")
        findings.append(FindingDraft(place, text, problem.code, "warning", problem.reason + _shared("no-form-date")))
        return {}


def _report_sheets(names: Sequence[str], findings: list[FindingDraft]) -> None:
    missing = [name for name in _sheets() if name not in names]
    if missing:
        reason = _say("missing-sheets", names=listed(missing))
        findings.append(FindingDraft(Place(), "", "missing-sheet", "info", reason))
    for name in names:
        if name not in _sheets() and name not in _HIDDEN_SHEETS:
            reason = _say("unknown-sheet", name=name)
            findings.append(FindingDraft(Place(sheet=name), "", "unknown-sheet", "warning", reason))


def _records(path: Path, reading: Reading, cover: Cover, doubts: Doubts) -> Iterator[RecordDraft]:
    teams: set[str] = set()
    with open_workbook(path) as book:
        for sheet in work_sheets():
            if sheet.name in book.sheet_names:
                rows = read_rows(path, book, sheet.name)
                yield from _sheet_records(sheet, rows, reading, cover, doubts, teams)
    yield from (_team_record(name, cover) for name in sorted(teams))


def _sheet_records(
    sheet: Sheet,
    rows: Iterator[Sequence[Cell]],
    reading: Reading,
    cover: Cover,
    doubts: Doubts,
    teams: set[str],
) -> Iterator[RecordDraft]:
    findings = doubts.findings
    first, stream = numbered(rows)
    header = find_header(first, {heading_key(each): each for each in sheet.headings})
    plan = _usable(sheet, header, first, reading, findings)
    if header is None or plan is None:
        return
    reader = RowReader(plan, reading, cover, doubts)
    below = [(number, cells) for number, cells in stream if number > header.row]
    findings.extend(_unread(sheet, header, below))
    parsed = (each for number, cells in below if not is_footer(cells) and (each := reader.parse(number, cells)))
    for same in _groups(reader, parsed):
        taken = [row for each in same if (row := reader.read(each))]
        if taken:
            named = (link.target.values["name"] for row in taken for link in row.draft.links if link.name == "team")
            teams.update(named)
            yield _record(plan, taken)


def _groups(reader: RowReader, rows: Iterable[ParsedRow]) -> Iterable[list[ParsedRow]]:
    """Rows that are one record, together. They are grouped before they become drafts, which are too many to keep."""
    groups: dict[tuple[object, ...], list[ParsedRow]] = {}
    for row in rows:
        groups.setdefault(reader.key(row), []).append(row)
    return groups.values()


def _usable(
    sheet: Sheet, header: Header | None, first: Sequence[Sequence[Cell]], reading: Reading, findings: list[FindingDraft]
) -> Plan | None:
    """The plan of the sheet; None, with an error finding, where its headings do not allow to read it."""
    if header is None:
        if any(first):
            reason = _shared("no-header", headings=listed(sheet.headings, 6))
            findings.append(FindingDraft(Place(sheet=sheet.name), "", "no-header", "error", reason))
        return None
    plan = make_plan(sheet, header, reading.today)
    own = [name for name in header.doubled if name in header.columns]
    if own:
        reason = _shared("doubled-heading", heading=listed(own))
        place = Place(sheet=sheet.name, row=header.row, column=own[0])
        findings.append(FindingDraft(place, own[0], "doubled-heading", "error", reason))
    if plan.missing:
        reason = _say("missing-column", headings=listed(plan.missing))
        place = Place(sheet=sheet.name, row=header.row, column=plan.missing[0])
        findings.append(FindingDraft(place, "", "missing-column", "error", reason))
    return None if own or plan.missing else plan


def _unread(sheet: Sheet, header: Header, rows: Sequence[_Numbered]) -> Iterator[FindingDraft]:
    """Columns outside the template that hold something, once each."""
    for heading, index in header.unknown.items():
        if any(index < len(cells) and cells[index] != "" for _, cells in rows):
            place = Place(sheet=sheet.name, row=header.row, column=heading)
            yield FindingDraft(place, heading, "unread-column", "warning", _say("unread-column", heading=heading))


def _record(plan: Plan, rows: Sequence[RowDraft]) -> RecordDraft:
    """One record of the rows that mean the same, such as a project with one row for each who answers for it."""
    root = rows[0].draft
    linked = {link.name: link.target for link in root.links}
    cadre = linked.get("cadre")
    if plan.type.subject == "Cadre" and cadre is not None:
        subject = cadre
    else:
        key = {name: linked.get(name, root.values.get(name)) for name in plan.type.key}
        subject = Ref(plan.type.label, {name: value for name, value in key.items() if value is not None})
    drafts = tuple(row.draft for row in rows)
    return RecordDraft(subject, plan.type.origin, drafts, author=rows[0].author, date=rows[0].date)


def _team_record(unit: str, cover: Cover) -> RecordDraft:
    """The leading body that an assessment names, tied to its unit."""
    team = Ref("LeadershipTeam", {"name": unit})
    draft = Draft("LeadershipTeam", {"name": unit}, (LinkDraft("unit", Ref("Unit", {"name": unit})),), quote=unit)
    return RecordDraft(team, "assessment", (draft,), author=cover.issuer, date=cover.filled_on)

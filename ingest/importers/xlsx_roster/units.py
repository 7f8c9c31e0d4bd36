"""The rows of a table of headcounts or of leading posts as records, one a unit: what is granted, not what is filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from graph.model.records import record_types
from graph.model.unit_names import usual_name
from graph.model.words import sayings
from ingest.clean.names import unit_pinyin
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.importers.xlsx_roster.people import ORIGIN
from ingest.importers.xlsx_roster.rows import Numbered, Sheet, SheetRow, unread

_say: Final = sayings("ingest.importers.xlsx_roster")
_shared: Final = sayings("ingest.importers")
_OF_WHICH: Final = "其中"


def unit_records(sheet: Sheet, rows: Iterable[Numbered]) -> Iterator[RecordDraft]:
    """One record a row that names a unit; a unit named twice and a number that is none are findings."""
    seen: set[str] = set()
    for row in sheet.rows(rows):
        name = row.text("name") or ""
        if name.startswith(_OF_WHICH):
            sheet.report(sheet.place(row, "name"), name, "part-of-unit", _say("part-of-unit"), "info")
            continue
        if not name or usual_name(name) in seen:
            reason = _shared("doubled", name=name) if name else _shared("no-unit-name")
            code = "doubled-unit" if name else "missing-value"
            sheet.report(sheet.place(row, "name"), name, code, reason, "error")
            continue
        seen.add(usual_name(name))
        if numbers := _numbers(sheet, row):
            pinyin, initials = unit_pinyin(name)
            values = {"name": name, "pinyin": pinyin, "initials": initials, **numbers}
            headings = {column.field: column.heading for column in sheet.heads.columns}
            quote = "，".join([name, *(f"{headings[field]} {number}" for field, number in numbers.items())])
            draft = Draft("Unit", values, (), (), sheet.place(row), quote)
            told = sheet.told
            subject = Ref("Unit", {"name": name})
            yield RecordDraft(subject, ORIGIN, (draft,), told.issuer, told.date, extra=unread(sheet, row))


def _numbers(sheet: Sheet, row: SheetRow) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, declared in record_types()["Unit"].TYPE.properties.items():
        text = row.text(name) if name.endswith("_quota") else None
        if text is None:
            continue
        try:
            found[name] = reader(declared, sheet.reading.today)(text)
        except ValueProblem as problem:
            sheet.report(sheet.place(row, name), text, problem.code, problem.not_taken)
    return found

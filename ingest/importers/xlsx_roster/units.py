"""The rows of a table of headcounts or of leading posts as records, one a unit: what is granted, not what is filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.model.records import record_types
from graph.model.unit_names import usual_name
from ingest.clean.names import unit_pinyin
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, RecordDraft, Ref
from ingest.importers.xlsx_roster.people import ORIGIN
from ingest.importers.xlsx_roster.rows import Numbered, Sheet, SheetRow


def unit_records(sheet: Sheet, rows: Iterable[Numbered]) -> Iterator[RecordDraft]:
    """One record a row that names a unit; a unit named twice and a number that is none are findings."""
    seen: set[str] = set()
    for row in sheet.rows(rows):
        name = row.text("name") or ""
        if not name or usual_name(name) in seen:
            why = f"“{name}”在这张表里出现了两次" if name else "没有填单位名称"
            code = "doubled-unit" if name else "missing-value"
            place = sheet.place(row, "name")
            sheet.report(place, name, code, f"{why}，这一行没有导入，请核对。", "error")
            continue
        seen.add(usual_name(name))
        if numbers := _numbers(sheet, row):
            pinyin, initials = unit_pinyin(name)
            values = {"name": name, "pinyin": pinyin, "initials": initials, **numbers}
            headings = {column.field: column.heading for column in sheet.heads.columns}
            quote = "，".join([name, *(f"{headings[field]} {number}" for field, number in numbers.items())])
            draft = Draft("Unit", values, (), (), sheet.place(row), quote)
            yield RecordDraft(Ref("Unit", {"name": name}), ORIGIN, (draft,), sheet.told.issuer, sheet.told.date)


def _numbers(sheet: Sheet, row: SheetRow) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, declared in record_types()["Unit"].TYPE.properties.items():
        text = row.text(name) if name.endswith("_quota") else None
        if text is None:
            continue
        try:
            found[name] = reader(declared, sheet.reading.today)(text)
        except ValueProblem as problem:
            sheet.report(
                sheet.place(row, name),
                text,
                problem.code,
                f"{problem.reason}这个值没有采用。 (the value was not taken)",
            )
    return found

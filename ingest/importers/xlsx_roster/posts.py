"""The rows of a table of posts as records, one a post: its level, how many are allowed, its duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from graph.model.records import record_types
from graph.model.unit_names import usual_name
from graph.model.words import sayings
from ingest.clean.privacy import hide_private
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.importers.xlsx_roster.people import ORIGIN
from ingest.importers.xlsx_roster.rows import Numbered, Sheet, SheetRow, unread

_say: Final = sayings("ingest.importers.xlsx_roster")
_shared: Final = sayings("ingest.importers")
_TOLD: Final = ("level", "member_category", "headcount", "duties")


def post_records(sheet: Sheet, rows: Iterable[Numbered]) -> Iterator[RecordDraft]:
    """One record a row that names a post of a unit; the unit stands in the row, above it or in the group's title."""
    seen: set[tuple[str, str]] = set()
    unit, group, carried = "", "", 0
    for row in sheet.rows(rows):
        title = row.text("title") or ""
        if row.group != group:
            unit, group = "", row.group
        carried += not row.text("unit") and bool(unit)
        unit = row.text("unit") or unit or group
        if not (title and unit):
            reason = _shared("no-unit-name") if title else _say("no-post")
            sheet.report(sheet.place(row, "unit" if title else "title"), title, "missing-value", reason, "error")
        elif (key := (usual_name(unit), title)) in seen:
            reason = _shared("doubled", name=f"{unit}{title}")
            sheet.report(sheet.place(row, "title"), title, "doubled-post", reason, "error")
        else:
            seen.add(key)
            yield _post(sheet, row, unit, title)
    if carried:
        reason = _say("unit-above", count=carried)
        sheet.report(sheet.place_of("unit"), "", "unit-above", reason, "info")


def _post(sheet: Sheet, row: SheetRow, unit: str, title: str) -> RecordDraft:
    values = {"title": title} | _values(sheet, row)
    ref = Ref("Unit", {"name": unit})
    quote = "，".join([unit, title, *(text for name in _TOLD if (text := row.text(name)))])
    draft = Draft("Post", values, (LinkDraft("unit", ref),), (), sheet.place(row), hide_private(quote))
    told = sheet.told
    subject = Ref("Post", {"unit": ref, "title": title})
    return RecordDraft(subject, ORIGIN, (draft,), told.issuer, told.date, extra=unread(sheet, row))


def _values(sheet: Sheet, row: SheetRow) -> dict[str, Any]:
    found: dict[str, Any] = {}
    properties = record_types()["Post"].TYPE.properties
    for name in _TOLD:
        if (text := row.text(name)) is None:
            continue
        try:
            found[name] = reader(properties[name], sheet.reading.today)(hide_private(text))
        except ValueProblem as problem:
            sheet.report(sheet.place(row, name), text, problem.code, problem.not_taken)
    return found

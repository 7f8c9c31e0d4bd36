"""The rows of a roster or of an assessment list as records, one a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.unit_names import usual_name
from graph.model.words import sayings
from ingest.clean.privacy import hide_private
from ingest.drafts import RecordDraft, Ref
from ingest.forms.education import Schooling, add_education
from ingest.forms.facts import Form, unit_links
from ingest.forms.identity import cadre_values, identify
from ingest.forms.short_dates import ByRule, spell
from ingest.importers.xlsx_roster.headings import table
from ingest.importers.xlsx_roster.rows import Numbered, Sheet, SheetRow, unread
from ingest.resume import parse_resume

_say: Final = sayings("ingest.importers.xlsx_roster")
_shared: Final = sayings("ingest.importers")
ORIGIN: Final = "roster"
_ASSESSED: Final = "年度考核"
_DATES: Final = frozenset(
    {"birth_month", "work_start", "position_level_since", "grade_since", "retirement_month", "post_since"}
    | {"deputy_division_since", "division_since"}
)
_LEVELS: Final = {"deputy_division_since": "县处级副职", "division_since": "县处级正职"}
_INTRODUCING: Final = ("id_number", "sex", "work_start")
_FULLER: Final = ("work_start", "native_place", "full_time_level", "party_text")
"""What a roster tells and a list of assessments does not."""
_REMOVAL: Final = re.compile(r"^(?:同时)?(?:拟)?(?:免去|免)(?:其)?")
_APPOINTMENT: Final = re.compile(r"^(?:拟)?(?:任|提名为|提任)")
_DEGREES: Final = ("学士", "硕士", "博士")
_BOTH: Final = re.compile(r"([^（）()]+)[（(]([^（）()]+)[）)]")


def person_records(sheet: Sheet, rows: Iterable[Numbered]) -> Iterator[RecordDraft]:
    """One record a row with a name; what else is in a row is a finding.

    A sheet that tells who somebody is makes people known; one of names and birth months refers to people who are known,
    and so does an assessment list that gives the sex besides: it is sent in about people who are on record.
    An assessment list without either refers to people by name and post. By names alone nobody is found: such a sheet is
    refused.
    """
    if not sheet.heads.has("birth_month", "id_number"):
        top = Place(sheet=sheet.name, row=sheet.heads.row)
        if not (sheet.heads.has("unit", "current_post_text") and sheet.heads.has("assessment", "assessment_of_year")):
            sheet.report(top, "", "no-identity", _say("no-identity"), "error")
            return
        sheet.report(top, "", "known-by-post", _say("known-by-post"), "info")
    rules = ByRule(sheet.reading.today)
    for row in sheet.rows(rows):
        if row.text("name") is None:
            sheet.report(sheet.place(row, "name"), "", "missing-value", _shared("no-name"), "error")
        else:
            yield from _person(sheet, row, rules)
    sheet.findings.extend(rules.findings())


def _person(sheet: Sheet, row: SheetRow, rules: ByRule) -> Iterator[RecordDraft]:
    texts = _texts(sheet, row, rules)
    place = sheet.place(row, "id_number")
    findings = sheet.findings if sheet.heads.has("id_number") else []
    cadre = identify(texts, row.text("id_number"), sheet.reading, place, findings)
    if not sheet.heads.has("birth_month", "id_number"):
        cadre = Ref("Cadre", {**cadre.values, "find": "unique", "at": [row.text("unit") or "", _own_post(row)]})
    form = Form(cadre, sheet.reading.today, sheet.told.date or sheet.reading.today, sheet.findings)
    if sheet.heads.has("birth_month", "id_number") and _introduces(sheet):
        _add_cadre(form, sheet, row, texts)
        _add_since(form, sheet, row, texts)
        _add_schools(form, sheet, row)
    _add_grades(form, sheet, row)
    if form.drafts:
        extra = unread(sheet, row, partial(form.hide, note=True))
        told = sheet.told
        yield RecordDraft(cadre, ORIGIN, tuple(form.drafts), told.issuer, told.date, extra=extra)


def _introduces(sheet: Sheet) -> bool:
    if sheet.heads.has("assessment", "assessment_of_year") and not sheet.heads.has(*_FULLER):
        return sheet.heads.has("id_number")
    return sheet.heads.has(*_INTRODUCING)


def _texts(sheet: Sheet, row: SheetRow, rules: ByRule) -> dict[str, str | None]:
    """The fields as texts, dates written out."""
    texts: dict[str, str | None] = {}
    for name, cell in row.cells.items():
        texts[name] = row.text(name)
        if name in _DATES:
            texts[name] = rules.text(cell, sheet.place(row, name), birth=name == "birth_month")
    if (party := row.cells.get("party_text")) is not None and (spelt := spell(party, sheet.reading.today, birth=False)):
        texts["party_text"] = spelt.text
    return texts


def _own_post(row: SheetRow) -> str:
    return row.text("current_post_text") or ""


def _post(row: SheetRow) -> str | None:
    """The post with its unit, where the sheet has them in two columns, or the unit in the title of a group."""
    unit, post = row.text("unit") or _unit_of_group(row), row.text("current_post_text")
    return f"{unit}{post}" if unit and post and not post.startswith(unit) else post


def _unit_of_group(row: SheetRow) -> str | None:
    """The title of the row's group, where the post names no unit and is read as one of that which the title names."""
    post = row.text("current_post_text")
    if not (row.group and post) or any(unit for unit in _units_in(post)):
        return None
    units = _units_in(f"{row.group}{post}")
    return row.group if units and units[0] == usual_name(row.group) else None


def _units_in(text: str) -> list[str | None]:
    read = parse_resume(f"2000.01--  {hide_private(text)}")
    return [holding.unit and usual_name(holding.unit) for segment in read.segments for holding in segment.holdings]


def _add_cadre(form: Form, sheet: Sheet, row: SheetRow, texts: Mapping[str, str | None]) -> None:
    properties = record_types()["Cadre"].TYPE.properties
    told = {name: (text, sheet.place(row, name)) for name, text in texts.items() if name in properties}
    told["current_post_text"] = (_post(row), sheet.place(row, "current_post_text"))
    if "party_text" in texts:
        told["party_text"] = (texts["party_text"], sheet.place(row, "party_text"))
    values = cadre_values(form, told)
    form.add("Cadre", values | _appointment(row.text("appointment")), sheet.place(row), _quote(row))


def _appointment(text: str | None) -> dict[str, str]:
    """`任某局局长；免去某镇党委书记` as the post proposed and the post to be removed from."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"[；;。\n]|，(?=同时|免)", text or ""):
        piece = part.strip(" ，")
        if not piece:
            continue
        removal = _REMOVAL.match(piece)
        name = "removal_post_text" if removal else "proposed_post_text"
        found.setdefault(name, []).append((_REMOVAL if removal else _APPOINTMENT).sub("", piece).removesuffix("职务"))
    return {name: "；".join(parts) for name, parts in found.items()}


def _quote(row: SheetRow) -> str:
    return "，".join(text for name in table()["places"]["shown"] if (text := row.text(name)))


def _add_since(form: Form, sheet: Sheet, row: SheetRow, texts: Mapping[str, str | None]) -> None:
    """Since when the posts and the levels are held."""
    written = {name: texts.get(name) for name in _LEVELS} | _both_levels(row.text("both_division_since"))
    for name, text in written.items():
        spelt = spell(text, sheet.reading.today, birth=False) if text else None
        place = sheet.place(row, name if name in texts else "both_division_since")
        if spelt and (start := form.value("RankRecord", "start", spelt.text, place)):
            values = {"kind": "职务层次", "rank": _LEVELS[name], "start": start}
            form.add("RankRecord", values, place, f"{_LEVELS[name]}，{text}")
    if since := form.value("Tenure", "start", texts.get("post_since"), sheet.place(row, "post_since")):
        _add_tenures(form, sheet, row, since)


def _both_levels(text: str | None) -> dict[str, str]:
    """`12.03（15.06）` under 副处职（正处）时间: since when deputy, and since when head of a division."""
    if text is None:
        return {}
    both = _BOTH.fullmatch(text)
    return dict(zip(_LEVELS, both.groups() if both else (text,), strict=False))


def _add_tenures(form: Form, sheet: Sheet, row: SheetRow, since: str) -> None:
    """The posts held since then, where they are all of one unit: of several it is not told which began then."""
    text = _post(row)
    place = sheet.place(row, "current_post_text")
    read = parse_resume(f"{since.replace('-', '.')}--  {hide_private(form.hide(text or ''))}", as_of=form.today)
    held = [holding for segment in read.segments for holding in segment.holdings if holding.post]
    if len({holding.unit for holding in held}) != 1 or held[0].unit is None:
        if text:
            form.report(place, text, "post-unread", _say("since-unread"), "info")
        return
    for holding in held:
        values: dict[str, Any] = {"unit_name": holding.unit, "title": holding.post, "start": since}
        values |= {"end_status": "current", "kind": "post", "acting": holding.acting or None}
        derived = [{"unit": "unit_name", "post": "title"}.get(name, name) for name in holding.derived]
        derived += ["unit_name"] if _unit_of_group(row) and "unit_name" not in derived else []
        links = unit_links(holding.unit, holding.post)
        form.add("Tenure", values, place, f"{text}，{since}", links=links, derived=derived)


def _add_schools(form: Form, sheet: Sheet, row: SheetRow) -> None:
    for mode, prefix in (("全日制", "full_time"), ("在职", "in_service")):
        level, school = row.text(f"{prefix}_level"), row.text(f"{prefix}_school")
        if level or school:
            place = sheet.place(row, f"{prefix}_level" if level else f"{prefix}_school")
            add_education(form, Schooling(mode, *_level_and_degree(level), school, None), place, None)


def _level_and_degree(text: str | None) -> tuple[str | None, str | None]:
    """`大学 工学学士`, `大学工学学士` or `研究生（工学硕士）` in one cell: the diploma and the degree."""
    parts = [part for part in re.split(r"[\s、，/；（）()]+", text) if part] if text else []
    if len(parts) == 1 and (both := _both_in_one(parts[0])):
        parts = list(both)
    degree = next((part for part in parts if part.endswith(_DEGREES)), None)
    level = next((part for part in parts if part != degree), None)
    return level, degree


def _both_in_one(text: str) -> tuple[str, str] | None:
    """A diploma of the code list with a degree right behind it; None where it is but one of them."""
    levels = sorted(code_list("education_level").names, key=len, reverse=True)
    found = next((level for level in levels if text.startswith(level) and text != level), None)
    return (found, text.removeprefix(found)) if found and text.endswith(_DEGREES) else None


def _add_grades(form: Form, sheet: Sheet, row: SheetRow) -> None:
    for each, grade in row.grades.items():
        _add_grade(form, each, grade, sheet.place(row), sheet.place(row, "assessment_of_year"))
    text = row.text("assessment")
    if text is None:
        return
    place = sheet.place(row, "assessment")
    told = row.text("year")
    year: int | None = form.value("Assessment", "year", told, sheet.place(row, "year")) if told else sheet.told.year
    if year is not None:
        _add_grade(form, year, text, place, place)
    elif not told:
        form.report(place, text, "missing-value", _say("no-year"), "error")


def _add_grade(form: Form, year: int, text: str, row: Place, place: Place) -> None:
    if form.value("Assessment", "year", str(year), place) is None:
        return
    grade = code_list("assessment_grade").find(text)
    if grade is None:
        form.value("Assessment", "grade", text, place)  # tells which grades there are
        return
    form.add("Assessment", {"kind": _ASSESSED, "year": year, "grade": grade}, row, f"{year}，{text}")

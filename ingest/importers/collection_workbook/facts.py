"""The rows of one person as drafts, one function a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.words import sayings
from ingest.clean.dates import earlier
from ingest.clean.names import initials, pinyin
from ingest.clean.tables import Row
from ingest.clean.values import ValueProblem, read_yes_no
from ingest.forms.career import Career, add_career, report_no_career
from ingest.forms.education import education_level
from ingest.forms.facts import Form, government_of, settled_post, stated_posts, unit_links
from ingest.forms.family import Kin, add_family_member, note_minors
from ingest.forms.identity import cadre_values
from ingest.forms.punishments import find_punishment
from ingest.forms.texts import add_grades, add_honours
from ingest.importers.collection_workbook.layout import Layout, layouts
from ingest.importers.collection_workbook.people import ID_NUMBER, OWN, PERSONS, Person

_say: Final = sayings("ingest.importers.collection_workbook")
_FAMILY: Final = "A36"
_NO_QUOTE: Final = frozenset({"姓名", ID_NUMBER, OWN})
# What the quote of A01 shows: nothing of health, punishments or remarks, whose access class is higher than the cadre's.
_SHOWN: Final = (
    "性别",
    "出生年月",
    "民族",
    "籍贯",
    "参加工作时间",
    "入党时间文字",
    "现工作单位及职务全称",
    "现职务层次",
    "现职级",
)


def add_facts(form: Form, person: Person, sheets: Mapping[str, str]) -> Career | None:
    """Add what all of a person's rows tell to the form; `sheets` are the names of the sheets by code."""
    career = None
    # The family first: it tells which names of minors the rest must not show.
    family = [_Reader(form, layouts()[_FAMILY], sheets[_FAMILY], row) for row in person.rows.get(_FAMILY, ())]
    note_minors(form, map(_kin, family))
    for relative in family:
        add_family_member(form, _kin(relative), relative.place)
    for row in person.rows.get(PERSONS, ()):
        career = _add_person(form, _Reader(form, layouts()[PERSONS], sheets[PERSONS], row), person)
    for code, add in _SHEETS.items():
        for row in person.rows.get(code, ()):
            add(form, _Reader(form, layouts()[code], sheets[code], row))
    return career


class _Reader:
    """One row: its cells by property, their places and its quote."""

    def __init__(self, form: Form, layout: Layout, sheet: str, row: Row) -> None:
        self._form = form
        self._layout = layout
        self._sheet = sheet
        self._row = row
        self.place = Place(sheet=sheet, row=row.number)

    def place_of(self, name: str) -> Place:
        """The place of a property's cell."""
        return Place(sheet=self._sheet, row=self._row.number, column=self._layout.heading(name))

    def text(self, name: str) -> str | None:
        """The cell of a property as written."""
        return self._row.get(self._layout.heading(name))

    def value(self, name: str) -> Any:  # noqa: ANN401 - as the property is
        """The cell of a property of the sheet's record type as its value; doubts are findings."""
        self.check_code(name)
        return self._form.value(self._layout.type, name, self.text(name), self.place_of(name))

    def values(self) -> dict[str, Any]:
        """All columns of the sheet that are properties of its record type."""
        properties = record_types()[self._layout.type].TYPE.properties
        return {name: self.value(name) for name in self._layout.columns.values() if name in properties}

    def quote(self) -> str:
        """The row as written, without the name and the ID number; of A01 only what may be shown."""
        if self._layout.code == PERSONS:
            return "，".join(self._row[heading] for heading in _SHOWN if heading in self._row)
        return "，".join(text for heading, text in self._row.items() if heading not in _NO_QUOTE)

    def check_code(self, name: str) -> None:
        """Compare a cell with the code list that the official workbook has for it, where the property has none."""
        codes, text = self._layout.codes.get(self._layout.heading(name)), self.text(name)
        declared = record_types()[self._layout.type].TYPE.properties.get(name)
        if codes and text is not None and not (declared and declared.choices):
            self._form.check_code(codes, text, self.place_of(name))


def _add_person(form: Form, row: _Reader, person: Person) -> Career | None:
    names = [name for name in layouts()[PERSONS].columns.values() if name in record_types()["Cadre"].TYPE.properties]
    values = cadre_values(form, {name: (row.text(name), row.place_of(name)) for name in names})
    for name in names:
        row.check_code(name)
    career = None
    if text := row.text("resume"):
        place = row.place_of("resume")
        career = add_career(form, text, place, values.get("work_start"), values.get("current_post_text"))
        values["membership_note"] = career.resume.membership_note
    elif not person.rows.get("A02"):
        report_no_career(form, row.place_of("resume"))
    values |= _entry_source(form, person) | ({"photo": person.photo} if person.photo else {})
    form.add("Cadre", values, row.place, row.quote())
    health = row.text("health")
    if category := form.value("HealthRecord", "category", health, row.place_of("health")):
        as_of = form.as_of if form.as_of != form.today else None
        form.add("HealthRecord", {"category": category, "as_of": as_of}, row.place_of("health"), health or "")
    add_honours(form, row.text("honours"), row.place_of("honours"))
    add_grades(form, row.text("grades"), row.place_of("grades"))
    return career


def _entry_source(form: Form, person: Person) -> dict[str, Any]:
    """How the person entered (A99Z1), which no column of A01 tells."""
    found: list[str] = []
    for row in person.rows.get("A99Z1", ()):
        for heading, word in (("是否考录", "考录"), ("是否选调生", "选调")):
            text = row.get(heading)
            try:
                found += [word] if text and read_yes_no(text) else []
            except ValueProblem as problem:
                place = Place(sheet=layouts()["A99Z1"].name, row=row.number, column=heading)
                form.report(place, text or "", problem.code, problem.not_taken)
    return {"entry_source": "、".join(found)} if found else {}


def _add_tenure(form: Form, row: _Reader) -> None:
    values = row.values() | {"kind": "post"}
    if not (values["unit_name"] or values["title"]):
        form.report(row.place, "", "missing-value", _say("no-post"), "error")
        return
    _settle_end(form, row, values)
    unit, title = values["unit_name"], values["title"]
    several = stated_posts(unit, title) if unit and title else []
    for post in several or [{}]:
        _add_post(form, row, values | post, told=unit)


def _add_post(form: Form, row: _Reader, values: dict[str, Any], *, told: str | None) -> None:
    derived = _settle_post(values)
    if values["unit_name"] != told and "unit_name" not in derived:
        derived.append("unit_name")
    links = unit_links(values["unit_name"], values["title"])
    form.add("Tenure", values, row.place, row.quote(), links=links, derived=derived)


def _settle_post(values: dict[str, Any]) -> list[str]:
    """Let unit and title be those the résumé has for such a post; the names of what was concluded."""
    unit, title = values["unit_name"], values["title"]
    if not (unit and title):
        return []
    values["unit_name"], values["title"] = settled_post(unit, title)
    if body := government_of(values["unit_name"], values["title"]):
        values["unit_name"] = body
    return [name for name, told in (("unit_name", unit), ("title", title)) if values[name] != told]


def _settle_end(form: Form, row: _Reader, values: dict[str, Any]) -> None:
    """The end and 任职状态 must agree: an end says ended; removed without a date is an unknown end."""
    refused = any(row.text(name) and values[name] is None for name in ("start", "end"))
    status, end, start = values["end_status"], values["end"], values["start"]
    if start and end and earlier(end, start):
        reason = _say("end-before-start", end=end, start=start)
        form.report(row.place_of("end"), end, "end-before-start", reason)
        values["end"], values["end_status"] = None, "unknown"
    elif end:
        if status == "current":
            reason = _say("ended-yet-current", end=end)
            form.report(row.place_of("end_status"), row.text("end_status") or "", "status-differs", reason)
        values["end_status"] = "ended"
    elif status == "ended" and not refused:
        form.report(row.place_of("end"), "", "no-end", _say("ended-undated"))
        values["end_status"] = "unknown"
    else:
        values["end_status"] = "unknown" if refused or status is None else status


def _add_rank(form: Form, row: _Reader) -> None:
    values = row.values()
    codes = "grade" if values["kind"] == "职级" else "position_level"
    if values["rank"]:
        form.check_code(codes, values["rank"], row.place_of("rank"))
        values["rank"] = code_list(codes).find(values["rank"]) or values["rank"]
        form.add("RankRecord", values, row.place, row.quote())


def _add_title(form: Form, row: _Reader) -> None:
    if title := row.value("professional_title"):
        name = str(form.cadre.values["name"])
        values = {"name": name, "pinyin": pinyin(name), "initials": initials(name), "professional_title": title}
        form.add("Cadre", values, row.place, row.quote())


def _add_education(form: Form, row: _Reader) -> None:
    values = row.values()
    if values["level"]:
        values["level"] = education_level(values["level"])
    if values["level"] or values["degree"] or values["school"]:
        form.add("Education", values, row.place, row.quote())


def _add_honour(form: Form, row: _Reader) -> None:
    name = row.text("name")
    if not name:
        form.report(row.place_of("name"), "", "missing-value", _say("no-honour"), "error")
        return
    common = {each: row.value(each) for each in ("date", "authority", "authority_level")}
    punishment = find_punishment(name)
    if punishment is None:
        form.add("Award", {**common, "name": name}, row.place, row.quote())
        return
    lifted = form.value("Punishment", "lifted_on", row.text("lifted_on"), row.place_of("lifted_on"))
    values = {**common, "name": punishment.name, "track": punishment.group, "lifted_on": lifted}
    form.add("Punishment", values, row.place, row.quote())


def _add_assessment(form: Form, row: _Reader) -> None:
    values = row.values() | {"kind": "年度考核"}
    if values["year"] is None:
        if row.text("year") is None:
            form.report(row.place_of("year"), "", "missing-value", _say("no-year"), "error")
        return
    if values["grade"] is not None:
        form.add("Assessment", values, row.place, row.quote())
    elif row.text("grade") is None:
        form.report(row.place_of("grade"), "", "missing-value", _say("no-grade"), "error")


def _kin(row: _Reader) -> Kin:
    return Kin(**{name: row.text(name) for name in ("appellation", "name", "birth", "political", "post")})


_SHEETS: Final[Mapping[str, Callable[[Form, _Reader], None]]] = {
    "A02": _add_tenure,
    "A05": _add_rank,
    "A06": _add_title,
    "A08": _add_education,
    "A14": _add_honour,
    "A15": _add_assessment,
}


def left_over(person: Person, sheets: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What fills no property, by sheet and row; of relatives nothing is kept."""
    found: dict[str, dict[str, str]] = {}
    for code, rows in person.rows.items():
        layout = layouts()[code]
        for row in rows if code != _FAMILY else ():
            rest = row.left({*layout.columns, *layout.left, OWN})
            if rest:
                found[f"{sheets[code]}#{row.number}"] = rest
    return found

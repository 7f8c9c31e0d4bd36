"""The rows of the official collection workbook from the facts of the graph (columns: domain.md 1b)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from export.approval_form.from_facts import facts_of_form
from graph.model.codes import code_list
from graph.model.collection_sheets import collection_sheets
from graph.model.dossier import Dossier
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.punishment import Punishment
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from graph.model.schema import Kind, Record

Row = dict[str, str]

_YEARLY: Final = "年度考核"
_SOURCES: Final = {"recruited": "考录", "selected": "选调"}
_OF_THE_FORM: Final = {
    "health": "JianKangZhuangKuang",
    "resume": "JianLi",
    "honours": "JiangChengQingKuang",
    "grades": "NianDuKaoHeJieGuo",
}
_NAMES: Final = {"political": "political_status", "post": "post_text"}
"""Words of the family sheet's reader for properties of the record."""


def collection_rows(
    dossiers: Iterable[Dossier], units: Iterable[Unit], id_numbers: Mapping[str, str]
) -> dict[str, list[Row]]:
    """The rows of every sheet by its name; ID numbers only of those that the user supplied."""
    rows: dict[str, list[Row]] = {table["name"]: [] for table in collection_sheets().values()}
    rows[_name("B01")] = [_row("B01", each) for each in units]
    for dossier in dossiers:
        person = {"姓名": dossier.cadre.name or "", "身份证号": id_numbers.get(dossier.cadre.id, "")}
        for code, row in _rows_of(dossier):
            rows[_name(code)].append(person | row)
    return rows


def _name(code: str) -> str:
    name: str = collection_sheets()[code]["name"]
    return name


def _rows_of(dossier: Dossier) -> Iterator[tuple[str, Row]]:
    yield "A01", _person(dossier)
    yield from (("A02", _row("A02", each)) for each in dossier.of(Tenure) if each.kind in ("post", None))
    yield from (("A05", _row("A05", each)) for each in dossier.of(RankRecord))
    if dossier.cadre.professional_title:
        yield "A06", _row("A06", dossier.cadre)
    yield from (("A08", _row("A08", each)) for each in dossier.of(Education))
    yield from (("A14", _row("A14", each)) for each in (*dossier.of(Award), *dossier.of(Punishment)))
    yield from (("A15", _row("A15", each)) for each in dossier.of(Assessment) if each.kind == _YEARLY)
    yield from (("A36", _row("A36", each)) for each in dossier.of(FamilyMember))
    if source := dossier.cadre.entry_source:
        told = {name: "是" if word in source else "否" for name, word in _SOURCES.items()}
        yield "A99Z1", _row("A99Z1", dossier.cadre, told)


def _person(dossier: Dossier) -> Row:
    texts = facts_of_form(dossier)
    return _row("A01", dossier.cadre, {word: texts.get(element, "") for word, element in _OF_THE_FORM.items()})


def _row(code: str, record: Record, told: Mapping[str, str] | None = None) -> Row:
    """The cells that the record fills; the name and number of the person are the caller's."""
    row: Row = {}
    for heading, word in collection_sheets()[code]["columns"].items():
        name = _NAMES.get(word, word)
        if heading in collection_sheets()[code].get("optional", ()):
            continue
        if told and word in told:
            row[heading] = told[word]
        elif name in record.TYPE.properties:
            row[heading] = _cell(record, name)
    return {heading: text for heading, text in row.items() if text}


def _cell(record: Record, name: str) -> str:
    """A property as the workbook writes it: dates of 6 or 8 digits, the names of codes, 是 and 否."""
    value: Any = getattr(record, name)
    declared = record.TYPE.properties[name]
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if declared.kind is Kind.DATE:
        return str(value).replace("-", "")
    if declared.choices:
        return code_list(declared.choices).label(str(value), "zh")
    return str(value)

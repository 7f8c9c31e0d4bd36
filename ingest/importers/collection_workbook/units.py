"""The rows of B01 as records about units: their names, level and establishment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.unit_names import usual_name
from graph.model.words import sayings
from ingest.clean.names import unit_pinyin
from ingest.clean.tables import Row, Table
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, FindingDraft, LinkDraft, RecordDraft, Ref
from ingest.forms.facts import outside_list
from ingest.importers.collection_workbook.layout import layouts

_shared: Final = sayings("ingest.importers")
_CODE: Final = "B01"


def unit_records(
    table: Table, today: str, origin: str, author: str | None, findings: list[FindingDraft]
) -> Iterator[RecordDraft]:
    """One record a unit; a row without a name, or of a unit already read, is an error finding."""
    seen: set[str] = set()
    for row in table:
        name = row.get("机构名称", "")
        if not name or usual_name(name) in seen:
            reason = _shared("doubled", name=name) if name else _shared("no-unit-name")
            code = "doubled-unit" if name else "missing-value"
            place = Place(sheet=table.sheet, row=row.number, column="机构名称")
            findings.append(FindingDraft(place, name, code, "error", reason))
            continue
        seen.add(usual_name(name))
        values = _values(row, table.sheet, today, findings)
        parent = values.pop("parent", None)
        links = (LinkDraft("parent", Ref("Unit", {"name": parent})),) if parent else ()
        place = Place(sheet=table.sheet, row=row.number)
        draft = Draft("Unit", values, links, (), place, "，".join(map(str, (values["name"], values.get("level", "")))))
        yield RecordDraft(Ref("Unit", {"name": name}), origin, (draft,), author=author)


def _values(row: Mapping[str, str], sheet: str, today: str, findings: list[FindingDraft]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for heading, name in layouts()[_CODE].columns.items():
        text = row.get(heading)
        if text is not None:
            place = Place(sheet=sheet, row=_number(row), column=heading)
            codes = layouts()[_CODE].codes.get(heading)
            if codes and code_list(codes).find(text) is None:
                findings.append(outside_list(place, text))
            try:
                values[name] = _value(name, text, today)
            except ValueProblem as problem:
                findings.append(FindingDraft(place, text, problem.code, "warning", problem.not_taken))
    pinyin, initials = unit_pinyin(values["name"])
    return values | {"pinyin": pinyin, "initials": initials}


def _value(name: str, text: str, today: str) -> object:
    declared = record_types()["Unit"].TYPE.properties.get(name)
    read = reader(declared, today)(text) if declared else text
    if name == "level":
        return code_list("unit_level").find(text) or read
    return read


def _number(row: Mapping[str, str]) -> int | None:
    return row.number if isinstance(row, Row) else None

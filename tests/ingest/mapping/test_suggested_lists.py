"""What a suggestion makes of lists deep inside a file, of periods told elsewhere, and of the sheets of a workbook."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from ingest.drafts import Draft
from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.tables import read_table
from tests.support.reading import TODAY, Read

BODIES = [{"uid": "PO1", "codeType": "ASSEMBLEE", "libelle": "Assemblée de Vermandie", "libelleAbrev": "AV"}]
BODIES += [{"uid": "PO2", "codeType": "COMPER", "libelle": "Commission des finances", "libelleAbrev": "FIN"}]


def mandate(number: str, body: str, start: str, end: str | None) -> dict[str, Any]:
    return {
        "uid": number,
        "typeOrgane": "ASSEMBLEE",
        "dateDebut": start,
        "dateFin": end,
        "infosQualite": {"libQualite": "membre"},
        "organes": {"organeRef": body},
    }


def somebody(number: str, given: str, family: str, born: str, mandates: Any) -> dict[str, Any]:
    state = {"ident": {"civ": "M.", "prenom": given, "nom": family}, "infoNaissance": {"dateNais": born}}
    return {"uid": {"@type": "x", "#text": number}, "etatCivil": state, "mandats": {"mandat": mandates}}


def test_elements_of_xml_that_hold_nothing_or_have_attributes(tmp_path: Path) -> None:
    nil = {"@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "@xsi:nil": "true"}
    people = [
        {"@xsi:type": "x", "name": {"@lang": "en", "#text": "Ann Example"}, "gender": "f", "party": nil},
        {"@xsi:type": "x", "name": "Bo Example", "gender": nil, "party": "Red"},
    ]
    mapping = '[[record]]\ntype = "Cadre"\nvalues = { name = "name", sex = "gender", party_text = "party" }\n'
    mapping += '[ignore]\n"name.@lang" = "not needed"\n'
    got = read_table(tmp_path, json.dumps(people), mapping, name="a.json")
    told = [(each["name"], each.get("sex"), each.get("party_text")) for each in (d.values for d in _cadres(got))]
    assert told == [("Ann Example", "女", None), ("Bo Example", None, "Red")]
    assert set(got.codes) == {"read-as"}


def _cadres(got: Read) -> list[Draft]:
    return [draft for record in got.records for draft in record.drafts if draft.type == "Cadre"]


def test_people_and_bodies_deep_inside_a_file(tmp_path: Path) -> None:
    one = somebody("PA1", "Odon", "Bréval", "1959-12-01", [mandate("PM1", "PO1", "2017-06-21", "2022-06-21")])
    two = somebody("PA2", "Zoé", "Amberieu", "1971-02-28", mandate("PM2", "PO2", "2022-06-22", None))
    content = {"export": {"organes": {"organe": BODIES}, "acteurs": {"acteur": [one, two]}}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content), "utf-8")
    text = suggest_mapping(path, TODAY)
    got = read_table(tmp_path, json.dumps(content), text, name="a.json")
    people = [draft.values for record in got.records for draft in record.drafts if draft.type == "Cadre"]
    assert [(each["name"], each["birth_month"]) for each in people] == [
        ("Odon Bréval", "1959-12-01"),
        ("Zoé Amberieu", "1971-02-28"),
    ]
    held = [draft.values for record in got.records for draft in record.drafts if draft.type == "Tenure"]
    assert {(each["unit_name"], each["title"], each["start"]) for each in held} == {
        ("Assemblée de Vermandie", "membre", "2017-06-21"),
        ("Commission des finances", "membre", "2022-06-22"),
    }


def test_dates_of_a_period_stand_in_a_list_of_their_own(tmp_path: Path) -> None:
    content = {
        "persons": [{"id": "p1", "name": "Ann Example", "gender": "female"}, {"id": "p2", "name": "Bo Example"}],
        "organizations": [{"id": "o1", "name": "House"}, {"id": "o2", "name": "Senate"}],
        "memberships": [
            {"person_id": "p1", "organization_id": "o1", "role": "member", "legislative_period_id": "t1"},
            {"person_id": "p2", "organization_id": "o2", "role": "member", "legislative_period_id": "t1"}
            | {"start_date": "2003-02-01"},
        ],
        "events": [{"id": "t1", "name": "5th", "start_date": "2001", "end_date": "2005-06-30"}],
    }
    got = read_table(tmp_path, json.dumps(content), _suggested(tmp_path, content), name="a.json")
    held = [draft.values for record in got.records for draft in record.drafts if draft.type == "Tenure"]
    assert [(each["start"], each["end"]) for each in held] == [("2001", "2005-06-30"), ("2003-02-01", "2005-06-30")]


def _suggested(folder: Path, content: object) -> str:
    (folder / "a.json").write_text(json.dumps(content), "utf-8")
    return suggest_mapping(folder / "a.json", TODAY)


def test_a_second_sheet_of_the_same_people_is_read_too(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.title = "在册"
    for row in (
        ["姓名", "性别", "出生年月", "籍贯"],
        ["袁测", "男", "1971-10", "甲县"],
        ["戴测", "女", "1980-03", "乙县"],
    ):
        book.active.append(row)
    moves = book.create_sheet("任职")
    for row in (
        ["姓名", "出生年月", "任职单位", "职务", "任职时间"],
        ["袁测", "1971-10", "甲县水利局", "局长", "2018-05"],
    ):
        moves.append(row)
    book.create_sheet("说明").append(["本表由组织部填写"])
    book.save(tmp_path / "表.xlsx")
    text = suggest_mapping(tmp_path / "表.xlsx", TODAY)
    assert {each.get("sheet") for each in tomllib.loads(text)["record"]} == {"在册", "任职"}
    got = read_table(tmp_path, (tmp_path / "表.xlsx").read_bytes(), text, name="表.xlsx")
    held = [draft for record in got.records for draft in record.drafts if draft.type == "Tenure"]
    assert [draft.values["unit_name"] for draft in held] == ["甲县水利局"]


def test_a_kind_names_the_post_where_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "person_id,type,start,end,state,party\nA1,rep,1993-01-05,1995-01-03,WA,Red\nA1,sen,2001-01-03,2007-01-03,WA,Red\n"
    )
    (record,) = tomllib.loads(suggest_mapping(tmp_path / "a.csv", TODAY))["record"]
    assert (record["type"], record["values"]["title"]) == ("Tenure", "type")
    nested = [{"name": {"first": "Ann", "last": "Example"}, "terms": [{"type": "rep", "start": "1993", "end": "1995"}]}]
    records = tomllib.loads(_suggested(tmp_path, nested))["record"]
    assert [each["values"].get("title") for each in records if each["type"] == "Tenure"] == ["type"]

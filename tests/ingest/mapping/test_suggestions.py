"""What a first mapping says of tables it does not know, of words that mean two things, of people without numbers."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.tables import of, read_table, told
from tests.support.reading import TODAY


def suggested(folder: Path, content: str, name: str = "t.csv") -> tuple[str, dict[str, Any]]:
    (folder / name).write_text(content, "utf-8")
    text = suggest_mapping(folder / name, TODAY)
    return text, tomllib.loads(text)


@pytest.mark.parametrize("content", ["alpha;beta\n1;2\n", "date;amount\n2001-01-01;3\n", "Datum;Ort\n2001-01-01;A\n"])
def test_nothing_is_proposed_for_headings_that_say_nothing(tmp_path: Path, content: str) -> None:
    assert "record" not in suggested(tmp_path, content)[1]


def test_a_table_of_units_is_known_by_plain_chinese_headings(tmp_path: Path) -> None:
    content = "名称,编号,上级编号,机构级别\n甲局,1,,正处\n甲局一处,2,1,正科\n"
    (unit,) = suggested(tmp_path, content)[1]["record"]
    assert (unit["type"], unit["values"]) == ("Unit", {"name": "名称", "code": "编号", "level": "机构级别"})
    assert unit["links"] == {"parent": "parent_looked_up"}


def test_a_letter_for_a_sex_that_may_be_the_other_is_left_to_a_person(tmp_path: Path) -> None:
    text, mapping = suggested(tmp_path, "Nombre;Sexo\nAnn Bee;M\nBo Cee;V\nC Dee;F\n")
    assert mapping["record"][0]["values"]["sex"]["table"] == {"M": "", "V": "", "F": "女"}
    assert "mujer" in text
    text, mapping = suggested(tmp_path, "Name;Sex\nAnn Bee;F\nBo Cee;M\n")
    assert mapping["record"][0]["values"]["sex"] == "Sex"


def test_names_that_would_be_nobody_are_pointed_out(tmp_path: Path) -> None:
    assert 'keep = ["Na", "Vago"]' in suggested(tmp_path, "full name;born\nNa;1970\nVago;1971\nAnn Bee;1972\n")[0]


def test_the_key_of_an_object_is_proposed_for_who_somebody_is(tmp_path: Path) -> None:
    term = {"start": "2001", "role": "MP"}
    people = {name: {"name": name.upper(), "dob": "1970", "terms": [term]} for name in ("p1", "p2")}
    person, tenure = suggested(tmp_path, json.dumps(people), "t.json")[1]["record"]
    assert person["identify"] == {"own_id": "@key"}
    assert tenure["each"] == "terms"
    named = {name: {"born": "1970", "party": "X"} for name in ("Ann Bee", "Bo Cee")}
    mapping = suggested(tmp_path, json.dumps({"meta": {"year": 2024}, "members": named}), "t.json")[1]
    assert mapping["read"]["rows"] == "members.*"
    assert mapping["record"][0]["values"]["name"] == "@key"


def test_names_are_looked_up_in_another_list_of_the_file(tmp_path: Path) -> None:
    file = {
        "persons": [{"id": "a", "name": "Ann Bee", "gender": "f"}],
        "organizations": [{"id": "o", "name": "House"}, {"id": "p", "name": "Party"}],
        "memberships": [{"person_id": "a", "organization_id": "o", "role": "member", "start_date": "2001"}],
        "events": [{"id": "t", "name": "5th", "organization_id": "o", "start_date": "2001", "end_date": "2005"}],
    }
    mapping = suggested(tmp_path, json.dumps(file), "t.json")[1]
    assert mapping["lookup"]["units"] == {"key": "id", "read": {"rows": "organizations"}}
    tenures = [each["rows"] for each in mapping["record"] if each["type"] == "Tenure"]
    assert tenures == ["memberships"]  # an event has a name of its own: its number is no person's


def test_first_and_family_names_are_one_name_wherever_they_stand(tmp_path: Path) -> None:
    (person,) = suggested(tmp_path, "Name;Vorname;geboren\nBee;Ann;1970\n")[1]["record"]
    assert person["values"]["name"] == {"text": "[{Vorname} ]{Name}"}
    names = [{"Vorname": "Ann", "Nachname": "Bee"}]
    rows = [{"id": 1, "names": {"name": names}}, {"id": 2, "names": {"name": names[0]}}]
    (person,) = suggested(tmp_path, json.dumps(rows), "t.json")[1]["record"]
    assert person["values"]["name"] == {"text": "[{names.name[0].Vorname} ]{names.name[0].Nachname}"}


def test_the_name_of_a_party_is_not_that_of_a_person(tmp_path: Path) -> None:
    rows = [{"value": {"id": 1, "nameDisplayAs": "Ann Bee", "gender": "F", "party": {"name": "X"}}}]
    (person,) = suggested(tmp_path, json.dumps(rows), "t.json")[1]["record"]
    assert person["values"]["name"] == "value.nameDisplayAs"


def test_what_one_column_leaves_no_doubt_of_holds_for_the_others(tmp_path: Path) -> None:
    text, mapping = suggested(tmp_path, "name;born;start;end\nAnn Bee;08/03/1961;18/06/2017;01/02/2020\n")
    assert mapping["record"][0]["values"]["birth_month"]["date"] == "dd/mm/yyyy"
    assert "还是" not in text


def test_people_in_lists_of_other_things_are_found(tmp_path: Path) -> None:
    member = {"name": "Ann Bee", "role": "member", "since": "2021"}
    file: dict[str, Any] = {"finance": {"title": "Finance", "chair": {"name": "Ann Bee"}, "members": [member]}}
    file["law"] = {"title": "Law", "chair": None, "members": [member]}
    person, tenure = suggested(tmp_path, json.dumps(file), "t.json")[1]["record"]
    assert (person["type"], person["each"], person["values"]) == ("Cadre", "members", {"name": "name"})
    assert (tenure["type"], tenure["each"]) == ("Tenure", "members")


def test_years_may_head_columns(tmp_path: Path) -> None:
    text, mapping = suggested(tmp_path, "full name;born;2019;2020\nAnn Bee;1970;Chair;Member\n")
    assert "header" not in mapping.get("read", {})
    assert '"2019"' in text


def test_attributes_of_xml_are_headings_too(tmp_path: Path) -> None:
    rows = [{"@id": str(n), "name": {"@lang": "cs", "#text": "Jan Nový"}, "dob": "1960"} for n in (1, 2)]
    (person,) = suggested(tmp_path, json.dumps(rows), "t.json")[1]["record"]
    assert person["identify"] == {"own_id": "@id"}
    assert person["values"]["name"] == "name.#text"


def test_letters_of_yes_and_no_are_told_by_their_column(tmp_path: Path) -> None:
    mapping = suggested(tmp_path, "full name;优秀年轻干部\nAnn Bee;E\nBo Cee;H\nCy Dee;E\n")[1]
    assert mapping["record"][0]["values"]["outstanding_young"]["table"] == {"E": "是", "H": "否"}
    mapping = suggested(tmp_path, "full name;优秀年轻干部\nAnn Bee;S\nBo Cee;N\n")[1]
    assert mapping["record"][0]["values"]["outstanding_young"] == "优秀年轻干部"


def test_columns_of_years_and_columns_that_come_again_are_records_of_their_own(tmp_path: Path) -> None:
    head = "姓名,性别,2019年考核,2020年考核,任职1,起1,止1,任职2,起2,止2\n"
    mapping = suggested(tmp_path, head + "林试禾,女,优秀,称职,科员,2001.01,2005.02,处长,2005.02,至今\n")[1]
    _, grades, posts = mapping["record"]
    assert grades["each"] == {"columns": r"(?P<year>\d{4})年考核"}
    assert grades["values"] == {"kind": {"constant": "年度考核"}, "year": "year", "grade": "@item"}
    assert posts["each"] == {"together": ["任职<n>", "起<n>", "止<n>"]}
    assert posts["values"] == {"title": "任职<n>", "start": "起<n>", "end": "止<n>"}
    assert "ignore" not in mapping


def test_lists_in_cells_side_by_side_are_cut_together(tmp_path: Path) -> None:
    content = "name,born,office,from\nAnn Bee,1960,member;chair,2001;2005\nBo Cee,1970,clerk,1999\n"
    _, tenure = suggested(tmp_path, content)[1]["record"]
    assert tenure["each"] == {"together": ["office", "from"], "split": ";"}


def test_a_column_of_spans_is_start_and_end(tmp_path: Path) -> None:
    content = "Name;Born;Post;Period\nAnn Bee;1960;clerk;2001–2005\nBo Cee;1970;chair;2005 – present\n"
    _, tenure = suggested(tmp_path, content)[1]["record"]
    assert (tenure["values"]["start"], tenure["values"]["end"]["column"]) == ("Period", "Period")


def test_years_of_the_republic_of_china_are_told_by_one_column_for_all(tmp_path: Path) -> None:
    rows = "林志謙,58.03.12,局長,1080701,\n張雅惠,0690520,科長,105.08.16,民國112年3月\n"
    content = f"姓名,出生年月日,職稱,到職日,離職日\n{rows}"
    person, tenure = suggested(tmp_path, content)[1]["record"]
    assert person["values"]["birth_month"]["date"] == "minguo"
    assert [tenure["values"][each]["date"] for each in ("start", "end")] == ["minguo", "minguo"]


def test_a_result_of_a_query_of_linked_data_is_read_by_its_labels(tmp_path: Path) -> None:
    def bound(kind: str, value: str) -> dict[str, str]:
        return {"type": kind, "value": value}

    row = {
        "person": bound("uri", "http://data.example/entity/Q1"),
        "personLabel": bound("literal", "Ann Bee"),
        "position": bound("uri", "http://data.example/entity/Q2"),
        "positionLabel": bound("literal", "mayor"),
        "start": bound("literal", "+2009-07-20T00:00:00Z"),
    }
    content = json.dumps({"head": {"vars": list(row)}, "results": {"bindings": [row, row]}})
    _, mapping = suggested(tmp_path, content, "t.json")
    person, tenure = mapping["record"]
    assert mapping["ignore"]["start.type"] == "值的类型或语言 · the type or language of a value"
    assert person["identify"] == {"own_id": {"column": "person.value", "match": "[^/#]+$"}}
    assert person["values"]["name"] == "personLabel.value"
    assert tenure["values"] == {"title": "positionLabel.value", "start": "start.value"}


def test_a_plain_name_in_a_list_of_what_was_held_is_the_post_or_the_body(tmp_path: Path) -> None:
    def held(name: str) -> list[dict[str, Any]]:
        return [{"house": None, "name": name, "startDate": "2001-01-01", "endDate": None}]

    people = [
        {"id": n, "fullName": name, "governmentPosts": held("Minister"), "committeeMemberships": held("Accounts")}
        for n, name in enumerate(("Ann Bee", "Bo Cee"))
    ]
    _, posts, seats = suggested(tmp_path, json.dumps({"@context": [{}], "data": people}), "t.json")[1]["record"]
    assert (posts["values"]["title"], "unit_name" in posts["values"]) == ("name", False)
    assert (seats["values"]["unit_name"], "title" in seats["values"]) == ("name", False)


def test_names_written_last_first_are_turned_and_second_family_names_stand_behind(tmp_path: Path) -> None:
    _, mapping = suggested(tmp_path, 'Holder,Born,Office\n"Bee, Ann",1960,clerk\n"Cee, Bo",1970,chair\n')
    person = mapping["record"][0]
    assert person["values"]["name"] == {"text": "{first_name} {last_name}"}
    assert person["compute"]["first_name"] == {"column": "Holder", "split": ",", "part": 2}
    assert person["values"]["birth_month"] == "Born"
    (person,) = suggested(tmp_path, "NOMBRE(S),PRIMER APELLIDO,SEGUNDO APELLIDO\nJosé,Peña,Ávila\n")[1]["record"]
    assert person["values"]["name"] == {"text": "[{NOMBRE(S)} ]{PRIMER APELLIDO}[ {SEGUNDO APELLIDO}]"}


def test_where_nothing_is_recognised_it_says_what_to_fill_in(tmp_path: Path) -> None:
    text, mapping = suggested(tmp_path, "zz1,qq2\nalpha,12\nbeta,13\n")
    assert "record" not in mapping
    skeleton = "\n".join(line.removeprefix("# ") for line in text.split("no record type")[1].splitlines()[1:])
    assert [each["type"] for each in tomllib.loads(skeleton)["record"]] == ["Cadre", "Tenure"]
    assert tomllib.loads(skeleton)["record"][0]["values"]["name"] == "zz1"


def test_a_month_that_cannot_be_makes_no_days_of_a_workbook_of_the_others(tmp_path: Path) -> None:
    content = "姓名,出生年月\n林试禾,1979.08\n赵小测,1985.13\n王试,1990.02\n"
    text, mapping = suggested(tmp_path, content)
    assert mapping["record"][0]["values"]["birth_month"] == "出生年月"
    assert "1985.13" in text


def test_a_table_of_posts_is_no_table_of_people(tmp_path: Path) -> None:
    content = "所在单位,岗位名称,核定职数,主要职责\n云垛县财政局,局长,1,主持全面工作\n云垛县财政局,副局长,3,分管预算\n"
    (post,) = suggested(tmp_path, content)[1]["record"]
    assert post["type"] == "Post"
    assert post["values"] == {"title": "岗位名称", "headcount": "核定职数", "duties": "主要职责"}
    assert post["links"] == {"unit": "所在单位"}


def test_a_plain_name_beside_an_award_is_a_person(tmp_path: Path) -> None:
    content = "Name;Year;Award;Given by\nNora Lind;2012;Order of the Bee;King\nOle Berg;2011;Medal;Ministry of Work\n"
    person, award = suggested(tmp_path, content)[1]["record"]
    assert (person["type"], award["type"]) == ("Cadre", "Award")
    assert award["values"] == {"name": "Award", "date": "Year", "authority": "Given by"}


def test_grades_inside_an_object_are_read_by_the_pattern_that_is_suggested(tmp_path: Path) -> None:
    rows = [{"full_name": "Ann Bee", "born": 1960, "reviews": {"2020": "excellent", "2021": "competent"}}]
    text = suggested(tmp_path, json.dumps(rows), "t.json")[0]
    got = read_table(tmp_path, json.dumps(rows), text, name="t.json")
    assert [(each["year"], each["grade"]) for each in of(got, "Assessment")] == [(2020, "优秀"), (2021, "称职")]
    assert told(got) == []

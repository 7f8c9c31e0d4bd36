"""What a mapping does to values: templates, splitting, tables, dates, open ends, conditions, lookups, identifiers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import SourceError
from tests.ingest.mapping.tables import PERSON, drafts, links, of, read_table, told
from tests.support.reading import ID_NUMBER

TENURE = "[[record]]\ntype='Tenure'\nlinks={cadre={name='who'}}\n[record.values]\nunit_name={constant='甲局'}\n"


def one(folder: Path, column: str, cell: str, spec: str) -> tuple[Any, list[str]]:
    """What one cell gives for the start of a tenure, or another property named before `=`, and the findings' codes."""
    name, _, value = spec.partition("=")
    mapping = f"{TENURE}{name}={value}\n"
    read = read_table(folder, f'who,{column}\nA B,"{cell}"\n', mapping)
    found = of(read, "Tenure")
    return (found[0].get(name.strip()) if found else None), [each[0] for each in told(read)]


@pytest.mark.parametrize(
    ("cell", "spec", "value", "codes"),
    [
        ("1999-03-04", "start='d'", "1999-03-04", []),
        ("1999年5月", "start='d'", "1999-05", []),
        ("2001/2/3", "start='d'", "2001-02-03", []),
        ("14.03.1999", "start='d'", "1999-03-14", []),
        ("1789-04-30T00:00:00Z", "start='d'", "1789-04-30", []),
        ("March 3, 1999", "start='d'", "1999-03-03", []),
        ("3 января 2001", "start='d'", "2001-01-03", []),
        ("03/04/2001", "start={column='d',date='mm/dd/yyyy'}", "2001-03-04", []),
        ("03/04/2001", "start={column='d',date='dd/mm/yyyy'}", "2001-04-03", []),
        ("03/04/2001", "start='d'", None, ["bad-date"]),
        ("令和3", "start='d'", "2021", []),
        ("平成元", "start='d'", "1989", []),
        ("令和3年度", "start='d'", "2021", []),
        ("R3", "start='d'", None, ["bad-date"]),
        ("04-05-61", "start={column='d',date='dd-mm-åå'}", "1961-05-04", []),
        ("04/05/61", "start={column='d',date='dd/mm/aa'}", "1961-05-04", []),
        ("04/05/61", "start={column='d',date='jj/mm/aa'}", "1961-05-04", []),
        ("04.05.61", "start={column='d',date='TT.MM.JJ'}", "1961-05-04", []),
        ("1999", "start={column='d',date='dd.mm.yyyy'}", "1999", []),
        ("03.1999", "start={column='d',date='dd.mm.yyyy'}", "1999-03", []),
        ("76.06", "start={column='d',date='yy.mm'}", "1976-06", []),
        ("76.6", "start={column='d',date=['yy.m','yyyy.m']}", "1976-06", []),
        ("1969.08", "start={column='d',date=['yy.m','yyyy.m']}", "1969-08", []),
        ("18.06", "start={column='d',date='yy.mm'}", "2018-06", []),
        ("36526", "start='d'", "2000-01-01", []),
        ("20000", "start='d'", None, ["bad-date"]),
        ("20000", "start={column='d',date='excel'}", "1954-10-03", []),
        ("2543", "start={column='d',add_years=-543}", "2000", []),
        ("15/11/2562", "start={column='d',add_years=-543}", "2019-11-15", []),
        ("๑ ตุลาคม ๒๕๖๑", "start={column='d',date='buddhist'}", "2018-10-01", []),
        ("5 ก.ย. 2515", "start={column='d',date='buddhist'}", "1972-09-05", []),
        ("พ.ศ. 2520", "start={column='d',date='buddhist'}", "1977", []),
        ("1 ต.ค. 2560", "start='d'", None, ["doubtful-year"]),
        ("۱۳۹۵/۰۲/۰۱", "start={column='d',date='jalali'}", "2016-04-20", []),
        ("1399/12/30", "start={column='d',date='jalali'}", "2021-03-20", []),
        ("1398/12/30", "start={column='d',date='jalali'}", None, ["bad-date"]),
        ("1390/11", "start={column='d',date='jalali'}", "2012", []),
        ("1395/02/01", "start='d'", None, ["doubtful-year"]),
        ("1395/02/01", "start={column='d',date='yyyy/mm/dd'}", "1395-02-01", []),
        ("05/03/2012", "start={column='d',date='dd/mm/aaaa'}", "2012-03-05", []),
        ("05.03.2012", "start={column='d',date='TT.MM.JJJJ'}", "2012-03-05", []),
        ("05.03.2012", "start={column='d',date='gg.aa.yyyy'}", "2012-03-05", []),
        ("05.03.2012", "start={column='d',date='дд.мм.гггг'}", "2012-03-05", []),
        ("depuis le 1er janvier 2013", "start='d'", "2013-01-01", []),
        ("2030-01-01", "start='d'", None, ["future-date"]),
        ("2030-01-01", "start={column='d',future=true}", "2030-01-01", []),
        ("2030-01-01", "end='d'", None, ["future-date"]),
        ("2030-01-01", "end={column='d',future=true}", "2030-01-01", []),
        ("unbekannt", "start='d'", None, []),
        ("2001-02-30", "start='d'", None, ["bad-date"]),
        ("2012-12-31", "end={column='d',inclusive=true}", "2013-01-01", []),
        ("a b", "title={column='d',match='^(.)'}", "a", []),
        ("Smith, Ann", "title={column='d',split=',',part=2}", "Ann", []),
        ("x", "title={column='d',table={x='主任'}}", "主任", []),
        ("X ", "title={column='d',table={x='主任'}}", "主任", []),
        ("y", "title={column='d',table={x='主任'}}", None, ["not-in-table"]),
        ("y", "title={column='d',table={x='主任'},otherwise='keep'}", "y", []),
        ("", "title={column='d',default='成员'}", "成员", []),
        ("yes", "main='d'", True, []),
        ("perhaps", "main='d'", None, ["bad-yes-no"]),
        ("7", "order='d'", 7, []),
        ("principal", "member_category='d'", "正职", []),
        ("boss", "member_category='d'", None, ["not-in-list"]),
    ],
)
def test_one_value(tmp_path: Path, cell: str, spec: str, value: object, codes: list[str]) -> None:
    if spec.startswith("start={column='d',future"):
        spec += "\nend_status={constant='unknown'}"
    assert one(tmp_path, "d", cell, spec) == (value, codes)


@pytest.mark.parametrize(
    ("written", "spec", "day"),
    [
        ("2019-05-01T00:00:00Z", "", "2019-05-01"),
        ("2019-05-01 09:30:00.5+02:00", "", "2019-05-01"),
        ("May 1999", "", "1999-05"),
        ("R6.7.5", "", "2024-07-05"),
        ("H31.4.30", "", "2019-04-30"),
        ("S60.4.1", "", "1985-04-01"),
        ("令元.9.11", "", "2019-09-11"),
        ("令和六年七月五日", "", "2024-07-05"),
        ("昭和三十五年四月一日", "", "1960-04-01"),
        ("㋿3年", "", "2021"),
        ("12 maja 1965 r.", "", "1965-05-12"),
        ("7 XII 1961", "", "1961-12-07"),
        ("7.XII.1961", "", "1961-12-07"),
        ("2. 5. 2019", "", "2019-05-02"),
        ("2019. 5. 2.", "", "2019-05-02"),
        ("5th June, 2020", "", "2020-06-05"),
        ("June 5th 2020", "", "2020-06-05"),
        ("5 June, 2020", "", "2020-06-05"),
        ("12-Jun-98", "", "1998-06-12"),
        ("31/12/2001", ",date=['dd/mm/yyyy','auto']", "2001-12-31"),
        ("R6.7.5", ",date=['dd/mm/yyyy','auto']", "2024-07-05"),
        ("1st May 1999", "", "1999-05-01"),
        ("8 de mayo de 1999", "", "1999-05-08"),
        ("Q3 1999", "", "1999"),
        ("1999年第3季度", "", "1999"),
        ("05/1999", "", "1999-05"),
        ("1556668800", ",date='unix'", "2019-05-01"),
        ("-86400", ",date='unix'", "1969-12-31"),
        ("1556668800000", ",date='unix_ms'", "2019-05-01"),
        ("01.05.2019", ",date='DD.MM.YYYY'", "2019-05-01"),
        ("01.05.2019", ",date='%d.%m.%Y'", "2019-05-01"),
        ("112.03.01", ",date='minguo'", "2023-03-01"),
        ("1120301", ",date='minguo'", "2023-03-01"),
        ("0690520", ",date='minguo'", "1980-05-20"),
        ("58.3.12", ",date='minguo'", "1969-03-12"),
        ("112年3月", ",date='minguo'", "2023-03"),
        ("中華民國112年3月", ",date='minguo'", "2023-03"),
        ("11203", ",date='minguo'", "2023-03"),
        ("112", ",date='minguo'", "2023"),
        ("2019/3/1", ",date='minguo'", "2019-03-01"),
        ("民國一百零九年二月", "", "2020-02"),
        ("+1969-07-20T00:00:00Z", "", "1969-07-20"),
        ("+2013-00-00T00:00:00Z", "", "2013"),
        ("2013-05-00", "", "2013-05"),
        ("1980 г.р.", "", "1980"),
        ("12.04.1975 г.", "", "1975-04-12"),
    ],
)
def test_dates_of_other_programs(tmp_path: Path, written: str, spec: str, day: str) -> None:
    assert one(tmp_path, "d", written, f"start={{column='d'{spec}}}") == (day, [])


def test_a_number_that_may_be_unix_time_is_asked_about(tmp_path: Path) -> None:
    read = read_table(tmp_path, "who,d\nA B,1556668800\n", f"{TENURE}start='d'")
    (finding,) = [each for each in read.document.findings if each.code == "bad-date"]
    assert "2019-05-01" in str(finding.reason)
    assert 'date = "unix"' in str(finding.reason)


@pytest.mark.parametrize(
    "name",
    [
        "?",
        "unknown",
        "n/a",
        "未知",
        "Vacant",
        "N.N.",
        "空席",
        "（欠）",
        "欠員",
        "à pourvoir",
        "wakat",
        "Unknown Unknown",
        "N/D",
        "Eliminated",
        "Not disclosed",
        "Not known",
        "??",
    ],
)
def test_nobody_is_no_person(tmp_path: Path, name: str) -> None:
    mapping = PERSON + "[[record]]\ntype='Tenure'\nvalues={unit_name='unit'}\n"
    read = read_table(tmp_path, f"name,unit\n{name},Rada\nAnn Example,Rada\n", mapping)
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Example"]
    assert len(of(read, "Tenure")) == 1
    assert told(read)[0] == ("missing-value", name, 2, "name")


def test_notes_under_a_table_are_no_rows_of_it(tmp_path: Path) -> None:
    mapping = PERSON + "[[record]]\ntype='Tenure'\nvalues={unit_name='unit'}\n"
    read = read_table(tmp_path, "unit,name,x\nRada,Ann Example,1\nSource: the council,,\n,Bob Example,\n", mapping)
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Example", "Bob Example"]
    assert told(read)[0][:3] == ("note-row", "Source: the council", 3)


def test_what_a_row_says_of_a_person_not_taken_is_no_further_error(tmp_path: Path) -> None:
    mapping = PERSON + "[[record]]\ntype='Tenure'\nvalues={unit_name='unit'}\n"
    read = read_table(tmp_path, "unit,name\nRada,?\nSenat,Ann Example\n", mapping)
    assert [each[0] for each in told(read)] == ["missing-value", "without-person"]


def test_words_for_unknown_are_no_values(tmp_path: Path) -> None:
    table = "name,sex,place,nation\nAnn Example,unknown,不详,?\nBob Example,w,Lwiw,\n"
    mapping = PERSON.replace("}", ", sex='sex', birth_place='place', ethnicity='nation' }")
    read = read_table(tmp_path, table, mapping)
    assert of(read, "Cadre") == [
        {"name": "Ann Example"},
        {"name": "Bob Example", "sex": "女", "birth_place": "Lwiw"},
    ]
    assert told(read) == []


@pytest.mark.parametrize(("year", "code"), [("unknown", "missing-value"), ("present", "bad-date"), ("2021", "")])
def test_a_year_may_be_a_word(tmp_path: Path, year: str, code: str) -> None:
    values = "{year='y',grade='g',kind={constant='年度考核'}}"
    mapping = f"[[record]]\ntype='Assessment'\nlinks={{cadre='who'}}\nvalues={values}\n"
    read = read_table(tmp_path, f"who,y,g\nA B,{year},优秀\n", mapping)
    assert [each["year"] for each in of(read, "Assessment")] == ([2021] if not code else [])
    assert [each[0] for each in told(read) if each[0] != "no-record"] == ([code] if code else [])


@pytest.mark.parametrize(("word", "sex"), [("M", "男"), ("F", "女"), ("w", "女"), ("männlich", "男"), ("Mujer", "女")])
def test_words_for_the_sexes_are_known(tmp_path: Path, word: str, sex: str) -> None:
    read = read_table(tmp_path, f"name,s\nA B,{word}\n", PERSON.replace("}", ", sex='s' }"))
    assert of(read, "Cadre") == [{"name": "A B", "sex": sex}]


def test_a_table_replaces_the_list_unless_it_keeps_the_rest(tmp_path: Path) -> None:
    rows = "name,s\nA B,dona\nC D,female\n"
    table = PERSON.replace("}", ", sex={column='s',table={dona='女'}} }")
    assert [each.get("sex") for each in of(read_table(tmp_path, rows, table), "Cadre")] == ["女", None]
    kept = table.replace("table=", "otherwise='keep',table=")
    assert [each.get("sex") for each in of(read_table(tmp_path, rows, kept), "Cadre")] == ["女", "女"]


@pytest.mark.parametrize(
    ("spec", "status"),
    [
        ("end={constant='',empty='current'}", "current"),
        ("end_status={constant='current'}", "current"),
        ("end_status={constant='ended'}", "ended"),
        ("title={constant='x'}", "unknown"),
    ],
)
def test_a_table_without_ends_says_what_that_means(tmp_path: Path, spec: str, status: str) -> None:
    read = read_table(tmp_path, "who\nA B\n", TENURE + spec)
    assert of(read, "Tenure")[0]["end_status"] == status


def test_the_place_of_a_finding_leads_through_all_lists(tmp_path: Path) -> None:
    rows = [{"name": "A B", "born": "x", "terms": [{"posts": [{"body": "Rada", "from": "x"}]}]}]
    mapping = PERSON + (
        "[[record]]\ntype='Tenure'\neach='terms.posts'\n"
        "values={unit_name='body',start='from',end={column='../../born',empty='current'}}\n"
    )
    read = read_table(tmp_path, json.dumps(rows), mapping, name="t.json")
    assert [each[3] for each in told(read) if each[0] == "bad-date"] == ["terms[0].posts[0].from", "born"]


def test_a_missing_column_is_told_with_the_row_of_the_head(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="标题在第 1 行"):
        read_table(tmp_path, "who\nA B\n", PERSON)


@pytest.mark.parametrize("word", ["至今", "present", "heute", "н.в.", "Actualidad", "現在"])
def test_a_word_for_now_is_an_open_end(tmp_path: Path, word: str) -> None:
    read = read_table(tmp_path, f"who,d\nA B,{word}\n", f"{TENURE}end='d'")
    assert of(read, "Tenure")[0]["end_status"] == "current"


@pytest.mark.parametrize(("empty", "status"), [("current", "current"), ("unknown", "unknown"), (None, "unknown")])
def test_an_empty_end_is_what_the_mapping_says(tmp_path: Path, empty: str | None, status: str) -> None:
    spec = f"end={{column='d',empty='{empty}'}}" if empty else "end='d'"
    read = read_table(tmp_path, "who,d\nA B,\n", TENURE + spec)
    assert of(read, "Tenure")[0]["end_status"] == status


def test_an_end_ahead_that_is_meant_is_a_term_that_goes_on(tmp_path: Path) -> None:
    read = read_table(tmp_path, "who,d\nA B,2027-01-03\n", TENURE + "end={column='d',future=true}")
    assert (of(read, "Tenure")[0]["end"], of(read, "Tenure")[0]["end_status"]) == ("2027-01-03", "current")


@pytest.mark.parametrize(
    ("begins", "ends", "code", "column"),
    [
        ("2001", "1999", "end-before-start", "b"),
        ("2001", "2030-01", "future-date", "b"),
        ("2001", "2003-13", "bad-date", "b"),
        ("20280101", "", "future-date", "a"),
        ("2001-13", "", "bad-date", "a"),
    ],
)
def test_of_dates_that_cannot_be_nothing_follows(
    tmp_path: Path, begins: str, ends: str, code: str, column: str
) -> None:
    spec = "start='a'\nend={column='b',empty='current'}\nend_status={column='s',default='current'}"
    read = read_table(tmp_path, f"who,a,b,s\nA B,{begins},{ends},在任\n", TENURE + spec)
    (held,) = of(read, "Tenure")
    assert (held.get("end"), held["end_status"]) == (None, "unknown")
    assert told(read)[0] == (code, ends or begins, 2, column)


def test_names_are_put_together(tmp_path: Path) -> None:
    text = "first,middle,last,suffix\nAnn,J.,Example,Jr.\nBob,,Example,\n,,Solo,\n"
    mapping = "[[record]]\ntype='Cadre'\nvalues={name={text='[{first} ][{middle} ]{last}[, {suffix}]'}}"
    names = [each["name"] for each in of(read_table(tmp_path, text, mapping), "Cadre")]
    assert names == ["Ann J. Example, Jr.", "Bob Example", "Solo"]


def test_one_cell_becomes_several_records(tmp_path: Path) -> None:
    text = 'name,posts\n林试禾,"甲局局长(2010-2015)；乙局书记(2015-)"\n'
    mapping = r"""
[[record]]
type = "Cadre"
values = { name = "name" }
[[record]]
type = "Tenure"
each = { column = "posts", split = "；", match = '(?P<unit>.+?局)(?P<title>.+)\((?P<from>\d+)-(?P<to>\d*)\)' }
values = { unit_name = "unit", title = "title", start = "from", end = { column = "to", empty = "current" } }
"""
    read = read_table(tmp_path, text, mapping)
    assert [(each["unit_name"], each["title"], each["end_status"]) for each in of(read, "Tenure")] == [
        ("甲局", "局长", "ended"),
        ("乙局", "书记", "current"),
    ]
    assert links(drafts(read, "Tenure")[0])["cadre"] == read.records[0].subject


def test_columns_become_records(tmp_path: Path) -> None:
    text = "姓名,2021年考核,2022年考核\n林试,优秀,称职\n王试,,优秀\n"
    mapping = r"""
[[record]]
type = "Cadre"
values = { name = "姓名" }
[[record]]
type = "Assessment"
each = { columns = '(?P<year>\d{4})年考核' }
values = { year = "year", grade = "@item", kind = { constant = "年度考核" } }
"""
    read = read_table(tmp_path, text, mapping)
    assert [(each["year"], each["grade"]) for each in of(read, "Assessment")] == [
        (2021, "优秀"),
        (2022, "称职"),
        (2022, "优秀"),
    ]
    assert told(read) == []


def test_conditions_choose_rows(tmp_path: Path) -> None:
    text = "name,kind,end\nA B,person,\nC,body,2001\nD E,person,2002\n"
    mapping = (
        "[[record]]\ntype='Cadre'\nwhen={kind='person'}\nunless={end='*'}\nvalues={name='name'}\n"
        "[[record]]\ntype='Unit'\nwhen={kind=['body','org']}\nvalues={name='name'}"
    )
    read = read_table(tmp_path, text, mapping)
    assert [each["name"] for each in of(read, "Cadre")] == ["A B"]
    assert [each["name"] for each in of(read, "Unit")] == ["C"]


def test_another_file_and_the_graph_are_looked_up_in(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("id;name\n7;Rada\n", "utf-8")
    mapping = """
[lookup.bodies]
file = "bodies.csv"
key = "id"
[lookup.known]
records = "Unit"
key = "code"
[[record]]
type = "Tenure"
links = { cadre = { name = "who" } }
[record.values]
unit_name = { lookup = "bodies", by = "body", take = "name" }
title = { lookup = "known", by = "code", take = "name" }
"""
    read = read_table(
        tmp_path, "who,body,code\nA B,7,x\nC D,8,x\n", mapping, there={"Unit": [{"code": "x", "name": "X"}]}
    )
    assert of(read, "Tenure")[0]["unit_name"] == "Rada"
    assert of(read, "Tenure")[0]["title"] == "X"
    assert told(read) == [("not-in-lookup", "", 3, "body")]


def test_an_id_number_is_hashed_and_in_nothing_else(tmp_path: Path) -> None:
    text = f"姓名,身份证号,备注\n林试禾,{ID_NUMBER},证{ID_NUMBER}\n"
    mapping = "[[record]]\ntype='Cadre'\nidentify={id_number='身份证号'}\nvalues={name='姓名',expertise='备注'}"
    read = read_table(tmp_path, text, mapping)
    assert read.records[0].subject.values["id_hash"].startswith("hash-of-")
    assert ID_NUMBER not in read.everything()


def test_an_id_number_is_no_identifier_of_another_scheme(tmp_path: Path) -> None:
    mapping = "[[record]]\ntype='Cadre'\nidentify={staff='n'}\nvalues={name='name'}"
    read = read_table(tmp_path, f"name,n\nA B,{ID_NUMBER}\n", mapping)
    assert [each[0] for each in told(read)] == ["id-number-as-key"]
    assert ID_NUMBER not in read.everything()


def test_a_secret_identifier_is_hashed(tmp_path: Path) -> None:
    mapping = "[[record]]\ntype='Cadre'\nidentify={ssn={column='n',secret=true}}\nvalues={name='name'}"
    read = read_table(tmp_path, "name,n\nA B,078-05-1120\n", mapping)
    assert "078-05" not in read.everything()


def test_of_minors_only_kinship_and_year_are_kept(tmp_path: Path) -> None:
    text = "name,rel,kin,born,remark\n林试禾,儿子,林小试,2019-05,与林小试同住\n"
    mapping = """
[[record]]
type = "Cadre"
values = { name = "name", expertise = "remark" }
[[record]]
type = "FamilyMember"
values = { appellation = "rel", name = "kin", birth = "born" }
"""
    read = read_table(tmp_path, text, mapping)
    assert of(read, "FamilyMember") == [{"appellation": "儿子", "birth": "2019", "minor": True}]
    assert "林小试" not in read.everything()


def test_a_missing_value_the_model_requires_is_an_error_with_both_lines(tmp_path: Path) -> None:
    read = read_table(
        tmp_path, "name,x\n,1\nA B,2\n", "[ignore]\nx='no'\n\n[[record]]\ntype='Cadre'\nvalues={name='name'}"
    )
    (finding,) = [each for each in read.document.findings if each.severity == "error"]
    assert (finding.place.row, finding.place.column) == (2, "name")
    assert "mapping line 4" in str(finding.reason)


def test_many_findings_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"P {n},bad\n" for n in range(200))
    mapping = "[[record]]\ntype='Cadre'\nvalues={name='name',birth_month='born'}"
    read = read_table(tmp_path, f"name,born\n{rows}", mapping)
    assert [each[0] for each in told(read)].count("bad-date") == 50
    assert "150 处" in str(read.document.findings[-1].reason)


def test_the_same_thing_of_several_rows_is_said_once(tmp_path: Path) -> None:
    text = "id,name,body\n1,A B,Rada\n1,A B,Senat\n2,C D,Rada\n"
    mapping = (
        "[[record]]\ntype='Cadre'\nidentify={x='id'}\nvalues={name='name'}\n"
        "[[record]]\ntype='Unit'\nvalues={name='body'}\n[[record]]\ntype='Tenure'\nvalues={unit_name='body'}"
    )
    read = read_table(tmp_path, text, mapping)
    assert [len(of(read, label)) for label in ("Cadre", "Unit", "Tenure")] == [2, 2, 3]


def test_a_row_of_a_merged_block_is_no_note(tmp_path: Path) -> None:
    mapping = "[read]\nfill_down=['unit','name']\n" + PERSON
    mapping += "[[record]]\ntype='Tenure'\nvalues={unit_name='unit', title='title'}\n[ignore]\nx='-'\n"
    read = read_table(tmp_path, "unit,name,title,x\nRada,Ann Example,chair,1\n,,clerk,\n", mapping)
    assert [each["title"] for each in of(read, "Tenure")] == ["chair", "clerk"]


def test_rows_that_differ_in_who_takes_part_are_both_told(tmp_path: Path) -> None:
    mapping = PERSON + "[[record]]\ntype='WorkProject'\nvalues={unit_name='unit', year='year', title='title'}\n"
    mapping += "[record.links]\nresponsible={ record='Cadre', with={ role='role' } }\n"
    rows = "unit,year,title,name,role\nRada,2023,road,Ann Example,牵头\nRada,2023,road,Bob Example,配合\n"
    read = read_table(tmp_path, rows, mapping)
    assert len(of(read, "WorkProject")) == 2


@pytest.mark.parametrize("form", ["excel", "unix", "unix_ms"])
def test_a_year_is_a_year_where_days_are_counted(tmp_path: Path, form: str) -> None:
    mapping = PERSON.replace('name = "name"', f'name = "name", birth_month = {{ column = "born", date = "{form}" }}')
    read = read_table(tmp_path, "name,born\nAnn Example,1999\n", mapping)
    assert [each["birth_month"] for each in of(read, "Cadre")] == ["1999"]


def test_one_column_cut_in_two_ways_gives_two_kinds_of_items(tmp_path: Path) -> None:
    """The first part of one way is not the first part of the other: nothing made of the one is tied to the other."""
    mapping = r"""
[[record]]
type = "Cadre"
each = { column = "people", split = "；" }
values = { name = { column = "@item", match = '^\S+' } }
[[record]]
type = "Unit"
each = { column = "people", match = '(?P<unit>\S+?局)' }
values = { name = "unit" }
[[record]]
type = "Tenure"
each = { column = "people", split = "；" }
values = { unit_name = { column = "@item", match = '\S+局' }, title = { constant = "局长" } }
links = { cadre = { record = "Cadre" } }
"""
    read = read_table(tmp_path, "people\n林试禾 审计局；王试田 审计局；周试山 财政局\n", mapping)
    named = [(each.values["unit_name"], links(each)["cadre"].values["name"]) for each in drafts(read, "Tenure")]
    assert named == [("审计局", "林试禾"), ("审计局", "王试田"), ("财政局", "周试山")]


def test_parts_cut_in_another_way_are_not_about_the_person_of_the_same_number(tmp_path: Path) -> None:
    mapping = r"""
[[record]]
type = "Cadre"
each = { column = "people", split = "；" }
values = { name = "@item" }
[[record]]
type = "Tenure"
each = { column = "people", match = '(?P<title>.长)' }
values = { unit_name = { constant = "审计局" }, title = "title" }
"""
    read = read_table(tmp_path, "people\n林试禾；王试田任局长\n", mapping)
    assert drafts(read, "Tenure") == []
    assert [(code, column) for code, _, _, column in told(read)] == [("missing-value", "people[0].cadre")]


def test_names_that_look_like_words_for_nobody_can_be_kept(tmp_path: Path) -> None:
    table = "name\nNa\nVago\nunknown\nAnn Bee\n"
    read = read_table(tmp_path, table, PERSON)
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Bee"]
    assert all("keep" in str(each.reason) for each in read.document.findings if each.code == "missing-value")
    some = PERSON.replace('"name" }', '{ column = "name", keep = ["Na", "vago"] } }')
    assert [each["name"] for each in of(read_table(tmp_path, table, some), "Cadre")] == ["Na", "Vago", "Ann Bee"]
    every = PERSON.replace('"name" }', '{ column = "name", keep = true } }')
    assert len(of(read_table(tmp_path, table, every), "Cadre")) == 4
    linked = "[[record]]\ntype='Tenure'\nvalues={title='t'}\nlinks={cadre={name={column='name',keep='Na'}}}"
    assert (
        links(drafts(read_table(tmp_path, "name,t\nNa,chair\n", linked), "Tenure")[0])["cadre"].values["name"] == "Na"
    )


def test_of_a_petition_neither_name_nor_contact_of_the_petitioner_is_kept(tmp_path: Path) -> None:
    table = "no,who,day,topic\n1,A B,2023-05-01,作风 举报人孙某某 13800138000\n2,A B,2023-06-01,征地 13800138001\n"
    mapping = (
        "[[record]]\ntype='Petition'\nlinks={cadre={name='who'}}\n"
        "[record.values]\nnumber='no'\nreceived_on='day'\ntopic='topic'\n"
    )
    read = read_table(tmp_path, table, mapping)
    assert [each["topic"] for each in of(read, "Petition")] == [
        "作风 举报人〔信访人〕 〔联系方式〕",
        "征地 〔联系方式〕",
    ]
    assert not any(secret in read.everything() for secret in ("孙某某", "1380013800"))


SCORES = "[[record]]\ntype='Cadre'\nvalues={name='who'}\n[[record]]\ntype='Assessment'\nkey='who'\n"


def scores(folder: Path, cells: list[str], spec: str = "", head: str = "") -> tuple[list[Any], list[str]]:
    table = "who;s\n" + "".join(f"A B{chr(97 + number)};{cell}\n" for number, cell in enumerate(cells))
    values = f"values={{kind={{constant='annual'}},year=2023,score={{column='s'{spec}}}}}\n"
    read = read_table(folder, table, head + SCORES + values)
    return [each.get("score") for each in of(read, "Assessment")], [each[0] for each in told(read)]


def test_a_decimal_comma_is_none_of_thousands(tmp_path: Path) -> None:
    assert scores(tmp_path, ["3,03", "12.345,67", "1 234,5", "0,875"]) == ([3.03, 12345.67, 1234.5, 0.875], [])
    assert scores(tmp_path, ["1,234", "2,500.5", "1.234"]) == ([1234.0, 2500.5, 1.234], [])


def test_a_column_of_numbers_is_not_read_in_two_ways(tmp_path: Path) -> None:
    assert scores(tmp_path, ["87,5", "1,234", "1.234"]) == ([87.5, None, None], ["number-in-doubt"] * 2)
    assert scores(tmp_path, ["1,234", "87,5"]) == ([1234.0, None], ["number-in-doubt"])
    assert scores(tmp_path, ["87,5", "1,234", "1.234"], ",decimal=','") == ([87.5, 1.234, 1234.0], [])
    assert scores(tmp_path, ["1,234", "87,5"], head="[read]\ndecimal='.'\n") == ([1234.0, None], ["bad-number"])


def test_a_number_of_json_has_a_point_whatever_the_table_writes(tmp_path: Path) -> None:
    mapping = f"[read]\ndecimal=','\n{SCORES}values={{kind={{constant='annual'}},year=2023,score='s'}}\n"
    rows = [{"who": "A B", "s": 1.234}, {"who": "C D", "s": "1.234"}]
    read = read_table(tmp_path, json.dumps(rows), mapping, name="t.json")
    assert [each["score"] for each in of(read, "Assessment")] == [1.234, 1234.0]


@pytest.mark.parametrize(
    "pair",
    [
        "S N",
        "s n",
        "J N",
        "O N",
        "V F",
        "T F",
        "tak nie",
        "TAK NIE",
        "○ ×",
        "〇 ✕",
        "はい いいえ",
        "sim não",
        "Sí No",
        "vrai faux",
    ],
)
def test_yes_and_no_of_many_languages(tmp_path: Path, pair: str) -> None:
    yes, no = pair.split()
    mapping = PERSON.replace('name = "name"', 'name = "name", outstanding_young = "y"')
    read = read_table(tmp_path, f"name,y\nAnn,{yes}\nBob,{no}\n", mapping)
    assert [each.get("outstanding_young") for each in of(read, "Cadre")] == [True, False]
    assert told(read) == []


@pytest.mark.parametrize(("yes", "no"), [("E", "H"), ("K", "E"), ("A", "N")])
def test_letters_that_mean_both_are_said_by_a_table(tmp_path: Path, yes: str, no: str) -> None:
    mapping = PERSON.replace('name = "name"', 'name = "name", outstanding_young = VALUE')
    table = f"name,y\nAnn,{yes}\nBob,{no}\n"
    read = read_table(tmp_path, table, mapping.replace("VALUE", '"y"'))
    assert ("bad-yes-no", yes, 2, "y") in told(read)
    said = f'{{ column = "y", table = {{ {yes} = true, {no} = false }} }}'
    read = read_table(tmp_path, table, mapping.replace("VALUE", said))
    assert [each.get("outstanding_young") for each in of(read, "Cadre")] == [True, False]


def test_a_wrong_form_of_all_dates_is_told_once_where_it_stands(tmp_path: Path) -> None:
    mapping = f"[read]\ndates='dd/mm'\n{TENURE}start='d'\nend='e'\n"
    with pytest.raises(SourceError) as error:
        read_table(tmp_path, "who,d,e\nA B,1,2\n", mapping)
    assert str(error.value).count("dd/mm") == 2  # in both languages
    assert ":2: read.dates" in str(error.value)

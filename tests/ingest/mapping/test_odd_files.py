"""Files of other places, with mappings written from the documentation alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.mapping.tables import PERSON, drafts, of, read_table, told

SWEDISH = """Ledamöter i riksdagen 2024
\tNamn\tFödd\tKön\tValkrets\tUppdrag
1\tÅsa Exempel\t1970\tkvinna\tLund\tLedamot (2014-09-29–2018-09-24); Gruppledare (2018-09-24–)
2\tBjörn Påhitt\t1982\tman\tUmeå\tLedamot (2022-09-26–)
"""
SWEDISH_MAPPING = r"""[source]
issuer = "Exempel"
date = "2024-06"
[read]
header = 2
[ignore]
"#1" = "löpnummer"
[[record]]
type = "Cadre"
key = ["Valkrets"]
[record.values]
name = "Namn"
birth_month = "Född"
sex = { column = "Kön", table = { kvinna = "女", man = "男" } }
[[record]]
type = "Tenure"
each = { column = "Uppdrag", split = ";", match = '(?P<title>.+?) \((?P<from>[\d-]+)–(?P<to>[\d-]*)\)' }
[record.values]
unit_name = { constant = "Riksdagen" }
title = { text = "{title}, {../Valkrets}" }
start = "from"
end = { column = "to", empty = "current" }
"""
ROSTER = """干部名册（2024年6月）
序号;姓名;性别;出生年月;单位及职务;2022年;2023年;奖励
1;欧阳 试;男;76.06;甲湾区财政局局长;优秀;称职;2019年嘉奖、2021年三等功
2;林试禾;女;79.12;甲湾区教育局副局长;称职;;
"""
ROSTER_MAPPING = r"""[source]
issuer = "甲湾区"
date = "2024-06"
[ignore]
"序号" = "行号"
[[record]]
type = "Cadre"
[record.values]
name = "姓名"
sex = "性别"
birth_month = { column = "出生年月", date = "yy.mm" }
current_post_text = "单位及职务"
[[record]]
type = "Tenure"
[record.values]
unit_name = { column = "单位及职务", match = "^(.+局)(?=局长|副局长)" }
title = { column = "单位及职务", match = "(副?局长)$" }
end_status = { constant = "current" }
[[record]]
type = "Assessment"
each = { columns = '(?P<year>\d{4})年' }
[record.values]
kind = { constant = "年度考核" }
year = "year"
grade = "@item"
[[record]]
type = "Award"
each = { column = "奖励", split = "、", match = '(?P<date>\d{4}年)(?P<name>.+)' }
[record.values]
name = "name"
date = "date"
"""
MAYORS = """Bürgermeisterliste des Landkreises;;;;;
Stand: 30.6.2024;;;;;
;;;;;
Gemeinde;Amt;Name;geb.;seit;bis
Groß Übungsstadt;Oberbürgermeisterin;Dr. Muster, Änne;1961;1.11.2013;heute
Groß Übungsstadt;Oberbürgermeister;Probe, Jörg;* 14. März 1948;01.07.1999;31.10.2013
Klein Übungsstadt;Bürgermeister;Probe, Jörg;1975;Mai 2008;30.04.2014
Klein Übungsstadt;Bürgermeister;N.N.;;1.5.2014;31.12.2014
Klein Übungsstadt;Bürgermeisterin;Fuß, Käthe;unbekannt;2015;amtierend

Quelle: Kreisverwaltung;;;;;
"""
MAYORS_MAPPING = r"""[source]
issuer = "Landkreis Übungsstadt"
date = 2024-06-30
[[record]]
type = "Cadre"
key = ["Name", "geb."]
[record.compute]
family = { column = "Name", split = ",", part = 1, match = '(?:Dr\. )?(.+)' }
given = { column = "Name", split = ",", part = 2 }
[record.values]
name = { text = "{given} {family}" }
birth_month = { column = "geb.", match = '(?:\* *)?(.+)' }
[[record]]
type = "Tenure"
[record.values]
unit_name = "Gemeinde"
title = "Amt"
start = "seit"
end = { column = "bis", empty = "unknown", inclusive = true }
"""
GERMAN = {
    "results": [
        {
            "Mitglied": {
                "ID": 11,
                "Namen": [
                    {"VORNAME": "Eva", "NACHNAME": "Muster", "HISTORIE_VON": "01.01.1990"},
                    {"VORNAME": "Eva", "NACHNAME": "Muster-Fall"},
                ],
                "GEBURTSDATUM": "05.07.1955",
            },
            "Wahlperioden": [
                {
                    "WP": "19",
                    "VON": "24.10.2017",
                    "BIS": "26.10.2021",
                    "Institutionen": [
                        {"Name": "Ausschuss A", "VON": "31.01.2018", "BIS": ""},
                        {"Name": "Ausschuss B", "VON": "2018", "BIS": "heute"},
                    ],
                }
            ],
        }
    ]
}
GERMAN_MAPPING = """[source]
issuer = "Beispieltag"
date = "2024"
[read]
rows = "results"
dates = ["dd.mm.yyyy"]
[ignore]
"Mitglied.Namen.HISTORIE_VON" = "only the last name is kept"
[[record]]
type = "Cadre"
identify = { mdb = "Mitglied.ID" }
[record.values]
name = { text = "{Mitglied.Namen[-1].VORNAME} {Mitglied.Namen[-1].NACHNAME}" }
birth_month = "Mitglied.GEBURTSDATUM"
[[record]]
type = "Tenure"
name = "period"
each = "Wahlperioden"
[record.values]
unit_name = { constant = "Beispieltag" }
title = { text = "Mitglied, {WP}. Wahlperiode" }
start = "VON"
end = "BIS"
[[record]]
type = "Tenure"
name = "committee"
each = "Wahlperioden.Institutionen"
[record.values]
unit_name = "Name"
start = "VON"
end = { first_of = ["BIS", "../BIS"] }
"""


def test_offices_with_their_dates_in_one_cell(tmp_path: Path) -> None:
    read = read_table(tmp_path, SWEDISH, SWEDISH_MAPPING, name="riksdag.tsv")
    assert [(each["title"], each["start"], each["end_status"]) for each in of(read, "Tenure")] == [
        ("Ledamot, Lund", "2014-09-29", "ended"),
        ("Gruppledare, Lund", "2018-09-24", "current"),
        ("Ledamot, Umeå", "2022-09-26", "current"),
    ]
    assert told(read) == []


def test_a_roster_in_gbk_with_years_as_columns_and_awards_in_one_cell(tmp_path: Path) -> None:
    read = read_table(tmp_path, ROSTER.encode("gbk"), ROSTER_MAPPING)
    assert [(each["name"], each["birth_month"]) for each in of(read, "Cadre")] == [
        ("欧阳试", "1976-06"),
        ("林试禾", "1979-12"),
    ]
    assert [each["unit_name"] for each in of(read, "Tenure")] == ["甲湾区财政局", "甲湾区教育局"]
    assert [(each["name"], each["date"]) for each in of(read, "Award")] == [("嘉奖", "2019"), ("三等功", "2021")]
    assert len(of(read, "Assessment")) == 3
    assert told(read) == []


def test_people_inside_units_and_terms_inside_people(tmp_path: Path) -> None:
    bodies = [
        {"body": "Rada", "members": [{"n": "A B", "t": [{"r": "x"}, {"r": "y"}]}, {"n": "C D", "t": [{"r": "z"}]}]},
        {"body": "Senat", "members": [{"n": "?", "t": [{"r": "x"}]}, {"n": "C D", "t": []}]},
    ]
    mapping = """
[[record]]
type = "Unit"
values = { name = "body" }
[[record]]
type = "Cadre"
each = "members"
find = "unique"
values = { name = "n" }
[[record]]
type = "Tenure"
each = "members.t"
values = { unit_name = "../../body", title = "r" }
"""
    read = read_table(tmp_path, json.dumps(bodies), mapping, name="b.json")
    held = [(draft.links[0].target.values["name"], draft.values["title"]) for draft in drafts(read, "Tenure")]
    assert held == [("A B", "x"), ("A B", "y"), ("C D", "z")]
    assert [(each[0], each[3]) for each in told(read)] == [
        ("missing-value", "members[0].n"),
        ("without-person", "members[0].t[0]"),
    ]


def test_objects_whose_keys_are_numbers_and_years(tmp_path: Path) -> None:
    people = {"p1": {"naam": "Jan Test", "functies": {"2010": "lid", "2015": "voorzitter"}}, "p2": {"naam": "Ada Test"}}
    mapping = """
[[record]]
type = "Cadre"
identify = { nr = "@key" }
values = { name = "naam" }
[[record]]
type = "Tenure"
each = "functies.*"
values = { unit_name = { constant = "Kamer" }, title = "@item", start = "@key" }
"""
    read = read_table(tmp_path, json.dumps(people), mapping, name="p.json")
    assert [(each["title"], each["start"]) for each in of(read, "Tenure")] == [("lid", "2010"), ("voorzitter", "2015")]
    assert read.records[0].subject.values["keys"] == [["nr", "p1"]]
    assert told(read) == []


def test_mayors_with_titles_above_and_sources_below(tmp_path: Path) -> None:
    read = read_table(tmp_path, MAYORS.encode("latin-1"), MAYORS_MAPPING)
    assert [(each["name"], each.get("birth_month")) for each in of(read, "Cadre")] == [
        ("Änne Muster", "1961"),
        ("Jörg Probe", "1948-03-14"),
        ("Jörg Probe", "1975"),
        ("Käthe Fuß", None),
    ]
    assert [(each["start"], each.get("end"), each["end_status"]) for each in of(read, "Tenure")] == [
        ("2013-11-01", None, "current"),
        ("1999-07-01", "2013-11-01", "ended"),
        ("2008-05", "2014-05-01", "ended"),
        ("2015", None, "current"),
    ]
    assert [each[:3] for each in told(read)] == [
        ("missing-value", "N.N.", 8),
        ("without-person", "", 8),
        ("note-row", "Quelle: Kreisverwaltung", 11),
    ]


def test_lists_in_lists_with_ends_of_what_holds_them(tmp_path: Path) -> None:
    read = read_table(tmp_path, json.dumps(GERMAN), GERMAN_MAPPING, name="bt.json")
    assert [each["name"] for each in of(read, "Cadre")] == ["Eva Muster-Fall"]
    assert [(each["unit_name"], each["start"], each.get("end")) for each in of(read, "Tenure")] == [
        ("Beispieltag", "2017-10-24", "2021-10-26"),
        ("Ausschuss A", "2018-01-31", "2021-10-26"),
        ("Ausschuss B", "2018", None),
    ]
    assert told(read) == []


def test_a_remark_below_a_table_is_nobody_though_cells_are_filled_down(tmp_path: Path) -> None:
    mapping = """
[read]
fill_down = ["姓名", "性别"]
[[record]]
type = "Cadre"
values = { name = "姓名", sex = "性别" }
[[record]]
type = "Tenure"
values = { title = "职务" }
"""
    table = "姓名,性别,职务\n林试禾,女,局长\n,,书记\n注：以上人员均在职。,,\n资料来源：某局,,\n"
    read = read_table(tmp_path, table, mapping)
    assert [each["name"] for each in of(read, "Cadre")] == ["林试禾"]
    assert [each["title"] for each in of(read, "Tenure")] == ["局长", "书记"]
    assert [(code, row) for code, _, row, _ in told(read)] == [("note-row", 4)]


def test_an_only_item_without_its_list_is_an_item(tmp_path: Path) -> None:
    """Programs that turn XML into JSON leave the list away where one thing is alone."""
    mapping = """
[[record]]
type = "Cadre"
values = { name = { text = "{NAMES.NAME[0].FIRST} {NAMES.NAME[0].LAST}" } }
[[record]]
type = "Tenure"
name = "term"
each = "TERMS.TERM"
values = { unit_name = { constant = "House" }, title = "NO" }
[[record]]
type = "Tenure"
name = "body"
each = "TERMS.TERM.BODIES.BODY"
values = { unit_name = { text = "{WHAT} {../NO} {../../ID}" }, title = { constant = "member" } }
"""
    first = {"FIRST": "Ann", "LAST": "Bee"}
    one = {"ID": "1", "NAMES": {"NAME": first}, "TERMS": {"TERM": {"NO": "5", "BODIES": {"BODY": {"WHAT": "A"}}}}}
    terms = [{"NO": "6", "BODIES": {"BODY": [{"WHAT": "B"}, {"WHAT": "C"}]}}, {"NO": "7", "BODIES": None}]
    many = {"ID": "2", "NAMES": {"NAME": [first | {"FIRST": "Bo"}, first]}, "TERMS": {"TERM": terms}}
    read = read_table(tmp_path, json.dumps([one, many]), mapping, name="t.json")
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Bee", "Bo Bee"]
    assert [each["unit_name"] for each in of(read, "Tenure") if each["title"] == "member"] == [
        "A 5 1",
        "B 6 2",
        "C 6 2",
    ]
    assert [each["title"] for each in of(read, "Tenure") if each["unit_name"] == "House"] == ["5", "6", "7"]
    assert told(read) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和6年7月25日", "2024-07-25"),
        ("平成元年1月", "1989-01"),
        ("民國110年", "2021"),
        ("昭和５０.４.１", "1975-04-01"),
    ],
)
def test_years_of_a_reign_are_years(tmp_path: Path, text: str, day: str) -> None:
    mapping = "[[record]]\ntype = 'Cadre'\nvalues = { name = 'name', birth_month = 'born' }"
    assert of(read_table(tmp_path, f"name,born\nAnn Bee,{text}\n", mapping), "Cadre")[0]["birth_month"] == day


def test_a_word_for_an_end_that_is_not_known_says_what_to_write(tmp_path: Path) -> None:
    table = "name,title,to\nAnn Bee,chair,tills vidare\n"
    mapping = PERSON + "[[record]]\ntype='Tenure'\nvalues={title='title',end={column='to'%s}}"
    read = read_table(tmp_path, table, mapping % "")
    (reason,) = (str(each.reason) for each in read.document.findings if each.code == "bad-date")
    said = 'table = { "tills vidare" = "present" }, otherwise = "keep"'
    assert said in reason
    assert of(read_table(tmp_path, table, mapping % f",{said}"), "Tenure")[0]["end_status"] == "current"


def test_a_path_that_never_leads_to_anything_is_remarked_on(tmp_path: Path) -> None:
    mapping = """
[[record]]
type = "Cadre"
values = { name = "name", birth_month = "brith", party_text = { column = "party", optional = true } }
[[record]]
type = "Tenure"
each = "offices"
values = { title = "rol", start = "body.from", unit_name = "../house" }
[ignore]
birth = "x"
offices = "x"
"""
    row = {"name": "Ann Bee", "birth": "1970", "house": "H", "offices": [{"role": "chair", "body": {"from": "2001"}}]}
    read = read_table(tmp_path, json.dumps([row]), mapping, name="t.json")
    assert [(code, column) for code, _, _, column in told(read)] == [
        ("never-there", "brith"),
        ("never-there", "offices.rol"),
    ]
    assert any("相近的有：birth" in str(each.reason) for each in read.document.findings)


def test_what_is_read_of_an_object_inside_of_items_is_not_called_unread(tmp_path: Path) -> None:
    mapping = """
[[record]]
type = "Cadre"
values = { name = "name" }
[[record]]
type = "Tenure"
name = "term"
each = "terms"
values = { title = "role" }
[[record]]
type = "Tenure"
name = "seat"
each = "terms.bodies.*"
values = { unit_name = "@key", title = "role" }
"""
    term = {"role": "MP", "bodies": {"Finance": {"role": "chair"}, "Law": {"role": "member"}}}
    read = read_table(tmp_path, json.dumps([{"name": "Ann Example", "terms": [term]}]), mapping, name="t.json")
    assert len(of(read, "Tenure")) == 3
    assert told(read) == []

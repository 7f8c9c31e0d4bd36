"""People that do not stand one a row, and tables whose rows are none: what is suggested for them, unedited."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.test_suggested_files import checked
from tests.support.reading import TODAY

COUNCILS = {
    "consigli": [
        {
            "organo": "Consiglio comunale di Fintopoli",
            "gruppi": [
                {
                    "nome": "Uniti",
                    "membri": [
                        {
                            "id": 7,
                            "nome": "Lia",
                            "cognome": "Provetti",
                            "sesso": "F",
                            "nato": "1975",
                            "incarichi": [{"titolo": "Presidente", "dal": "2017-06-20", "al": "2019-12-31"}],
                        },
                        {"id": 8, "nome": "Ugo", "cognome": "Finti", "sesso": "M", "nato": "1980-11", "incarichi": []},
                    ],
                }
            ],
        }
    ]
}
PAIRS = (
    "Seat;Name1;Born1;From1;To1;Name2;Born2;From2;To2\n"
    "A;Ann Fint;1970;2015;2020;Bo Muster;1961;2016;\nB;;;;;Cy Dov;1981;2018;\n"
)


def test_people_deep_in_bodies_come_with_what_they_hold_there(tmp_path: Path) -> None:
    result = checked(tmp_path, json.dumps(COUNCILS), "c.json")
    assert result.records == {"Cadre": 2, "Tenure": 1}
    assert result.examples["Cadre"]["name"] == "Lia Provetti"
    held = result.examples["Tenure"]
    assert (held["unit_name"], held["title"]) == ("Consiglio comunale di Fintopoli", "Presidente")
    assert [each.code for each in result.findings if each.severity != "info"] == []


def test_people_side_by_side_in_a_row_are_people_each(tmp_path: Path) -> None:
    result = checked(tmp_path, PAIRS, "pairs.csv")
    assert result.records["Cadre"] == 3
    assert result.filled["Cadre"]["birth_month"] == 3
    assert [each.code for each in result.findings if each.severity == "error"] == []


def test_names_of_bodies_are_not_taken_for_people(tmp_path: Path) -> None:
    result = checked(tmp_path, "رمز,الاسم\nح1,هيئة المياه التجريبية\nح2,وزارة التجربة\n", "b.csv")
    assert result.records == {"Unit": 2}
    result = checked(tmp_path, "Instance,Site\nComité des fêtes,a\nConseil régional,b\n", "i.csv")
    assert result.records == {"Unit": 2}


def test_a_column_of_names_that_few_rows_fill_makes_no_people(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("A,Zweite,B\n1,Ann Fint,x\n2,Bo Muster,y\n3,,z\n4,,x\n5,,y\n", "utf-8")
    assert "\n[[record]]" not in suggest_mapping(tmp_path / "t.csv", TODAY)


def test_units_of_one_name_stand_behind_their_parent(tmp_path: Path) -> None:
    table = "id,name,parent\nA,House of Trade,\nB,House of War,\nA1,Oversight,A\nB1,Oversight,B\n"
    result = checked(tmp_path, table, "units.csv")
    assert [each.code for each in result.findings if each.severity != "info"] == []
    assert "[{parent_looked_up}: ]{name}" in (tmp_path / "m.toml").read_text("utf-8")


def test_ends_that_lie_ahead_are_said_to_be_meant(tmp_path: Path) -> None:
    table = (
        "person_id,role,body,start,end\n1,member,House,2019-01-03,2021-01-03\n2,member,House,2025-01-03,2031-01-03\n"
    )
    result = checked(tmp_path, table, "t.csv")
    assert result.filled["Tenure"]["end"] == 2
    assert [each.code for each in result.findings if each.severity != "info"] == []


def test_several_objects_of_objects_are_several_tables(tmp_path: Path) -> None:
    members = {"1": {"name": "Ann Fint", "born": 1961}, "2": {"name": "Bo Muster", "born": 1970}}
    said = {"parties": {"R": {"title": "Reds"}, "G": {"title": "Greens"}}, "members": members}
    assert checked(tmp_path, json.dumps(said), "t.json").records["Cadre"] == 2


def test_a_table_without_headings_is_suggested_as_one(tmp_path: Path) -> None:
    rows = [["7", "Ann Fint", "f", "1974-02-11", "t"], ["12", "Bo Muster", "m", "1969-01-01", "t"]]
    result = checked(tmp_path, "\n".join("\t".join(row) for row in rows), "dump.tsv")
    assert result.records["Cadre"] == 2
    assert "header = false" in (tmp_path / "m.toml").read_text("utf-8")

"""A name that leads to nothing is told with its line, wherever in the mapping it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.mapping.said import Said
from tests.ingest.mapping.tables import drafts, of, read_table, told

PARTS = """[compute]
since = { column = "wef", match = '(\\d.*)' }
[[record]]
type = "Cadre"
key = "No"
values = { name = "Name" }
[[record]]
type = "Tenure"
each = { column = "Posts", match = '(?P<post>\\w+)' }
"""
TABLE = "No,Name,Posts,wef\n1,Ann Test,Clerk; Chief,from 2019-07-01\n"
VALUES = "values = { unit_name = { constant = 'U' }, title = 'post'%s }\n"


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (VALUES % ", start = '../nosuch'", 10),
        (VALUES % ", start = '../../wef'", 10),
        (VALUES % ", start = 'wef'", 10),
        (VALUES % ", start = '@itm'", 10),
        (VALUES % ", start = '@column'", 10),
        (VALUES % ", method = { text = 'a[{../Sexxx}]' }", 10),
        (VALUES % "" + "key = '../Noo'\n", 11),
        (VALUES % "" + "when = { '../Noo' = '1' }\n", 11),
    ],
)
def test_a_name_inside_a_part_that_leads_to_nothing_is_refused(tmp_path: Path, more: str, line: int) -> None:
    with pytest.raises(SourceError, match=rf"mapping\.toml:{line}: "):
        read_table(tmp_path, TABLE, PARTS + more)


def test_the_column_that_is_cut_up_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"mapping\.toml:9: .*Jobs"):
        read_table(tmp_path, TABLE, PARTS.replace("Posts", "Jobs") + VALUES % "")


@pytest.mark.parametrize("name", ["since", "../since"])
def test_a_computed_column_is_the_rows_with_or_without_the_way_out(tmp_path: Path, name: str) -> None:
    read = read_table(tmp_path, TABLE, PARTS + VALUES % f", start = '{name}'")
    assert [each["start"] for each in of(read, "Tenure")] == ["2019-07-01"] * 2
    assert told(read) == []


def test_what_holds_an_item_keeps_its_own_key_beside_a_computed_column(tmp_path: Path) -> None:
    mapping = """[compute]
of = { text = "row {n}" }
[[record]]
type = "Cadre"
key = "n"
values = { name = "n" }
[[record]]
type = "Tenure"
each = "a[].b"
values = { unit_name = "../of", title = "../../of" }
"""
    rows = [{"n": "Ann Test", "a": [{"of": "inner", "b": [{"x": 1}]}]}]
    read = read_table(tmp_path, json.dumps(rows), mapping, name="t.json")
    (found,) = of(read, "Tenure")
    assert (found["unit_name"], found["title"]) == ("inner", "row Ann Test")


def test_paths_out_of_an_item_that_never_lead_to_anything_are_remarked_on(tmp_path: Path) -> None:
    mapping = """[[record]]
type = "Cadre"
identify = { n = "id" }
values = { name = "name" }
[[record]]
type = "Tenure"
each = "jobs"
[record.values]
unit_name = { constant = "U" }
title = "t"
start = "../form"
method = { text = "[{../nix}]x{t}" }
rank = "../../name"
portfolio = "@itm"
"""
    rows = [{"id": 1, "name": "Ann Test", "jobs": [{"t": "Clerk"}]}]
    read = read_table(tmp_path, json.dumps(rows), mapping, name="t.json")
    assert [(code, column) for code, _, _, column in told(read)] == [
        ("never-there", "form"),
        ("never-there", "nix"),
        ("never-there", "../../name"),
        ("never-there", "jobs.@itm"),
    ]
    assert "11" in next(str(each.reason) for each in read.document.findings if each.place.column == "form")


def test_a_computed_column_that_nothing_uses_is_told_and_so_is_its_source(tmp_path: Path) -> None:
    read = read_table(tmp_path, TABLE, PARTS + VALUES % "" + "[record.compute]\nx = { text = '{post}!' }\n")
    assert [(code, column) for code, _, _, column in told(read)] == [
        ("unread-column", "wef"),
        ("unused-compute", None),
        ("unused-compute", None),
    ]
    used = PARTS.replace("since =", "early = 'since'\nsince =") + VALUES % ", start = '../since'"
    assert [code for code, *_ in told(read_table(tmp_path, TABLE, used))] == ["unused-compute"]


def test_an_item_is_picked_by_what_is_empty_in_it(tmp_path: Path) -> None:
    mapping = (
        "[[record]]\ntype='Cadre'\nkey='n'\n[record.values]\nname={text='{names[to=].v}'}\nexpertise='names[-1].v'\n"
    )
    for last in ({"v": "Now", "to": ""}, {"v": "Now", "to": None}, {"v": "Now"}):
        rows = [{"n": 1, "names": [{"v": "Then", "to": "1990"}, last]}]
        read = read_table(tmp_path, json.dumps(rows), mapping, name="t.json")
        assert [(each.values["name"], each.values["expertise"]) for each in drafts(read, "Cadre")] == [("Now", "Now")]


HELD = """[[record]]
type = "Cadre"
identify = { q = "No" }
values = { name = "Name" }
[[record]]
type = "Tenure"
values = { unit_name = "Unit", title = "Title", start = "From", end = { column = "To", empty = "current" } }
"""


def test_one_record_told_in_two_ways_is_a_finding(tmp_path: Path) -> None:
    table = "No,Name,Unit,Title,From,To\n1,A B,C,M,,2019\n1,A B,C,M,,\n1,A B,C,M,,\n2,C D,C,M,2019,\n2,C D,C,M,2020,\n"
    read = read_table(tmp_path, table, HELD)
    assert told(read) == [("told-otherwise", "", 3, None)]
    (reason,) = (str(each.reason) for each in read.document.findings if each.code == "told-otherwise")
    assert "name in key" in reason
    assert "row 2" in reason
    keyed = read_table(tmp_path, table, HELD + "key = ['No', 'From', 'To']\n")
    assert told(keyed) == []
    assert len(of(keyed, "Tenure")) == 4


def test_a_tenure_of_nothing_is_told_and_not_taken(tmp_path: Path) -> None:
    table = "No,Name,Unit,Title,From,To\n1,A B,unknown,unknown,2019,\n2,C D,unknown,M,2019,\n"
    read = read_table(tmp_path, table, HELD)
    assert told(read) == [("tenure-of-nothing", "", 2, None)]
    assert [each["title"] for each in of(read, "Tenure")] == ["M"]


def test_what_is_remembered_of_a_long_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.mapping.said._REMEMBERED", 2)
    said = Said()
    assert [said.again(each) for each in "abacab"] == [False, False, True, False, True, False]
    assert said.otherwise("x", 1, 1) is None
    assert said.otherwise("x", 1, 2) is None
    assert said.otherwise("x", 2, 3) == 1
    assert [said.otherwise(each, 1, 4) for each in "yz"] == [None, None]
    assert said.otherwise("x", 2, 5) is None


def test_a_column_of_the_row_inside_an_item_is_told_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r'mapping\.toml:10: .*"\.\./No"'):
        read_table(tmp_path, TABLE, PARTS + VALUES % ", start = 'No'")


def test_brackets_in_each_other_are_told_how_to_write_them(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"side by side"):
        read_table(tmp_path, TABLE, PARTS + VALUES % ", start = { text = '{../wef}[-{post}[-{post}]]' }")


PARTIES = (
    "No,Name,Born,Party\n1,A B,1950,Reds\n1,A B,1950-03,Blues\n1,A B,1951,Blues\n2,A B,1960,Reds\n1,A B,1950,Reds\n"
)
OF_PARTIES = """[[record]]
type = "Cadre"
%s
values = { name = "Name", birth_month = "Born", party_text = "Party" }
"""


@pytest.mark.parametrize("who", ["identify = { q = 'No' }", "key = 'No'"])
def test_a_person_told_in_two_ways_is_a_finding_for_each_value(tmp_path: Path, who: str) -> None:
    read = read_table(tmp_path, PARTIES, OF_PARTIES % who)
    assert sorted(told(read)) == [
        ("person-told-otherwise", "1951", 4, "Born"),
        ("person-told-otherwise", "Blues", 3, "Party"),
    ]


def test_people_known_by_all_that_is_told_of_them_are_several(tmp_path: Path) -> None:
    read = read_table(tmp_path, PARTIES, "[ignore]\nNo = 'x'\n" + OF_PARTIES % "")
    assert "person-told-otherwise" not in [code for code, *_ in told(read)]

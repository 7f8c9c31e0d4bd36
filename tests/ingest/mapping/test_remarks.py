"""What stands below, above and between the rows of a table is told once, and is nobody; a name alone is somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.mapping.tables import PERSON, of, read_table

HEAD = "name,sex,born,party\n"
ROWS = "Ann Example,f,1961,Red\nBob Example,m,1970,Blue\n"
MAPPING = PERSON + "[ignore]\nsex='-'\nborn='-'\nparty='-'\n"


def people(folder: Path, table: str, mapping: str = MAPPING) -> list[str]:
    return [each["name"] for each in of(read_table(folder, table, mapping), "Cadre")]


@pytest.mark.parametrize(
    "foot",
    [
        "Stand: 31.12.2023,,,",
        "Stand 31.12.2023,,,",
        "Stand,31.12.2023,,",
        "As of 1 May 2024,,,",
        "注：以上人员均在职,,,",
        "※兼任,,,",
        "※,兼任,,",
        "Source: the council,,,",
        "Source,the council,,",
        "合计,,,2",
        "合计：2人,,,",
        "合计,,2人,",
        "共2人,,,",
        "Total,2,,2",
        "Total: 2,,,",
        "Insgesamt,,2,",
        "Итого,2,2,2",
        "1) until the end of the term,,,",
        "* on leave,,,",
        "2024年5月1日,,,",
        "令和6年4月1日現在,,,",
        "以下空白,,,",
        "End of list,,,",
        "审核：林试禾,,制表：赵小测,",
        "填表人：林试禾,,2024年5月1日,",
        "All persons named above took their seats after the election of the year before,,,",
    ],
)
@pytest.mark.parametrize("blank", ["", ",,,\n", "\n"])
def test_the_foot_of_a_table_is_nobody(tmp_path: Path, foot: str, blank: str) -> None:
    read = read_table(tmp_path, f"{HEAD}{ROWS}{blank}{foot}\n", MAPPING)
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Example", "Bob Example"]
    notes = [each for each in read.document.findings if each.code == "note-row"]
    assert [(each.severity, each.place.row) for each in notes] == [("info", 4 + bool(blank))]
    assert foot.split(",", maxsplit=1)[0][:60] in notes[0].value


def test_many_remarks_are_one_finding(tmp_path: Path) -> None:
    feet = "\nSource: the council,,,\nQuite another thing,,,\nTotal,2,,\n"
    read = read_table(tmp_path, HEAD + ROWS + feet, MAPPING)
    [note] = [each for each in read.document.findings if each.code == "note-row"]
    assert note.value == "Source: the council | Quite another thing | Total 2"
    assert "3" in str(note.reason)


@pytest.mark.parametrize("name", ["Eve Example", "Eve Example (1961)", "Dr. Eve O’Example-Test", "赵小测", "Eve"])
def test_a_name_alone_is_somebody(tmp_path: Path, name: str) -> None:
    assert people(tmp_path, f"{HEAD}{ROWS}{name},,,\n") == ["Ann Example", "Bob Example", name]
    assert people(tmp_path, f"{HEAD}{name},,,\n{ROWS}") == [name, "Ann Example", "Bob Example"]


def test_empty_rows_between_records_tell_nothing(tmp_path: Path) -> None:
    table = f"{HEAD}\nAnn Example,f,1961,Red\n\nBob Example,m,1970,Blue\n\nEve Example,,,\n"
    assert people(tmp_path, table) == ["Ann Example", "Bob Example", "Eve Example"]


def test_a_table_of_names_only(tmp_path: Path) -> None:
    table = "name\nAnn Example\n\nBob Example\n\nEve Example\nSource: the council\nTotal: 3\n"
    assert people(tmp_path, table, PERSON) == ["Ann Example", "Bob Example", "Eve Example"]


def test_subtotals_between_records_are_nobody(tmp_path: Path) -> None:
    table = f"{HEAD}Ann Example,f,1961,Red\n小计,,,1\nBob Example,m,1970,Blue\n小计,,,1\n"
    assert people(tmp_path, table) == ["Ann Example", "Bob Example"]


def test_cells_filled_down_make_no_person_of_a_remark(tmp_path: Path) -> None:
    mapping = "[read]\nfill_down=['sex','party']\n" + MAPPING
    table = f"{HEAD}{ROWS}\n* on leave,,,\nanother remark,,,\n"
    assert people(tmp_path, table, mapping) == ["Ann Example", "Bob Example"]


def test_many_names_without_more_are_people(tmp_path: Path) -> None:
    names = [f"Eve Example {chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(200)]
    table = HEAD + ROWS + "\n".join(f"{name},,," for name in names) + "\n"
    assert people(tmp_path, table) == ["Ann Example", "Bob Example", *names]

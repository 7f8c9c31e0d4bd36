"""What of a cell no pattern of the mapping reads is told, whatever record or value the patterns are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.mapping.tables import PERSON, of, read_table, told

ROLES = """
[[record]]
type = "Tenure"
each = { column = "roles", match = '(?P<title>[^,;(]+), (?P<unit>[^;(]+?) \\((?P<years>[^)]*)\\)' }
values = { unit_name = "unit", title = "title", start = "years" }
"""
ONE = "Minister of State, Home Office (2010)"
TWO = "Chief Whip (2018)"


def table(cell: str) -> str:
    return f'name,roles\nAnn Probe,"{cell}"\n'


@pytest.mark.parametrize("joint", ["; ", "; and ", " und "])
def test_a_cell_that_is_read_whole_is_no_finding(tmp_path: Path, joint: str) -> None:
    assert told(read_table(tmp_path, table(f"{ONE}{joint}{ONE}"), PERSON + ROLES)) == []


@pytest.mark.parametrize(("cell", "left"), [(f"{ONE}; {TWO}", f"; {TWO}"), (TWO, TWO), (f"{TWO}; {ONE}", f"{TWO};")])
def test_a_part_that_no_pattern_reads_is_told_with_its_text(tmp_path: Path, cell: str, left: str) -> None:
    read = read_table(tmp_path, table(cell), PERSON + ROLES)
    assert told(read) == [("not-matched", left, 2, "roles")]
    assert len(of(read, "Tenure")) == cell.count(ONE)


def test_what_another_pattern_or_value_reads_of_the_cell_is_not_left(tmp_path: Path) -> None:
    other = ROLES.replace("(?P<title>[^,;(]+), (?P<unit>[^;(]+?)", "(?:^|; )(?P<title>[^,;(]+)").replace(
        'unit_name = "unit", ', ""
    )
    assert told(read_table(tmp_path, table(f"{ONE}; {TWO}"), PERSON + ROLES + other)) == []
    person = PERSON.replace('"name" }', '"name", expertise = { column = "roles", match = "Chief Whip .*" } }')
    assert told(read_table(tmp_path, table(f"{ONE}; {TWO}"), person + ROLES)) == []
    whole = PERSON.replace('"name" }', '"name", expertise = "roles" }')
    assert told(read_table(tmp_path, table(f"{ONE}; {TWO}"), whole + ROLES)) == []


def test_rows_that_the_record_is_not_meant_for_are_no_finding(tmp_path: Path) -> None:
    meant = ROLES + 'when = { "../name" = "Bo Probe" }\n'
    assert told(read_table(tmp_path, table(TWO), PERSON + meant)) == []


def test_nothing_is_shown_of_a_cell_beside_the_names_of_kin(tmp_path: Path) -> None:
    kin = '[[record]]\ntype = "FamilyMember"\nvalues = { name = "child", appellation = { constant = "儿子" } }\n'
    content = f'name,child,roles\nAnn Probe,Bo Probe,"Bo Probe; {ONE}"\n'
    read = read_table(tmp_path, content, PERSON + kin + ROLES)
    assert ("not-matched", "", 2, "roles") in told(read)

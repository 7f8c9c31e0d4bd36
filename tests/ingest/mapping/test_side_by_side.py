"""Cells and columns that tell of several things side by side, and cells that hold a start and an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.mapping.errors import MappingError
from ingest.mapping.load import load_mapping
from tests.ingest.mapping.tables import PERSON, of, read_table, told

LISTS = """
[[record]]
type = "Tenure"
each = { together = ["office", "body", "from", "to"], split = ";" }
values = { title = "office", unit_name = "body", start = "from", end = "to" }
"""
HEAD = "name,office,body,from,to\n"


def tenures(folder: Path, content: str, mapping: str) -> list[tuple[object, ...]]:
    read = read_table(folder, content, PERSON + mapping)
    assert told(read) == []
    names = ("title", "unit_name", "start", "end", "end_status")
    return [tuple(each.get(name) for name in names) for each in of(read, "Tenure")]


def test_parts_of_cells_side_by_side_are_one_record_each(tmp_path: Path) -> None:
    row = "Ann Bee,member;chair;minister,Council;Council;Ministry,2001;2005;2010,2005;2010;\n"
    assert tenures(tmp_path, HEAD + row, LISTS) == [
        ("member", "Council", "2001", "2005", "ended"),
        ("chair", "Council", "2005", "2010", "ended"),
        ("minister", "Ministry", "2010", None, "unknown"),
    ]


def test_an_empty_part_keeps_its_place_and_an_empty_cell_tells_nothing(tmp_path: Path) -> None:
    row = "Ann Bee,member;chair,,;2005,\n"
    assert tenures(tmp_path, HEAD + row, LISTS) == [
        ("member", None, None, None, "unknown"),
        ("chair", None, "2005", None, "unknown"),
    ]


def test_lists_of_different_lengths_are_told_and_not_paired(tmp_path: Path) -> None:
    read = read_table(tmp_path, HEAD + "Ann Bee,member;chair,Council,1999;2004,\n", PERSON + LISTS)
    assert of(read, "Tenure") == []
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Bee"]
    assert told(read) == [("uneven-lists", "", 2, None)]
    (finding,) = (each for each in read.document.findings if each.code == "uneven-lists")
    assert "office 2、body 1、from 2" in str(finding.reason)
    assert "mapping line 8" in str(finding.reason)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("任职1,起1,止1,任职2,起2,止2", ("任职<n>", "起<n>", "止<n>")),
        ("第一任职务,第一任起,第一任止,第二任职务,第二任起,第二任止", ("第<n>任职务", "第<n>任起", "第<n>任止")),
        ("任职,起,止,任职,起,止", ("任职", "起", "止")),
    ],
)
def test_columns_that_come_again_are_one_record_for_each_time(
    tmp_path: Path, head: str, names: tuple[str, ...]
) -> None:
    title, start, end = names
    mapping = f"""
[[record]]
type = "Tenure"
each = {{ together = {list(names)} }}
values = {{ title = {{ text = "{{{title}}}" }}, start = "{start}", end = "{end}", order = "@number" }}
"""
    content = f"name,{head}\nAnn Bee,科员,2005.07,2012.03,处长,2012.03,至今\nBo Cee,,,,科员,2012.08,\n"
    assert tenures(tmp_path, content, mapping) == [
        ("科员", None, "2005-07", "2012-03", "ended"),
        ("处长", None, "2012-03", None, "current"),
        ("科员", None, "2012-08", None, "unknown"),
    ]


def test_a_column_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path) -> None:
    mapping = LISTS.replace('"to"', '"until<n>"').replace(', split = ";"', "")
    for name in ("office", "body", "from"):
        mapping = mapping.replace(f'"{name}"', f'"{name}<n>"')
    content = HEAD.replace("office,body,from,to", "office1,body1,from1,to1") + "Ann Bee,member,Council,2001,\n"
    with pytest.raises(SourceError, match="until<n>"):
        read_table(tmp_path, content, PERSON + mapping)


@pytest.mark.parametrize(
    "each",
    [
        '{ together = ["a"], split = ";" }',
        '{ together = ["a<n>", "b<n>"], split = ";" }',
        '{ together = ["a<n>", "b"] }',
        '{ together = ["a", "b"], match = "x" }',
        '{ together = ["a", "b"], column = "c" }',
    ],
)
def test_what_cannot_be_together_is_refused(tmp_path: Path, each: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(f'{PERSON}\n[[record]]\ntype = "Tenure"\neach = {each}\nvalues = {{ title = "a" }}\n', "utf-8")
    with pytest.raises(MappingError) as refused:
        load_mapping(path)
    assert refused.value.faults[0].line == 8


SPAN = """
[[record]]
type = "Tenure"
values = { title = "post", start = "years", end = { column = "years", empty = "current" } }
"""


@pytest.mark.parametrize(
    ("years", "start", "end", "status"),
    [
        ("2011–2017", "2011", "2017", "ended"),
        ("2011-2017", "2011", "2017", "ended"),
        ("2011.07-2017.08", "2011-07", "2017-08", "ended"),
        ("2011年7月至2017年8月", "2011-07", "2017-08", "ended"),
        ("2011.07—至今", "2011-07", None, "current"),
        ("01.09.2015 – по настоящее время", "2015-09-01", None, "current"),
        ("с 01.03.2021 по настоящее время", "2021-03-01", None, "current"),
        ("15.02.2018 - 30.06.2022", "2018-02-15", "2022-06-30", "ended"),
        ("May 2001 to June 2003", "2001-05", "2003-06", "ended"),
        ("2011-07", "2011-07", None, "current"),
        ("2018 –", "2018", None, "current"),
        ("seit 2018", "2018", None, "current"),
        ("16/10/2018 a la fecha", "2018-10-16", None, "current"),
        ("bis 2018", None, "2018", "ended"),
        ("– 2018", None, "2018", "ended"),
    ],
)
def test_a_column_named_for_start_and_end_holds_both(
    tmp_path: Path, years: str, start: str | None, end: str | None, status: str
) -> None:
    (found,) = tenures(tmp_path, f"name,post,years\nAnn Bee,clerk,{years}\n", SPAN)
    assert found[2:] == (start, end, status)


def test_what_is_no_span_is_told_for_both_sides(tmp_path: Path) -> None:
    read = read_table(tmp_path, "name,post,years\nAnn Bee,clerk,2011–soon\n", PERSON + SPAN)
    assert {each[:2] for each in told(read)} == {("bad-date", "2011–soon")}

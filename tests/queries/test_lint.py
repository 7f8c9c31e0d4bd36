"""A file that may not be saved says where in the file and why: faults planted one by one into a file that may."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from queries.catalogue import PUBLISHED, read_file
from queries.contract import columns_returned
from queries.guard import inspect
from queries.lint import faults, warnings
from queries.lint_lists import lists_in_no_order
from queries.lint_texts import texts_cut
from queries.lint_types import types_returned

GOOD = """// ---
// title = { zh = "各年各等次人数", en = "Grades by year" }
// question = { zh = "所选等次每年多少人?", en = "How many of the chosen grades a year?" }
// sentence = { zh = "{grades} 每年的人数", en = "{grades} by year" }
// access = 3
// why = '''
// MATCH path = (a:Assessment)-[:OF]->(:Cadre) WHERE a.year = $row.year RETURN path
// '''
//
// [parameters.grades]
// type = "several_of"
// choices = "assessment_grade"
// help = { zh = "等次", en = "Grades" }
//
// [columns.year]
// type = "integer"
// meaning = { zh = "年度", en = "Year" }
//
// [columns.cadres]
// type = "integer"
// meaning = { zh = "人数", en = "Cadres" }
// ---
MATCH (a:Assessment)-[:OF]->(c:Cadre)
WHERE $grades IS NULL OR a.grade IN $grades
RETURN a.year AS year, count(DISTINCT c) AS cadres
ORDER BY year
"""


def told(folder: Path, text: str, name: str = "grades_by_year") -> list[str]:
    """What is wrong with a file of this text: `LINE: what`, or what reading it already says."""
    file = folder / f"{name}.cypher"
    file.write_bytes(text.encode())
    try:
        return [f"{each.line}: {each}" for each in faults(read_file(file))]
    except InputError as error:
        return [str(error)]


def test_the_name_that_says_how_far_a_unit_reaches_is_no_other_parameter(tmp_path: Path) -> None:
    more = (
        '// [parameters.unit]\n// type = "unit"\n// help = { zh = "单位", en = "A unit" }\n//\n'
        '// [parameters.unit_below]\n// type = "integer"\n// help = { zh = "几级", en = "Levels" }\n//\n'
    )
    text = GOOD.replace("// [columns.year]", more + "// [columns.year]").replace(
        "ORDER BY year", "ORDER BY year SKIP size($unit) + $unit_below"
    )
    assert any("unit_below" in each and "'unit'" in each for each in told(tmp_path, text))
    other = text.replace('type = "unit"', 'type = "cadres"')
    assert not any("'unit_below' 不能" in each for each in told(tmp_path, other))


@pytest.mark.parametrize("text", [GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_a_file_that_is_right_has_no_fault(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"several_of"', '"list_of"', ["line 11", "parameters.grades.type", "several_of"]),
        ("access = 3", 'access = "three"', ["line 5", "access"]),
        ("access = 3", "acess = 3", ["line 5", "no such key"]),
        (', en = "Grades by year"', "", ["line 2", "title.en"]),
        ('"各年各等次人数"', "各年各等次人数", ["line 2, column 19", "TOML"]),
        ("access = 3", "access = 3\n// access = 3", ["line 6", "TOML"]),
        ("access = 3", "access = 1", ["5: access", "class 3", "(Assessment)"]),
        ("(c:Cadre)\n", "(c:Cadre)-[:RECEIVED]->(x)\n", ["5: access", "class 4", "RECEIVED → Punishment", "(x:Award)"]),
        ("{grades} 每年", "{grade} 每年", ["4: sentence.zh", "{grade}"]),
        ("{grades} 每年", "{grades 每年", ["4: sentence.zh", "braces"]),
        ("{grades} by", "{} by", ["4: sentence.en", "{}"]),
        ("{grades} by", "[{grades} by", ["4: sentence.en", "brackets"]),
        ("{grades} by", "[all ]{grades} by", ["4: sentence.en", "brackets"]),
        ("{grades} by", "[a [{grades}]] by", ["4: sentence.en", "brackets"]),
        ("$row.year", "$row.yaer", ["6: why", "yaer", "cadres"]),
        ("WHERE a.year", "SET a.x = 1 WHERE a.year", ["7: why", "SET"]),
        ('"several_of"', '"several_of"\n// default = ["优异"]', ["12: parameters.grades.default", "优异"]),
        (
            'type = "several_of"\n// choices = "assessment_grade"',
            'type = "integer"\n// default = "x"',
            ["12: parameters.grades.default", "whole number"],
        ),
        (
            'type = "several_of"\n// choices = "assessment_grade"',
            'type = "integer"\n// minimum = 9\n// maximum = 1',
            ["12: parameters.grades.minimum", "maximum"],
        ),
        (
            'type = "several_of"\n// choices = "assessment_grade"',
            'type = "yes_no"\n// default = "maybe"',
            ["12: parameters.grades.default", "true"],
        ),
        (
            'type = "several_of"\n// choices = "assessment_grade"',
            'type = "month"\n// default = "spring"',
            ["12: parameters.grades.default", "date"],
        ),
        ("[parameters.grades]", "[parameters.sort]", ["10: parameters.sort", "address"]),
        ("a.grade IN", "c.year IN", ["24: Cypher", "Cadre has no property 'year'", "Assessment"]),
        ("a.grade IN", "a.grad IN", ["24: Cypher", "no property 'grad'"]),
        ("a.year AS year,", "'a.year AS year,", ["25: Cypher", "not closed"]),
        ("---\nMATCH (a:Assessment)", "---\nMATCH (a:Assessment", ["23: Cypher", "not closed"]),
        ("AS cadres", "AS many", ["columns", "many"]),
        (
            '"integer"\n// meaning = { zh = "年度"',
            '"text"\n// meaning = { zh = "年度"',
            ["16: columns.year.type", "text", "integer"],
        ),
        ("AS cadres", "AS cadres, c AS who", ["columns", "who"]),
        ("access = 3", 'access = 3\n// one_row_for = ["grade"]', ["6: one_row_for", "grade"]),
    ],
)
def test_a_fault_says_where_and_why(tmp_path: Path, old: str, new: str, says: list[str]) -> None:
    assert old in GOOD
    found = told(tmp_path, GOOD.replace(old, new, 1))
    assert any(all(part in each for part in says) for each in found), found


@pytest.mark.parametrize("end", [";", " ;\n", "; // 完\n", "\r\n;\r\n/* 完 */"])
def test_a_semicolon_may_end_the_query(tmp_path: Path, end: str) -> None:
    assert told(tmp_path, GOOD.rstrip() + end) == []


def test_two_columns_are_not_called_alike(tmp_path: Path) -> None:
    file = tmp_path / "grades_by_year.cypher"
    file.write_text(GOOD.replace('en = "Cadres" }', 'en = "Year" }'), "utf-8")
    (fault,) = faults(read_file(file))
    assert str(fault.where) == "columns.cadres.meaning.en"
    assert "column year" in str(fault)


def test_a_text_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """What follows from one fault is no fault of its own."""
    assert len(told(tmp_path, GOOD.replace("---\nMATCH (a:Assessment)", "---\nMATCH (a:Assessment"))) == 1


def test_a_name_no_catalogue_finds_is_told(tmp_path: Path) -> None:
    assert any("no name of a query" in each for each in told(tmp_path, GOOD, "Grades by-year"))


@pytest.mark.parametrize(
    ("cypher", "wrong"),
    [
        ("MATCH (t:Tenure) RETURN t.position_level", 1),
        ("MATCH (c:Cadre)-[h:HELD]->(t:Tenure) RETURN h.title", 1),
        ("MATCH (t:Tenure|Cadre) RETURN t.position_level", 0),
        ("MATCH (t:Tenure) WITH {position_level: 1} AS t RETURN t.position_level", 0),
        ("MATCH (t:Tenure) RETURN [t IN [{position_level: 1}] | t.position_level]", 0),
        ("MATCH (x) RETURN x.position_level", 0),
        ("MATCH (t:Tenure {end_status: 'current'}) WHERE t.start > '2020' RETURN t.title, t.status, t.id", 0),
    ],
)
def test_a_property_belongs_to_its_label(cypher: str, wrong: int) -> None:
    assert len(inspect(cypher).problems) == wrong


def test_a_column_is_of_the_type_that_is_returned() -> None:
    cypher = (
        "MATCH (c:Cadre)-[h:HELD]->(t:Tenure) WITH c AS who, t, h, t.start AS start, count(*) AS n "
        "RETURN who, t, h, start, n, size(who.name) AS long, EXISTS { (t)-[:AT_UNIT]->(:Unit) } AS placed, "
        "who.name + '' AS name, toString(n) + '1' AS text, collect(t.title) AS titles;"
    )
    found = types_returned(cypher)
    assert {name: types[0] for name, types in found.items()} == {
        "who": "cadre",
        "t": "record",
        "start": "day",
        "n": "integer",
        "long": "integer",
        "placed": "yes_no",
        "titles": "things",
    }


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("MATCH (c:Cadre) RETURN c.name[0..1] AS surname", ["c.name"]),
        ("MATCH (c:Cadre) RETURN c.name[0] AS surname", ["c.name"]),
        ("MATCH (c:Cadre) WITH c.name AS name RETURN name[..2] AS surname", ["name"]),
        ("MATCH (c:Cadre) WITH collect(c.name) AS name RETURN name[..2] AS names", []),
        ("MATCH (c:Cadre) WITH c.name AS name WITH collect(name) AS name RETURN name[0] AS first", []),
        ("MATCH (r:SourceRecord) RETURN r.pending_names[0] AS first", []),
        ("MATCH (c:Cadre) RETURN [x IN c.alternatives | x][0] AS first", []),
    ],
)
def test_a_text_is_not_cut_as_a_list(cypher: str, told: list[str]) -> None:
    found = list(texts_cut(cypher))
    assert len(found) == len(told)
    assert all(f"left({name}, 1)" in each.what.zh and each.column for each, name in zip(found, told, strict=True))


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN c.id AS id, collect(t.title) AS titles ORDER BY id", ["titles"]),
        ("MATCH (c:Cadre) WITH c, [(c)-[:HELD]->(t:Tenure) | t.title] AS x RETURN c AS c, x ORDER BY c.id", ["x"]),
        ("MATCH (t:Tenure) WITH t ORDER BY t.id RETURN collect(t.title) AS titles", []),
        ("RETURN COLLECT { MATCH (t:Tenure) RETURN t.title ORDER BY t.title } AS titles", []),
        ("RETURN COLLECT { MATCH (t:Tenure) RETURN t.title } AS titles", ["titles"]),
        ("MATCH (t:Tenure) WITH collect(t) AS ts RETURN size(ts) AS n, any(x IN ts WHERE x.order = 1) AS y", []),
        ("MATCH (t:Tenure) WITH collect(t) AS ts UNWIND ts AS t RETURN t ORDER BY t.id", []),
    ],
)
def test_a_list_in_no_order_is_told(cypher: str, columns: list[str]) -> None:
    assert [what.zh.split(":")[0] for what, _ in lists_in_no_order(cypher)] == columns


def test_the_order_of_a_union_is_settled_around_it(tmp_path: Path) -> None:
    file = tmp_path / "grades_by_year.cypher"
    body = "MATCH (a:Assessment) RETURN a.year AS year, 1 AS cadres\n"
    file.write_text(GOOD[: GOOD.index("// ---\nMATCH")] + f"// ---\n{body}UNION ALL\n{body}", "utf-8")
    assert "CALL { }" in str(warnings(read_file(file))[0])


@pytest.mark.parametrize("name", ["limit", "order", "starts", "index"])
def test_a_column_may_be_called_like_a_word(name: str) -> None:
    cypher = f"MATCH (t:Tenure) RETURN t.order AS {name} ORDER BY {name}"
    assert columns_returned(cypher) == (name,)
    assert inspect(cypher).problems == ()


def test_choices_may_come_from_a_query_that_the_office_has_published(tmp_path: Path) -> None:
    asked = GOOD.replace('choices = "assessment_grade"', 'choices = { query = "own_years", column = "year" }')
    published = tmp_path / PUBLISHED / "own" / "own_years.cypher"
    published.parent.mkdir(parents=True)
    published.write_text(GOOD, "utf-8")
    file = tmp_path / "grades_by_year.cypher"
    file.write_text(asked, "utf-8")
    assert faults(read_file(file), tmp_path) == []
    assert any("own_years" in str(each) for each in faults(read_file(file)))

"""Cypher alone is given a header with which it may be saved."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from queries.catalogue import catalogue
from queries.file import parse
from queries.first_header import has_header, with_first_header
from queries.guard import UnsafeQuery
from queries.lint import faults


@pytest.mark.parametrize("name", catalogue())
def test_the_cypher_of_every_query_may_be_saved_with_it(name: str) -> None:
    cypher = catalogue()[name].cypher
    text = with_first_header(cypher)
    assert not has_header(cypher)
    assert has_header(text)
    query = parse(text, name="mine", topic="own")
    assert query.cypher == cypher.strip()
    assert faults(query) == []


def test_names_tell_what_a_parameter_takes() -> None:
    text = with_first_header("MATCH (u:Unit) WHERE u.id IN $unit AND $since > $years RETURN u AS unit, u.name AS name")
    query = parse(text, name="mine", topic="own")
    assert {name: each.type for name, each in query.header.parameters.items()} == {
        "since": "day",
        "unit": "unit",
        "years": "integer",
    }
    assert {name: each.type for name, each in query.header.columns.items()} == {"unit": "unit", "name": "text"}


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (c:Cadre) RETURN c.sex AS 性别, count(*) AS `人 数` ORDER BY 性别;",
        "// 谁是谁\n\nMATCH (c:Cadre) RETURN c.name ORDER BY c.name, c.id ; // 完",
        "MATCH (c:Cadre) WHERE c.sex = $性别 RETURN count(c) AS n",
        "MATCH (c:Cadre)\r\n// 按年\r\nRETURN left(c.birth_month, 4) AS 年, count(*) AS n\r\nORDER BY 年;\r\n",
    ],
)
def test_names_of_any_writing_and_comments_are_taken(cypher: str) -> None:
    assert not has_header(cypher)
    query = parse(with_first_header(cypher), name="mine", topic="own")
    assert faults(query) == []


@pytest.mark.parametrize(
    "text", ["// title = 'x'\nMATCH (n) RETURN n", "\ufeff// ---\n// access = 2\n", "\n// [columns.x]\n"]
)
def test_a_header_that_is_not_right_is_one(text: str) -> None:
    assert has_header(text)


def test_what_is_not_read_gets_none() -> None:
    with pytest.raises(UnsafeQuery):
        with_first_header("MATCH (n) DELETE n")


def test_a_key_that_is_wrong_says_what_it_wants_in_both_languages() -> None:
    head = '// title = "x"\n// question = { zh = "试", en = "Try" }\n// [columns.n]\n// type = "whole"'
    text = f"// ---\n{head}\n// ---\nRETURN 1 AS n"
    with pytest.raises(InputError) as error:
        parse(text, name="own", topic="own")
    told = error.value.told.text("en")
    assert 'line 2 title: write both languages: { zh = "…", en = "…" }' in told
    assert "line 5 columns.n.type: one of 'text', " in told
    assert "line 4 columns.n.meaning: must be there" in told
    assert "title: 须写中英文两种" in error.value.told.text("zh")

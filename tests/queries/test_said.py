"""What sources that disagree say, in words."""

from __future__ import annotations

import json
import re
from typing import Final

import pytest

from graph.model.codes import code_lists
from queries.catalogue import catalogue, find_query
from queries.computed._said import said, title
from queries.contract import properties_returned
from queries.file import QueryFile
from queries.guard.tokens import Token, tokenise
from queries.in_words import Told, in_words, phrase, phrases

HAN: Final = re.compile("[\u4e00-\u9fff]")


def test_each_value_is_told_with_the_day_of_its_form_the_one_taken_first() -> None:
    alternatives = json.dumps(
        [
            {"property": "end", "value": "2003-08", "record": "src_a", "date": "2023-12-16"},
            {"property": "end", "value": "2003-07", "record": "src_b", "date": "2024-03-01", "rule": "kind_of_source"},
            {"property": "degree", "value": None, "record": "src_b", "date": None},
        ]
    )
    assert said("Education", alternatives, ["end"]) == [
        "毕（肄）业时间: 2003-07 (2024-03-01, 采用)；2003-08 (2023-12-16)"
    ]
    assert said("Education", alternatives, ["degree"]) == ["学位名称: 未写"]


def test_a_property_the_model_does_not_know_keeps_its_name() -> None:
    assert (title("Education", "end"), title("Education", "gone")) == ("毕（肄）业时间", "gone")
    assert said("Education", None, []) == []


def test_what_sources_say_is_told_in_english_too() -> None:
    alternatives = json.dumps(
        [
            {"property": "sex", "value": "男", "record": "src_a", "date": "2023-12-16"},
            {"property": "sex", "value": None, "record": "src_b", "date": "2024-03-01", "rule": "kind_of_source"},
        ]
    )
    (told,) = said("Cadre", alternatives, ["sex"])
    assert (told, told.en) == (
        "性别: 未写 (2024-03-01, 采用)；男 (2023-12-16)",
        "Sex: not given (2024-03-01, taken); male (2023-12-16)",
    )


def _said_by(query: QueryFile) -> set[str]:
    """The Chinese texts a query makes rows of: after THEN, ELSE and a colon, or beside a plus."""
    tokens = tokenise(query.cypher)
    return {each.text[1:-1] for at, each in enumerate(tokens) if each.kind == "string" and _is_said(tokens, at)} - {""}


def _is_said(tokens: tuple[Token, ...], at: int) -> bool:
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return bool(HAN.search(tokens[at].text)) and (before.upper in ("THEN", "ELSE") or "+" in (before.text, after.text))


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_what_a_query_says_itself_has_its_english(query: QueryFile) -> None:
    known = {*phrases(), *(code.name for each in code_lists().values() for code in each.items)}
    listed = (each.choices for each in query.header.parameters.values() if isinstance(each.choices, tuple))
    choices = {each for some in listed for each in some if HAN.search(each)}
    untold = {text for text in _said_by(query) | choices if not any(text.strip() in phrase for phrase in known)}
    assert not untold


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("不合程序", "Not in order"),
        ("到会5人, 不足应到9人的三分之二", "5 present, fewer than two thirds of 9 members"),
        ("考察 2021-11-09 早于民主推荐 2021-11", "inspection 2021-11-09 before democratic recommendation 2021-11"),
        ("2019基本称职", "2019 basically competent"),
        ("汀洲市水利局 副局长", "汀洲市水利局 副局长"),
    ],
)
def test_a_phrase_is_told_with_its_parts(chinese: str, english: str) -> None:
    assert phrase(chinese) == english


def test_cells_are_in_the_language_of_the_reader() -> None:
    meetings, led = find_query("meetings_not_in_order"), find_query("led_unit")
    assert in_words(meetings, "verdict", "待核实", "en") == "To be verified"
    assert in_words(meetings, "verdict", "待核实", "zh") == "待核实"
    assert in_words(meetings, "wrong", ["到会人数", "决定"], "en") == "How many were present; The decision"
    assert in_words(meetings, "meeting", "决定", "en") == "决定"  # a name from the graph is none of the query's own
    assert [in_words(led, "status", "ended", each) for each in ("zh", "en")] == ["已免", "ended"]
    assert [in_words(led, "acting_head", True, each) for each in ("zh", "en")] == [True, "yes"]
    assert in_words(led, "title", Told("甲", "A"), "en") == "A"


def test_the_property_a_column_returns_is_read_from_the_text() -> None:
    text = (
        "MATCH (t:Tenure) WITH t.kind AS kind, coalesce(t.title, '不详') AS title, left(t.start, 4) AS year RETURN kind"
    )
    assert properties_returned(text) == {"kind": "kind", "title": "title"}


@pytest.mark.parametrize("text", ["2027-01-03", "2027", "Speaker of the House", ""])
def test_a_text_without_chinese_is_no_phrase(text: str) -> None:
    assert phrase(text) == text

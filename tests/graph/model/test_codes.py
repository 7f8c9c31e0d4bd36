"""The code lists hold what the model asks of them, and no spelling means two things."""

from __future__ import annotations

import pytest

from graph.errors import NotFoundError
from graph.model.codes import CodeList, code_list, code_lists, worded
from graph.model.records import record_types


def _lists() -> list[str]:
    properties = [p for each in record_types().values() for p in each.TYPE.properties.values()]
    edges = [p for each in record_types().values() for link in each.TYPE.links.values() for p in link.properties]
    return sorted({name for p in (*properties, *edges) for name in p.lists})


@pytest.mark.parametrize("name", _lists())
def test_every_list_the_model_names_exists(name: str) -> None:
    assert code_list(name).items


@pytest.mark.parametrize("codes", code_lists().values(), ids=lambda codes: codes.name)
def test_no_spelling_means_two_things(codes: CodeList) -> None:
    spellings = [s for each in codes.items for s in {each.name, each.zh, *each.aliases}]
    assert sorted(spellings) == sorted(set(spellings))
    assert all(codes.find(s) for s in spellings)


@pytest.mark.parametrize("codes", code_lists().values(), ids=lambda codes: codes.name)
def test_every_list_says_where_it_comes_from(codes: CodeList) -> None:
    assert codes.source
    assert len(set(codes.names)) == len(codes.names)


@pytest.mark.parametrize(
    ("name", "text", "stored"),
    [
        ("ethnicity", "汉", "汉族"),
        ("ethnicity", " 畲 族 ", "畲族"),
        ("end_status", "在任", "current"),
        ("education_level", "省(区、市)委党校大学", "省（区、市）委党校大学"),
        ("project_grade", "好", "好"),
        ("assessment_grade", "好", "好"),
        ("sex", "X", None),
    ],
)
def test_find_reads_other_spellings(name: str, text: str, stored: str | None) -> None:
    assert code_list(name).find(text) == stored


def test_official_codes_and_labels() -> None:
    assert code_list("ethnicity").of_code("22") == "畲族"
    assert code_list("end_status").label("current", "zh") == "在任"
    assert code_list("end_status").label("current", "en") == "current"
    assert code_list("health").label("曾手术", "en") == "曾手术"


def test_fifty_six_ethnicities_and_every_appellation() -> None:
    assert sum(1 for each in code_list("ethnicity").items if each.code and each.code <= "56") == 56
    assert len(code_list("appellation").items) == 71
    assert {each.group for each in code_list("appellation").items} == {"spouse", "direct", "collateral", "affinity"}


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(NotFoundError, match="'colour'"):
        code_list("colour")


@pytest.mark.parametrize("codes", code_lists().values(), ids=lambda codes: codes.name)
def test_every_value_is_told_in_english_too(codes: CodeList) -> None:
    assert [each for each in codes.names if not codes.label(each, "en").isascii()] == []


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("警告", "警告", "warning"),
        ("政务警告", "政务警告", "warning"),
        ("留党察看两年", "留党察看两年", "two years of probation within the Party"),
        ("挂职", "挂职", "secondment"),
        ("援疆", "援疆", "assistance to Xinjiang"),
        ("驻村第一书记", "驻村第一书记", "first secretary posted to a village"),
        ("区", "区", "district"),
        ("街道", "街道", "subdistrict"),
        ("在镇里住了半年", "在镇里住了半年", "在镇里住了半年"),
    ],
)
def test_a_text_as_it_was_written_is_told_by_the_list_that_has_it(text: str, zh: str, en: str) -> None:
    lists = ("punishment_name", "secondment_kind", "affiliation")
    assert (worded(text, lists, "zh"), worded(text, lists, "en")) == (zh, en)


def test_a_stored_value_has_the_name_that_is_shown() -> None:
    assert worded("current", ("end_status",), "zh") == "在任"

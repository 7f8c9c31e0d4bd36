"""Which pairs a person should look at, and why."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from analysis.who.candidates import find_candidates
from analysis.who.compare import compare, weights
from analysis.who.model import Held, Person, Study
from analysis.who.names import compare_names, read_name
from analysis.who.queue import next_pair, open_candidates
from graph.model.words import load_words

ONE = Person(
    "cad_1",
    "闻照溪",
    sex="男",
    birth_month="1978-05",
    work_start="2000-08",
    party_join="1999-06",
    pinyin="wenzhaoxi",
    studies=(Study("澜江大学", "2000-07"),),
    posts=(Held("澜江市财政局", "副局长", "2015-03", None),),
)


def pairs(*persons: Person) -> list[tuple[str, str]]:
    return [each.pair for each in find_candidates(persons).candidates]


def bare(number: str, name: str, **values: str) -> Person:
    return Person(f"cad_{number}", name, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("闻照溪", "闻照溪", "same_name"),
        ("闻照溪", "闻 照 溪", "same_name"),
        ("闻照溪", "聞照溪", "name_variant"),
        ("陈喆", "陳哲", "name_variant"),
        ("欧阳勋", "歐陽勳", "name_variant"),
        ("阿依·古丽", "阿依古丽", "name_variant"),
        ("林小芳（曾用名：林晓芬）", "林晓芬", "former_name"),
        ("林小芳 曾用名林晓芬", "林晓芬", "former_name"),
        ("周?", "周淼", "name_unreadable"),
        ("周□华", "周淼华", "name_unreadable"),
        ("周\ue000华", "周淼华", "name_unreadable"),
        ("林小芳", "林晓芳", "name_one_character"),
        ("林小芳", "陈大伟", None),
        ("林芳", "林伟", None),
        ("??", "林伟", None),
    ],
)
def test_names_are_compared_in_their_variants(one: str, other: str, code: str | None) -> None:
    assert compare_names(read_name(one), read_name(other), ("", "")) == code


def test_a_name_in_pinyin_is_the_name() -> None:
    assert compare_names(read_name("Wen Zhaoxi"), read_name("闻照溪"), ("wenzhaoxi", "wenzhaoxi")) == "name_latin"
    assert compare_names(read_name("文昭希"), read_name("闻照溪"), ("wenzhaoxi", "wenzhaoxi")) == "name_sounds"


def test_a_wrong_birth_month_does_not_hide_a_person() -> None:
    assert pairs(ONE, replace(ONE, id="cad_2", birth_month="1978-06", posts=())) == [("cad_1", "cad_2")]


def test_name_and_birth_month_alone_are_asked_about() -> None:
    assert pairs(bare("1", "闻照溪", birth_month="1978-05"), bare("2", "聞照溪", birth_month="1978-05"))


@pytest.mark.parametrize(
    "other",
    [
        bare("2", "闻照溪"),
        bare("2", "闻照溪", sex="男"),
        bare("2", "林大川", sex="男", birth_month="1978-05", work_start="2000-08", party_join="1999-06"),
        replace(ONE, id="cad_2", sex="女", birth_month="1991-01", work_start="2012-07", party_join=None),
        replace(ONE, id="cad_2", numbers=("b",), posts=()),
    ],
    ids=["name alone", "name and sex", "dates alone", "another generation", "another ID number"],
)
def test_too_little_is_no_candidate(other: Person) -> None:
    assert pairs(replace(ONE, numbers=("a",)), other) == []


def test_a_score_is_the_sum_of_readable_parts() -> None:
    other = replace(ONE, id="cad_2", name="聞照溪", party_join="2001-01")
    (found,) = find_candidates([ONE, other]).candidates
    assert found.score == sum(each.points for each in (*found.speaking_for, *found.speaking_against))
    assert [each.code for each in found.speaking_against] == ["party_differs"]
    told = {each.code: (each.one, each.other) for each in found.features}
    assert told["name_variant"] == ("闻照溪", "聞照溪")
    assert told["post"][0] == "2015-03– 澜江市财政局副局长"


def test_the_order_of_persons_makes_no_difference() -> None:
    persons = [
        replace(ONE, id=f"cad_{number}", name=name) for number, name in enumerate(["闻照溪", "聞照溪", "闻照西"])
    ]
    expected = find_candidates(persons)
    random.Random(1).shuffle(persons)
    assert find_candidates(persons) == expected


def test_a_key_that_very_many_share_is_left_out_and_counted() -> None:
    many = [bare(str(number), "闻照溪", birth_month="1978-05") for number in range(weights()["largest_block"] + 1)]
    found = find_candidates(many)
    assert (found.candidates, found.left_out > 0) == ((), True)


def test_every_feature_has_points_and_words() -> None:
    assert set(weights()["points"]) == set(load_words("analysis.who"))
    assert all(load_words("analysis.who")(code, "en") for code in weights()["points"])


def test_equal_sex_counts_nothing() -> None:
    assert compare(bare("1", "甲", sex="女"), bare("2", "乙", sex="女")) == ()


def test_a_pair_is_asked_about_again_only_when_something_new_speaks() -> None:
    found = find_candidates([ONE, replace(ONE, id="cad_2")]).candidates
    decided = [{"one": "cad_1", "other": "cad_2", "facts": found[0].facts}]
    assert open_candidates(found, []) == found
    assert open_candidates(found, decided) == ()
    changed = find_candidates([ONE, replace(ONE, id="cad_2", birth_month="1978-06")]).candidates
    assert open_candidates(changed, decided) == changed


def test_the_next_pair_is_the_one_after_and_the_first_after_the_last() -> None:
    found = find_candidates([replace(ONE, id=f"cad_{number}") for number in (1, 2, 3)]).candidates
    first, second, third = (each.pair for each in found)
    assert [next_pair(found, [], *each) for each in (first, second, third)] == [second, third, first]
    assert next_pair(found, [], "cad_8", "cad_9") == first
    assert next_pair(found[:1], [], *first) is None

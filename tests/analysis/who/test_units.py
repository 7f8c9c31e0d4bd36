"""Which units may be one body, and why."""

from __future__ import annotations

import pytest

from analysis.who.units import Held, UnitSeen, find_unit_pairs, pair_of_units, weights
from graph.model.words import load_words


def codes(one: UnitSeen, other: UnitSeen) -> set[str]:
    return {each.code for each in pair_of_units(one, other).features}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲湾区水管处", "甲湾区水务管理处"),
        ("甲湾区卫生局", "甲湾区卫生健康局"),
        ("甲灣區水務管理處", "甲湾区水务管理处"),
    ],
)
def test_units_of_like_names_are_candidates(one: str, other: str) -> None:
    assert len(find_unit_pairs([UnitSeen("uni_1", one), UnitSeen("uni_2", other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲湾区水利局", "乙川县水利局"),  # another place
        ("甲湾镇中学", "甲湾镇第一中学"),  # a number tells them apart
        ("甲湾市水利局", "甲湾市乙川区水利局"),  # a place within the place
        ("甲湾区教育局", "甲湾区财政局"),
        ("甲湾区委", "甲湾区委办公室"),
        ("陆军某部", "陆军某部后勤部"),  # a part of it
    ],
)
def test_units_of_other_names_are_none(one: str, other: str) -> None:
    assert find_unit_pairs([UnitSeen("uni_1", one), UnitSeen("uni_2", other)]) == ()


def test_a_short_name_is_the_name_of_the_other() -> None:
    one, other = UnitSeen("uni_1", "甲湾区水管处"), UnitSeen("uni_2", "甲湾区河道水闸中心", short_name="甲湾区水管处")
    assert "short_name" in codes(one, other)
    assert codes(UnitSeen("uni_1", "甲湾区水管处", short_name="甲湾区水管处"), UnitSeen("uni_2", "乙山")) == set()


def test_the_place_in_the_tree_alone_makes_no_candidate() -> None:
    same = {"parent": "uni_0", "parent_name": "甲湾区人民政府"}
    pair = (UnitSeen("uni_1", "甲湾区教育局", **same), UnitSeen("uni_2", "甲湾区财政局", **same))  # type: ignore[arg-type]
    assert codes(*pair) == {"parent"}
    assert find_unit_pairs(pair) == ()


def test_holders_tell_a_body_that_changed_its_name_and_one_under_two_names() -> None:
    old = tuple(Held(f"cad_{n}", "副局长", "2015-03", "2019-01") for n in range(3))
    new = tuple(Held(f"cad_{n}", "副局长", "2019-01", None) for n in range(3))
    above = {"parent": "uni_0", "parent_name": "甲湾区人民政府"}
    before = UnitSeen("uni_1", "甲湾区农办", posts=old, **above)  # type: ignore[arg-type]
    after = UnitSeen("uni_2", "甲湾区乡村局", posts=new, **above)  # type: ignore[arg-type]
    assert "holders_continue" in codes(before, after)
    assert len(find_unit_pairs([after, before])) == 1
    assert "same_holder" in codes(UnitSeen("uni_1", "甲", posts=old), UnitSeen("uni_2", "乙", posts=old))
    alone = UnitSeen("uni_2", "甲湾区乡村局", posts=new[:1], **above)  # type: ignore[arg-type]
    assert find_unit_pairs([before, alone]) == ()


def test_a_code_decides() -> None:
    one, other = UnitSeen("uni_1", "甲湾区水管处", code="1"), UnitSeen("uni_2", "甲湾区水务管理处", code="2")
    assert find_unit_pairs([one, other]) == ()
    assert find_unit_pairs([one, UnitSeen("uni_2", "另一名称", code="1")])


def test_every_feature_has_points_and_words() -> None:
    assert set(weights()["points"]) == set(load_words("analysis.who", "unit_words.toml"))
    assert set(weights()["telling"]) <= set(weights()["points"])


def test_a_reform_brings_both_names_of_a_body_together() -> None:
    old, new = UnitSeen("uni_1", "甲湾区卫生和计划生育局"), UnitSeen("uni_2", "甲湾区卫健局")
    (pair,) = find_unit_pairs([new, old])
    assert [each.code for each in pair.features] == ["reform"]
    assert "2018" in pair.features[0].one
    assert find_unit_pairs([old, UnitSeen("uni_2", "乙川县卫生健康局")]) == ()


def test_what_is_known_to_have_succeeded_is_not_asked_again() -> None:
    old = UnitSeen("uni_1", "甲湾区环境保护局", successors=("uni_2",))
    assert find_unit_pairs([old, UnitSeen("uni_2", "甲湾区生态环境局")]) == ()
    assert len(find_unit_pairs([old, UnitSeen("uni_3", "甲湾区生态环境局")])) == 1

"""The rules about posts, assessments, punishments and what is not known."""

from __future__ import annotations

import pytest

from graph.model.records.assessment import Assessment
from graph.model.records.interview import Interview
from graph.model.records.petition import Petition
from graph.model.records.punishment import Punishment
from graph.model.records.special_inspection import SpecialInspection
from tests.analysis.image_tree.growing import grade, kinds, leaves, only, tenure, tree_of
from tests.builders import made, project

TOWN = "石泉县甲渡镇人民政府"


def test_five_years_as_town_head() -> None:
    posts = tenure(TOWN, "镇长", "2009-07", "2012-01"), tenure("石泉县甲渡镇党委", "书记", "2012-01", "2014-10")
    tree = tree_of(*posts)
    leaf = only(tree, "town-head")
    assert (leaf.polarity, leaf.state, kinds(tree, "town-head")) == ("neutral", "established", ["career"])
    assert leaf.text().startswith("乡镇主官历练2任5年3个月")


@pytest.mark.parametrize(("end", "made_leaf"), [("2011-07", True), ("2011-06", False)])
def test_twenty_four_months_are_enough(end: str, made_leaf: bool) -> None:
    assert bool(leaves(tree_of(tenure(TOWN, "镇长", "2009-07", end)), "town-head")) is made_leaf


@pytest.mark.parametrize(
    ("unit", "title", "more"),
    [
        (TOWN, "副镇长", {}),
        ("石泉县甲渡镇党委", "副书记", {}),
        ("石泉县人民政府", "县长", {}),
        (TOWN, "镇长", {"kind": "secondment"}),
        (TOWN, "镇长", {"end_status": "unknown"}),
    ],
)
def test_who_is_no_town_head(unit: str, title: str, more: dict[str, str]) -> None:
    assert not leaves(tree_of(tenure(unit, title, "2009-07", **more)), "town-head")


def test_acting_and_full_are_one_post_and_overlap_counts_once() -> None:
    acting, full = tenure(TOWN, "代镇长", "2009-07", "2010-01"), tenure(TOWN, "镇长", "2010-01", "2012-01")
    both = tenure("石泉县甲渡镇党委", "书记", "2011-01", "2012-01")
    assert only(tree_of(acting, full, both), "town-head").text().startswith("乡镇主官历练2任2年6个月")


@pytest.mark.parametrize(
    ("acting", "full"),
    [
        ("石泉县甲渡镇", TOWN),
        ("甲渡镇人民政府", TOWN),
        ("石泉县甲渡镇政府", "石泉县甲渡镇"),
    ],
)
def test_one_town_under_several_spellings_is_one_post(acting: str, full: str) -> None:
    tree = tree_of(tenure(acting, "代镇长", "2009-07", "2010-01"), tenure(full, "镇长", "2010-01", "2012-01"))
    assert only(tree, "town-head").text().startswith("乡镇主官历练1任2年6个月")


def test_party_committee_and_another_town_are_other_posts() -> None:
    tree = tree_of(
        tenure("石泉县甲渡镇委员会", "书记", "2009-07", "2010-07"),
        tenure("石泉县乙渡镇党委", "书记", "2010-07", "2012-01"),
        tenure(TOWN, "镇长", "2008-07", "2009-07"),
    )
    assert only(tree, "town-head").text().startswith("乡镇主官历练3任3年6个月")


@pytest.mark.parametrize(("end", "made_leaf"), [("2011-07-15", True), ("2011-07-14", False)])
def test_the_twenty_fourth_month_is_whole(end: str, made_leaf: bool) -> None:
    assert bool(leaves(tree_of(tenure(TOWN, "镇长", "2009-07-15", end)), "town-head")) is made_leaf


def grades(**by_year: str) -> list[Assessment]:
    return [made(Assessment, kind="年度考核", year=int(year[1:]), grade=grade) for year, grade in by_year.items()]


def test_two_excellent_years() -> None:
    leaf = only(tree_of(*grades(y2019="优秀", y2020="称职", y2022="优秀")), "annual-grades")
    assert (leaf.polarity, leaf.state, leaf.text()) == (
        "strength",
        "established",
        "近五年2次优秀（年度考核，2019、2022）",
    )


@pytest.mark.parametrize(
    ("by_year", "polarity"),
    [
        ({"y2018": "优秀", "y2022": "优秀"}, "neutral"),
        ({"y2021": "称职", "y2022": "称职"}, "neutral"),
        ({"y2021": "优秀", "y2022": "称职"}, "neutral"),
        ({"y2020": "优秀", "y2021": "优秀", "y2022": "基本称职"}, "weakness"),
        ({"y2022": "不称职"}, "weakness"),
    ],
)
def test_other_five_years(by_year: dict[str, str], polarity: str) -> None:
    leaf = only(tree_of(*grades(**by_year)), "annual-grades")
    assert (leaf.polarity, leaf.state) == (polarity, "established")


def test_an_old_low_grade_and_other_kinds_of_assessment_are_left_out() -> None:
    other = made(Assessment, kind="平时考核", year=2022, grade="不称职")
    assert not leaves(tree_of(*grades(y2017="基本称职"), other), "annual-grades")


def test_a_year_counts_when_it_is_over() -> None:
    assert not leaves(tree_of(*grades(y2023="称职"), as_of="2023-06-30"), "annual-grades")
    assert leaves(tree_of(*grades(y2023="称职"), as_of="2024-01-01"), "annual-grades")


@pytest.mark.parametrize(
    ("day", "running"), [("2022-10-31", False), ("2022-11-01", True), ("2023-04-30", True), ("2023-05-01", False)]
)
def test_a_punishment_stands_until_its_effect_ends(day: str, running: bool) -> None:
    warned = made(Punishment, name="警告", track="政务", date="2022-11", cause="把关不严")
    tree = tree_of(warned, as_of=day)
    found = leaves(tree, "punishment-running")
    assert bool(found) is running
    assert all(leaf.polarity == "weakness" and "影响期至2023.05" in leaf.text() for leaf in found)
    assert kinds(tree, "punishment-running") == ["supervision"] * len(found)


def test_a_measure_in_effect_is_called_one() -> None:
    warned = made(Punishment, name="诫勉", date="2023-11", cause="把关不严")
    told = [leaf.text() for leaf in leaves(tree_of(warned, as_of="2024-01-01"), "punishment-running")]
    assert told == ["2023.11诫勉（组织处理）（把关不严），影响期至2024.05"]
    talked = tree_of(made(Punishment, name="提醒谈话", date="2023-11"), as_of="2024-01-01")
    assert not leaves(talked, "punishment-running")
    assert not leaves(talked, "unknown-effect")


def test_a_decided_end_overrides_the_rule_and_an_unknown_kind_is_a_gap() -> None:
    decided = made(Punishment, name="警告", date="2022-11", effect_end="2024-06")
    assert leaves(tree_of(decided), "punishment-running")
    strange = tree_of(made(Punishment, name="某种处理", date="2022-11"))
    assert not leaves(strange, "punishment-running")
    assert kinds(strange, "unknown-effect") == ["gaps"]


@pytest.mark.parametrize(("day", "new"), [("2023-12-31", True), ("2024-01-01", False)])
def test_half_a_year_in_post(day: str, new: bool) -> None:
    old_talk = made(Interview, date="2023-05-01", kind="重点约谈")
    tree = tree_of(tenure("青屿区人民政府", "区长", "2023-07-01"), old_talk, as_of=day)
    assert bool(leaves(tree, "new-in-post")) is new
    assert bool(leaves(tree, "not-since-appointment")) is not new
    assert "任现职未满半年，暂不评价" in tree.branch("gaps").leaves[0].text() or not new


def test_neither_a_talk_nor_the_grade_of_work_left_behind_is_an_evaluation_in_the_new_post() -> None:
    talk = made(Interview, date="2023-12-01", kind="重点约谈")
    left = project("渠系改造", 2023, unit_name="石泉县水利局")
    tree = tree_of(tenure("青屿区人民政府", "区长", "2023-10-01"), talk, left, grade(left, "好"))
    assert leaves(tree, "new-in-post")
    own = project("断头路征迁", 2023)
    assert not leaves(tree_of(tenure("青屿区人民政府", "区长", "2023-10-01"), own, grade(own, "好")), "new-in-post")


@pytest.mark.parametrize(
    ("day", "polarity"),
    [("2027-12-30", "weakness"), ("2027-12-31", "strength")],
)
def test_the_fifth_year_leaves_with_its_last_day(day: str, polarity: str) -> None:
    years = grades(y2022="基本称职", y2024="优秀", y2025="优秀")
    assert only(tree_of(*years, as_of=day), "annual-grades").polarity == polarity


def test_an_evaluation_in_the_new_post_ends_the_silence() -> None:
    seen = made(SpecialInspection, by="一组", theme="防台", start="2023-11-01", role="指挥")
    tree = tree_of(tenure("青屿区人民政府", "区长", "2023-10-01"), seen)
    assert not leaves(tree, "new-in-post")


@pytest.mark.parametrize("result", ["未查实", "办理中", None])
def test_an_unverified_petition_shows_nowhere(result: str | None) -> None:
    petition = made(
        Petition,
        number="甲1",
        received_on="2023-02-01",
        topic="经费",
        result=result,
        decision="甲字1号",
        closed_on="2023-03-01",
    )
    without, seen = tree_of(), tree_of(petition)
    told = [leaf.text() for leaf in seen.leaves if not leaf.mark]
    assert told == [leaf.text() for leaf in without.leaves if not leaf.mark]


def test_a_closed_petition_is_neutral() -> None:
    petition = made(
        Petition,
        number="甲1",
        received_on="2023-02-01",
        topic="经费",
        result="属实",
        decision="甲字1号",
        closed_on="2023-03-01",
    )
    assert only(tree_of(petition), "petition-closed").polarity == "neutral"
    open_still = tree_of(petition, as_of="2023-02-15")
    assert not leaves(open_still, "petition-closed")


@pytest.mark.parametrize(("day", "stale"), [("2024-11-20", False), ("2024-11-21", True)])
def test_a_talk_is_stale_after_a_year(day: str, stale: bool) -> None:
    tree = tree_of(made(Interview, date="2023-11-20", kind="重点约谈"), as_of=day)
    assert bool(leaves(tree, "stale")) is stale


def test_what_was_never_collected_is_named_and_cites_where_it_was_looked_for() -> None:
    tree = tree_of()
    leaf = only(tree, "never-collected")
    assert "谈话" in leaf.text()
    assert leaf.evidence[0].origin == "personnel_form"
    hidden = tree_of(withheld=frozenset({"Interview"}))
    assert "谈话" not in only(hidden, "never-collected").text()

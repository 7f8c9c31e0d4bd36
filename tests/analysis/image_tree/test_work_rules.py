"""The rules about projects: each with what makes the leaf, what does not, and the border."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.records.achievement_form import AchievementForm
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.special_inspection import SpecialInspection
from graph.model.records.work_project import WorkProject
from graph.model.schema import Edge
from tests.analysis.image_tree.growing import check, grade, kinds, leaves, only, tree_of
from tests.builders import CADRE_ID, NAME, edge, made, project


def two_good(
    first: int = 2022, second: int = 2023
) -> tuple[WorkProject, WorkProject, ProjectEvaluation, ProjectEvaluation]:
    roads, homes = project("断头路征迁", first), project("老旧小区改造", second)
    return roads, homes, grade(roads, "好"), grade(homes, "好")


def test_two_good_projects_of_one_competency_are_a_pending_strength() -> None:
    leaf = only(tree_of(*two_good()), "steady-delivery")
    assert (leaf.polarity, leaf.state) == ("strength", "pending")
    assert (
        leaf.text()
        == "推动项目落地强：断头路征迁（青屿区人民政府，2022）、老旧小区改造（青屿区人民政府，2023），2项均“好”"
    )
    assert leaf.text("en").startswith("Strong in getting projects built")


@pytest.mark.parametrize(("severity", "state"), [("良好", "established"), ("一般", "pending"), ("问题严重", "pending")])
def test_a_spot_check_that_agrees_establishes_it(severity: str, state: str) -> None:
    records = two_good()
    assert only(tree_of(*records, check(records[0], severity)), "steady-delivery").state == state


@pytest.mark.parametrize(
    ("first", "second", "made_leaf"), [(2021, 2022, True), (2020, 2022, False), (2022, 2022, False)]
)
def test_the_years_differ_and_are_among_the_last_three(first: int, second: int, made_leaf: bool) -> None:
    assert bool(leaves(tree_of(*two_good(first, second)), "steady-delivery")) is made_leaf


@pytest.mark.parametrize("spoiled", ["一般", "差"])
def test_a_poor_grade_in_the_competency_makes_it_uneven_instead(spoiled: str) -> None:
    third = project("口袋公园", 2023)
    tree = tree_of(*two_good(), third, grade(third, spoiled))
    assert not leaves(tree, "steady-delivery")
    leaf = only(tree, "uneven-delivery")
    assert (leaf.polarity, leaf.state, kinds(tree, "uneven-delivery")) == ("neutral", "established", ["achievements"])
    assert f"推动项目落地成效起伏（好2、{spoiled}1）" in leaf.text()


def test_projects_only_taken_part_in_or_of_another_competency_do_not_count() -> None:
    led, joined = project("断头路征迁", 2022), project("老旧小区改造", 2023, role="参与")
    other = project("产业招商", 2023, skill="招商引资")
    tree = tree_of(led, joined, other, grade(led, "好"), grade(joined, "好"), grade(other, "一般"))
    assert not leaves(tree, "steady-delivery")
    assert not leaves(tree, "uneven-delivery")


def test_the_grade_at_year_end_stands_not_the_one_in_between() -> None:
    work = project("断头路征迁", 2022)
    tree = tree_of(work, grade(work, "差", "2022-07-01", stage="年中"), grade(work, "较好"))
    assert not leaves(tree, "failed-project")


def test_a_failed_project_that_was_led_is_an_established_weakness() -> None:
    work = project("低效用地盘活1200亩", 2021)
    tree = tree_of(work, grade(work, "差", reason="地块未交"))
    leaf = only(tree, "failed-project")
    assert (leaf.polarity, leaf.state, kinds(tree, "failed-project")) == ("weakness", "established", ["shortcomings"])
    assert leaf.text() == "低效用地盘活1200亩（青屿区人民政府，2021）评“差”：地块未交"


@pytest.mark.parametrize(("role", "word"), [("参与", "差"), ("分管", "差"), ("牵头", "一般")])
def test_a_project_not_led_or_not_failed_is_no_weakness(role: str, word: str) -> None:
    work = project("低效用地盘活", 2021, role=role)
    assert not leaves(tree_of(work, grade(work, word)), "failed-project")


@pytest.mark.parametrize(("word", "made_leaf"), [("一般", True), ("差", True), ("较好", False), ("好", False)])
def test_self_view_against_the_departments(word: str, made_leaf: bool) -> None:
    work = project("产业链招商", 2022, role="分管")
    form = made(AchievementForm, by="林一舟", year=2022, submitted_on="2022-12-20", satisfied_project=(edge(work),))
    tree = tree_of(work, grade(work, word), form)
    found = leaves(tree, "self-view-differs")
    assert bool(found) is made_leaf
    assert all((leaf.polarity, leaf.state) == ("neutral", "established") for leaf in found)
    assert kinds(tree, "self-view-differs") == ["assessment"] * len(found)


def regret(year: int = 2021) -> tuple[WorkProject, AchievementForm]:
    sad = project("低效用地盘活", 2021, skill="要素保障")
    return sad, made(AchievementForm, by="林一舟", year=year, submitted_on="2021-12-20", regretted_project=(edge(sad),))


@pytest.mark.parametrize(
    ("year", "word", "made_leaf"),
    [(2022, "较好", True), (2022, "好", True), (2021, "好", False), (2022, "一般", False)],
)
def test_regretted_work_mended_in_a_later_year(year: int, word: str, made_leaf: bool) -> None:
    later = project("闲置厂房盘活", year, skill="要素保障")
    tree = tree_of(*regret(), later, grade(later, word))
    found = leaves(tree, "regret-mended")
    assert bool(found) is made_leaf
    assert all((leaf.polarity, leaf.state) == ("strength", "pending") for leaf in found)


def test_a_spot_check_establishes_that_regret_was_mended() -> None:
    later = project("闲置厂房盘活", 2022, skill="要素保障")
    tree = tree_of(*regret(), later, grade(later, "好"), check(later, "良好"))
    assert only(tree, "regret-mended").state == "established"


def test_an_urgent_task_only_self_told_is_pending_and_says_so() -> None:
    leaf = only(tree_of(project("防台转移", 2021, category="急难险重", skill=None)), "urgent-task")
    assert (leaf.polarity, leaf.state) == ("strength", "pending")
    assert leaf.text().endswith("（自述，待核实）")


def test_an_urgent_task_somebody_else_saw_is_established() -> None:
    work = project("防台转移", 2021, category="急难险重", skill=None)
    assert only(tree_of(work, grade(work, "较好")), "urgent-task").state == "established"
    inspected = made(
        SpecialInspection,
        by="考察一组",
        theme="防台",
        start="2021-07-25",
        role="在一线指挥",
        inspector="一组",
        polarity="正面",
    )
    leaf = only(tree_of(inspected), "urgent-task")
    assert (leaf.state, leaf.text()) == ("established", "2021年防台：在一线指挥（一组专项考察）")


@pytest.mark.parametrize("polarity", [None, "中性"])
def test_an_urgent_task_inspected_without_a_good_word_waits(polarity: str | None) -> None:
    inspected = made(
        SpecialInspection, by="考察一组", theme="防台", start="2021-07-25", role="在一线指挥", polarity=polarity
    )
    assert only(tree_of(inspected), "urgent-task").state == "pending"


@pytest.mark.parametrize(
    ("severity", "word", "state"),
    [
        ("良好", None, "established"),
        ("一般", None, "pending"),
        (None, None, "pending"),
        ("一般", "较好", "established"),
        ("问题严重", "好", "pending"),
    ],
)
def test_an_urgent_task_is_established_by_what_was_found(severity: str | None, word: str | None, state: str) -> None:
    work = project("防台转移", 2021, category="急难险重", skill=None)
    graded = [grade(work, word)] if word else []
    assert only(tree_of(work, check(work, severity), *graded), "urgent-task").state == state


def test_what_was_seen_and_graded_outside_the_role_is_not_laid_at_the_cadres_door() -> None:
    plain = project("低效用地盘活", 2022)
    held = Edge(CADRE_ID, "Cadre", NAME, {"role": "牵头", "start": "2022-06", "end": "2022-12"})
    work = replace(plain, responsible=(held,))
    before, after = grade(work, "差", "2022-05-20", stage="年中"), check(work, "问题严重", "2022-12-01")
    assert not leaves(tree_of(work, before), "failed-project")
    good = grade(work, "好")
    assert leaves(tree_of(work, good, after), "good-project")
    assert len(only(tree_of(work, good, after), "good-project").evidence) == 2
    assert len(only(tree_of(work, good, check(work, "良好", "2022-06-10")), "good-project").evidence) == 3


def test_a_role_given_up_before_the_projects_year_is_none() -> None:
    plain = project("低效用地盘活", 2022)
    given_up = replace(plain, responsible=(Edge(CADRE_ID, "Cadre", NAME, {"role": "牵头", "end": "2022-01"}),))
    assert not leaves(tree_of(given_up, grade(given_up, "差")), "failed-project")


def test_an_urgent_task_without_a_role_or_done_badly_is_no_strength() -> None:
    work = project("防台转移", 2021, category="急难险重", skill=None)
    assert not leaves(tree_of(project("防台转移", 2021, category="急难险重", role=None)), "urgent-task")
    assert not leaves(tree_of(work, grade(work, "差")), "urgent-task")
    silent = made(SpecialInspection, by="考察一组", theme="防台", start="2021-07-25")
    bad = made(SpecialInspection, by="考察一组", theme="防台", start="2021-07-25", role="指挥", polarity="负面")
    assert not leaves(tree_of(silent, bad), "urgent-task")

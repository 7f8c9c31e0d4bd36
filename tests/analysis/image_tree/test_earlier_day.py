"""What the tree of an earlier day must not know: what has no date, or one later than the day."""

from __future__ import annotations

import pytest

from graph.model.records.education import Education
from graph.model.records.personal_appeal import PersonalAppeal
from tests.analysis.image_tree.growing import DAY, leaves, only, tenure, tree_of
from tests.builders import cadre, evidence, made


@pytest.mark.parametrize(("day", "state"), [("2024-02-29", "办理情况不详"), (DAY, "已办结")])
def test_the_state_of_an_appeal_has_no_date_and_is_unknown_earlier(day: str, state: str) -> None:
    appeal = made(PersonalAppeal, by="林一舟", topic="希望交流回市直", raised_on="2023-05-08", state="已办结")
    assert state in only(tree_of(appeal, as_of=day), "appeal").text()


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2007-08-31", None),
        ("2007-09-01", "在职：澜江大学、行政管理在读（2007.09入学）"),
        ("2010-06-30", "在职：澜江大学、行政管理在读（2007.09入学）"),
        ("2010-07-01", "在职：研究生（澜江大学、行政管理），2010.07毕业"),
    ],
)
def test_a_diploma_is_told_from_its_day_on_and_the_study_before(day: str, text: str | None) -> None:
    study = made(
        Education,
        mode="在职",
        level="研究生",
        school="澜江大学",
        major="行政管理",
        start="2007-09",
        end="2010-07",
        dated="2009-01-01",
    )
    assert [leaf.text() for leaf in leaves(tree_of(study, as_of=day), "education")] == ([text] if text else [])


@pytest.mark.parametrize(("day", "told"), [("2023-12-31", False), (DAY, True)])
def test_experience_without_a_date_is_told_from_the_first_document_on(day: str, told: bool) -> None:
    person = cadre(grassroots_experience=True, dated="2024-01-01")
    assert bool(leaves(tree_of(person=person, as_of=day), "grassroots")) is told


@pytest.mark.parametrize(("day", "told"), [("2021-02-28", False), ("2021-03-01", True)])
def test_a_dispute_about_a_later_level_is_not_known_earlier(day: str, told: bool) -> None:
    person = cadre(position_level="县处级正职", position_level_since="2021-03", disputed=("position_level",))
    assert bool(leaves(tree_of(person=person, as_of=day), "disputed")) is told


@pytest.mark.parametrize(("day", "told"), [("2013-12-31", False), ("2014-10-01", True)])
def test_a_dispute_about_a_later_end_is_not_known_earlier(day: str, told: bool) -> None:
    held = tenure("石泉县甲渡镇党委", "书记", "2012-01", "2014-10", disputed=("end",))
    assert bool(leaves(tree_of(held, as_of=day), "disputed")) is told


def test_facts_of_one_form_wait_for_a_second_independent_source() -> None:
    form, copy = evidence("personnel_form", "2024-01-01"), evidence("collection_workbook", "2023-01-01", "市水利局")
    roster = evidence("assessment", "2023-06-01")
    assert only(tree_of(person=cadre(sources=(form, copy))), "person").state == "pending"
    assert only(tree_of(person=cadre(sources=(form, roster))), "person").state == "established"

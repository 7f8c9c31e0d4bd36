"""The rules about what others saw and said."""

from __future__ import annotations

import pytest

from graph.model.records.interview import Interview
from graph.model.records.observation_note import ObservationNote
from tests.analysis.image_tree.growing import kinds, leaves, note, only, ruling, tree_of
from tests.builders import made


def test_praise_in_two_units_by_two_people_is_an_established_strength() -> None:
    tree = tree_of(note("2021-05-10", "丙"), note("2023-06-12", "丁", unit_name="青屿区人民政府"))
    leaf = only(tree, "good-in-two-units")
    assert (leaf.polarity, leaf.state, kinds(tree, leaf.rule)) == ("strength", "established", ["strengths"])
    assert leaf.text() == "换岗后仍善抓基层治理（青屿区水利局2021、青屿区人民政府2023）"


@pytest.mark.parametrize(
    "second",
    [
        note("2023-06-12", "丙", unit_name="青屿区人民政府"),
        note("2023-06-12", "丁"),
        note("2023-06-12", "丁", unit_name="青屿区人民政府", skill="招商引资"),
        note("2023-06-12", "丁", unit_name="青屿区人民政府", text="思路清、作风实，工作认真负责"),
        note("2023-06-12", "丁", unit_name="青屿区人民政府", respondent_class="本人"),
        note("2023-06-12", "林一舟", unit_name="青屿区人民政府"),
        note("2024-06-12", "丁", unit_name="青屿区人民政府"),
    ],
    ids=["same author", "same unit", "other competency", "stock phrases", "self", "self as author", "later"],
)
def test_what_is_no_praise_in_two_units(second: ObservationNote) -> None:
    assert not leaves(tree_of(note("2021-05-10", "丙"), second), "good-in-two-units")


def complaints(second_day: str = "2023-04-18", second_author: str = "己") -> tuple[ObservationNote, ObservationNote]:
    said = "会上点名批评了三名村书记"
    return note("2022-03-02", "戊", "负面", text="当众批评人，不分场合"), note(
        second_day, second_author, "负面", text=said
    )


def test_two_negative_notes_wait_without_content() -> None:
    tree = tree_of(*complaints())
    leaf = only(tree, "unverified-notes")
    assert kinds(tree, "unverified-notes") == ["gaps"]
    assert (leaf.polarity, leaf.state, leaf.text()) == (
        "neutral",
        "pending",
        "2条待核实（2022、2023年，核实前不显示内容）",
    )
    assert not leaves(tree, "negative-notes")
    assert all(each.quote == "" and each.author is None for each in leaf.evidence)


@pytest.mark.parametrize(
    ("day", "author", "counted"),
    [("2024-03", "己", True), ("2024-02-28", "己", True), ("2023-04-18", "戊", False)],
)
def test_two_authors_within_two_years(day: str, author: str, counted: bool) -> None:
    tree = tree_of(*complaints(day, author), as_of="2024-12-31")
    assert bool(leaves(tree, "unverified-notes")) is counted


@pytest.mark.parametrize(("day", "counted"), [("2024-03-02", True), ("2024-03-03", False)])
def test_the_twenty_fourth_month_ends_on_its_day(day: str, counted: bool) -> None:
    assert bool(leaves(tree_of(*complaints(day), as_of="2024-12-31"), "unverified-notes")) is counted


def test_a_ruling_makes_the_weakness() -> None:
    tree = tree_of(*complaints(), ruling("2023-06-01"))
    leaf = only(tree, "negative-notes")
    assert (leaf.polarity, leaf.state, kinds(tree, "negative-notes")) == ("weakness", "established", ["shortcomings"])
    assert leaf.text() == "基层治理偏弱，2023.06.01认定：两名评价人所述一致（青屿区水利局）"
    assert not leaves(tree, "unverified-notes")


def test_a_ruling_later_than_the_day_or_against_makes_none() -> None:
    assert leaves(tree_of(*complaints(), ruling("2024-06-01")), "unverified-notes")
    rejected = tree_of(*complaints(), ruling("2023-06-01", decision="不予采信"))
    assert not leaves(rejected, "negative-notes")
    assert not leaves(rejected, "unverified-notes")


def test_a_ruling_on_another_competency_confirms_nothing_here() -> None:
    tree = tree_of(*complaints(), ruling("2023-06-01", skill="招商引资"))
    assert len(leaves(tree, "unverified-notes")) == 1


def test_a_ruled_strength() -> None:
    leaf = only(tree_of(ruling("2023-06-01", matter="优势")), "ruled-strength")
    assert (leaf.polarity, leaf.state) == ("strength", "established")


def test_the_last_talk_with_the_cadre_says_with_whom_and_by_whom() -> None:
    own = made(Interview, date="2023-05-10", kind="走访谈话", respondent_class="本人", interviewer="甲某")
    later = made(Interview, date="2023-09-10", kind="走访谈话", respondent_class="下属", interviewer="乙某")
    assert (
        only(tree_of(own, later), "last-talk").text()
        == "最近一次谈话：2023.05.10（走访谈话，谈话对象：本人，谈话人：甲某）"
    )
    assert (
        only(tree_of(later), "last-talk").text() == "最近一次谈话：2023.09.10（走访谈话，谈话对象：下属，谈话人：乙某）"
    )
    bare = made(Interview, date="2023-05-10")
    assert only(tree_of(bare), "last-talk").text() == "最近一次谈话：2023.05.10（谈话，谈话对象：未写明）"

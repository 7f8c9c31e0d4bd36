"""A team on a day, its structure, its leaders, and what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.career.day import Day
from analysis.team.changes import changes_between, learnt_between
from analysis.team.model import Holding, holding_of
from analysis.team.on_day import change_days, leaders, team_on
from analysis.team.structure import age_band, age_bands, highest, structure

UNIT = "澜江市水利局"


def held(name: str, title: str, start: str | None, end: str | None = None, status: str = "", **more: object) -> Holding:
    row = {
        "id": f"ten_{name}_{title}_{start}",
        "cadre": f"cad_{name}",
        "name": name,
        "unit_id": "uni_1",
        "unit": UNIT,
        "title": title,
        "rank": None,
        "start": start,
        "end": end,
        "status": status or ("ended" if end else "current"),
        "kind": "post",
        "category": None,
        "concurrent": None,
        "acting": None,
        "order": None,
        "sex": "女",
        "birth_month": "1979-05",
        "education": ["大专", "大学"],
        "documents": [{"record_id": "src_1", "title": "甲.lrmx"}],
    }
    return holding_of({**row, **more})


FIRST = held("林一舟", "局长", "2012-03", "2016-06")
SECOND = held("邱岚", "局长", "2016-06", "2021-02")
DEPUTY = held("邱岚", "副局长", "2013-01", "2016-06")
GONE = held("桑若川", "副局长", "2010-01", None, "unknown")
ALL = (FIRST, SECOND, DEPUTY, GONE)


def names(holdings: tuple[Holding, ...]) -> list[str]:
    return [f"{each.name} {each.title}" for each in holdings]


@pytest.mark.parametrize(
    ("day", "in_office"),
    [
        ("2012-02-01", []),
        ("2012-03-01", ["林一舟 局长"]),
        ("2014-01-01", ["林一舟 局长", "邱岚 副局长"]),
        ("2016-06-01", ["邱岚 局长"]),
        ("2021-02-01", []),
    ],
)
def test_a_team_is_who_had_begun_and_not_ended(day: str, in_office: list[str]) -> None:
    assert names(team_on(ALL, Day(day)).holdings) == in_office


def test_whoever_may_have_left_is_not_certain() -> None:
    assert names(team_on(ALL, Day("2014-01-01")).unsure) == ["桑若川 副局长"]


def test_leaders_follow_each_other_the_newest_first() -> None:
    assert names(leaders(ALL)) == ["邱岚 局长", "林一舟 局长"]
    chair = held("安若川", "Chair", None, status="current", kind="membership")
    assert names(leaders((*ALL, chair)))[-1] == "安若川 Chair", "a body's seats have their head too"


def test_who_came_left_and_moved_between_two_days() -> None:
    changes = changes_between(ALL, Day("2014-01-01"), Day("2017-01-01"))
    assert [(each.move, each.name) for each in changes] == [("left", "林一舟"), ("moved", "邱岚")]
    passed = changes_between(ALL, Day("2010-06-01"), Day("2022-01-01"))
    assert [(each.move, names(each.after)) for each in passed] == [
        ("passed", ["林一舟 局长"]),
        ("passed", ["邱岚 局长", "邱岚 副局长"]),
    ]
    (came,) = changes_between(ALL, Day("2012-06-01"), Day("2014-01-01"))
    assert (came.move, names(came.after)) == ("came", ["邱岚 副局长"])


def test_a_further_term_of_the_same_post_is_no_move() -> None:
    terms = (held("邱岚", "代表", "2012-03", "2017-03"), held("邱岚", "代表", "2017-03", "2022-03"))
    assert changes_between(terms, Day("2014-01-01"), Day("2018-01-01")) == ()


def test_what_was_learnt_corrected_and_withdrawn_between_two_states() -> None:
    corrected = replace(SECOND, end="2020-11")
    later = (replace(FIRST, id="ten_other", start="2012-05"), corrected, GONE, held("祁望", "总工程师", "2015-01"))
    found = learnt_between(ALL, later, Day("2012-01-01"), Day("2024-01-01"))
    assert [(each.lesson, each.holding.name, each.holding.title) for each in found] == [
        ("corrected", "林一舟", "局长"),
        ("learnt", "祁望", "总工程师"),
        ("withdrawn", "邱岚", "副局长"),
        ("corrected", "邱岚", "局长"),
    ]
    assert learnt_between(ALL, ALL, Day("2012-01-01"), Day("2024-01-01")) == ()


def test_what_lies_outside_the_time_is_no_difference() -> None:
    assert learnt_between((), ALL, Day("2022-01-01"), Day("2024-01-01")) == learnt_between(
        (), (GONE,), Day("2022-01-01"), Day("2024-01-01")
    )


def test_a_structure_counts_each_cadre_once() -> None:
    sex, age, education = structure((SECOND, DEPUTY, FIRST), "2024-03-15")
    assert [(each.value, each.number) for each in sex.counts] == [("女", 2)]
    assert [(each.value, each.number) for each in age.counts] == [("40-44", 2)]
    assert [(each.value, each.number) for each in education.counts] == [("大学", 2)]


@pytest.mark.parametrize(
    ("birth", "band"),
    [("1989-04", "-34"), ("1989-03", "35-39"), ("1969-03", "55-"), ("1969-04", "50-54"), ("1969", ""), (None, "")],
)
def test_an_age_falls_into_its_band(birth: str | None, band: str) -> None:
    assert age_band(birth, "2024-03-15") == band
    assert not band or band in age_bands()


def test_the_highest_diploma_goes_by_the_declared_order() -> None:
    assert highest(("中专", "研究生", "大学")) == "研究生"
    assert highest(("自学", "大专")) == "大专"
    assert highest(()) == ""


def test_days_of_change_are_the_months_somebody_came_or_left() -> None:
    assert change_days((FIRST, held("祁望", "总工程师", "2015"))) == ("2012-03", "2016-06")


def test_those_of_whom_nobody_knows_since_when_are_counted_apart() -> None:
    member, both = held("桑若川", "委员", None), (held("邱岚", "委员", None), held("邱岚", "局长", "2016-06"))
    assert team_on((FIRST, member, *both), Day("2017-01-01")).since_unknown == {"cad_桑若川"}

"""Whether the invented people are believable, and nobody real."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from demo.draw import drawing, table
from demo.idnumbers import REGIONS, check_digit, id_number, mistyped
from demo.life import Person
from demo.months import month, year_of

AS_OF = month("2024-03")
REAL_PLACES = frozenset(Path(__file__).with_name("real_places.txt").read_text("utf-8").split())


def share(people: list[Person], holds: object) -> float:
    assert callable(holds)
    return sum(1 for each in people if holds(each)) / len(people)


def test_no_place_is_a_real_county_or_city() -> None:
    places = table("places")
    names = {first + second for first in places["first"] for second in places["second"]}
    names |= {places["first_city"], *(name for name, _ in places["first_counties"]), *places["provinces"]}
    assert not names & REAL_PLACES


def test_region_codes_belong_to_no_place() -> None:
    assert all(region.startswith("99") for region in REGIONS)


def test_check_digit_of_the_standard() -> None:
    # The example of GB 11643-1999, appendix A.
    assert check_digit("11010519491231002") == "X"


def test_mistyped_number_fails_its_check() -> None:
    number = id_number(drawing("test"), month("1979-08"), "男")
    assert check_digit(number[:17]) == number[17]
    assert check_digit(number[:17]) != mistyped(number)[17]


def test_two_cities_have_four_hundred_cadres(people: list[Person]) -> None:
    assert len(people) == 400


@pytest.mark.parametrize("track", [name for name in table("tracks") if name != "professions"])
def test_kinds_of_careers_have_their_shares(people: list[Person], track: str) -> None:
    expected = table("tracks")[track]["share"] / 100
    assert abs(share(people, lambda each: each.track == track) - expected) <= 0.03


def test_women_are_between_a_fifth_and_a_quarter(people: list[Person]) -> None:
    assert 0.16 <= share(people, lambda each: each.sex == "女") <= 0.27


def test_stages_follow_one_another_without_gap(people: list[Person]) -> None:
    for person in people:
        for first, second in pairwise(person.stages):
            assert first.end == second.start, person
        assert all(each.end is None or each.start < each.end for each in person.stages)
        assert person.stages[-1].end is None


def test_nothing_begins_after_the_day_of_the_story(people: list[Person]) -> None:
    assert all(each.start <= AS_OF for person in people for each in person.stages)


@pytest.mark.parametrize(("level", "low", "high"), [(2, 29, 38), (3, 36, 45), (4, 42, 50)])
def test_levels_are_reached_at_believable_ages(people: list[Person], level: int, low: int, high: int) -> None:
    from demo.life import LEVELS

    ages = [
        (rank.start - person.birth) / 12
        for person in people
        for rank in person.ranks
        if rank.rank == LEVELS[level] and person.track != "demobilised"
    ]
    inside = sum(1 for age in ages if low <= age <= high)
    assert inside >= 0.9 * len(ages)


def test_changes_bunch_at_elections_and_the_reform(people: list[Person]) -> None:
    years = Counter(year_of(each.start) for person in people for each in person.stages if each.level >= 3)
    bunched = (years[2011] + years[2016] + years[2019] + years[2021]) / 4
    others = (years[2013] + years[2015] + years[2018] + years[2020]) / 4
    assert bunched > 1.5 * others


def test_no_two_hold_one_principal_post_at_once(people: list[Person]) -> None:
    from demo.posts import post

    held: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for person in people:
        for each in person.stages:
            if each.post in table("posts") and post(each.post).single:
                last = each.holdings[-1]
                held.setdefault((last.unit, last.title), []).append((each.start, each.end or 10**6))
    for spans in held.values():
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(spans)))


def test_excellent_is_rare_and_clustered(people: list[Person]) -> None:
    grades = Counter(grade for person in people for grade in person.years.values())
    assert 0.1 <= grades["优秀"] / grades.total() <= 0.2
    assert grades["基本称职"] / grades.total() < 0.01
    per_person = [list(person.years.values()).count("优秀") for person in people]
    assert sum(1 for count in per_person if count == 0) > len(people) * 0.2


def test_those_outside_the_party_hold_no_party_post(people: list[Person]) -> None:
    for person in people:
        if person.party_join is None:
            assert not any("党" in each.title for stage in person.stages for each in stage.holdings)


def test_showcase_has_a_varied_life(people: list[Person]) -> None:
    person = people[0]
    work = [each for each in person.stages if each.kind == "work"]
    towns = sum((each.end or AS_OF) - each.start for each in work if each.post in {"town_head", "town_secretary"})
    told = tomllib.loads(files("demo").joinpath("data", "showcase.toml").read_text("utf-8"))
    assert len(work) >= 8
    assert towns >= 24
    assert {each["grade"] for each in told["projects"]} == {"好", "较好", "一般", "差"}
    assert person.punishments[0]["end"] < "2024-03"

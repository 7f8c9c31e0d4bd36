"""Facts side by side, and where two served together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.career import build_career
from analysis.career.model import Career
from analysis.compare import Person, compare_facts, protected_facts, together
from graph.model.dossier import Dossier
from graph.model.records.tenure import Tenure
from graph.model.words import Language
from tests.analysis.career.example import TODAY, example, graded
from tests.builders import cadre, dossier, made, project


def person(given: Dossier) -> Person:
    return Person(given.cadre, build_career(given, today=TODAY))


def held(unit: str, start: str | None, end: str | None, status: str = "ended") -> Tenure:
    return made(Tenure, unit_name=unit, title="副局长", start=start, end=end, end_status=status, kind="post")


def career(*tenures: Tenure) -> Career:
    return build_career(dossier(*tenures, person=cadre()), today=TODAY)


def test_a_line_differs_where_not_all_say_the_same_and_unknown_is_not_left_out() -> None:
    full, thin = person(example()), person(dossier(person=cadre(birth_month=None)))
    lines = {each.key: each for each in compare_facts((full, thin), "zh")}
    assert lines["posts"].texts[0]
    assert lines["posts"].texts[1] is None
    assert lines["posts"].differs
    same = {each.key: each for each in compare_facts((full, full), "zh")}
    assert not any(each.differs for each in same.values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_plays_no_part_stands_apart(language: str) -> None:
    people = (person(example()), person(example()))
    protected = {each.key for each in protected_facts(people, language)}  # type: ignore[arg-type]  # both are languages
    assert protected == {"sex", "ethnicity", "native_place"}
    assert not protected & {each.key for each in compare_facts(people, language)}  # type: ignore[arg-type]


def test_what_plays_no_part_is_never_compared() -> None:
    told = (("男", "甲省"), ("女", "乙省"))
    people = [person(dossier(person=cadre(sex=sex, native_place=place))) for sex, place in told]
    lines = protected_facts(people, "zh")
    assert len(set(lines[0].texts)) == 2
    assert not any(each.differs for each in lines)


@pytest.mark.parametrize(("language", "told"), [("zh", "好1 较好1"), ("en", "good 1, fairly good 1")])
def test_counts_of_grades_are_told_apart(language: Language, told: str) -> None:
    works = [project("甲路征迁", 2022), project("乙路征迁", 2022)]
    grades = [graded(works[0], "好", "2022-12"), graded(works[1], "较好", "2022-12")]
    lines = {each.key: each for each in compare_facts((person(dossier(*works, *grades)),), language)}
    assert told in lines["projects"].texts


def test_what_is_withheld_is_not_called_unknown() -> None:
    hidden = replace(dossier(person=cadre()), withheld=frozenset({"Punishment"}))
    lines = {each.key: each for each in compare_facts((person(hidden), person(hidden)), "zh")}
    assert lines["punishments"].texts == ("受限内容", "受限内容")


def test_two_are_together_while_both_serve() -> None:
    one, other = career(held("甲局", "2010-03", "2016-05")), career(held("甲局", "2012-11", None, "current"))
    (met,) = together((one, other))
    assert (met.first, met.second, met.unit, met.start, met.end, met.months) == (0, 1, "甲局", "2012-11", "2016-05", 42)


def test_terms_of_one_post_that_follow_at_once_are_one_meeting_with_all_their_tenures() -> None:
    terms = [held("甲局", "2010-03", "2012-03"), held("甲局", "2012-03", "2014-03"), held("甲局", "2015-01", "2015-05")]
    one, other = career(*terms), career(held("甲局", "2011-03", None, "current"))
    joined, later = together((one, other))
    assert (joined.start, joined.end, joined.months) == ("2011-03", "2014-03", 36)
    assert [len(each) for each in joined.posts] == [2, 1]
    assert (later.start, later.end, later.months) == ("2015-01", "2015-05", 4)


def test_who_follows_or_serves_elsewhere_is_not_together() -> None:
    one = career(held("甲局", "2010-03", "2012-11"))
    assert together((one, career(held("甲局", "2012-11", "2016-05")))) == ()
    assert together((one, career(held("乙局", "2010-03", "2016-05")))) == ()


def test_an_unknown_bound_cannot_tell_unless_the_other_excludes_it() -> None:
    open_end = career(held("甲局", "2010-03", None, "unknown"))
    (met,) = together((open_end, career(held("甲局", "2012-11", "2016-05"))))
    assert (met.certain, met.start, met.end, met.months) == (False, None, None, None)
    assert together((open_end, career(held("甲局", "2008-01", "2010-03")))) == ()

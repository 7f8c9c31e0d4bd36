"""What follows from records: ties with their grounds, never more certain than the records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.network.facts import Duty, Facts, Holding, Study
from analysis.network.ties import Tie, find_ties, kind, kind_names, sentence, sentences

LIN = Holding("ten_1", "lin", "林一舟", "u", "丁市住建局", "p", "局长", "2012-11", "2016-03", "ended", "post")
AN = Holding("ten_2", "an", "安若川", "u", "丁市住建局", "q", "科长", "2010-05", "2018-01", "ended", "post")


def ties(name: str, *holdings: Holding, **more: tuple[object, ...]) -> tuple[Tie, ...]:
    return find_ties(Facts(holdings, **more), [name])  # type: ignore[arg-type]  # studies or duties


def test_two_at_one_unit_at_one_time_worked_together_there_and_then() -> None:
    (tie,) = ties("colleague", LIN, AN)
    (ground,) = tie.grounds
    assert (ground.place, ground.since, ground.until) == ("丁市住建局", "2012-11", "2016-03")
    assert set(ground.records) == {"ten_1", "ten_2"}
    assert sentence(tie, ground, "zh") == "安若川与林一舟都在丁市住建局，2012.11 至 2016.03"
    assert sentence(tie, ground, "en") == "安若川 and 林一舟 both at 丁市住建局, 2012-11 to 2016-03"


def test_a_seat_beside_the_post_ties_to_the_body_and_is_no_time_at_work() -> None:
    seats = tuple(replace(each, unit="c", unit_name="丁市人大", title="委员", kind="membership") for each in (LIN, AN))
    found = find_ties(Facts(seats=seats), kind_names())
    assert [(each.kind, each.start, each.end) for each in found] == [("member", "an", "c"), ("member", "lin", "c")]
    assert sentence(found[1], found[1].grounds[0], "zh").startswith("林一舟是丁市人大的代表委员")
    assert sentence(found[1], found[1].grounds[0], "en").startswith("林一舟: member of 丁市人大")


def test_what_goes_on_since_nobody_knows_when_goes_on() -> None:
    (tie,) = ties("served", replace(LIN, start=None, end=None, status="current"))
    assert "至今，起时不详" in sentence(tie, tie.grounds[0], "zh")
    assert "until now, start unknown" in sentence(tie, tie.grounds[0], "en")


@pytest.mark.parametrize(
    "other",
    [
        replace(AN, unit="v"),
        replace(AN, start="2016-03"),
        replace(AN, end="2012-11"),
        replace(AN, end=None, status="unknown"),
        replace(AN, start=None),
        replace(AN, cadre="lin"),
    ],
)
def test_what_the_records_do_not_show_is_no_tie(other: Holding) -> None:
    assert ties("colleague", LIN, other) == ()


def test_who_is_still_there_goes_on() -> None:
    (tie,) = ties("colleague", replace(LIN, end=None, status="current"), replace(AN, end=None, status="current"))
    assert tie.grounds[0].lasts
    assert sentence(tie, tie.grounds[0], "zh").endswith("2012.11 至今")


def test_two_posts_at_one_unit_tell_the_same_once_with_both_records() -> None:
    (tie,) = ties("colleague", LIN, AN, replace(AN, id="ten_3", title="党组成员"))
    assert len(tie.grounds) == 1
    assert set(tie.grounds[0].records) == {"ten_1", "ten_2", "ten_3"}


def test_terms_of_one_office_that_follow_one_another_are_told_as_one_with_all_their_records() -> None:
    terms = (("ten_a", "2012-11", "2014-11"), ("ten_b", "2014-11", "2016-03"), ("ten_c", "2017-02", "2017-08"))
    lin = [replace(LIN, id=ident, start=start, end=end) for ident, start, end in terms]
    (tie,) = ties("colleague", *lin, AN)
    assert [(each.since, each.until) for each in tie.grounds] == [("2017-02", "2017-08"), ("2012-11", "2016-03")]
    assert sentences(tie, "zh") == ("安若川与林一舟都在丁市住建局，2017.02 至 2017.08、2012.11 至 2016.03",)
    assert sentences(tie, "en") == ("安若川 and 林一舟 both at 丁市住建局, 2017-02 to 2017-08 and 2012-11 to 2016-03",)
    assert set(tie.grounds[1].records) == {"ten_a", "ten_b", "ten_2"}
    (tie,) = ties("colleague", *lin[:1], replace(lin[1], end=None, status="current"), replace(AN, end="2030-01"))
    assert (tie.grounds[0].since, tie.grounds[0].until, tie.grounds[0].lasts) == ("2012-11", "2030-01", False)


def test_a_principal_leads_who_is_none_and_not_the_other_way() -> None:
    (tie,) = ties("superior", replace(LIN, category="正职"), replace(AN, category="副职"))
    assert (tie.start, tie.end) == ("lin", "an")
    assert ties("superior", replace(LIN, category="副职"), replace(AN, category="副职")) == ()


@pytest.mark.parametrize(
    ("unit", "head", "other"),
    [
        ("丁市住建局综合处", "处长", "副处长"),
        ("丁市住建局综合处", "处长", "科员"),
        ("丁市委办公室秘书科", "科长", "副科长"),
        ("丁街道办事处", "办事处主任", "办事处副主任"),
        ("丁县人民政府", "县长", "常务副县长"),
        ("丁市某学会", "会长", "副会长"),
    ],
)
def test_the_head_of_a_unit_leads_its_deputy_at_every_level(unit: str, head: str, other: str) -> None:
    one, two = replace(LIN, unit_name=unit, title=head), replace(AN, unit_name=unit, title=other)
    for some in ((one, two), (replace(one, cadre="zz"), two)):
        (tie,) = ties("superior", *some)
        assert tie.end == "an"
    assert ties("superior", one, replace(two, title=head)) == ()


def test_the_next_at_a_post_follows_the_one_before() -> None:
    after = replace(AN, post="p", title="局长", start="2016-05", end=None, status="current")
    (tie,) = ties("successor", LIN, after)
    assert (tie.start, tie.end) == ("lin", "an")


@pytest.mark.parametrize(
    "holdings",
    [
        (LIN, replace(AN, post="p", start="2016-02")),
        (LIN, replace(AN, post="p", start="2018-01", end="2019-01")),
        (LIN, replace(AN, post="p", start="2016-03"), replace(AN, id="x", cadre="zhou", post="p", start="2015-01")),
        (replace(LIN, title="委员"), replace(AN, post="p", title="委员", start="2016-03")),
        (replace(LIN, title="常委"), replace(AN, post="p", title="常委", start="2016-03")),
        (replace(LIN, end=None, status="unknown"), replace(AN, post="p", start="2016-03")),
    ],
    ids=["overlap", "long gap", "a third was there", "many seats", "a standing committee", "end unknown"],
)
def test_nobody_follows_where_it_is_not_certain(holdings: tuple[Holding, ...]) -> None:
    assert ties("successor", *holdings) == ()


def test_classmates_need_dates() -> None:
    one = Study("edu_1", "lin", "林一舟", "澜江大学", "土木", "1998-09", "2002-07")
    other = Study("edu_2", "an", "安若川", "澜江大学", "土木", "2000-09", "2004-07")
    (tie,) = ties("classmate", studies=(one, other))
    assert sentence(tie, tie.grounds[0], "zh") == "安若川与林一舟同在澜江大学学习，2000.09 至 2002.07，土木"
    assert ties("classmate", studies=(one, replace(other, start=None))) == ()


def test_one_project_ties_all_who_answer_for_it() -> None:
    duties = tuple(Duty(who, who, "pro_1", "断头路打通", 2022) for who in ("a", "b", "c"))
    assert [(each.start, each.end) for each in ties("project", duties=duties)] == [("a", "b"), ("a", "c"), ("b", "c")]


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_speaks_both_languages(name: str) -> None:
    for language in ("zh", "en"):
        assert kind(name).title(language)
        assert kind(name).title(language, outward=False)


def test_of_one_person_the_same_ties_are_found_as_among_all() -> None:
    held = [
        replace(AN, id=f"ten_{n}{m}", cadre=f"c{n}", name=f"n{n}", start=f"20{10 + n}-0{m + 1}")
        for n in range(5)
        for m in range(2)
    ]
    everybody = find_ties(Facts(tuple(held)), ["colleague"])
    for about in ("c0", "c2", "c4"):
        own = find_ties(Facts(tuple(held), about=frozenset([about])), ["colleague"])
        assert own == tuple(each for each in everybody if about in (each.start, each.end))
        assert len(own) == 4

"""Tenures: order, as-of day, levels, principals, settings and kinds of change."""

from __future__ import annotations

import pytest

from analysis.career import Career, build_career
from analysis.career.model import Held
from analysis.career.posts import may_be_vacant, nearness, principal, setting
from graph.errors import InputError
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from tests.analysis.career.example import TODAY, at_line, example, level, tenure
from tests.builders import dossier, made


def career_of(*records: Tenure | object, as_of: str | None = None) -> Career:
    return build_career(dossier(*records), as_of, today=TODAY)  # type: ignore[arg-type]


def by_post(career: Career, post: str) -> Held:
    return next(each for each in career.tenures if each.post == post)


def test_tenures_stand_in_the_order_of_their_starts() -> None:
    starts = [each.start or "" for each in build_career(example(), today=TODAY).tenures]
    assert starts == sorted(starts)
    assert len(starts) == 10


def test_what_began_later_is_left_out_and_what_ended_later_is_current() -> None:
    career = build_career(example(), "2020-06", today=TODAY)
    assert by_post(career, "局长").status == "current"
    assert by_post(career, "局长").end is None
    assert by_post(career, "局长").months == 16
    assert all(each.post != "区长" for each in career.tenures)
    assert career.as_of == "2020-06-01"
    assert {each.year for each in career.assessments} == {2018, 2019}


@pytest.mark.parametrize(("day", "status"), [("2019", "current"), ("2019-02", "ended"), ("2019-01-31", "current")])
def test_an_end_is_exclusive_and_a_partial_day_is_its_first(day: str, status: str) -> None:
    assert by_post(build_career(example(), day, today=TODAY), "副县长").status == status


@pytest.mark.parametrize("text", ["2o19", "2019-13", "2019-02-30", "19", ""])
def test_what_is_not_a_day_is_refused_with_the_way_to_write_it(text: str) -> None:
    if not text:
        assert build_career(example(), text, today=TODAY).as_of == TODAY
        return
    with pytest.raises(InputError, match=r"请写成 2024|请检查年月日"):
        build_career(example(), text, today=TODAY)


def test_a_sequence_without_inner_dates_keeps_the_order_of_its_line_and_unknown_bounds() -> None:
    quote = "1998.07--2006.04  澜江市财政局预算处科员、副主任科员、副处长"
    unit = "澜江市财政局预算处"
    line = at_line(2, quote)
    career = career_of(
        tenure(unit, "副处长", None, "2006-04", sources=line),
        tenure(unit, None, None, None, rank="副主任科员", kind="rank", end_status="unknown", sources=line),
        tenure(unit, None, "1998-07", None, rank="科员", kind="rank", end_status="unknown", sources=line),
    )
    assert [each.post or each.rank for each in career.tenures] == ["科员", "副主任科员", "副处长"]
    assert [each.months for each in career.tenures] == [None, None, None]
    assert [each.status for each in career.tenures] == ["unknown", "unknown", "ended"]
    assert {each.code for each in career.findings} == {"start_unknown", "end_unknown"}


def test_a_rank_dated_later_than_the_post_counts_from_its_own_date() -> None:
    career = career_of(
        tenure("澜江市发改委", "副主任", "2010-02", "2016-09", rank="正处级", rank_from="2014-08", acting=True),
        level("县处级副职", "2010-02"),
    )
    assert by_post(career, "副主任").level == "县处级副职"
    assert [(each.level, each.start) for each in career.staircase] == [
        ("县处级副职", "2010-02"),
        ("县处级正职", "2014-08"),
    ]


def in_one_line(unit: str, last: str, *, current: bool = False) -> Career:
    quote = f"2003.04--2006.05  {unit}科员、副主任科员、{last}"
    line = at_line(2, quote)
    return career_of(
        made(RankRecord, origin="personnel_form", kind="职务层次", rank="科员", start="2003-04", sources=line),
        tenure(unit, None, "2003-04", None, rank="科员", kind="rank", end_status="unknown", sources=line),
        tenure(unit, None, None, None, rank="副主任科员", kind="rank", end_status="unknown", sources=line),
        tenure(unit, last, None, None if current else "2006-05", sources=line),
    )


@pytest.mark.parametrize(
    ("unit", "last", "expected"),
    [
        ("丙市财政局预算处", "副科长", None),
        ("丙市财政局预算处", "副处长", None),
        ("沧澜省财政厅预算处", "副处长", "县处级副职"),
        ("沧澜省财政厅预算处", "处长", "县处级正职"),
    ],
)
def test_a_rank_named_before_a_leading_post_is_not_that_of_the_post(unit: str, last: str, expected: str | None) -> None:
    held = by_post(in_one_line(unit, last), last)
    assert held.level == expected
    assert ("level" in held.derived) == (expected is not None)


def test_a_rank_named_before_the_present_post_is_not_the_level_reached() -> None:
    career = in_one_line("丙市财政局预算处", "副科长", current=True)
    assert by_post(career, "副科长").level is None
    assert career.head.level is None


@pytest.mark.parametrize("post", ["副科长", "科长", "副局长"])
def test_a_rank_below_leading_posts_does_not_go_on_in_one(post: str) -> None:
    career = career_of(
        tenure("丙市财政局预算科", None, "2003-04", "2006-05", rank="副主任科员", kind="rank"),
        level("科员", "2003-04"),
        tenure("丙市财政局预算科", post, "2006-05", None),
    )
    assert by_post(career, post).level is None
    assert career.head.level is None


def test_a_deputys_level_does_not_go_on_in_a_later_head() -> None:
    career = career_of(
        level("县处级副职", "2010-02"),
        tenure("澜江市水利局", "副局长", "2010-02", "2014-02"),
        tenure("澜江市审计局", "副局长", "2014-02", "2016-09"),
        tenure("澜江市水利局", "局长", "2016-09", None),
    )
    assert by_post(career, "局长").level is None
    assert [each.level for each in career.tenures] == ["县处级副职", "县处级副职", None]
    assert [(each.level, each.end) for each in career.staircase] == [("县处级副职", "2016-09")]
    assert career.head.level is None


def test_a_deputy_who_also_heads_a_bureau_keeps_the_level() -> None:
    career = career_of(
        tenure("石泉县委", "常委", "2010-02", None),
        tenure("石泉县委组织部", "部长", "2012-02", None),
    )
    assert [(each.level, each.end) for each in career.staircase] == [("县处级副职", None)]
    assert career.head.level == "县处级副职"


def test_a_level_that_is_over_is_not_followed_by_an_older_one() -> None:
    career = career_of(
        level("县处级副职", "2006-04"),
        tenure("澜江市发改委", "副主任", "2010-08", "2012-03", rank="正处级"),
        tenure("澜江高新区管委会", "主任", "2012-03", None),
    )
    assert by_post(career, "主任").level is None
    assert by_post(career, "主任").change is None
    assert career.head.level is None


def test_grades_since_2019_stand_for_no_level() -> None:
    career = career_of(
        tenure("石泉县财政局", None, "2019-06", None, rank="一级主任科员", kind="rank"),
        level("一级主任科员", "2019-06", kind="职级"),
    )
    assert career.staircase == ()
    assert [each.grade for each in career.grades] == ["一级主任科员"]
    assert career.head.grade == "一级主任科员"


def test_military_ranks_are_never_turned_into_civil_levels() -> None:
    career = career_of(tenure("武警甲支队三大队", "教导员", "2001-03", "2008-12", rank="正营职"))
    assert career.tenures[0].level is None
    assert career.tenures[0].rank == "正营职"


def test_a_level_concluded_from_unit_and_post_is_marked_by_itself() -> None:
    career = career_of(tenure("石泉县甲镇人民政府", "镇长", "2011-09", None, derived=("unit_name",)))
    assert career.tenures[0].level == "乡科级正职"
    assert career.tenures[0].derived == ("unit", "level")
    assert career.staircase[0].derived


def test_kinds_of_change_follow_level_and_kind() -> None:
    changes = {each.post or each.rank: each.change for each in build_career(example(), today=TODAY).tenures}
    assert changes == {
        "科员": "初任",
        "副主任": "提任",
        "处长": "提任",
        "副县长": "提任",
        "副处长": "挂职",
        "局长": "提任",
        "副书记": "转任",
        "代区长": "转任",
        "区长": "转正",
        "代表": None,
    }


def test_a_reason_in_the_source_decides_the_kind_of_change() -> None:
    career = career_of(
        tenure("甲局", "局长", "2010-01", "2015-01"),
        tenure("乙局", "局长", "2015-01", "2019-06", change_reason="交流任职", end_document_number="澜委〔2019〕5号"),
        tenure("乙局", None, "2019-06", None, rank="一级调研员", kind="rank"),
        tenure("丙会", "会长", "2020-06", None, concurrent=True),
    )
    assert [each.change for each in career.tenures] == ["初任", "转任", "改任职级", "兼任"]
    assert [each.end_change for each in career.tenures] == [None, "免职", None, None]


@pytest.mark.parametrize(
    ("unit", "post", "category", "expected"),
    [
        ("青屿区委", "书记", None, (True, "party_head")),
        ("青屿区委", "副书记", None, (False, "deputy")),
        ("石泉县甲镇人民政府", "镇长", None, (True, "government_head")),
        ("青屿区人民政府", "代区长", None, (True, "government_head")),
        ("澜江市水利局", "局长", None, (True, "unit_head")),
        ("澜江市水利局建设处", "处长", None, (False, "division")),
        ("石泉县委组织部", "部长", None, (True, "department_head")),
        ("石泉县委组织部干部科", "科长", "正职", (False, "division")),
        ("石泉县委组织部", "部务会议成员", "正职", (False, "seat")),
        ("石泉县乌桕镇党委", "组织委员", "正职", (False, "seat")),
        ("澜江市卫健委办公室", "主任", "正职", (False, "division")),
        ("澜江市委办公室", "主任", None, (True, "department_head")),
        ("澜江城投集团有限公司投资发展部", "经理", "正职", (False, "division")),
        ("驻市卫健委纪检监察组", "组长", "正职", (True, "member_category")),
        ("澜江市人民政府办公室", "主任", None, (True, "unit_head")),
        ("澜江市水利局办公室", "主任", None, (False, "division")),
        ("澜江市甲学会", "秘书", "正职", (True, "member_category")),
        ("甲街道办事处", "办事处副主任", "正职", (None, "contradiction")),
        ("澜江市规划设计研究院", "高级工程师", "正职", (False, "professional")),
        ("石泉县团委", "书记", None, (True, "unit_head")),
        ("共青团石泉县委", "书记", None, (True, "unit_head")),
        ("石泉县甲镇团委", "书记", None, (False, "division")),
        ("澜江市水利局工会", "主席", None, (False, "division")),
        ("澜江市水利局", None, None, (None, "unknown")),
        ("Committee on Ways and Means", "Chair", None, (True, "title_of_head")),
        ("House of Representatives", "Speaker of the House", None, (True, "title_of_head")),
        ("Committee on Ways and Means", "Vice Chair", None, (False, "deputy")),
        ("Committee on Ways and Means", "Ranking Member", None, (False, "no_rule")),
        ("Government of Alba", "Minister of Finance", None, (False, "no_rule")),
        ("Assemblée d'Alba", "Présidente", None, (True, "title_of_head")),
    ],
)
def test_who_is_a_principal(
    unit: str, post: str | None, category: str | None, expected: tuple[bool | None, str]
) -> None:
    assert principal(unit, post, category) == expected


@pytest.mark.parametrize(
    ("unit", "where"),
    [
        ("石泉县甲镇白塔村", "基层"),
        ("石泉县甲镇党委", "乡镇"),
        ("石泉县甲乡党政办公室", "乡镇"),
        ("石泉县人民政府", "块"),
        ("澜江高新区管委会", "块"),
        ("澜江市水利局", "条线"),
        ("澜江市水利局建设处", "条线"),
        ("石泉县委组织部干部科", "条线"),
        ("陆军某旅三营", None),
        (None, None),
    ],
)
def test_where_a_post_stands(unit: str | None, where: str | None) -> None:
    assert setting(unit) == where


@pytest.mark.parametrize(
    ("unit", "other", "near"),
    [
        ("石泉县委", "石泉县委", 3),
        ("石泉县委", "石泉县人民政府", 2),
        ("澜江市水利局党组", "澜江市水利局", 2),
        ("澜江市水利局", "澜江市水利局建设处", 1),
        ("石泉县委", "青屿区委", 0),
        (None, "青屿区委", 0),
    ],
)
def test_how_near_two_units_are(unit: str | None, other: str | None, near: int) -> None:
    assert nearness(unit, other) == near


def test_stages_name_where_somebody_stood() -> None:
    stages = build_career(example(), today=TODAY).stages
    assert [(each.name, each.start) for each in stages] == [
        ("入门", "2002-08"),
        ("骨干", "2006-03"),
        ("独当一面", "2019-02"),
        ("骨干", "2021-11"),
        ("主政", "2022-02"),
    ]


def test_the_head_is_as_of_the_day() -> None:
    head = build_career(example(), "2024-03", today=TODAY).head
    assert (head.age, head.level, head.level_since, head.grade) == (44, "县处级正职", "2019-02", "一级调研员")
    assert [each.post for each in head.posts] == ["副书记", "区长"]
    assert head.post_since == "2022-02"
    earlier = build_career(example(), "2001-01", today=TODAY).head
    assert (earlier.level, earlier.work_start, earlier.full_time_education, earlier.posts) == (None, None, None, ())


def test_seats_and_acting_titles_are_no_vacancies() -> None:
    assert [each for each in ("区长", "代区长", "党组成员", "主任委员", "代表处主任") if may_be_vacant(each)] == [
        "区长",
        "主任委员",
        "代表处主任",
    ]


@pytest.mark.parametrize(
    ("day", "statuses"), [("1970", []), ("2001", ["current", "unknown"]), ("2007", ["ended", "ended"])]
)
def test_a_step_without_a_start_is_current_on_no_day_and_not_there_before_its_line(
    day: str, statuses: list[str]
) -> None:
    line = at_line(2, "1998.07--2006.04  澜江市财政局科员、副科长")
    career = career_of(
        tenure("澜江市财政局", None, "1998-07", "2003-01", rank="科员", kind="rank", sources=line),
        tenure("澜江市财政局", "副科长", None, "2006-04", sources=line),
        as_of=day,
    )
    assert [each.status for each in career.tenures] == statuses


def test_the_rank_of_a_clerk_is_not_carried_onto_a_leading_post() -> None:
    clerk = tenure("甲市财政局", None, "2000-08", "2010-01", kind="rank", rank="科员")
    career = build_career(
        dossier(clerk, level("科员", "2000-08"), tenure("甲市财政局", "副局长", "2010-01", None)), today=TODAY
    )
    held = by_post(career, "副局长")
    assert (held.level, held.change) == (None, "提任")
    assert career.head.level is None
    assert [(each.level, each.start, each.end) for each in career.staircase] == [("科员", "2000-08", "2010-01")]


def test_a_level_carried_onto_a_post_that_states_none_is_marked_as_concluded() -> None:
    career = build_career(
        dossier(level("县处级副职", "2010-02"), tenure("甲市财政局", "干部", "2012-01", None)), today=TODAY
    )
    held = by_post(career, "干部")
    assert (held.level, held.derived) == ("县处级副职", ("level",))


def test_concurrent_posts_stand_last_in_the_head() -> None:
    head = career_of(
        tenure("甲开发区党工委", "副书记", "2021-07", None, concurrent=True),
        tenure("乙区委", "副书记", "2021-07", None),
        tenure("乙区人民政府", "区长", "2021-12", None),
    ).head
    assert [each.unit for each in head.posts] == ["乙区委", "乙区人民政府", "甲开发区党工委"]

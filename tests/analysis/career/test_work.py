"""What happened in a post: projects, forms, assessments, markers, gaps and overlaps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from analysis.career import Career, build_career
from analysis.career.model import Held, Marker
from analysis.career.phrases import marker_text, remark_text
from analysis.career.to_rows import to_tables
from analysis.drawing.trajectory import draw_trajectory
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.career_segment import CareerSegment
from graph.model.records.finding import Finding
from graph.model.records.petition import Petition
from graph.model.records.punishment import Punishment
from graph.model.records.secondment import Secondment
from graph.model.schema import Access, Edge, Evidence
from tests.analysis.career.example import TODAY, example, segment, tenure
from tests.builders import CADRE_ID, dossier, made, project


def by_post(career: Career, post: str) -> Held:
    return next(each for each in career.tenures if each.post == post)


def markers(career: Career, kind: str) -> list[Marker]:
    return [each for each in career.markers if each.kind == kind]


def test_projects_lie_in_the_post_of_their_unit_and_year() -> None:
    career = build_career(example(), today=TODAY)
    laid = {each.post: [task.title for task in each.projects] for each in career.tenures if each.projects}
    assert laid == {"局长": ["堤防加固12公里"], "区长": ["老旧小区改造82个", "断头路征迁214户"]}
    assert career.unplaced_projects == ()


def test_a_project_shows_every_grade_and_counts_by_the_last() -> None:
    homes = by_post(build_career(example(), today=TODAY), "区长").projects[0]
    assert [(each.stage, each.grade) for each in homes.grades] == [("年中", "一般"), ("年底", "好")]
    assert (homes.grade, homes.grade_stage, homes.satisfied) == ("好", "年底", (2022,))
    assert [each.severity for each in homes.checks] == ["问题较轻"]


def test_grades_and_checks_later_than_the_day_are_not_known() -> None:
    homes = by_post(build_career(example(), "2022-08", today=TODAY), "区长").projects[0]
    assert (homes.grade, homes.checks, homes.satisfied) == ("一般", (), ())


def test_components_stand_side_by_side() -> None:
    parts = by_post(build_career(example(), "2024-03", today=TODAY), "区长").components
    assert parts is not None
    assert parts.months == 25
    assert parts.projects_by_grade == {"好": 1, "未评": 1}
    assert parts.assessments_by_grade == {"称职": 1}
    assert [each.text for each in parts.most_satisfying] == ["老旧小区改造按期完成"]
    assert [each.text for each in parts.regretted] == ["部分地块未按时交付"]


def test_a_project_that_fits_no_post_is_told_and_not_dropped() -> None:
    career = build_career(
        dossier(tenure("甲局", "局长", "2010-01", None), project("乙事", 2015, unit_name="乙局")), today=TODAY
    )
    assert [each.title for each in career.unplaced_projects] == ["乙事"]
    assert [each.code for each in career.findings] == ["project_unplaced"]


def test_a_project_goes_to_the_post_that_shares_most_of_its_time() -> None:
    career = build_career(
        dossier(
            tenure("甲局", "副局长", "2010-01", "2015-04"),
            tenure("甲局", "局长", "2015-04", None),
            project("甲事", 2015, unit_name="甲局"),
        ),
        today=TODAY,
    )
    assert by_post(career, "局长").projects
    assert not by_post(career, "副局长").projects


def test_work_lies_with_the_post_that_runs_it_not_with_the_seat_in_the_party_group() -> None:
    career = build_career(
        dossier(
            tenure("甲局", "党组书记", "2010-01", None),
            tenure("甲局", "局长", "2010-01", None),
            tenure("乙县委", "书记", "2010-01", None, concurrent=True),
            project("甲事", 2015, unit_name="甲局"),
            project("乙事", 2015, unit_name="乙县委"),
        ),
        today=TODAY,
    )
    assert {each.post: len(each.projects) for each in career.tenures} == {"党组书记": 0, "局长": 1, "书记": 1}


def test_a_project_carried_by_somebody_else_is_not_laid_here() -> None:
    other = replace(project("甲事", 2015, unit_name="甲局"), responsible=(Edge("cad_other"),))
    career = build_career(dossier(tenure("甲局", "局长", "2010-01", None), other), today=TODAY)
    assert not career.tenures[0].projects
    assert career.unplaced_projects == ()


def test_assessments_lie_in_the_post_of_most_of_their_year_and_the_teams_beside() -> None:
    career = build_career(example(), today=TODAY)
    head = by_post(career, "局长")
    assert [each.year for each in head.assessments] == [2019, 2020, 2021]
    assert [(each.year, each.grade) for each in head.team_assessments] == [(2020, "良好")]
    assert [each.year for each in career.assessments] == [2018, 2019, 2020, 2021, 2022, 2023]


@pytest.mark.parametrize(
    ("period", "day", "known"), [("上半年", "2023-07", True), ("上半年", "2023-06", False), (None, "2023-12-30", False)]
)
def test_an_assessment_is_known_when_its_period_is_over(period: str | None, day: str, known: bool) -> None:
    one = made(Assessment, kind="平时考核" if period else "年度考核", year=2023, period=period, grade="好")
    assert bool(build_career(dossier(one), day, today=TODAY).assessments) == known


def test_forms_are_known_from_the_day_they_were_handed_in() -> None:
    form = made(AchievementForm, cadre=(Edge(CADRE_ID),), year=2022, submitted_on="2023-01-10", regretted="甲事")
    assert build_career(dossier(form), "2023-01-09", today=TODAY).regretted == ()
    assert len(build_career(dossier(form), "2023-01-10", today=TODAY).regretted) == 1


@pytest.mark.parametrize(
    ("day", "in_effect"), [("2020-05", True), ("2020-10-14", True), ("2020-10-15", False), ("2024", False)]
)
def test_a_punishment_takes_effect_for_the_months_of_its_rule(day: str, in_effect: bool) -> None:
    found = markers(build_career(example(), day, today=TODAY), "punishment")
    assert [(each.title, each.end, each.in_effect, each.derived) for each in found] == [
        ("政务警告", "2020-10-15", in_effect, ("end",))
    ]
    assert found[0].basis


def test_the_end_that_a_source_states_is_not_derived() -> None:
    one = made(Punishment, name="记过", track="政务", date="2020-04", effect_end="2020-12")
    found = markers(build_career(dossier(one), today=TODAY), "punishment")
    assert [(each.end, each.derived, each.basis) for each in found] == [("2020-12", (), None)]


def test_of_petitions_only_the_closed_and_true_are_counted() -> None:
    found = markers(build_career(example(), today=TODAY), "petition")
    assert [(each.count, each.start, each.title) for each in found] == [(1, "2020-05", "")]
    assert all(source.quote == "" and source.author is None for source in found[0].sources)


def test_an_award_and_a_petition_are_a_moment_without_an_end() -> None:
    award = made(Award, name="三等功", date="2011-11")
    petition = made(Petition, number="甲1", received_on="2020-02", result="属实", closed_on="2020-05")
    found = build_career(dossier(award, petition), today=TODAY).markers
    assert [(each.kind, each.start, each.end, each.status, each.moment) for each in found] == [
        ("award", "2011-11", None, "ended", True),
        ("petition", "2020-05", None, "ended", True),
    ]


def test_petitions_are_nothing_to_readers_below_class_four() -> None:
    below = replace(example(), clearance=Access.ASSESSMENT)
    assert markers(build_career(below, today=TODAY), "petition") == []


def test_a_spell_in_resume_and_register_is_one_with_both_sources() -> None:
    career = build_career(
        dossier(
            tenure("石泉县人民政府", "副县长", "2015-03", "2016-03", kind="secondment"),
            made(Secondment, host="石泉县人民政府", start="2015-03", end="2016-03", appraisal="表现良好"),
            made(Secondment, host="省发改委", start="2018-03", end="2018-09"),
        ),
        today=TODAY,
    )
    found = markers(career, "secondment")
    assert [(each.title, len(each.sources), each.detail) for each in found] == [
        ("石泉县人民政府 副县长", 2, "表现良好"),
        ("省发改委", 1, None),
    ]


def test_a_gap_is_found_by_months_and_half_open() -> None:
    career = build_career(
        dossier(tenure("甲局", "科长", "2001-01", "2005-01"), tenure("乙局", "局长", "2007-03", None)), today=TODAY
    )
    assert [(each.start, each.end, each.months) for each in career.gaps] == [("2005-01", "2007-03", 26)]
    assert [each.code for each in career.findings] == ["gap"]


def test_what_touches_leaves_no_gap_and_makes_no_overlap() -> None:
    career = build_career(
        dossier(tenure("甲局", "科长", "2001-01", "2005-01"), tenure("乙局", "局长", "2005-01", None)), today=TODAY
    )
    assert (career.gaps, career.overlaps) == ((), ())


def test_study_and_waiting_fill_the_time_and_unknown_ends_raise_no_alarm() -> None:
    career = build_career(
        dossier(
            segment("甲大学学习", "1998-09", "2002-08", kind="study"),
            segment("待安排", "2002-08", "2003-01", kind="waiting"),
            tenure("甲局", "干部", "2003-01", None, end_status="unknown"),
            tenure("乙局", "局长", "2007-03", None),
        ),
        today=TODAY,
    )
    assert career.gaps == ()


def test_two_posts_that_nothing_explains_overlap() -> None:
    career = build_career(
        dossier(tenure("甲县水利局", "局长", "2007-03", "2012-01"), tenure("丁镇人民政府", "镇长", "2011-06", None)),
        today=TODAY,
    )
    assert [(each.start, each.end, each.months) for each in career.overlaps] == [("2011-06", "2012-01", 7)]


@pytest.mark.parametrize(
    "second",
    [
        tenure("丁镇人民政府", "镇长", "2011-06", None, concurrent=True),
        tenure("丁镇人民政府", "副镇长", "2011-06", "2012-01", kind="secondment"),
        tenure("甲县第十届人民代表大会", "代表", "2011-06", None, kind="membership"),
        tenure("甲县水利局党组", "书记", "2011-06", None),
        tenure("丁镇人民政府", "镇长", "2007-03", None),
        tenure("丁镇人民政府", "镇长", "2012-01", None),
    ],
    ids=["concurrent", "secondment", "membership", "same body", "taken up together", "touching"],
)
def test_no_false_alarm_of_overlap(second: object) -> None:
    first = tenure("甲县水利局", "局长", "2007-03", "2012-01")
    assert build_career(dossier(first, second), today=TODAY).overlaps == ()  # type: ignore[arg-type]


def test_lines_of_the_resume_that_overlap_are_told_but_not_notes_in_them() -> None:
    career = build_career(
        dossier(
            segment("甲局科长", "2001-01", "2005-06", line=1),
            segment("其间在乙县挂职", "2003-01", "2004-01", kind="secondment", within=True, line=2),
            segment("丙局局长", "2005-03", None, open=True, line=3),
        ),
        today=TODAY,
    )
    assert [(each.first, each.second, each.months) for each in career.overlaps] == [("甲局科长", "丙局局长", 3)]


@pytest.mark.parametrize(
    ("name", "track", "kind", "end", "text"),
    [
        ("诫勉", "组织处理", "measure", "2024-07", "诫勉（影响期至2024.07）"),
        ("诫勉谈话", None, "measure", "2024-07", "诫勉谈话（影响期至2024.07）"),
        ("提醒谈话", None, "measure", "2024-01", "提醒谈话"),
        ("批评教育", "政务", "measure", "2024-01", "批评教育"),
        ("责令作出检查", None, "measure", "2024-01", "责令作出检查"),
        ("政务警告", "政务", "punishment", "2024-07", "政务警告（影响期至2024.07）"),
    ],
)
def test_a_measure_is_no_punishment(name: str, track: str | None, kind: str, end: str, text: str) -> None:
    career = build_career(dossier(made(Punishment, name=name, track=track, date="2024-01")), today=TODAY)
    (marker,) = career.markers
    assert (marker.kind, marker.latest_end or marker.end) == (kind, end)
    assert marker_text(marker, "zh") == text
    (table,) = to_tables(career, "zh", ("markers",))
    assert table.rows[0].cells[1].text == ("组织处理" if kind == "measure" else "处分")
    drawn = draw_trajectory(career, "zh")
    assert ("组织处理（非处分）" in drawn) == (kind == "measure")
    assert ("处分影响期" in drawn) == (kind == "punishment")


def test_findings_of_importers_come_along_except_those_found_here() -> None:
    career = build_career(
        dossier(
            made(
                Finding, code="unsplit", severity="warning", reason="未能拆分", reason_en="Not split", place="简历第3行"
            ),
            made(Finding, code="gap", severity="warning", reason="有空档"),
        ),
        today=TODAY,
    )
    (found,) = career.findings
    assert (found.code, found.place) == ("unsplit", "简历第3行")
    assert [remark_text(found, language) for language in ("zh", "en")] == ["未能拆分", "Not split"]


def test_a_finding_of_two_documents_is_told_once_with_both_places() -> None:
    def found(place: str, value: str = "科员、副科长") -> Finding:
        return made(Finding, id=f"fin_{place}_{value}", code="unsplit", reason="未能拆分", value=value, place=place)

    career = build_career(dossier(found("简历第3行"), found("A01人员, 第3行"), found("简历第5行", "别的")), today=TODAY)
    assert [each.place for each in career.findings] == ["简历第3行；A01人员, 第3行", "简历第5行"]
    assert [len(each.sources) for each in career.findings] == [2, 1]


def test_a_line_that_two_sources_date_differently_does_not_overlap_itself() -> None:
    def line(start: str, record: str, text: str = "甲局副局长") -> CareerSegment:
        source = Evidence(record, record, f"src_{record}", "简历第1行", "2024-01", text, None, "personnel_form")
        return replace(segment(text, start, "2021-09"), id=f"seg_{record}_{start}_{text}", sources=(source,))

    retold = dossier(line("2017-05", "a"), line("2017-10", "b"))
    assert build_career(retold, today=TODAY).overlaps == ()
    twice = dossier(line("2017-05", "a"), line("2017-10", "a"))
    assert len(build_career(twice, today=TODAY).overlaps) == 1
    other = dossier(line("2017-05", "a"), line("2017-10", "b", "乙局局长"))
    assert len(build_career(other, today=TODAY).overlaps) == 1


def test_everything_has_its_sources() -> None:
    career = build_career(example(), today=TODAY)
    things: list[Any] = [
        *career.tenures,
        *career.staircase,
        *career.grades,
        *career.assessments,
        *career.team_assessments,
        *career.told,
        *career.markers,
        *(task for each in career.tenures for task in each.projects),
    ]
    assert all(each.sources for each in things)


def test_a_line_whose_written_end_lies_ahead_overlaps_what_begins_before() -> None:
    career = build_career(
        dossier(segment("甲局科长", "2005-03", "2030-01"), segment("丙局局长", "2010-03", None, open=True)), today=TODAY
    )
    assert [(each.first, each.second, each.start) for each in career.overlaps] == [("甲局科长", "丙局局长", "2010-03")]

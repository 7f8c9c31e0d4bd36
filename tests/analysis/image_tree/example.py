"""A full invented dossier, for the drawing and the outputs."""

from __future__ import annotations

from graph.model.dossier import Dossier
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.education import Education
from graph.model.records.inspection_material import InspectionMaterial
from graph.model.records.interview import Interview
from graph.model.records.observation_note import ObservationNote
from graph.model.records.personal_appeal import PersonalAppeal
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.punishment import Punishment
from graph.model.records.ruling import Ruling
from graph.model.records.secondment import Secondment
from graph.model.records.special_inspection import SpecialInspection
from graph.model.records.spot_check import SpotCheck
from graph.model.records.tenure import Tenure
from graph.model.schema import Record
from tests.builders import cadre, competency, dossier, edge, made, project


def records() -> tuple[Record, ...]:
    """What the invented department holds about the invented 林一舟."""
    roads = project("断头路征迁214户", 2022, category="重点")
    homes = project("老旧小区改造82个", 2023, category="民生")
    trade = project("百亿招商", 2021, skill="招商引资")
    trade2 = project("产业链招商", 2022, skill="招商引资")
    land = project("低效用地盘活1200亩", 2021, skill="要素保障")
    debt = project("隐性债务化解2.3亿元", 2022, skill="风险化解")
    graded = [(roads, "好"), (homes, "好"), (trade, "好"), (trade2, "一般"), (debt, "好")]
    return (
        *(_tenures()),
        *(roads, homes, trade, trade2, land, debt),
        *(_grade(each, grade) for each, grade in graded),
        _grade(land, "差", reason="地块未按期交付"),
        made(SpotCheck, date="2022-09-10", severity="良好", inspector="考核办乙", project=(edge(roads),)),
        made(AchievementForm, by="林一舟", year=2022, submitted_on="2022-12-20", satisfied_project=(edge(trade2),)),
        made(
            SpecialInspection,
            by="考察一组",
            theme="防台",
            start="2021-07-25",
            role="一线指挥",
            inspector="市委考察一组",
        ),
        _note("2021-05-10", "丙", "正面", "基层治理", "三个月跑遍19个村，硬骨头自己上门", "青屿区水利局"),
        _note("2023-06-12", "丁", "正面", "基层治理", "网格员说矛盾当天就上门化解", "青屿区人民政府"),
        _note("2022-03-02", "戊", "负面", "工作方法", "当众批评人，不分场合", "青屿区人民政府"),
        _note("2023-04-18", "己", "负面", "工作方法", "会上点名批评了三名村书记", "青屿区人民政府"),
        _note("2023-01-18", "庚", "负面", "部门协调", "用地会商开了四次没有结果", "青屿区人民政府"),
        _note("2023-09-01", "辛", "负面", "部门协调", "审批部门反映材料来回退了三次", "青屿区人民政府"),
        made(
            Ruling,
            matter="不足：批评人不分场合",
            competency=(competency("工作方法"),),
            decision="确认",
            ruled_by="组织部长某",
            ruled_on="2023-06-01",
            reason="两名评价人所述一致，本人认可",
        ),
        *(made(Assessment, kind="年度考核", year=year, grade=grade) for year, grade in _GRADES.items()),
        made(
            InspectionMaterial,
            date="2021-02-03",
            target_post="青屿区区长",
            talked_to=42,
            votes_for=38,
            votes_expected=40,
        ),
        made(Award, name="三等功", date="2011-11", authority="澜江市人民政府", cause="抗洪抢险"),
        made(Punishment, name="党内警告", track="党纪", date="2023-07", cause="项目审批把关不严"),
        made(Secondment, host="石泉县人民政府", title="副县长", start="2015-03", end="2016-03"),
        made(
            Education,
            mode="全日制",
            level="大学",
            degree="工学学士",
            school="澜江大学",
            major="水利水电工程",
            end="1996-07",
        ),
        made(PersonalAppeal, by="林一舟", topic="希望交流回市直", raised_on="2023-05-08", state="办理中"),
        made(Interview, date="2022-11-20", kind="重点约谈", interviewer="组织部甲", summary="谈话摘要"),
    )


_GRADES = {2019: "优秀", 2020: "称职", 2021: "称职", 2022: "优秀", 2023: "称职"}


def _tenures() -> tuple[Tenure, ...]:
    held = (
        ("澜江市水利局", "水利工程处副处长", "1998-07", "2009-07", None),
        ("石泉县甲渡镇人民政府", "镇长", "2009-07", "2012-01", None),
        ("石泉县甲渡镇党委", "书记", "2012-01", "2014-10", None),
        ("青屿区水利局", "局长", "2014-10", "2021-03", None),
        ("青屿区委", "副书记", "2021-03", None, "current"),
        ("青屿区人民政府", "区长", "2021-03", None, "current"),
    )
    return tuple(
        made(Tenure, unit_name=unit, title=title, start=start, end=end, end_status=status or "ended", kind="post")
        for unit, title, start, end, status in held
    )


def _grade(of: Record, grade: str, reason: str | None = None) -> ProjectEvaluation:
    year = getattr(of, "year", 2020)
    return made(
        ProjectEvaluation,
        by=None,
        project=(edge(of),),
        stage="年底",
        grade=grade,
        evaluated_on=f"{year}-12-28",
        reason=reason,
    )


def _note(date: str, author: str, polarity: str, skill: str, text: str, unit: str) -> ObservationNote:
    return made(
        ObservationNote,
        by=author,
        date=date,
        author=author,
        polarity=polarity,
        text=text,
        unit_name=unit,
        competency=(competency(skill),),
    )


def full() -> Dossier:
    """The whole dossier."""
    person = cadre(
        work_start="1996-08",
        party_join="1998-06",
        current_post_text="青屿区委副书记、区长",
        position_level="县处级正职",
        position_level_since="2021-03",
        grassroots_experience=True,
    )
    return dossier(*records(), person=person)

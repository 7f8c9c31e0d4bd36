"""An invented career with everything a trajectory can show, and short ways to write its records."""

from __future__ import annotations

from typing import Any

from graph.model.dossier import Dossier
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.career_segment import CareerSegment
from graph.model.records.education import Education
from graph.model.records.petition import Petition
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.punishment import Punishment
from graph.model.records.rank_record import RankRecord
from graph.model.records.spot_check import SpotCheck
from graph.model.records.tenure import Tenure
from graph.model.records.training import Training
from graph.model.records.work_project import WorkProject
from graph.model.schema import Edge, Evidence
from tests.builders import CADRE_ID, cadre, dossier, edge, made, project

TODAY = "2024-06-01"


def tenure(unit: str | None, post: str | None, start: str | None, end: str | None, **values: Any) -> Tenure:
    """A tenure of the personnel form; without an end it is current unless `end_status` says otherwise."""
    given = {"kind": "post", "end_status": "ended" if end else "current", "origin": "personnel_form"} | values
    return made(Tenure, unit_name=unit, title=post, start=start, end=end, **given)


def at_line(line: int, quote: str) -> tuple[Evidence, ...]:
    """A line of the résumé as the only source."""
    where = f"简历第{line}行"
    return (
        Evidence("林一舟.lrmx", "doc_1", "src_1", where, "2024-01", quote, "组织部甲", "personnel_form", line=line),
    )


def level(rank: str, start: str, end: str | None = None, kind: str = "职务层次") -> RankRecord:
    """A rank record of the collection workbook."""
    return made(RankRecord, origin="collection_workbook", kind=kind, rank=rank, start=start, end=end)


def segment(text: str, start: str | None, end: str | None, kind: str = "work", **values: Any) -> CareerSegment:
    """A line of the résumé."""
    return made(CareerSegment, origin="personnel_form", text=text, start=start, end=end, kind=kind, **values)


def graded(task: WorkProject, grade: str, on: str, stage: str = "年底") -> ProjectEvaluation:
    """The department's grade for a project."""
    return made(ProjectEvaluation, project=(edge(task),), grade=grade, evaluated_on=on, stage=stage)


def example() -> Dossier:
    """Twenty years from clerk to district head, with a secondment, a seat in the congress and a warning."""
    dike = project("堤防加固12公里", 2020, unit_name="澜江市水利局")
    homes = project("老旧小区改造82个", 2022)
    roads = project("断头路征迁214户", 2023, role="分管")
    return dossier(
        tenure("澜江市水利局", None, "2002-08", "2006-03", rank="科员", kind="rank"),
        tenure("澜江市水利局办公室", "副主任", "2006-03", "2009-11"),
        tenure("澜江市水利局建设处", "处长", "2009-11", "2013-05"),
        tenure("石泉县人民政府", "副县长", "2013-05", "2019-02", derived=("unit_name",)),
        tenure("省水利厅规划处", "副处长", "2015-03", "2016-03", kind="secondment"),
        tenure("澜江市水利局", "局长", "2019-02", "2021-11", member_category="正职"),
        tenure("青屿区委", "副书记", "2021-11", None),
        tenure("青屿区人民政府", "代区长", "2021-11", "2022-02", acting=True),
        tenure("青屿区人民政府", "区长", "2022-02", None),
        tenure("澜江市第十四届人民代表大会", "代表", "2022-01", None, kind="membership"),
        level("科员", "2002-08"),
        level("乡科级副职", "2006-03"),
        level("乡科级正职", "2009-11"),
        level("县处级副职", "2013-05"),
        level("县处级正职", "2019-02"),
        level("三级调研员", "2019-06", kind="职级"),
        level("一级调研员", "2022-12", kind="职级"),
        dike,
        homes,
        roads,
        graded(dike, "差", "2020-12-20"),
        graded(homes, "一般", "2022-07-10", stage="年中"),
        graded(homes, "好", "2022-12-20"),
        made(
            SpotCheck, project=(edge(homes),), date="2022-08-11", mode="暗访", severity="问题较轻", finding="进度滞后"
        ),
        made(
            AchievementForm,
            cadre=(Edge(CADRE_ID),),
            year=2022,
            submitted_on="2022-12-28",
            most_satisfied="老旧小区改造按期完成",
            satisfied_project=(edge(homes),),
            regretted="部分地块未按时交付",
        ),
        *(
            made(Assessment, kind="年度考核", year=year, grade="优秀" if year == 2020 else "称职")
            for year in range(2018, 2024)
        ),
        made(Training, programme="省委党校中青年干部培训班", start="2017-03", end="2017-07"),
        made(Award, name="记三等功", date="2011-12", cause="防台抢险"),
        made(Punishment, name="警告", track="政务", date="2020-04-15", cause="招投标监管不力"),
        made(Petition, number="甲1", received_on="2020-01", closed_on="2020-05", result="部分属实"),
        made(Petition, number="甲2", received_on="2020-01", closed_on="2020-05", result="失实"),
        made(Petition, number="甲3", received_on="2024-01", result="属实"),
        made(Education, mode="全日制", level="大学", degree="工学学士", school="甲大学水利系", end="2002-07"),
        person=cadre(birth_month="1980-03", native_place="浙江慈溪", work_start="2002-08", party_join="2001-06"),
        team_assessments=(made(Assessment, kind="年度考核", year=2020, grade="良好", unit_name="澜江市水利局"),),
    )

"""业绩信息采集表: what a cadre tells at year end: the most satisfying work and the regretted work."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "业绩信息采集表",
    "Achievement form",
    prefix="ach",
    key=("cadre", "year"),
    access=Access.ASSESSMENT,
    sheet="业绩信息采集表",
    origin="self_report",
    date="submitted_on",
)
class AchievementForm(Record):
    """what a cadre tells at year end: the most satisfying work and the regretted work."""

    cadre: tuple[Edge, ...] = link("SUBMITTED", "Cadre", "干部", "Cadre", inward=True, required=True)
    year: int | None = prop("年度", "Year", kind=Kind.YEAR, required=True)
    submitted_on: str | None = prop("填表日期", "Submitted on", kind=Kind.DATE)
    most_satisfied: str | None = prop("最满意的业绩", "Most satisfying work", kind=Kind.LONG_TEXT, search=True)
    satisfied_project: tuple[Edge, ...] = link(
        "MOST_SATISFIED_WITH", "WorkProject", "最满意项目", "Most satisfying project", beside="target"
    )
    regretted: str | None = prop("不满意或比较遗憾的工作", "Regretted work", kind=Kind.LONG_TEXT, search=True)
    regretted_project: tuple[Edge, ...] = link(
        "REGRETS", "WorkProject", "遗憾项目", "Regretted project", beside="target"
    )
    improvement: str | None = prop("改进打算", "What to improve", kind=Kind.LONG_TEXT, search=True)

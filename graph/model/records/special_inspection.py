"""专项考察: cadres inspected on the front line of central work or an urgent task."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "专项考察",
    "Special inspection",
    prefix="ins",
    key=("theme", "start", "cadre"),
    access=Access.ASSESSMENT,
    sheet="专项考察",
    origin="inspection",
    date="start",
)
class SpecialInspection(Record):
    """cadres inspected on the front line of central work or an urgent task."""

    cadre: tuple[Edge, ...] = link("OBSERVED", "Cadre", "干部", "Cadre", required=True)
    theme: str | None = prop("专项主题", "Theme", required=True, search=True)
    start: str | None = prop("开始日期", "Start", kind=Kind.DATE, required=True)
    end: str | None = prop("结束日期", "End, exclusive", kind=Kind.DATE, may_be_future=True)
    method: str | None = prop("考察方式", "Method")
    task_kind: str | None = prop("任务性质", "Kind of task", choices="project_category")
    role: str | None = prop("承担角色", "Role")
    performance: str | None = prop("现实表现", "Performance", kind=Kind.LONG_TEXT, search=True)
    polarity: str | None = prop("评价倾向", "Polarity", choices="polarity")
    inspector: str | None = prop("考察组", "Inspectors")
    competency: tuple[Edge, ...] = link("ON_COMPETENCY", "Competency", "能力项", "Competency")

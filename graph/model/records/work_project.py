"""重点工作项目: a piece of work with a goal, a deadline and people who answer for it."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, edge_property, link, prop, record


@record(
    "重点工作项目",
    "Work project",
    prefix="pro",
    key=("unit_name", "year", "title"),
    access=Access.ASSESSMENT,
    sheet="重点工作项目",
    origin="self_report",
    date="year",
)
class WorkProject(Record):
    """a piece of work with a goal, a deadline and people who answer for it."""

    unit_name: str | None = prop("单位", "Unit", required=True, names="Unit")
    year: int | None = prop("年度", "Year", kind=Kind.YEAR, required=True)
    title: str | None = prop("项目名称", "Title", required=True, index=True, search=True)
    category: str | None = prop("项目类别", "Category", choices="project_category", index=True)
    goal: str | None = prop("目标任务", "Goal", kind=Kind.LONG_TEXT, search=True)
    deadline: str | None = prop("完成时限", "Deadline", kind=Kind.DATE, may_be_future=True)
    weight: float | None = prop("权重", "Weight", kind=Kind.NUMBER)
    obstacle: str | None = prop("难点", "Obstacle", kind=Kind.LONG_TEXT, search=True)
    result: str | None = prop("完成情况", "Result", kind=Kind.LONG_TEXT, search=True)
    responsible: tuple[Edge, ...] = link(
        "RESPONSIBLE_FOR",
        "Cadre",
        "责任人",
        "Answers for it",
        inward=True,
        properties=(
            edge_property("role", "角色", "Role", choices="project_role"),
            edge_property("start", "负责起", "From", kind=Kind.DATE),
            edge_property("end", "负责止", "To", kind=Kind.DATE, may_be_future=True),
        ),
    )
    competencies: tuple[Edge, ...] = link("EXERCISES", "Competency", "能力项", "Competencies")
    unit: tuple[Edge, ...] = link("OF_UNIT", "Unit", "单位", "Unit", column=False)
    task_list: tuple[Edge, ...] = link(
        "CONTAINS", "KeyTaskList", "清单", "List", inward=True, column=False, beside="target"
    )

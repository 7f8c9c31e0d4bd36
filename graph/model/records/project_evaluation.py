"""项目绩效评估: the department's grade for a project: 好, 较好, 一般 or 差."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "项目绩效评估",
    "Project evaluation",
    prefix="eva",
    key=("project", "stage", "evaluated_on"),
    access=Access.ASSESSMENT,
    sheet="项目评估",
    origin="department_evaluation",
    date="evaluated_on",
)
class ProjectEvaluation(Record):
    """the department's grade for a project: 好, 较好, 一般 or 差."""

    project: tuple[Edge, ...] = link("EVALUATES", "WorkProject", "项目", "Project", required=True, beside="record")
    stage: str | None = prop("评估阶段", "Stage", choices="evaluation_stage")
    grade: str | None = prop("评估等次", "Grade", choices="project_grade", required=True)
    evaluated_on: str | None = prop("评估日期", "Evaluated on", kind=Kind.DATE, required=True)
    evaluator: str | None = prop("评估单位", "Evaluator")
    comment: str | None = prop("评语", "Comment", kind=Kind.LONG_TEXT, search=True)
    reason: str | None = prop("原因", "Reason", kind=Kind.LONG_TEXT, search=True)

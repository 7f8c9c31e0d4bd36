"""日常了解记录: what somebody said or saw of a cadre at work, about one competency."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "日常了解记录",
    "Observation note",
    prefix="obs",
    key=("cadre", "date", "author", "text"),
    access=Access.ASSESSMENT,
    sheet="日常了解",
    origin="observation",
    date="date",
)
class ObservationNote(Record):
    """what somebody said or saw of a cadre at work, about one competency."""

    cadre: tuple[Edge, ...] = link("ABOUT", "Cadre", "干部", "Cadre", required=True)
    date: str | None = prop("日期", "Date", kind=Kind.DATE, required=True)
    mode: str | None = prop("了解方式", "How observed", choices="observation_mode")
    author: str | None = prop("记录人", "Author", required=True)
    respondent_class: str | None = prop("反映人类别", "Who said it", choices="respondent_class")
    unit_name: str | None = prop("所在单位", "Unit then", names="Unit")
    polarity: str | None = prop("评价倾向", "Polarity", choices="polarity", required=True)
    text: str | None = prop("内容", "Text", kind=Kind.LONG_TEXT, required=True, search=True)
    competency: tuple[Edge, ...] = link("ON_COMPETENCY", "Competency", "能力项", "Competency")
    project: tuple[Edge, ...] = link("ON_PROJECT", "WorkProject", "项目", "Project")

"""谈话: a talk with a cadre, or with somebody about a cadre."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "谈话",
    "Interview",
    prefix="int",
    key=("cadre", "date", "kind", "respondent_class", "interviewer", "summary"),
    access=Access.ASSESSMENT,
    sheet="谈话",
    origin="interview",
    date="date",
)
class Interview(Record):
    """a talk with a cadre, or with somebody about a cadre."""

    cadre: tuple[Edge, ...] = link("ABOUT", "Cadre", "干部", "Cadre", required=True)
    date: str | None = prop("日期", "Date", kind=Kind.DATE, required=True)
    kind: str | None = prop("谈话类型", "Kind", choices="interview_kind")
    respondent_class: str | None = prop("谈话对象类别", "Who talked", choices="respondent_class")
    interviewer: str | None = prop("谈话人", "Interviewer")
    summary: str | None = prop("谈话摘要", "Summary", kind=Kind.LONG_TEXT, search=True)

"""个人诉求: what a cadre asks of the department."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "个人诉求",
    "Personal appeal",
    prefix="app",
    key=("cadre", "topic", "raised_on"),
    access=Access.ASSESSMENT,
    sheet="个人诉求",
    origin="self_report",
    date="raised_on",
)
class PersonalAppeal(Record):
    """what a cadre asks of the department."""

    cadre: tuple[Edge, ...] = link("RAISED", "Cadre", "干部", "Cadre", inward=True, required=True)
    topic: str | None = prop("诉求事项", "Topic", required=True, search=True, worded=("appeal_topic",))
    wish: str | None = prop("意愿", "Wish", search=True)
    raised_on: str | None = prop("提出日期", "Raised on", kind=Kind.DATE, required=True)
    state: str | None = prop("办理状态", "State", choices="appeal_state")
    response: str | None = prop("答复", "Response", kind=Kind.LONG_TEXT, search=True)

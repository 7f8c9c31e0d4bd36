"""向组织说说心里话: what a cadre tells the department in its yearly round."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "向组织说说心里话",
    "Feedback form",
    prefix="fee",
    key=("cadre", "round"),
    access=Access.ASSESSMENT,
    sheet="心里话",
    origin="self_report",
    date="returned_on",
)
class FeedbackForm(Record):
    """what a cadre tells the department in its yearly round."""

    cadre: tuple[Edge, ...] = link("RETURNED", "Cadre", "干部", "Cadre", inward=True, required=True)
    round: str | None = prop("轮次", "Round", required=True)
    returned_on: str | None = prop("收回日期", "Returned on", kind=Kind.DATE)
    text: str | None = prop("内容", "Text", kind=Kind.LONG_TEXT, search=True)

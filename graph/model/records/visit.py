"""走访: a liaison officer's visit to a unit or place."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "走访",
    "Visit",
    prefix="vis",
    key=("date", "unit_name", "visitor", "cadre"),
    access=Access.ASSESSMENT,
    sheet="走访",
    origin="liaison",
    date="date",
)
class Visit(Record):
    """a liaison officer's visit to a unit or place."""

    date: str | None = prop("日期", "Date", kind=Kind.DATE, required=True)
    unit_name: str | None = prop("走访单位", "Unit visited", names="Unit")
    campaign: str | None = prop("走访行动", "Campaign", worded=("campaign",))
    visitor: str | None = prop("走访人", "Visitor")
    cadre: tuple[Edge, ...] = link("MET", "Cadre", "见面干部", "Cadre met")
    summary: str | None = prop("情况", "Summary", kind=Kind.LONG_TEXT, search=True)
    unit: tuple[Edge, ...] = link("VISITED", "Unit", "单位", "Unit", column=False)

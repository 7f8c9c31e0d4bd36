"""奖励: an honour or a merit."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record(
    "奖励",
    "Award",
    prefix="awa",
    key=("cadre", "name", "date"),
    subject="Cadre",
    sheet="奖励",
    origin="award",
    date="date",
)
class Award(Record):
    """an honour or a merit."""

    cadre: tuple[Edge, ...] = link("RECEIVED", "Cadre", "干部", "Cadre", inward=True, required=True)
    name: str | None = prop("奖励名称", "Name", codes=("A1404A",), required=True, search=True, worded=("award_name",))
    date: str | None = prop("批准日期", "Date", kind=Kind.DATE, codes=("A1407",))
    authority: str | None = prop("批准机关", "Authority", codes=("A1411A",))
    authority_level: str | None = prop("批准机关级别", "Level of the authority", codes=("A1414",))
    cause: str | None = prop("事由", "Cause", search=True)
    document_number: str | None = prop("文号", "Document")

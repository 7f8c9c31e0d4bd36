"""信访反映: the handling and result of a petition; nothing of the petitioner, not even the text."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "信访反映",
    "Petition",
    prefix="pet",
    key=("number",),
    access=Access.RESTRICTED,
    sheet="信访结果",
    origin="petition",
    date="received_on",
)
class Petition(Record):
    """the handling and result of a petition; nothing of the petitioner, not even the text."""

    number: str | None = prop("办件编号", "Case number", required=True)
    cadre: tuple[Edge, ...] = link("CONCERNS", "Cadre", "涉及干部", "Cadre concerned")
    unit_name: str | None = prop("涉及单位", "Unit concerned", names="Unit")
    received_on: str | None = prop("受理日期", "Received on", kind=Kind.DATE, required=True)
    topic: str | None = prop("事项类别", "Topic", worded=("petition_topic",))
    result: str | None = prop("核查结论", "Result", choices="petition_result")
    closed_on: str | None = prop("办结日期", "Closed on", kind=Kind.DATE)
    decision: str | None = prop("结论文号", "Decision document")
    unit: tuple[Edge, ...] = link("CONCERNS_UNIT", "Unit", "单位", "Unit", column=False)

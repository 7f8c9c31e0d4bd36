"""会议议题: a selection case before the meeting: who was there, in which order they spoke, and what was decided."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "会议议题",
    "Agenda item",
    prefix="agi",
    key=("case", "held_on", "meeting"),
    access=Access.ASSESSMENT,
    sheet="会议议题",
    origin="selection",
    date="held_on",
)
class AgendaItem(Record):
    """a selection case before the meeting: who was there, in which order they spoke, and what was decided."""

    case: tuple[Edge, ...] = link("DELIBERATES", "SelectionCase", "选任", "Selection", required=True, beside="record")
    meeting: str | None = prop("会议", "Meeting", required=True)
    held_on: str | None = prop("会议日期", "Held on", kind=Kind.DATE, required=True)
    expected: int | None = prop("应到成员", "Members", kind=Kind.INTEGER, help="应到会成员人数。")
    present: int | None = prop("实到成员", "Members present", kind=Kind.INTEGER, help="有表决权的到会成员人数。")
    spoken: int | None = prop("表态人数", "Members who spoke", kind=Kind.INTEGER)
    principal: str | None = prop("主要负责人", "Principal")
    principal_order: int | None = prop(
        "主要负责人表态次序", "Place at which the principal spoke", kind=Kind.INTEGER, help="第几个表态；应为最后一个。"
    )
    agreed: int | None = prop("同意", "Agreed", kind=Kind.INTEGER)
    disagreed: int | None = prop("不同意", "Disagreed", kind=Kind.INTEGER)
    deferred: int | None = prop("缓议", "For deferring", kind=Kind.INTEGER)
    decision: str | None = prop("决定", "Decision", choices="meeting_decision")
    document_number: str | None = prop("纪要文号", "Minutes")

"""程序步骤: one step of a selection case, when it was taken and on what paper."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "程序步骤",
    "Stage of a selection",
    prefix="stg",
    key=("case", "stage", "start"),
    access=Access.ASSESSMENT,
    sheet="程序步骤",
    origin="selection",
    date="start",
)
class StageRecord(Record):
    """one step of a selection case, when it was taken and on what paper."""

    case: tuple[Edge, ...] = link(
        "HAS_STAGE", "SelectionCase", "选任", "Selection", inward=True, required=True, beside="record"
    )
    stage: str | None = prop("步骤", "Stage", choices="selection_stage", required=True)
    start: str | None = prop("开始日期", "From", kind=Kind.DATE)
    end: str | None = prop("结束日期", "To", kind=Kind.DATE, help="不含当日；当日完成的可不填。", may_be_future=True)
    organizer: str | None = prop("组织实施", "Carried out by")
    document_number: str | None = prop("文号", "Document")
    result: str | None = prop("结果", "Result", search=True)

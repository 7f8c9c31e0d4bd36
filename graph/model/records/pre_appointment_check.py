"""凡提四必: one of the four checks before an appointment, of one cadre in one case."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "凡提四必核查",
    "Pre-appointment check",
    prefix="chk",
    key=("cadre", "case", "kind", "date"),
    access=Access.RESTRICTED,
    sheet="凡提四必",
    origin="selection",
    date="date",
)
class PreAppointmentCheck(Record):
    """one of the four checks before an appointment, of one cadre in one case."""

    cadre: tuple[Edge, ...] = link("CHECKED", "Cadre", "干部", "Cadre", required=True)
    case: tuple[Edge, ...] = link("CHECKED_FOR", "SelectionCase", "选任", "Selection", required=True)
    kind: str | None = prop("核查事项", "Check", choices="appointment_check", required=True)
    date: str | None = prop("完成日期", "Done on", kind=Kind.DATE, help="还没有结果的填发起日期。")
    result: str | None = prop("核查结果", "Result", choices="appointment_check_result")
    authority: str | None = prop("核查单位", "Checked by")
    note: str | None = prop("说明", "Note", kind=Kind.LONG_TEXT, help="只写结论，不写家庭财产等事项内容。")

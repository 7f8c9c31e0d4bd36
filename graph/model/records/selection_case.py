"""选拔任用: one post to be filled, from the motion to the appointment (全程纪实), and who is considered for it."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, edge_property, link, prop, record


@record(
    "选拔任用",
    "Selection case",
    prefix="sel",
    key=("number",),
    access=Access.ASSESSMENT,
    sheet="选拔任用",
    origin="selection",
    date="opened_on",
)
class SelectionCase(Record):
    """one post to be filled, from the motion to the appointment, and who is considered for it."""

    number: str | None = prop("案卷编号", "Case number", required=True, index=True, search=True)
    kind: str | None = prop(
        "任用方式", "Kind of appointment", choices="selection_kind", help="提拔任职和进一步使用须走完全部程序。"
    )
    unit_name: str | None = prop("拟任单位", "Unit", required=True, names="Unit")
    title: str | None = prop(
        "拟任职务", "Post to be filled", required=True, search=True, help="写全称，如 澜江市水利局局长。"
    )
    opened_on: str | None = prop("启动日期", "Opened on", kind=Kind.DATE)
    closed_on: str | None = prop("办结日期", "Closed on", kind=Kind.DATE, help="空着表示仍在办理。")
    outcome: str | None = prop("结果", "Outcome", choices="selection_outcome")
    submitted_by: str | None = prop("承办人", "Kept by")
    considered: tuple[Edge, ...] = link(
        "CONSIDERS",
        "Cadre",
        "人选",
        "Considered",
        properties=(edge_property("role", "人选身份", "Stands as", choices="candidate_role"),),
    )
    unit: tuple[Edge, ...] = link("FILLS_POST_AT", "Unit", "单位", "Unit", column=False)

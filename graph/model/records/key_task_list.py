"""年度重点工作项目清单: the list of key projects a unit hands in for a year."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "年度重点工作项目清单",
    "Key-project list",
    prefix="ktl",
    key=("unit_name", "year"),
    access=Access.ASSESSMENT,
    sheet="项目清单",
    origin="self_report",
    date="submitted_on",
)
class KeyTaskList(Record):
    """the list of key projects a unit hands in for a year."""

    unit_name: str | None = prop("单位", "Unit", required=True, names="Unit")
    year: int | None = prop("年度", "Year", kind=Kind.YEAR, required=True)
    submitted_on: str | None = prop("提交日期", "Submitted on", kind=Kind.DATE)
    submitted_by: str | None = prop("填报人", "Submitted by")
    state: str | None = prop("状态", "State", worded=("list_state",))
    unit: tuple[Edge, ...] = link("SUBMITTED", "Unit", "单位", "Unit", inward=True, column=False)

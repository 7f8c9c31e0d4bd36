"""抽查暗访: an unannounced or announced look at how a project or unit is doing."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "抽查暗访",
    "Spot check",
    prefix="spo",
    key=("date", "place", "project", "unit_name", "inspector"),
    access=Access.ASSESSMENT,
    sheet="抽查暗访",
    origin="inspection",
    date="date",
)
class SpotCheck(Record):
    """an unannounced or announced look at how a project or unit is doing."""

    date: str | None = prop("日期", "Date", kind=Kind.DATE, required=True)
    place: str | None = prop("地点", "Place", search=True)
    unit_name: str | None = prop("被查单位", "Unit checked", names="Unit")
    mode: str | None = prop("方式", "Open or unannounced", choices="check_mode")
    inspector: str | None = prop("检查人", "Inspector")
    finding: str | None = prop("发现情况", "Finding", kind=Kind.LONG_TEXT, search=True)
    severity: str | None = prop("程度", "Severity", choices="check_result")
    project: tuple[Edge, ...] = link("INSPECTED", "WorkProject", "项目", "Project", beside="record")
    cadre: tuple[Edge, ...] = link("OBSERVED", "Cadre", "涉及干部", "Cadre observed")
    unit: tuple[Edge, ...] = link("INSPECTED_UNIT", "Unit", "单位", "Unit", column=False)

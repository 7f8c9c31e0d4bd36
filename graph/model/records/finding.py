"""导入问题: something an importer was not sure of, with its place."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, edge_property, link, prop, record


@record("导入问题", "Finding", prefix="fin", key=("document", "place", "code", "value"), projected=False)
class Finding(Record):
    """something an importer was not sure of, with its place."""

    code: str | None = prop("代码", "Code", index=True)
    severity: str | None = prop("程度", "Severity", choices="severity")
    place: str | None = prop("位置", "Place")
    sheet: str | None = prop("工作表", "Sheet")
    row: int | None = prop("行", "Row", kind=Kind.INTEGER)
    line: int | None = prop("简历行", "Line", kind=Kind.INTEGER)
    column: str | None = prop("列", "Column")
    value: str | None = prop("原值", "Value")
    reason: str | None = prop("说明", "Reason")
    reason_en: str | None = prop("英文说明", "Reason in English")
    document: tuple[Edge, ...] = link("FOUND_IN", "SourceDocument", "来源材料", "Document", required=True)
    cadre: tuple[Edge, ...] = link(
        "ABOUT",
        "Cadre",
        "干部",
        "Cadre",
        column=False,
        properties=(edge_property("recognised", "原识别人员", "Recognised as"),),
    )

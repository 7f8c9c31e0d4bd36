"""来源材料: one file or form, known by the hash of its content."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record("来源材料", "Source document", prefix="doc", key=("content_hash",), projected=False)
class SourceDocument(Record):
    """one file or form, known by the hash of its content."""

    title: str | None = prop("材料名称", "Title")
    content_hash: str | None = prop("内容散列", "Content hash", required=True, index=True)
    importer: str | None = prop("导入器", "Importer")
    form_date: str | None = prop("填表日期", "Form date", kind=Kind.DATE)
    issuer: str | None = prop("填报单位", "Issuer")
    lineage: str | None = prop("沿袭", "Lineage", index=True)
    size: int | None = prop("字节", "Bytes", kind=Kind.INTEGER)
    batch: tuple[Edge, ...] = link("IN_BATCH", "ImportBatch", "导入批次", "Batch")

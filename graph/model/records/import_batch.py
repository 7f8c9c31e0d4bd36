"""导入批次: one run of the importers: from its first write to its last."""

from __future__ import annotations

from graph.model.schema import Kind, Record, prop, record


@record("导入批次", "Import batch", prefix="bat", key=("started_at",), projected=False)
class ImportBatch(Record):
    """one run of the importers: from its first write to its last."""

    started_at: str | None = prop("开始", "Started", kind=Kind.INSTANT)
    finished_at: str | None = prop("完成", "Finished", kind=Kind.INSTANT)
    state: str | None = prop("状态", "State", choices="batch_state", index=True)
    planned: int | None = prop("应有材料数", "Documents to bring", kind=Kind.INTEGER)
    files: int | None = prop("文件数", "Files", kind=Kind.INTEGER)
    created: int | None = prop("新增", "Created", kind=Kind.INTEGER)
    changed: int | None = prop("修改", "Changed", kind=Kind.INTEGER)
    removed: int | None = prop("撤下", "Removed", kind=Kind.INTEGER)
    findings: int | None = prop("问题数", "Findings", kind=Kind.INTEGER)
    report: str | None = prop("报告", "Report", kind=Kind.LONG_TEXT)
    undone_at: str | None = prop("撤销时间", "Undone", kind=Kind.INSTANT)
    undone_why: str | None = prop("撤销原因", "Why it was undone")
    undone_report: str | None = prop("撤销结果", "What the undo did", kind=Kind.LONG_TEXT)

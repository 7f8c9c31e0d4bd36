"""来源记录: what one document says about one subject, as it said it.

Written once, never changed but for when it stopped being in force.
"""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record("来源记录", "Source record", prefix="src", key=("document", "subject", "lineage"), projected=False)
class SourceRecord(Record):
    """what one document says about one subject, as it said it.

    Written once, never changed but for when it stopped being in force.
    """

    subject: str | None = prop("主体", "Subject", required=True, index=True)
    introduced: str | None = prop(
        "原识别人员",
        "Recognised as",
        help="The cadre it was about before a person merged two into one; empty otherwise.",
    )
    lineage: str | None = prop("沿袭", "Lineage", index=True)
    origin: str | None = prop("来源类别", "Origin")
    author: str | None = prop("作者", "Author")
    form_date: str | None = prop("填表日期", "Form date", kind=Kind.DATE)
    recorded_at: str | None = prop("录入时间", "Known from", kind=Kind.INSTANT)
    known_to: str | None = prop("失效时间", "Known to", kind=Kind.INSTANT)
    closed_by: str | None = prop("失效批次", "Closed by batch", index=True)
    pending: bool | None = prop("待认", "Waits for a cadre", kind=Kind.YES_NO, index=True)
    pending_names: tuple[str, ...] = prop(
        "待认人员",
        "Who is not yet known",
        kind=Kind.TEXTS,
        access=Access.RESTRICTED,
        help="Their names; the identifiers of those who are named by nothing else, never a hashed one.",
    )
    content: str | None = prop("内容", "Content", kind=Kind.LONG_TEXT, access=Access.RESTRICTED)
    document: tuple[Edge, ...] = link("PART_OF", "SourceDocument", "来源材料", "Document", required=True)

"""身份认定: what a named person decided about whether two records are one; with date and reason."""

from __future__ import annotations

from graph.model.schema import Access, Kind, Record, prop, record


@record(
    "身份认定",
    "Identity ruling",
    prefix="idr",
    key=("kind", "one", "other"),
    access=Access.ASSESSMENT,
    origin="ruling",
    date="ruled_on",
)
class IdentityRuling(Record):
    """what a named person decided about whether two records are one; with date and reason.

    Where they are the same, `goes` was merged into `stays`; taking the ruling back parts them again. Where one unit
    succeeded the other, `stays` is the later one.
    """

    kind: str | None = prop("种类", "Kind", required=True, help="The label of both: Cadre or Unit.")
    one: str | None = prop("其一", "One", required=True, index=True, help="Id; the lesser of the two.")
    other: str | None = prop("其二", "The other", required=True, index=True, help="Id.")
    one_name: str | None = prop("其一名称", "Name of the one", help="When it was decided.")
    other_name: str | None = prop("其二名称", "Name of the other", help="When it was decided.")
    decision: str | None = prop("认定意见", "Decision", choices="identity_decision", required=True)
    stays: str | None = prop("保留", "Stays", help="Id of the one that stays, or of the later unit.")
    goes: str | None = prop("并入", "Goes", help="Id of the one merged into it.")
    since: str | None = prop("变更日期", "Changed on", kind=Kind.DATE, help="Where one unit succeeded the other.")
    change: str | None = prop("变更方式", "Kind of change", help="更名, 合并, 撤并 …")
    facts: str | None = prop(
        "认定依据", "Seen then", help="Codes of what spoke for and against: other ones are a reason to ask again."
    )
    ruled_by: str | None = prop("认定人", "Ruled by", required=True)
    ruled_on: str | None = prop("认定日期", "Ruled on", kind=Kind.DATE, required=True)
    reason: str | None = prop("理由", "Reason", kind=Kind.LONG_TEXT, required=True)

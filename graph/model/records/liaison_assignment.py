"""条线或分片联系: which liaison officer looks after which units and cadres, from when to when."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "联系分工",
    "Liaison assignment",
    prefix="lia",
    key=("area", "officer", "start"),
    access=Access.OFFICE,
    sheet="联系分工",
    origin="liaison",
    date="start",
)
class LiaisonAssignment(Record):
    """a line or an area that a liaison officer looks after: its units with what is below them, and single cadres."""

    area: str | None = prop(
        "条线或片区", "Area", required=True, index=True, help="如 青屿区片、综合经济线；同一名称算同一片。"
    )
    kind: str | None = prop("联系方式", "By line or by area", choices="liaison_kind")
    officer: str | None = prop("联系人", "Liaison officer", required=True)
    start: str | None = prop("联系起", "From", kind=Kind.DATE)
    end: str | None = prop("联系止", "To", kind=Kind.DATE, help="不含当日；空着表示仍在联系。", may_be_future=True)
    units: tuple[Edge, ...] = link("LIAISES", "Unit", "联系单位", "Units looked after")
    cadre: tuple[Edge, ...] = link("LIAISES_WITH", "Cadre", "联系干部", "Cadres looked after")
    note: str | None = prop("备注", "Note", kind=Kind.LONG_TEXT)

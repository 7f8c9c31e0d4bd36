"""廉洁自律结论 (双签字): what a Party body states of a cadre's integrity, and who signed for it."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "廉洁自律结论",
    "Integrity opinion",
    prefix="opn",
    key=("cadre", "case", "date"),
    access=Access.RESTRICTED,
    sheet="廉洁自律结论",
    origin="selection",
    date="date",
)
class IntegrityOpinion(Record):
    """what a Party body states of a cadre's integrity, and who signed for it."""

    cadre: tuple[Edge, ...] = link("ON", "Cadre", "干部", "Cadre", required=True)
    case: tuple[Edge, ...] = link("STATED_FOR", "SelectionCase", "选任", "Selection")
    date: str | None = prop("出具日期", "Date", kind=Kind.DATE, required=True)
    authority: str | None = prop("出具单位", "Stated by")
    conclusion: str | None = prop("结论", "Conclusion", kind=Kind.LONG_TEXT)
    secretary_signed: bool | None = prop("书记签字", "Signed by the secretary", kind=Kind.YES_NO)
    secretary: str | None = prop("党委（党组）书记", "Secretary", help="党委（党组）书记或分管领导。")
    discipline_signed: bool | None = prop("纪检负责人签字", "Signed by the discipline head", kind=Kind.YES_NO)
    discipline_head: str | None = prop("纪委书记（纪检监察组组长）", "Head of discipline inspection")

"""考察材料: what an inspection before an appointment found, with the votes."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "考察材料",
    "Inspection material",
    prefix="mat",
    key=("cadre", "date", "target_post"),
    access=Access.ASSESSMENT,
    sheet="考察材料",
    origin="inspection",
    date="date",
)
class InspectionMaterial(Record):
    """what an inspection before an appointment found, with the votes."""

    cadre: tuple[Edge, ...] = link("ABOUT", "Cadre", "干部", "Cadre", required=True)
    date: str | None = prop("考察日期", "Date", kind=Kind.DATE, required=True)
    target_post: str | None = prop("考察职位", "Post considered")
    talked_to: int | None = prop("谈话人数", "People talked to", kind=Kind.INTEGER)
    votes_expected: int | None = prop("应到票数", "Votes expected", kind=Kind.INTEGER)
    votes_for: int | None = prop("赞成票", "Votes for", kind=Kind.INTEGER)
    votes_against: int | None = prop("反对票", "Votes against", kind=Kind.INTEGER)
    votes_abstained: int | None = prop("弃权票", "Abstentions", kind=Kind.INTEGER)
    achievements: str | None = prop("主要表现", "Main performance", kind=Kind.LONG_TEXT, search=True)
    shortcomings: str | None = prop("主要不足", "Shortcomings", kind=Kind.LONG_TEXT, search=True)
    integrity: str | None = prop("廉洁自律", "Integrity", kind=Kind.LONG_TEXT, search=True)
    conclusion: str | None = prop("考察结论", "Conclusion", search=True)
    inspector: str | None = prop("考察组", "Inspectors")

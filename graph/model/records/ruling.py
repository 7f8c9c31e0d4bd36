"""认定: a named person's confirmation of a matter, or choice between sources, with date and reason."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "认定",
    "Ruling",
    prefix="rul",
    key=("cadre", "matter", "competency", "fact", "ruled_on"),
    access=Access.ASSESSMENT,
    subject="Cadre",
    sheet="认定",
    origin="ruling",
    date="ruled_on",
)
class Ruling(Record):
    """a named person's confirmation of a matter, or choice between sources, with date and reason."""

    cadre: tuple[Edge, ...] = link("RULES_ON", "Cadre", "干部", "Cadre", required=True)
    matter: str | None = prop(
        "认定事项",
        "Matter",
        required=True,
        help="What is confirmed (优势 or 不足 in a competency, a note), or the property chosen, such as birth_month; "
        "整条记录 for a record that is not accepted.",
        worded=("ruling_matter",),
    )
    fact: str | None = prop(
        "所指记录",
        "Record ruled on",
        help="Kind and key of the record whose property is chosen, or which is not accepted as a whole; empty for the "
        "cadre's own attributes.",
        column=False,
    )
    competency: tuple[Edge, ...] = link("ON_COMPETENCY", "Competency", "能力项", "Competency")
    decision: str | None = prop("认定意见", "Decision", choices="ruling_decision", required=True)
    value: str | None = prop("采信值", "Value chosen", help="For a choice between sources: the value to use.")
    ruled_by: str | None = prop("认定人", "Ruled by", required=True)
    ruled_on: str | None = prop("认定日期", "Ruled on", kind=Kind.DATE, required=True)
    reason: str | None = prop("理由", "Reason", kind=Kind.LONG_TEXT, required=True)

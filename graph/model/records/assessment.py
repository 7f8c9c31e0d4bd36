"""考核: a routine, annual, special or term assessment of a cadre or a team."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "考核",
    "Assessment",
    prefix="ass",
    key=("cadre", "unit_name", "kind", "year", "period"),
    access=Access.ASSESSMENT,
    subject="Cadre",
    sheet="考核",
    origin="assessment",
    date="year",
)
class Assessment(Record):
    """a routine, annual, special or term assessment of a cadre or a team."""

    cadre: tuple[Edge, ...] = link("OF", "Cadre", "干部", "Cadre")
    unit_name: str | None = prop(
        "班子所在单位", "Team's unit", index=True, help="Only for the assessment of a team.", names="Unit"
    )
    kind: str | None = prop("考核种类", "Kind", choices="assessment_kind", required=True)
    year: int | None = prop("年度", "Year", kind=Kind.YEAR, codes=("A1521",), required=True)
    period: str | None = prop("时段", "Period")
    grade: str | None = prop("等次", "Grade", codes=("A1517",), choices="assessment_grade")
    score: float | None = prop("得分", "Score", kind=Kind.NUMBER)
    assessor: str | None = prop("考核单位", "Assessor")
    comment: str | None = prop("评语", "Comment", kind=Kind.LONG_TEXT, search=True)
    team: tuple[Edge, ...] = link("OF_TEAM", "LeadershipTeam", "领导班子", "Team", column=False)

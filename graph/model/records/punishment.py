"""处分: a Party or administrative punishment or an organizational measure, with its effect period."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "处分",
    "Punishment",
    prefix="pun",
    key=("cadre", "name", "date"),
    access=Access.RESTRICTED,
    subject="Cadre",
    sheet="处分",
    origin="punishment",
    date="date",
)
class Punishment(Record):
    """a Party or administrative punishment or an organizational measure, with its effect period."""

    cadre: tuple[Edge, ...] = link("RECEIVED", "Cadre", "干部", "Cadre", inward=True, required=True)
    name: str | None = prop("处分名称", "Name", codes=("A1404A",), required=True, worded=("punishment_name",))
    track: str | None = prop("类别", "Track", choices="punishment_track")
    date: str | None = prop("批准日期", "Date", kind=Kind.DATE, codes=("A1407",))
    authority: str | None = prop("批准机关", "Authority", codes=("A1411A",))
    authority_level: str | None = prop("批准机关级别", "Level of the authority")
    cause: str | None = prop("事由", "Cause")
    effect_end: str | None = prop(
        "影响期至",
        "Effect ends, exclusive",
        kind=Kind.DATE,
        help="As decided; where absent it follows from the rule for the kind of punishment.",
        may_be_future=True,
    )
    lifted_on: str | None = prop("解除日期", "Lifted on", kind=Kind.DATE, codes=("A1424",))
    document_number: str | None = prop("文号", "Document")

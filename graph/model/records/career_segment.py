"""简历段: one line of a résumé, whole, as it was written."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record("简历段", "Career segment", prefix="seg", key=("cadre", "start", "text"), subject="Cadre", date="start")
class CareerSegment(Record):
    """one line of a résumé, whole, as it was written."""

    text: str | None = prop("简历文字", "Text", kind=Kind.LONG_TEXT, codes=("A1703",), search=True)
    start: str | None = prop("起", "Start", kind=Kind.DATE, codes=("A1701",))
    end: str | None = prop("止", "End, exclusive", kind=Kind.DATE, codes=("A1702",))
    open: bool | None = prop("至今", "Open", kind=Kind.YES_NO)
    kind: str | None = prop(
        "类别",
        "Kind",
        codes=("A1705",),
        choices="segment_kind",
        help="work, study, party_school, training, secondment, waiting, retired, military or unknown.",
    )
    line: int | None = prop("行", "Line", kind=Kind.INTEGER)
    within: bool | None = prop(
        "其间", "Within another", kind=Kind.YES_NO, help="A note in brackets inside another segment."
    )
    cadre: tuple[Edge, ...] = link("HAS_SEGMENT", "Cadre", "干部", "Cadre", inward=True, required=True)

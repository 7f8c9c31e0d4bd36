"""推荐: a nomination on record under a name (推荐实名记录): by whom, how it was come to, and for which case."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "推荐",
    "Recommendation",
    prefix="nom",
    key=("cadre", "case", "kind", "date", "author"),
    access=Access.ASSESSMENT,
    sheet="推荐",
    origin="selection",
    date="date",
)
class Recommendation(Record):
    """a nomination on record under a name: by whom, how it was come to, and for which case."""

    cadre: tuple[Edge, ...] = link("NOMINATES", "Cadre", "干部", "Cadre", required=True)
    case: tuple[Edge, ...] = link("RECOMMENDED_FOR", "SelectionCase", "选任", "Selection")
    kind: str | None = prop("推荐方式", "Kind", choices="recommendation_kind", required=True)
    date: str | None = prop("推荐日期", "Date", kind=Kind.DATE, required=True)
    author: str | None = prop("推荐人或单位", "Recommended by", required=True)
    round: str | None = prop("轮次", "Round")
    field_of_choice: str | None = prop("等额或差额", "One name or several", choices="field_of_choice")
    collective_study: bool | None = prop(
        "集体研究", "Studied collectively", kind=Kind.YES_NO, help="单位党组织推荐须经集体研究。"
    )
    document_number: str | None = prop("推荐文号", "Document", help="单位党组织推荐须有正式文件。")
    signed: bool | None = prop("署名", "Signed", kind=Kind.YES_NO, help="个人推荐须写明理由并署名。")
    text: str | None = prop("推荐理由", "Reasons", kind=Kind.LONG_TEXT, search=True)

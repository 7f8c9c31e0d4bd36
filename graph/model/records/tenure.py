"""任职: one person's holding of one post, over one half-open interval."""

from __future__ import annotations

from graph.model.records.rank_record import RANKS
from graph.model.schema import Edge, Kind, Record, link, prop, record


@record(
    "任职",
    "Tenure",
    prefix="ten",
    key=("cadre", "unit_name", "title", "start"),
    stands_in={"title": "rank"},
    subject="Cadre",
    interval=True,
    date="start",
)
class Tenure(Record):
    """one person's holding of one post, over one half-open interval."""

    unit_name: str | None = prop(
        "单位",
        "Unit",
        index=True,
        help="The unit as the source names it, prefixes expanded.",
        names="Unit",
        search=True,
    )
    renamed_to: str | None = prop(
        "更名后单位", "Unit renamed to", help="The name the unit took during the tenure, as the résumé tells."
    )
    title: str | None = prop(
        "职务名称", "Title", codes=("A0215A",), help="Empty where the source states only a rank.", search=True
    )
    rank: str | None = prop("职务层次/职级", "Rank", help="As written; never turned into another scale.", worded=RANKS)
    rank_from: str | None = prop("明确职级时间", "Rank from", kind=Kind.DATE)
    start: str | None = prop("任职时间", "Start", kind=Kind.DATE, codes=("A0243",))
    end: str | None = prop("免职时间", "End, exclusive", kind=Kind.DATE, codes=("A0265",))
    end_status: str | None = prop("任职状态", "Current, ended or unknown", codes=("A0255",), choices="end_status")
    kind: str | None = prop(
        "任职类型",
        "Kind",
        choices="tenure_kind",
        help="post: one's work, a full-time mandate too. rank: a grade without a post. secondment: work lent away. "
        "membership: a seat beside one's work (代表, 委员, a committee), shown by itself, no step and no time at work.",
    )
    concurrent: bool | None = prop("兼任", "Concurrent", kind=Kind.YES_NO)
    acting: bool | None = prop("主持工作或代理", "Acting", kind=Kind.YES_NO)
    is_leader: bool | None = prop("是否领导职务", "Leading post", kind=Kind.YES_NO, codes=("A0219",))
    member_category: str | None = prop("成员类别", "Principal or deputy", codes=("A0201E",), choices="member_category")
    portfolio: str | None = prop(
        "分管工作", "Portfolio", codes=("A0229",), help="Without it, work cannot be laid at a deputy's door."
    )
    method: str | None = prop("选拔任用方式", "How selected", codes=("A0247",), worded=("selection_method",))
    document_number: str | None = prop("任职文号", "Appointment document", codes=("A0245",))
    end_document_number: str | None = prop("免职文号", "Removal document", codes=("A0267",))
    change_reason: str | None = prop(
        "职务变动原因综述", "Reason of change", codes=("A0272",), worded=("change_reason",)
    )
    exceptional: bool | None = prop("是否破格提拔", "Exceptional promotion", kind=Kind.YES_NO, codes=("A0251B",))
    main: bool | None = prop("主职务", "Main post", kind=Kind.YES_NO, codes=("A0279",))
    order: int | None = prop("集体内排序", "Order in the team", kind=Kind.INTEGER, codes=("A0225",))
    cadre: tuple[Edge, ...] = link("HELD", "Cadre", "干部", "Cadre", inward=True, required=True)
    post: tuple[Edge, ...] = link("OF_POST", "Post", "岗位", "Post")
    unit: tuple[Edge, ...] = link("AT_UNIT", "Unit", "单位", "Unit")

"""挂职: a spell at another unit while the home post goes on."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record(
    "挂职",
    "Secondment",
    prefix="sec",
    key=("cadre", "host", "start"),
    subject="Cadre",
    sheet="挂职",
    origin="secondment",
    date="start",
)
class Secondment(Record):
    """a spell at another unit while the home post goes on."""

    cadre: tuple[Edge, ...] = link("SECONDED", "Cadre", "干部", "Cadre", inward=True, required=True)
    host: str | None = prop("挂职单位", "Host unit", required=True, names="Unit", search=True)
    title: str | None = prop("挂任职务", "Post there", search=True)
    start: str | None = prop("开始日期", "Start", kind=Kind.DATE)
    end: str | None = prop("结束日期", "End, exclusive", kind=Kind.DATE, may_be_future=True)
    kind: str | None = prop("类型", "Kind", worded=("secondment_kind",))
    appraisal: str | None = prop("鉴定", "Appraisal", kind=Kind.LONG_TEXT, search=True)
    unit: tuple[Edge, ...] = link("TO", "Unit", "单位", "Unit", column=False)

"""培训: a course attended."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record(
    "培训",
    "Training",
    prefix="tra",
    key=("cadre", "programme", "start"),
    subject="Cadre",
    sheet="培训",
    origin="training",
    date="start",
)
class Training(Record):
    """a course attended."""

    cadre: tuple[Edge, ...] = link("ATTENDED", "Cadre", "干部", "Cadre", inward=True, required=True)
    programme: str | None = prop("培训班次", "Programme", required=True, search=True)
    organizer: str | None = prop("主办单位", "Organizer")
    start: str | None = prop("开始日期", "Start", kind=Kind.DATE)
    end: str | None = prop("结束日期", "End, exclusive", kind=Kind.DATE, may_be_future=True)
    hours: int | None = prop("学时", "Hours", kind=Kind.INTEGER)
    appraisal: str | None = prop("学习鉴定", "Appraisal", search=True)

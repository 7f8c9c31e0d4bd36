"""学历学位: one diploma or degree."""

from __future__ import annotations

from graph.model.schema import Edge, Kind, Record, link, prop, record


@record(
    "学历学位",
    "Education",
    prefix="edu",
    key=("cadre", "mode", "level", "degree", "school"),
    subject="Cadre",
    date="end",
)
class Education(Record):
    """one diploma or degree."""

    mode: str | None = prop("教育类别", "Full-time or in-service", codes=("A0837",), choices="education_mode")
    level: str | None = prop("学历名称", "Diploma", codes=("A0801A",), worded=("education_level",))
    degree: str | None = prop("学位名称", "Degree", codes=("A0901A",), worded=("degree",))
    school: str | None = prop("学校（单位）名称", "School", codes=("A0814",), search=True)
    major: str | None = prop("所学专业名称", "Major", codes=("A0824",), search=True)
    start: str | None = prop("入学时间", "Entered", kind=Kind.DATE, codes=("A0804",))
    end: str | None = prop("毕（肄）业时间", "Left", kind=Kind.DATE, codes=("A0807",))
    degree_date: str | None = prop("学位授予时间", "Degree granted", kind=Kind.DATE, codes=("A0904",))
    highest_level: bool | None = prop("最高学历", "Highest diploma", kind=Kind.YES_NO)
    highest_degree: bool | None = prop("最高学位", "Highest degree", kind=Kind.YES_NO)
    cadre: tuple[Edge, ...] = link("STUDIED", "Cadre", "干部", "Cadre", inward=True, required=True)

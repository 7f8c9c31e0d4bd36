"""家庭成员: a relative a form names; of minors only the appellation and the birth year are kept."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record(
    "家庭成员",
    "Family member",
    prefix="fam",
    key=("cadre", "appellation", "name"),
    access=Access.RESTRICTED,
    subject="Cadre",
)
class FamilyMember(Record):
    """a relative a form names; of minors only the appellation and the birth year are kept."""

    appellation: str | None = prop("称谓", "Appellation", codes=("A3604A",), choices="appellation")
    name: str | None = prop("姓名", "Name", codes=("A3601",))
    birth: str | None = prop("出生日期", "Birth", kind=Kind.DATE, codes=("A3607",))
    political_status: str | None = prop("政治面貌", "Political status", codes=("A3627",), worded=("political_status",))
    post_text: str | None = prop("工作单位及职务", "Work unit and post", codes=("A3611",))
    deceased: bool | None = prop("已去世", "Deceased", kind=Kind.YES_NO)
    minor: bool | None = prop("未成年", "Minor", kind=Kind.YES_NO)
    cadre: tuple[Edge, ...] = link("HAS_FAMILY", "Cadre", "干部", "Cadre", inward=True, required=True)

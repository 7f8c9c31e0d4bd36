"""岗位: a post in a unit; it exists whether or not somebody holds it (W3C ORG)."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record("岗位", "Post", prefix="pos", key=("unit", "title"))
class Post(Record):
    """a post in a unit; it exists whether or not somebody holds it (W3C ORG)."""

    title: str | None = prop(
        "职务名称", "Title", codes=("A0215A",), access=Access.PUBLIC, required=True, index=True, search=True
    )
    level: str | None = prop("职务层次", "Level", choices="position_level")
    member_category: str | None = prop("成员类别", "Principal or deputy", codes=("A0201E",), choices="member_category")
    headcount: int | None = prop("职数", "Number allowed", kind=Kind.INTEGER)
    duties: str | None = prop("职责标准", "Duties", kind=Kind.LONG_TEXT, search=True)
    unit: tuple[Edge, ...] = link("IN_UNIT", "Unit", "单位", "Unit", required=True)

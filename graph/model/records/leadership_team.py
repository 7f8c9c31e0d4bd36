"""领导班子: the leading body of a unit."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record("领导班子", "Leadership team", prefix="tea", key=("name",))
class LeadershipTeam(Record):
    """the leading body of a unit."""

    name: str | None = prop("班子名称", "Name", required=True, index=True, help="The unit's name.", names="Unit")
    term: str | None = prop("届次", "Term")
    features: str | None = prop("运行特点", "How it runs", kind=Kind.LONG_TEXT, access=Access.ASSESSMENT)
    unit: tuple[Edge, ...] = link("LEADS", "Unit", "单位", "Unit")

"""健康状况: the health category a form states; apart from the cadre because of its class."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, link, prop, record


@record("健康状况", "Health", prefix="hea", key=("cadre",), access=Access.RESTRICTED, subject="Cadre")
class HealthRecord(Record):
    """the health category a form states; apart from the cadre because of its class."""

    category: str | None = prop("健康状况", "Health", codes=("A0128",), choices="health")
    as_of: str | None = prop("填表时间", "As of", kind=Kind.DATE)
    cadre: tuple[Edge, ...] = link("HAS_HEALTH", "Cadre", "干部", "Cadre", inward=True, required=True)

"""能力项: an ability or a trait that work exercises and records speak of."""

from __future__ import annotations

from graph.model.schema import Kind, Record, prop, record


@record("能力项", "Competency", prefix="com", key=("name",))
class Competency(Record):
    """an ability or a trait that work exercises and records speak of."""

    name: str | None = prop("能力项", "Name", required=True, index=True, worded=("competency",))
    group: str | None = prop("类别", "Group", choices="competency_group")
    definition: str | None = prop("定义", "Definition", kind=Kind.LONG_TEXT)

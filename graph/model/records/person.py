"""其他人员: someone named in a record who is not a cadre of this department: who talked, evaluated or ruled."""

from __future__ import annotations

from graph.model.schema import Record, prop, record


@record("其他人员", "Person", prefix="per", key=("name", "position"))
class Person(Record):
    """someone named in a record who is not a cadre of this department: who talked, evaluated or ruled."""

    name: str | None = prop("姓名", "Name", required=True, index=True)
    position: str | None = prop("职务", "Position")

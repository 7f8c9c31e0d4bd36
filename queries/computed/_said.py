"""What sources that disagree say, in words: the value, the day of its form, and which of them was taken."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from graph.model.records import record_types

TAKEN = "采用"


def title(label: str, name: str) -> str:
    """What a property of a record type is called; its own name where the model does not have it."""
    declared = record_types()[label].TYPE.properties.get(name)
    return declared.zh if declared else name


def said(label: str, alternatives: str | None, fields: list[str]) -> list[str]:
    """One text for each of these properties: `毕（肄）业时间: 2003-07 (2024-03-01, 采用)；2003-08 (2023-12-16)`."""
    told: dict[str, list[str]] = defaultdict(list)
    for each in json.loads(alternatives or "[]"):
        notes = ", ".join(part for part in (each.get("date"), TAKEN if each.get("rule") else None) if part)
        told[each["property"]].append(f"{_shown(each['value'])} ({notes})" if notes else _shown(each["value"]))
    return list(_lines(label, told, fields))


def _lines(label: str, told: dict[str, list[str]], fields: list[str]) -> Iterator[str]:
    for name in fields:
        values = sorted(told[name], key=lambda each: (not each.endswith(f"{TAKEN})"), each))
        yield f"{title(label, name)}: {'；'.join(values)}"


def _shown(value: object) -> str:
    return "未写" if value is None else "是" if value is True else "否" if value is False else str(value)

"""What sources that disagree say, in words: the value, the day of its form, and which of them was taken."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from graph.model.records import record_types
from queries.in_words import Told, coded

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "taken": ("采用", "taken"),
    "None": ("未写", "not given"),
    "True": ("是", "yes"),
    "False": ("否", "no"),
}
"""What is said of a value, in Chinese and in English."""


def kind(label: str) -> Told:
    """What a record type is called."""
    declared = record_types()[label].TYPE
    return Told(declared.zh, declared.en)


def title(label: str, name: str) -> Told:
    """What a property of a record type is called; its own name where the model does not have it."""
    declared = record_types()[label].TYPE.properties.get(name)
    return Told(declared.zh, declared.en) if declared else Told(name, name)


def value(label: str, name: str, stored: object) -> Told:
    """One value of a property: by its code list, yes and no in words."""
    text = str(stored)
    if stored is None or isinstance(stored, bool):
        return Told(*_WORDS[text])
    declared = record_types()[label].TYPE.properties.get(name)
    return Told(text, coded(declared.choices if declared else None, text, "en"))


def said(label: str, alternatives: str | None, fields: list[str]) -> list[Told]:
    """One text for each of these properties: `毕（肄）业时间: 2003-07 (2024-03-01, 采用)；2003-08 (2023-12-16)`."""
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in json.loads(alternatives or "[]"):
        told[each["property"]].append(each)
    return [_line(label, name, told[name]) for name in fields]


def _line(label: str, name: str, alternatives: Sequence[Mapping[str, Any]]) -> Told:
    ordered = sorted(alternatives, key=lambda each: (not each.get("rule"), str(each["value"]), each.get("date") or ""))
    values = [_noted(value(label, name, each["value"]), each) for each in ordered]
    called = title(label, name)
    return Told(f"{called}: {'；'.join(values)}", f"{called.en}: {'; '.join(each.en for each in values)}")


def _noted(shown: Told, alternative: Mapping[str, Any]) -> Told:
    """The value with the day of its form in brackets, and whether it was taken."""
    taken = [_WORDS["taken"]] if alternative.get("rule") else []
    notes = [*([(alternative["date"],) * 2] if alternative.get("date") else []), *taken]
    if not notes:
        return shown
    zh, en = (", ".join(each) for each in zip(*notes, strict=True))
    return Told(f"{shown} ({zh})", f"{shown.en} ({en})")

"""Persons made of the rows of the view `who_persons`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.who.model import Held, Person, Study


def person_of(row: Mapping[str, Any]) -> Person:
    """The person of one row; lists in an order of their own, so that equal rows give equal persons."""
    single = ("id", "name", "sex", "birth_month", "work_start", "party_join", "pinyin")
    return Person(
        **{name: row[name] for name in single},
        numbers=tuple(sorted(row["numbers"])),
        studies=tuple(sorted((Study(*each) for each in row["studies"]), key=str)),
        posts=tuple(sorted((Held(*each) for each in row["posts"]), key=_order)),
    )


def _order(held: Held) -> tuple[str, ...]:
    return held.start or "", held.end or "", held.unit or "", held.title or ""

"""The structure of a team as counts. Nothing here orders people or scores them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from analysis.team.model import Holding
from graph.model.data_files import load_toml
from graph.model.values import completed_years


@dataclass(frozen=True, slots=True)
class Count:
    """One group of one dimension, how many, and who. `value` is empty where the records do not say."""

    value: str
    cadres: tuple[tuple[str, str], ...]

    @property
    def number(self) -> int:
        """How many cadres."""
        return len(self.cadres)


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension (sex, age, education) with its groups in their order."""

    name: str
    counts: tuple[Count, ...]


def _declared() -> Mapping[str, Any]:
    return load_toml(__package__, "structure.toml")


def structure(holdings: Iterable[Holding], day: str) -> tuple[Dimension, ...]:
    """Each cadre counted once by sex, age on the day and highest education."""
    people = {each.cadre: each for each in sorted(holdings, key=lambda each: (each.name, each.id))}.values()
    return (
        _dimension("sex", people, {each.id: each.sex or "" for each in people}, _declared()["sex"]),
        _dimension("age", people, {each.id: age_band(each.birth_month, day) for each in people}, age_bands()),
        _dimension(
            "education", people, {each.id: highest(each.education) for each in people}, _declared()["education"]
        ),
    )


def _dimension(name: str, people: Iterable[Holding], groups: Mapping[str, str], order: Iterable[str]) -> Dimension:
    there = Counter(groups[each.id] for each in people)
    known = [value for value in order if value in there]
    others = sorted(value for value in there if value and value not in known)
    values = [*known, *others, *([""] if "" in there else [])]
    return Dimension(
        name,
        tuple(
            Count(value, tuple((each.cadre, each.name) for each in people if groups[each.id] == value))
            for value in values
        ),
    )


def age_bands() -> tuple[str, ...]:
    """The names of the bands, the youngest first: `-34`, `35-39`, …, `55-`."""
    edges = _declared()["age_edges"]
    return (f"-{edges[0] - 1}", *(f"{low}-{high - 1}" for low, high in pairwise(edges)), f"{edges[-1]}-")


def age_band(birth: str | None, day: str) -> str:
    """The band of a birth month on a day; empty where the month is not known."""
    if birth is None or len(birth) < 7:
        return ""
    edges: list[int] = _declared()["age_edges"]
    age = completed_years(birth, day)
    return age_bands()[sum(int(age >= edge) for edge in edges)]


def highest(diplomas: Sequence[str]) -> str:
    """The highest of some diplomas, by the order of the groups; empty where there are none."""
    order: list[str] = _declared()["education"]
    return min(diplomas, key=lambda each: (order.index(each) if each in order else len(order), each), default="")

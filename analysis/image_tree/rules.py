"""The measures of the image tree, read from `rules.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Rule:
    """One rule: where it comes from and its measures, as `rules.toml` names them.

    `title_en` is the title in English, and the title itself where an office wrote a rule of its own in Chinese only.
    """

    id: str
    title: str
    title_en: str
    branch: str
    source: str
    status: str
    priority: int
    measures: Mapping[str, Any]

    def number(self, name: str) -> int:
        """A measure that is a whole number (months, years or a count)."""
        return int(self.measures[name])

    def words(self, name: str) -> frozenset[str]:
        """A measure that is a list of stored values."""
        return frozenset(self.measures[name])


@dataclass(frozen=True)
class Staleness:
    """After how many months records of `label` are stale, and whether their absence is a gap of the present post."""

    label: str
    months: int
    per_post: bool
    source: str
    status: str


@dataclass(frozen=True)
class Rules:
    """All measures."""

    by_id: Mapping[str, Rule]
    staleness: tuple[Staleness, ...]
    copies: Mapping[str, str]
    confirming_origins: frozenset[str]
    self_origins: frozenset[str]
    organ_origins: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    stock_phrases: tuple[str, ...]
    least_left: int

    def __getitem__(self, rule_id: str) -> Rule:
        return self.by_id[rule_id]


@cache
def rules() -> Rules:
    """The rules that ship, read once."""
    return read_rules(files(__package__).joinpath("rules.toml").read_text("utf-8"))


def read_rules(text: str) -> Rules:
    """The rules a TOML text tells; raises KeyError where a rule lacks one of its fields."""
    table = tomllib.loads(text)
    voices, stock = table["independence"], table["stock"]
    return Rules(
        by_id={item["id"]: _rule(item) for item in table["rule"]},
        staleness=tuple(Staleness(**item) for item in table["staleness"]),
        copies=voices["copies"],
        confirming_origins=frozenset(voices["confirming_origins"]),
        self_origins=frozenset(voices["self_origins"]),
        organ_origins=frozenset(voices["organ_origins"]),
        lists=_lists(table["work"]) | _lists(table["notes"]),
        stock_phrases=tuple(sorted(stock["phrases"], key=lambda phrase: (-len(phrase), phrase))),
        least_left=stock["least_left"],
    )


def _lists(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(value) for name, value in table.items() if isinstance(value, list)}


def _rule(item: Mapping[str, Any]) -> Rule:
    plain = ("id", "title", "branch", "source", "status", "priority")
    measures = {name: value for name, value in item.items() if name not in (*plain, "title_en")}
    title_en = item.get("title_en", item["title"])
    return Rule(**{name: item[name] for name in plain}, title_en=title_en, measures=measures)

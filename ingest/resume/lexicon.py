"""The word lists of `data/*.toml`, loaded once and turned into tables that answer in one look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Generic, Literal, TypeVar

from graph.model.data_files import load_toml

T = TypeVar("T")
LEADING, ACTING, FULL = 1, 2, 3
TitleGroup = Literal[
    "head", "part", "party", "government", "assistant", "member", "staff", "official", "academic", "military", "rank",
    "calling",
]  # fmt: skip
"""What a title is the title of: a group of titles.toml, or a rank, or a calling that stands in no list."""
_NOMINATED = frozenset({"head", "government"})
UnitKind = Literal[
    "party", "government", "npc", "cppcc", "discipline", "company", "school", "organ", "bureau", "division", "village",
    "military", "place", "other",
]  # fmt: skip
"""The class of a unit: one of the endings of units.toml, or a place itself, or none of them."""


def _load(name: str) -> Mapping[str, Any]:
    return load_toml(__package__, f"data/{name}.toml")


TITLES_DATA = _load("titles")
RANKS_DATA = _load("ranks")
UNITS = _load("units")
PLACES = _load("places")
WORDS = _load("words")
LADDERS = _load("ladders")
ABBREVIATIONS: dict[str, str] = _load("abbreviations")["full"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title as written, what it is without modifiers, and how high it stands (0 deputy … 3 full)."""

    text: str
    base: str
    group: TitleGroup
    grade: int
    acting: bool


class Affixes(Generic[T]):
    """The longest known ending or beginning of a text; only lengths that its outermost character allows are tried."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self.entries = dict(entries)
        self._by_last = _lengths((entry[-1], len(entry)) for entry in self.entries if entry)
        self._by_first = _lengths((entry[0], len(entry)) for entry in self.entries if entry)

    def ending(self, text: str) -> tuple[str, T] | None:
        """The longest entry that `text` ends with, and what it stands for."""
        for length in self._by_last.get(text[-1:], ()):
            if length <= len(text) and (found := self.entries.get(text[-length:])) is not None:
                return text[-length:], found
        return None

    def beginning(self, text: str) -> tuple[str, T] | None:
        """The longest entry that `text` begins with, and what it stands for."""
        for length in self._by_first.get(text[:1], ()):
            if length <= len(text) and (found := self.entries.get(text[:length])) is not None:
                return text[:length], found
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """For each character the lengths of the entries with it, longest first."""
    table: dict[str, set[int]] = {}
    for character, length in pairs:
        table.setdefault(character, set()).add(length)
    return {character: sorted(lengths, reverse=True) for character, lengths in table.items()}


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of the words anywhere in a text."""
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def affixes(words: Iterable[str]) -> Affixes[str]:
    """Affixes that stand for themselves."""
    return Affixes({word: word for word in words})


def _modified(base: str, group: TitleGroup) -> Iterator[Title]:
    modifiers = TITLES_DATA["modifiers"]
    for word in modifiers["deputy"]:
        yield Title(word + base, base, group, 0, acting=False)
    for word in modifiers["leading_deputy"]:
        yield Title(word + base, base, group, LEADING, acting=False)
    for word in modifiers["acting"]:
        yield Title(word + base, base, group, ACTING, acting=True)
    for word in modifiers["plain"]:
        yield Title(word + base, base, group, ACTING, acting=False)


def _nominees(title: Title) -> Iterator[Title]:
    """Who is proposed for a post (`局长人选`, `提名局长`): the same title, told by its text alone."""
    modifiers = TITLES_DATA["modifiers"]
    named = [title.text + ending for ending in modifiers["nominee_endings"]]
    for text in (*named, *(first + text for first in modifiers["nominee_beginnings"] for text in (title.text, *named))):
        yield replace(title, text=text)


def is_nominee(title: str) -> bool:
    """Whether a title is that of somebody proposed for the post."""
    modifiers = TITLES_DATA["modifiers"]
    return title.endswith(tuple(modifiers["nominee_endings"])) or title.startswith(
        tuple(modifiers["nominee_beginnings"])
    )


def _titles() -> dict[str, Title]:
    titles: dict[str, Title] = {}
    groups: dict[TitleGroup, dict[str, Any]] = TITLES_DATA["groups"]
    for group, content in groups.items():
        for base in content["titles"]:
            if content.get("deputies"):
                for title in _modified(base, group):
                    titles.setdefault(title.text, title)
    for group, content in groups.items():
        for base in content["titles"]:
            titles[base] = Title(base, base, group, FULL, acting=False)
    for title in [one for one in titles.values() if one.group in _NOMINATED]:
        for nominee in _nominees(title):
            titles.setdefault(nominee.text, nominee)
    for rank in RANKS_DATA["personal"]["titles"]:
        titles[rank] = Title(rank, rank, "rank", FULL, acting=False)
    return titles


def _unit_kinds() -> dict[str, UnitKind]:
    endings: dict[UnitKind, list[str]] = UNITS["endings"]
    return {word: kind for kind, words in endings.items() for word in words}


def _grades() -> frozenset[str]:
    data = RANKS_DATA["grades"]
    composed = ("".join(parts) for parts in product(data["degrees"], data["levels"], data["endings"]))
    return frozenset([*composed, *data["whole"]]) - {"校级", "连职", "级别"}


def _rungs() -> dict[str, list[tuple[str, int, bool]]]:
    table: dict[str, list[tuple[str, int, bool]]] = {}
    for ladder in LADDERS["ladder"]:
        for step, titles in enumerate(ladder["rungs"]):
            for title in titles:
                table.setdefault(title, []).append((ladder["name"], step, bool(ladder.get("below_heads"))))
    return table


TITLES = Affixes(_titles())
GRADES = _grades()
GRADE_ENDINGS = affixes(GRADES - set(RANKS_DATA["grades"]["bracket_only"]))
RANK_WORDS = GRADES | set(RANKS_DATA["personal"]["titles"])
RUNGS = _rungs()
OUTRANKS: dict[str, list[str]] = LADDERS["outranks"]
CALLING_ENDINGS = tuple(TITLES_DATA["callings"]["endings"])
NEVER_CALLINGS = tuple(TITLES_DATA["callings"]["never"])
FIELDED = frozenset(TITLES_DATA["callings"]["fielded"])
DEPUTY_FIELDS = affixes(TITLES_DATA["callings"]["fields"])
BARE_HEADS = frozenset(TITLES_DATA["callings"]["bare"])
NEEDS: dict[str, tuple[str, ...]] = {title: tuple(ends) for title, ends in TITLES_DATA["needs"].items()}
OVERLAPS = frozenset(TITLES_DATA["overlap"]["titles"])
ENDINGS = Affixes(_unit_kinds())
OWN_UNITS = frozenset(UNITS["party_organs"]["own_units"])
ORGANS = affixes(set(UNITS["party_organs"]["words"]) - OWN_UNITS)
OWN_ENDINGS = affixes(OWN_UNITS)
ORGAN_TITLES = frozenset(UNITS["party_organs"]["titles"])
NEVER_UNITS = frozenset(UNITS["party_organs"]["never_units"])

"""Leading-post levels: their order, how ranks as written name them, and what unit and post let one conclude."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from analysis.career.data_files import rules
from graph.model.codes import code_list
from graph.model.words import Language


@cache
def level_names() -> tuple[str, ...]:
    """The stored names of the levels, from low to high."""
    return tuple(each["name"] for each in rules("levels")["level"])


def height(level: str) -> int:
    """How high a level stands, 0 for the lowest."""
    return level_names().index(level)


def short_name(level: str, language: Language) -> str:
    """How a level is called beside the axis."""
    return next(str(each[language]) for each in rules("levels")["level"] if each["name"] == level)


@lru_cache(maxsize=1 << 13)
def level_of_rank(rank: str | None) -> str | None:
    """The level a rank as written names; None for grades since 2019, military ranks and whatever is not in the list."""
    if not rank:
        return None
    found = _spellings().get(rank) or code_list("position_level").find(rank)
    return found if found in level_names() else None


def is_grade(rank: str | None) -> bool:
    """Whether a rank as written is a civil-service grade since 2019 (一级调研员 …)."""
    return bool(rank) and code_list("grade").find(str(rank)) is not None


@lru_cache(maxsize=1 << 13)
def concluded_level(unit: str | None, post: str | None) -> str | None:
    """The level that unit and post let one conclude, None where no rule is certain."""
    if not unit or not post:
        return None
    for rule in rules("levels")["conclusion"]:
        if re.search(rule["unit"], unit) and re.search(rule["post"], post):
            return str(rule["level"])
    return None


def is_leading_level(level: str) -> bool:
    """Whether a level is that of a leading post: 乡科级副职 or above."""
    return height(level) >= height(rules("levels")["lowest_leading"])


def is_leading_post(unit: str | None, post: str | None) -> bool:
    """Whether unit and post are for certain a leading post, which stands for no level below 乡科级副职."""
    said = rules("levels")
    return bool(unit and post and re.search(said["leading_post"], post)) and not re.search(
        said["not_leading_unit"], unit or ""
    )


def is_personal(rank: str | None) -> bool:
    """Whether a rank as written is a former non-leading one (副主任科员 …): a person's own, not that of a post."""
    return bool(rank) and any(rank in each.get("former", ()) for each in rules("levels")["level"])


@lru_cache(maxsize=1 << 13)
def is_head(post: str | None) -> bool:
    """Whether a title by itself is that of the head of something (正职)."""
    return bool(post and re.search(rules("levels")["head"], post))


@lru_cache(maxsize=1 << 13)
def is_deputy(post: str | None) -> bool:
    """Whether a title by itself is that of a head's deputy (副职)."""
    return bool(post and re.search(rules("levels")["deputy"], post))


def is_deputy_level(level: str) -> bool:
    """Whether a level is that of deputies (副职)."""
    return re.search(rules("levels")["deputy_level"], level) is not None


def may_be_carried(level: str, unit: str | None, post: str | None, *, personal: bool) -> bool:
    """Whether a level told of an earlier step may go on in a post: never one that its title rules out."""
    if not is_head(post) and not is_deputy(post):
        return True
    if personal or not is_leading_level(level):
        return re.search(rules("levels")["plain_unit"], unit or "") is not None
    return not (is_head(post) and is_deputy_level(level))


@cache
def _spellings() -> Mapping[str, str]:
    levels = rules("levels")["level"]
    return {text: each["name"] for each in levels for text in (*each["spelled"], *each.get("former", ()))}

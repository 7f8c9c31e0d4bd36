"""A unit's name cut where the units it is a part of end (某市公安局 | 警令部 | 秘书科), and how deep each part lies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.resume.brackets import without_last_bracket
from ingest.resume.lexicon import UNITS, Affixes
from ingest.resume.places import locate

_DATA: Final = UNITS["parts"]
_DEPTHS: Final = Affixes({word: depth for depth, words in enumerate(_DATA["depths"]) for word in words})
_NO_ENDING: Final = re.compile("|".join(_DATA["no_ending"]))
OF_NAME: Final = tuple(_DATA["of_name"])
_NEVER_STRANGERS: Final = tuple(_DATA["never_strangers"])
_SHORTEST_PART: Final = 2


@lru_cache(maxsize=65536)
def depth(name: str) -> int | None:
    """How deep a part lies by its name's ending: 0 for a bureau or another whole, more for what is smaller; or None."""
    found = _DEPTHS.ending(without_last_bracket(name))
    return found[1] if found else None


@lru_cache(maxsize=65536)
def wholes(name: str) -> tuple[str, ...]:
    """The units a unit is a part of by its name, the smallest first; none for a whole."""
    start = len(name) - len(locate(name).rest)
    hidden = _NO_ENDING.sub(lambda found: "□" * len(found[0]), name)
    ends = range(len(name) - _SHORTEST_PART, start, -1)
    return tuple(name[:end] for end in ends if name[end] != "长" and _ends(hidden, name, end))


def _ends(hidden: str, name: str, end: int) -> bool:
    return depth(hidden[:end]) is not None and not name.startswith(OF_NAME, end)


def first_part(name: str) -> str:
    """The largest of the parts a name is made of: 治安支队 of 治安支队二大队."""
    larger = wholes(name)
    return larger[-1] if larger else name


def part_holder(name: str, anchor: str) -> str:
    """What a part named after `anchor` belongs to: it, or the smallest unit above it that can have such a part."""
    own = depth(first_part(name))
    for holder in (anchor, *wholes(anchor)):
        level = depth(holder)
        if own is None or level is None or ((level < own or level == 0) and not _strangers(holder, name)):
            return holder
    return anchor


def _strangers(holder: str, name: str) -> bool:
    if holder.endswith(_NEVER_STRANGERS):
        return False
    return any(holder.endswith(whole) and first_part(name).endswith(part) for whole, part in _DATA["strangers"])


def bureau(name: str) -> str:
    """The whole a unit is a part of, the smallest that is no mere division; the name itself where it is one."""
    return _up_to(name, 0)


def whole_or_branch(name: str) -> str:
    """As `bureau`, but a 分局, 分公司, 支队 … with organs of its own is not passed over."""
    return _up_to(name, 1)


@lru_cache(maxsize=65536)
def _up_to(name: str, deepest: int) -> str:
    levels = ((holder, depth(holder)) for holder in (name, *wholes(name)))
    return next((holder for holder, level in levels if level is not None and level <= deepest), name)

"""What a unit's name tells of it: the place it begins with, the class its ending gives, whether it is of the forces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.resume.brackets import without_last_bracket
from ingest.resume.lexicon import ENDINGS, UNITS, UnitKind, any_of
from ingest.resume.places import Located, locate

_MILITARY_WORDS: Final = any_of(UNITS["military"]["words"])
_NOT_MILITARY: Final = any_of(UNITS["military"]["never"])
_PARTY_RESTS: Final = frozenset(["委", "工委", *UNITS["endings"]["party"]])
_TROOP_WORDS: Final = re.compile(UNITS["military"]["troop_words"])
_TROOP: Final = re.compile(UNITS["military"]["troop"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's full name, its place and rest, its class."""

    name: str
    located: Located
    kind: UnitKind

    @property
    def committee(self) -> str:
        """The part of the name that is the place's Party committee: `丙县委` of `丙县委组织部`; empty if none."""
        rest = self.located.rest
        if not self.located.places and 0 < (at := self.name.find("党委")) < len(self.name) - 2:
            return self.name[: at + 2]
        for ending in ("委", "党委", "党工委", "工委"):
            if rest.startswith(ending) and self.kind != "place":
                return self.name[: len(self.name) - len(rest)] + ending
        return ""


@lru_cache(maxsize=65536)
def describe(name: str) -> Unit:
    """Class and place of a unit's full name."""
    located = locate(name)
    rest = located.rest
    if located.places and not rest:
        return Unit(name, located, "place")
    if located.places and rest in _PARTY_RESTS:
        return Unit(name, located, "party")
    found = ENDINGS.ending(without_last_bracket(rest))
    if found and found[1] == "military" and len(found[0]) == 1 and not _TROOP.search(rest):
        return Unit(name, located, "other")
    return Unit(name, located, found[1] if found else "other")


@lru_cache(maxsize=65536)
def is_military(name: str) -> bool:
    """Whether a unit's name tells of the armed forces."""
    if _NOT_MILITARY.search(_TROOP_WORDS.sub("", name)):
        return False
    return _MILITARY_WORDS.search(name) is not None or describe(name).kind == "military"


def is_withheld(name: str) -> bool:
    """Whether a name of the armed forces leaves out which body is meant (陆军某部, 武警某支队): no two need be one."""
    return "某" in name and is_military(name)

"""What a unit's name points back at that is not written in full: `局办公室`, `分局`, `本院`, `植保站` a line later."""

from __future__ import annotations

import re
from typing import Final

from ingest.resume.bodies import Unit, describe, is_military
from ingest.resume.holders import holder_of, institution
from ingest.resume.lexicon import ENDINGS, OWN_UNITS, UNITS, affixes, any_of
from ingest.resume.parts import OF_NAME, bureau, wholes

_RELATIVE: Final = UNITS["relative"]
_SELF: Final = affixes(_RELATIVE["self"])
_NOT_SELF: Final = tuple(_RELATIVE["self_except"])
_WITHIN: Final = frozenset(_RELATIVE["self_within"])
_PARTS: Final = tuple(_RELATIVE["parts_of_before"])
_INNER_BUREAUS: Final = frozenset(_RELATIVE["inner_bureaus"])
_COMPANIES: Final = tuple(_RELATIVE["companies"])
_COMPANY_WORDS: Final = frozenset(_RELATIVE["company_words"])
_LARGEST: Final = frozenset(_RELATIVE["largest_companies"])
_SCHOOL_WORDS: Final = frozenset(_RELATIVE["school_words"])
_UNIVERSITY: Final = re.compile(".{2,}?大学(?!生)")
_BRANCH: Final = re.compile("第?[一二三四五六七八九十\\d]{1,3}(?:分?公司|分?厂)$")
_OF_BANK: Final = re.compile("[^行]{1,5}(?:支行|分理处|储蓄所)$")
_BANKS: Final = any_of(_RELATIVE["banks"])
_OF_WHOLE: Final = tuple(_RELATIVE["self_words"])
_CORPS: Final = ("师", "团")
_NUMBER: Final = "[一二三四五六七八九十百零〇\\d]"
_SHORTEST: Final = 2
_LONGEST_ENDING: Final = 10
_PLACE_NAME: Final = 3
"""Characters that a unit shares with what stands before it where both begin with the same place."""


def points_at_self(name: str) -> bool:
    """Whether it is nothing but a word for the unit just named (局, 本院, 总公司)."""
    return name in _SELF.entries


def is_of_bank(name: str) -> bool:
    """Whether a unit's name tells of a bank."""
    return _BANKS.search(name) is not None


def point_back(name: str, anchor: Unit) -> Unit | None:
    """The anchor or a whole of it by the word the name begins with, and what follows as a part of it; else None."""
    if anchor.kind == "party":
        return None
    found = None if name.startswith(_NOT_SELF) else _SELF.beginning(name)
    holder, length = (_meant(found[0], anchor), len(found[0])) if found else (None, 0)
    if holder is None:
        holder, length = _of_corps(name, anchor) or _by_ending(name, anchor)
    if holder is None:
        return None
    rest = name[length:]
    if not rest:
        return holder
    return describe(holder.name + rest) if describe(rest).kind != "other" else None


def called(endings: str | tuple[str, ...], anchor: Unit) -> Unit | None:
    """The anchor, or else the smallest unit it is a part of, whose name ends so."""
    names = (anchor.name, *wholes(anchor.name))
    return next((describe(name) for name in names if name.endswith(endings)), None)


def part_of_before(name: str, anchor: Unit) -> Unit | None:
    """A part named alone a line after its whole, or again a line after itself (`预算股`, `植保站`, `二分公司`)."""
    if same := called(name, anchor):
        return same
    if name in _INNER_BUREAUS:
        return describe(bureau(anchor.name) + name)
    if name.startswith(anchor.name[:_PLACE_NAME]) or institution(name) != name:
        return None
    if is_military(name) and not is_military(anchor.name):
        return None
    kind = describe(name).kind
    of_company = anchor.kind == "company" and _BRANCH.match(name)
    of_bank = is_of_bank(anchor.name) and _OF_BANK.match(name)
    if not (kind == "division" or of_company or of_bank or (kind != "military" and name.endswith(_PARTS))):
        return None
    unit = describe(holder_of(name, anchor) + name)
    return unit if unit.name != name else None


def _by_ending(name: str, anchor: Unit) -> tuple[Unit | None, int]:
    """The anchor or a whole of it whose last word the name begins with, and how long that word is.

    The word is a common one (林场, 派出所) or what the unit is called within its own whole (某农垦局白桦农场).
    """
    for whole in (anchor.name, *wholes(anchor.name)):
        larger = wholes(whole)
        for length in range(min(_LONGEST_ENDING, len(whole) - 1), _SHORTEST - 1, -1):
            own = whole[-length:] in ENDINGS.entries or whole[:-length] in larger
            if own and name.startswith(whole[-length:]) and not name.startswith(OF_NAME, length):
                return describe(whole), length
    return None, 0


def _of_corps(name: str, anchor: Unit) -> tuple[Unit, int] | None:
    """The numbered division or regiment of a corps that is meant (`第三师农业局局长，师供销合作社主任`)."""
    if not name.startswith(_CORPS) or name in OWN_UNITS:  # 团委
        return None
    numbered = re.match(f".*{_NUMBER}{name[0]}", anchor.name)
    return (describe(numbered[0]), 1) if numbered else None


def _meant(word: str, anchor: Unit) -> Unit | None:
    """What 局, 局机关, 集团公司, 校 … means: the anchor, or what the anchor is a part of (分局 after its 大队)."""
    word = next((word.removeprefix(each) for each in _OF_WHOLE if word.startswith(each)), "") or word
    if word in _COMPANY_WORDS and (anchor.kind == "company" or institution(anchor.name).endswith(_COMPANIES)):
        return _company(word, anchor)
    if school := _school(word, anchor):
        return school
    if anchor.name.endswith(word.removesuffix("机关").removesuffix("党组") or word):
        return anchor
    at = anchor.name.rfind(word) if word in _WITHIN else -1
    # 驻某学院纪检监察组 …，学院党委委员
    return describe(anchor.name[: at + len(word)].rpartition("驻")[2]) if at > 0 else None


def _company(word: str, anchor: Unit) -> Unit:
    company = anchor.name if anchor.kind == "company" else institution(anchor.name)
    larger = [whole for whole in wholes(anchor.name) if whole.endswith(_COMPANIES)]
    of_branch = word in _LARGEST or (word == "公司" and company.endswith("分公司"))
    return describe(larger[-1] if larger and of_branch else company)


def _school(word: str, anchor: Unit) -> Unit | None:
    """The university of its colleges, the school of its parts; 院 of a college itself."""
    if word in _SCHOOL_WORDS and (university := _UNIVERSITY.match(anchor.name)):
        return describe(university[0])
    if anchor.kind == "school" and word in {"院", *_SCHOOL_WORDS}:
        return anchor
    school = describe(institution(anchor.name)) if word in _SCHOOL_WORDS else None
    return school if school and school.kind == "school" else None

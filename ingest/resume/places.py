"""Place names at the start of a unit's name, and what a bare 市, 县, 区 … stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.resume.lexicon import PLACES, UNITS, affixes, any_of

_ENDINGS = {word: ending for ending in PLACES["ending"] for word in ending["words"]}
_ENDING = any_of(_ENDINGS)
_BEFORE = re.compile("|".join(ending["before_pattern"] for ending in PLACES["ending"] if "before_pattern" in ending))
_AFTER = 18
# 国家级新区, 国家高新区: the name is what stands before.
_OF_STATE = re.compile("国家级|国家(?=$|高新|经济|级)")
_LONGEST = PLACES["names"]["longest"]
_NEVER = any_of(PLACES["names"]["never"])
_ALLOWED = frozenset(PLACES["names"]["allowed"])
_BARE = affixes(PLACES["bare"]["levels"])
_NO_BEGINNING = tuple(PLACES["bare"]["no_beginning"])
_NOT_BARE = affixes(PLACES["bare"]["except"])
_LEAD = affixes(UNITS["lead"]["words"])
_BARE_ONLY = frozenset(UNITS["lead"]["bare_only"])
_SHORT_NAME, _LONGEST_OF_TOWN, _TOWN = 2, 3, 3
_STREET = re.compile(PLACES["names"]["street"])
# 西市区, 东区街道: what one character and 市 or 区 make is the beginning of a longer name.
_OF_LONGER = re.compile("市区|[市区](?:街道|派出所)")
_FIRST_OF_TOWN = frozenset(PLACES["names"]["first_of_town"])
# The Youth League named between a place's name and its level.
LEAGUE = re.compile("([^团省市县区州盟旗]{2,4})团([省市县区州盟旗])委")
TERM = re.compile(r"第?[一二三四五六七八九十百零〇\d]{1,4}[届次]")
GOVERNMENTS: dict[str, str] = PLACES["government"]


@dataclass(frozen=True, slots=True)
class Place:
    """One step of a chain of places: its level (市, 县 …), the full text up to here, and whether it is a zone."""

    level: str
    text: str
    zone: bool


@dataclass(frozen=True, slots=True)
class Located:
    """A unit's name split into what stands before the place, the chain of places, and the rest."""

    lead: str
    places: tuple[Place, ...]
    rest: str

    @property
    def place(self) -> str:
        """The deepest place with all that stands above it; empty where there is none."""
        return self.places[-1].text if self.places else ""


def _own(name: str, ending: dict[str, Any]) -> str:
    """A name without what may stand in it although it is mostly a sign of a bureau: 国家级, the 院 of 院桥镇."""
    of_town = ending["depth"] >= _TOWN and _SHORT_NAME <= len(name) <= _LONGEST_OF_TOWN
    return name[1:] if of_town and name[0] in _FIRST_OF_TOWN else _OF_STATE.sub("", name)


def _fits(text: str, start: int, found: re.Match[str]) -> bool:
    ending = _ENDINGS[found[0]]
    name, after = text[start : found.start()], text[found.end() : found.end() + _AFTER]
    if not name or (len(name) == 1 and _OF_LONGER.match(found[0] + after)):
        return False
    sure = name in _ALLOWED or (found[0] == "街道" and _STREET.fullmatch(name) is not None)
    if not sure and (_NEVER.search(_own(name, ending)) or _is_word(name, found[0], ending)):
        return False
    if "before" in ending and not (after.startswith(tuple(ending["before"])) or _BEFORE.match(after)):
        return False
    return not after.startswith(tuple(ending.get("not_before", ())))


def _is_word(name: str, found: str, ending: dict[str, Any]) -> bool:
    """Whether name and ending are a common word, no place: 社区, 小区, 城市, 乡镇."""
    return not ending.get("zone") and len(found) == 1 and f"^{name}".endswith(tuple(ending.get("not_after", ())))


def _step(text: str, start: int, depth: float) -> tuple[re.Match[str], float] | None:
    """The next place name of `text` from `start`, deeper than `depth`, and its own depth."""
    limit = start + _LONGEST + 10
    for found in _ENDING.finditer(text, start + 1, min(len(text), limit)):
        if found.start() - start > _LONGEST:
            return None
        if not _fits(text, start, found):
            continue
        own: float = _ENDINGS[found[0]]["depth"]
        if own <= depth and found[0] == "市" and depth == 1:
            own = 2  # a city at county level within a prefecture
        if own <= depth and _ENDINGS[found[0]].get("zone") and depth == 2:
            own = 2.5  # a zone within a district
        if own > depth:
            return found, own
    return None


def _of_committee(name: str) -> bool:
    """Whether `团` before a name is the League's: `澄阳市委` after it, and no county called 团风."""
    located = locate(name)
    return bool(located.places) and located.rest.startswith("委") and len(located.places[0].text) > _SHORT_NAME


@lru_cache(maxsize=65536)
def locate(unit: str) -> Located:
    """Split a unit's name: `甲县乙镇党委` has the places 甲县, 甲县乙镇 and the rest 党委."""
    if league := LEAGUE.match(unit):  # 澜江团市委
        place = league[1] + league[2]
        return Located("", (Place(league[2], place, zone=False),), f"团委{unit[league.end() :]}")
    lead, bare = bare_lead(unit)
    if lead or (bare and bare.startswith(_NO_BEGINNING)):
        return Located("", (), unit)
    lead = found[0] if (found := _LEAD.beginning(unit)) else ""
    if lead in _BARE_ONLY and not _of_committee(unit[len(lead) :]):
        lead = ""
    position, depth = len(lead), -1.0
    places: list[Place] = []
    while step := _step(unit, position, depth):
        match, depth = step
        ending = _ENDINGS[match[0]]
        position = match.end()
        places.append(Place(ending["level"], unit[len(lead) : position], bool(ending.get("zone"))))
    if not places:
        return Located("", (), unit)
    return Located(lead, tuple(places), unit[position:])


def without_bare(unit: str) -> str:
    """A name without the bare level before a place's name (`县石门镇党委`), where it has one that begins no name."""
    return unit[1:] if unit.startswith(_NO_BEGINNING) and locate(unit[1:]).places else unit


class Whereabouts:
    """The last fully named place of each level a person's résumé has spoken of."""

    def __init__(self, known: dict[str, str] | None = None) -> None:
        self.known: dict[str, str] = dict(known or {})

    def learn(self, located: Located) -> None:
        """Remember every place of a chain."""
        for place in located.places:
            self.known[place.level] = place.text

    def copy(self) -> Whereabouts:
        """The same knowledge, to be changed apart (a secondment elsewhere does not move the home)."""
        return Whereabouts(self.known)

    def expand(self, unit: str) -> str | None:
        """`市保密办` as `澜江市保密办`; None where the unit is not led by a bare level or the place is not known."""
        lead, rest = bare_lead(unit)
        if rest is None:
            return None
        level = _BARE.beginning(rest)
        assert level is not None
        known = self.known.get("村" if level[0] == "社区" else level[0])
        return f"{lead}{known}{rest[len(level[0]) :]}" if known else None


def bare_lead(unit: str) -> tuple[str, str | None]:
    """Split `团市委` into 团 and 市委; the second is None where no bare level follows."""
    lead = ""
    if (found := _LEAD.beginning(unit)) or (term := TERM.match(unit)):
        lead = found[0] if found else term[0] if term else ""
        if found and (term := TERM.match(unit, len(lead))):
            lead += term[0]
    rest = unit[len(lead) :]
    if not _BARE.beginning(rest) or _NOT_BARE.beginning(rest):
        return "", None
    return lead, rest

"""What a body hangs on whose name does not say it: the committee, bureau, school or place spoken of before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from ingest.resume.bodies import Unit, describe, is_military
from ingest.resume.brackets import without_last_bracket
from ingest.resume.lexicon import ENDINGS, OWN_ENDINGS, OWN_UNITS, UNITS
from ingest.resume.parts import bureau, first_part, part_holder, whole_or_branch, wholes
from ingest.resume.places import LEAGUE, Located

_RELATIVE: Final = UNITS["relative"]
_OF_COMMITTEE: Final = frozenset(_RELATIVE["committee"])
_OF_GOVERNMENT: Final = frozenset(_RELATIVE["government"])
_INNER: Final = tuple(_RELATIVE["inner_endings"])
_OF_PLACE: Final = tuple(_RELATIVE["place_endings"])
_INNER_BUREAUS: Final = tuple(_RELATIVE["inner_bureaus"])
_INSTITUTIONS: Final = tuple(_RELATIVE["institutions"])
_LEVELS: Final[list[list[str]]] = _RELATIVE["levels"]
_PARTS: Final = tuple(word for level in _LEVELS for word in level)
_WITHOUT_PARTS: Final = frozenset(_RELATIVE["without_parts"])
_TROOPS: Final = tuple(_RELATIVE["troops"])
_OWN_TROOP: Final = tuple(_RELATIVE["own_troops"])
_TROOP_STAFFS: Final = tuple(_RELATIVE["troop_staffs"])
# Offices that are a place's even where they share the house of a bureau (国资办, 金融办).
_OFFICES_OF_PLACE: Final = frozenset(
    name for name in _OF_GOVERNMENT - _OF_COMMITTEE if len(name) == 3 and name.endswith("办")
)
_WITH_OWN: Final = tuple(_RELATIVE["with_own"])
_STATIONS: Final = tuple(_RELATIVE["stations"])
# Committees of the standing committee itself and not of the congress; what the two and a CPPCC have below them.
_OF_STANDING: Final = tuple(_RELATIVE["of_standing_committee"])
_OF_ASSEMBLY: Final = tuple(_RELATIVE["assembly_endings"])
_ASSEMBLY: Final = re.compile("人大(?:常委会)?(?=.)|政协(?=.)")
_SCHOOL_SELF: Final = re.compile("(?<=大学|学院|中学)校$|(?<=医院)院$")  # 某大学校团委
_LEAGUE: Final = frozenset(_RELATIVE["league"])
_OF_EVERY_TOWN: Final = tuple(_RELATIVE["town_associations"])
_LONGEST_OF_TOWN: Final = 6  # 计划生育协会
_OF_COUNTY: Final = frozenset({"party", "government", "npc", "cppcc", "discipline"})
COUNTIES: Final = frozenset({"县", "区", "旗"})
TOWNS: Final = frozenset(_RELATIVE["towns"])
OF_TOWN: Final = frozenset(UNITS["party_organs"]["of_town"])
_TOWN_OFFICES: Final = tuple(_RELATIVE["town_offices"])
_OF_COMMITTEES: Final = frozenset(_RELATIVE["committee_departments"])
_SHORT_STATION: Final = 3
_STREET_OFFICE: Final = "办事处"
# Offices beside which a bureau's 科 stand, not above them.
_OFFICE_OF_BUREAU: Final = re.compile("(?<=[局委厅院部])办公室$|(?<=部)研究室$")
_ZONE_OFFICE: Final = re.compile("(?:管委会|管理委员会)(?=.*局)")
_BESIDE_OFFICE: Final = tuple(_RELATIVE["beside_street_office"])


def holder_of(name: str, anchor: Unit) -> str:
    """The body a unit hangs on that is named without one: its name is put before it (`丙县委` before 组织部)."""
    place = anchor.located.place
    if anchor.kind == "place":
        return anchor.name
    if "人大" in anchor.located.rest and name.startswith("常委会"):
        return anchor.name[: anchor.name.find("人大") + 2]
    if (league := LEAGUE.match(anchor.name)) and (name in OWN_UNITS or name.endswith(_INNER)):  # 澜江团市委
        return league[0]
    if name in OWN_UNITS:
        return _holder_of_own(name, anchor, place)
    body = without_organ(anchor.name) if name.endswith(_PARTS) else None
    if body:
        return holder_of(name, describe(_SCHOOL_SELF.sub("", body)))
    below = _BELOW.get(anchor.kind, _below_other)
    return below(name, anchor, place)


def place_above(located: Located, anchor: Unit) -> str:
    """What a place that is named alone after the anchor lies in, or empty where nothing tells.

    The county of a town, whose leader is one of the county's as well (`石泉县委常委、柳河镇党委书记`); the town of a
    village (`柳河镇科员，石埠村党支部书记`).
    """
    if located.lead or not located.places:
        return ""
    first, around = located.places[0], anchor.located.places
    if first.level == "村":
        return next((each.text for each in around if each.level in TOWNS), "")
    if anchor.kind not in _OF_COUNTY or first.level not in TOWNS:
        return ""
    return next((each.text for each in around if each.level in COUNTIES), "")


def is_of_every_town(name: str, anchor: Unit) -> bool:
    """Whether it is an association every town has one of, named after a body of a town (`某镇文化站、计生协会`)."""
    in_town = bool(anchor.located.places) and anchor.located.places[-1].level in TOWNS
    return in_town and len(name) <= _LONGEST_OF_TOWN and name.endswith(_OF_EVERY_TOWN)


@lru_cache(maxsize=65536)
def without_organ(name: str) -> str | None:
    """The body a 工会, a 团委, a 机关党委 … is in, where the name is of one that has no offices of its own."""
    own, known = OWN_ENDINGS.ending(name), ENDINGS.ending(name)
    if own is None or own[0] not in _WITHOUT_PARTS or (known and len(known[0]) > len(own[0])):  # 总工会
        return None
    return name.removesuffix(own[0]) or None


def _below_committee(name: str, anchor: Unit, place: str) -> str:
    if anchor.located.lead in _LEAGUE and name.endswith(_INNER) and not name.endswith("工委"):
        return anchor.name
    deep = anchor.located.places and anchor.located.places[-1]
    of_town = deep and (deep.level in {*TOWNS, "村"} or deep.zone)
    return anchor.name if name in _OF_COMMITTEE and not of_town else place or anchor.name


def _below_other(name: str, anchor: Unit, place: str) -> str:
    if (assembly := _ASSEMBLY.match(anchor.located.rest)) and name.endswith(_OF_ASSEMBLY):
        return _below_assembly(name, describe(f"{anchor.located.lead}{place}{assembly[0]}"), place)
    if is_military(anchor.name):
        if name.startswith(_TROOP_STAFFS):
            return _troop(anchor.name)
        if (
            name.startswith(_OWN_TROOP)
            and name[1:].startswith(_TROOP_STAFFS)
            and (at := anchor.name.rfind(name[0])) > 0
        ):
            return anchor.name[:at]  # 某旅二营 …，旅政治部
    if anchor.kind == "village" and place and anchor.located.places[-1].level == "村":
        return place
    if place and _beside_in_town(name, anchor):
        of_office = anchor.located.rest.startswith(_STREET_OFFICE) and not name.startswith(_BESIDE_OFFICE)
        return place + _STREET_OFFICE if of_office else place
    of_place = name in _OFFICES_OF_PLACE or (_is_station(name) and _is_station(anchor.located.rest))
    return place if place and of_place else _below_bureau(name, anchor, place)


def _is_station(name: str) -> bool:
    """Whether it is a 所, a 站 or a 中心 of a place by itself, and of no bureau (`监督所所长、畜牧总站站长`)."""
    return len(name) > _SHORT_STATION and name.endswith(_STATIONS) and first_part(name) == name


def _holder_of_own(name: str, anchor: Unit, place: str) -> str:
    """What a 纪委, 工会, 机关党委 … belongs to: the place of a place's body, else the whole bureau."""
    if "驻" in anchor.name and (group := OWN_ENDINGS.ending(anchor.name)):
        return anchor.name[: -len(group[0])]
    if place and not name.startswith("机关") and _is_own_of_place(name, anchor):
        return place
    if anchor.name.endswith(_WITH_OWN) and not name.startswith("机关"):
        return anchor.name
    if anchor.kind != "organ" and (own := OWN_ENDINGS.ending(anchor.name)):
        return anchor.name[: -len(own[0])] or anchor.name
    if anchor.kind != "division":
        return institution(anchor.name)
    assembly = _ASSEMBLY.match(anchor.located.rest) if name.startswith("机关") else None
    return f"{anchor.located.lead}{place}{assembly[0]}" if assembly else whole_or_branch(anchor.name)


def _is_own_of_place(name: str, anchor: Unit) -> bool:
    """Whether a 纪委, 团委 … named after a body of a place is the place's: of its committee, its town, its village."""
    level = anchor.located.places[-1].level
    if anchor.located.rest.endswith(_STREET_OFFICE) and anchor.located.rest != _STREET_OFFICE:
        return False  # 澜江市铁路办事处 has its own and is not the city
    if level == "村" or anchor.kind in {"party", "discipline", "government"}:
        return True
    of_town_office = anchor.kind in {"npc", "organ"} or (name in OF_TOWN and anchor.name.endswith(_TOWN_OFFICES))
    return level in TOWNS and of_town_office


def _below_assembly(name: str, anchor: Unit, place: str) -> str:
    if name.startswith("机关"):
        assembly = _ASSEMBLY.match(anchor.located.rest)
        of_committee = assembly is not None and anchor.name.endswith("委员会") and "常" not in anchor.located.rest
        return f"{anchor.located.lead}{place}{assembly[0]}" if assembly and of_committee else anchor.name
    if name.endswith("委员会") and not name.endswith(_OF_STANDING):
        return anchor.name.removesuffix("常委会")
    if name.endswith(_OF_ASSEMBLY):
        return place if name in {"纪委", "监委", "政法委"} else anchor.name
    return place or anchor.name


def _below_government(name: str, anchor: Unit, place: str) -> str:
    office_of_street = anchor.located.rest == _STREET_OFFICE and name.endswith(_INNER)
    return anchor.name if name in _OF_GOVERNMENT or office_of_street else place or anchor.name


def _below_bureau(name: str, anchor: Unit, place: str) -> str:
    if name in _INNER_BUREAUS:
        return bureau(anchor.name) if anchor.kind == "division" else anchor.name
    if anchor.committee and name in _OF_COMMITTEE and name not in _OF_GOVERNMENT and name[-1] not in "科处":
        return anchor.committee
    inner = institution(anchor.name) != anchor.name if name in _OF_COMMITTEES else not name.endswith(_OF_PLACE)
    if name.endswith(_INNER) and inner:
        return _sibling(name, anchor)
    if anchor.kind in {"company", "school", "military"}:
        return anchor.name
    own = anchor.name.endswith(_WITH_OWN)
    if not own and describe(name).kind == "organ" and institution(anchor.name) != anchor.name:
        return institution(anchor.name)
    of_place = bool(place) and name.endswith(_OF_PLACE) and not name.endswith("派出所")
    return _place_or_zone(name, anchor) if of_place else part_holder(name, anchor.name)


def _place_or_zone(name: str, anchor: Unit) -> str:
    """The place of a bureau; a zone's administration where the bureau before was named after it."""
    office = _ZONE_OFFICE.match(anchor.located.rest) if name.endswith("局") else None
    return anchor.located.place + (office[0] if office else "")


def _beside_in_town(name: str, anchor: Unit) -> bool:
    """Whether both are offices of one town (`司法所所长、综治办副主任`)."""
    deep = anchor.located.places and anchor.located.places[-1].level in TOWNS
    if not deep or anchor.kind not in {"bureau", "division", "organ", "discipline"}:
        return False
    return name.endswith(_TOWN_OFFICES) or (anchor.kind == "discipline" and name.endswith("组"))


def _sibling(name: str, anchor: Unit) -> str:
    """A part of a unit; beside it where the anchor is such a part itself (`预算处处长、国库处处长`)."""
    holder = institution(anchor.name)
    if holder != anchor.name and _level(name) <= _level(anchor.name):
        return holder
    if (office := _OFFICE_OF_BUREAU.search(anchor.name)) and name[-1] in "处科股":
        above = anchor.name[: office.start()]
        return above if describe(above).kind in {"bureau", "organ"} else anchor.name
    return part_holder(name, anchor.name)


@lru_cache(maxsize=65536)
def institution(name: str) -> str:
    """The school, company or hospital of one of its parts (`某学院学生工作部`); the name itself where it is no part."""
    plain = without_last_bracket(name)
    if not plain.endswith(_PARTS) or plain.endswith(_STREET_OFFICE):  # 驻京办事处 is no 处
        return name
    return next((whole for whole in wholes(name) if whole.endswith(_INSTITUTIONS)), name)


def _troop(name: str) -> str:
    """The troop whose staff is meant after one of its companies (`某支队一中队` → 某支队)."""
    ends = [at + len(word) for word in _TROOPS if (at := name.rfind(word)) > 0]
    return name[: max(ends)] if ends else name


def _level(name: str) -> int:
    """How deep a part stands within its institution: 0 for a 部, 1 for a 科, 2 for what is smaller."""
    plain = without_last_bracket(name)
    return next((depth for depth, words in enumerate(_LEVELS) if plain.endswith(tuple(words))), len(_LEVELS))


_BELOW: Final[Mapping[str, Callable[[str, Unit, str], str]]] = {
    "party": _below_committee,
    "government": _below_government,
    "npc": _below_assembly,
    "cppcc": _below_assembly,
}

"""Which unit a title belongs to: written, inherited from the text before, expanded from the context, or derived."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.resume.lexicon import ENDINGS, NEEDS, OWN_ENDINGS, OWN_UNITS, UNITS, Title, affixes, any_of
from ingest.resume.places import GOVERNMENTS, Located, Whereabouts, locate
from ingest.resume.titles import Named

_RELATIVE = UNITS["relative"]
_OF_COMMITTEE = frozenset(_RELATIVE["committee"])
_OF_GOVERNMENT = frozenset(_RELATIVE["government"])
_INNER = tuple(_RELATIVE["inner_endings"])
_OF_PLACE = tuple(_RELATIVE["place_endings"])
_INNER_BUREAUS = tuple(_RELATIVE["inner_bureaus"])
_STANDALONE = tuple(_RELATIVE["standalone_endings"])
_SELF = affixes(_RELATIVE["self"])
_NEVER_UNITS = frozenset(UNITS["party_organs"]["never_units"])
_MILITARY_WORDS = any_of(UNITS["military"]["words"])
_NOT_MILITARY = any_of(UNITS["military"]["never"])
_PARTY_RESTS = frozenset(["委", "工委", *UNITS["endings"]["party"]])
_COMPANY_WORDS = frozenset({"公司", "集团", "集团公司", "总公司"})
_TROOP = re.compile(UNITS["military"]["troop"])
_INSTITUTIONS = tuple(_RELATIVE["institutions"])
_LEVELS: list[list[str]] = _RELATIVE["levels"]
_PARTS = tuple(word for level in _LEVELS for word in level)
# Offices that are a place's even where they share the house of a bureau (国资办, 金融办).
_OFFICES_OF_PLACE = frozenset(name for name in _OF_GOVERNMENT - _OF_COMMITTEE if len(name) == 3 and name.endswith("办"))
_TOWNS = frozenset({"镇", "乡", "苏", "街道"})
_TOWN_OFFICES = ("办", "所", "站", "中心", "办公室")
_OFFICES = ("办公室", "研究室", "中心", "委员会", "委")
_SHORT_ROOT = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's full name, its place and rest, its class (an ending class of units.toml, or place, other)."""

    name: str
    located: Located
    kind: str

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


@dataclass(frozen=True, slots=True)
class Resolved:
    """The unit of a holding, whether its name was composed or expanded, and a Party organ left to the post."""

    unit: Unit | None
    derived: bool
    organ: str = ""
    anchors: bool = False


@lru_cache(maxsize=65536)
def describe(name: str) -> Unit:
    """Class and place of a unit's full name."""
    located = locate(name)
    rest = located.rest
    if located.places and not rest:
        return Unit(name, located, "place")
    if located.places and rest in _PARTY_RESTS:
        return Unit(name, located, "party")
    found = ENDINGS.ending(rest)
    if found and found[1] == "military" and len(found[0]) == 1 and not _TROOP.search(rest):
        return Unit(name, located, "other")
    return Unit(name, located, found[1] if found else "other")


@lru_cache(maxsize=65536)
def is_military(name: str) -> bool:
    """Whether a unit's name tells of the armed forces."""
    if _NOT_MILITARY.search(name.replace("集团军", "")):
        return False
    return _MILITARY_WORDS.search(name) is not None or describe(name).kind == "military"


def _whole(name: str) -> str:
    """The bureau of a division: the name up to its last 局, 委, 厅 …; the name itself where there is none."""
    cut = max(name.rfind(end) for end in ("局", "委", "厅", "院", "司", "部", "会", "政府"))
    return name[: cut + len("政府")] if name.startswith("政府", cut) else name[: cut + 1] if cut > 0 else name


def _institution(name: str) -> str:
    """The school, company or hospital of one of its parts (`某学院学生工作部`); the name itself where it is no part."""
    if not name.endswith(_PARTS):
        return name
    ends = [at + len(word) for word in _INSTITUTIONS if (at := name.rfind(word)) > 0]
    return name[: max(ends)] if ends and max(ends) < len(name) - 1 else name


def _level(name: str) -> int:
    """How deep a part stands within its institution: 0 for a 部, 1 for a 科, 2 for what is smaller."""
    return next((depth for depth, words in enumerate(_LEVELS) if name.endswith(tuple(words))), len(_LEVELS))


class Resolver:
    """Follows one segment's text: the unit last written in full (anchor), the unit last spoken of, the whereabouts."""

    def __init__(self, whereabouts: Whereabouts) -> None:
        self.whereabouts = whereabouts
        self.anchor: Unit | None = None
        self.last: Unit | None = None
        self._composed: set[str] = set()
        self._headed: dict[str, set[str]] = {}
        """The titles read so far of each unit."""

    def resolve(self, named: Named) -> Resolved:
        """The unit a title belongs to; remembers it for what follows in the segment."""
        assert named.title is not None
        found = self._resolve(named, named.title)
        if found.unit is not None:
            self._headed.setdefault(found.unit.name, set()).add(named.title.base)
            if found.derived:
                self._composed.add(found.unit.name)
            elif found.unit.name in self._composed:
                found = replace(found, derived=True)
            if found.anchors:
                self.anchor = found.unit
            if named.title.group != "rank":
                self.last = found.unit
        return found

    def place(self, name: str) -> Resolved:
        """The full name of a unit that is named without a title."""
        found = self._named(name)
        if found.unit is not None and found.anchors:
            self.anchor = self.last = found.unit
        return found

    def _resolve(self, named: Named, title: Title) -> Resolved:
        if named.unit:
            found = self._named(named.unit)
            heads = title.group in {"government", "assistant"} and title.base[0] in GOVERNMENTS
            if heads and found.unit and found.unit.kind == "place":
                return replace(self._government(title, found.unit, None), anchors=True)
            return Resolved(found.unit, found.derived, named.organ, found.anchors)
        if named.organ:
            return self._organ(named.organ)
        if title.group in {"government", "assistant"} and title.base[0] in GOVERNMENTS:
            return self._government(title, self.anchor, self.last)
        if title.group == "rank":
            return Resolved(self.last or self.anchor, derived=False)
        return Resolved(self._inherited(title), derived=False)

    def _named(self, name: str) -> Resolved:
        """A unit that is written: in full, led by a bare level, pointing back, or relative to the anchor."""
        located = locate(name)
        if located.places:
            self.whereabouts.learn(located)
            return Resolved(describe(name), derived=False, anchors=True)
        if full := self._expanded(name):
            return Resolved(describe(full), derived=True, anchors=True)
        if self.anchor is None or self._stands_alone(name):
            return Resolved(describe(name), derived=False, anchors=True)
        if len(name) > 1 and self.anchor.name.endswith(name) and self.anchor.kind == "division":
            return Resolved(self.anchor, derived=False)
        if back := self._pointing_back(name, self.anchor):
            return back
        return self._derive(name, self.anchor)

    def _expanded(self, name: str) -> str | None:
        if self.anchor is not None and self.anchor.located.places:
            nearby = self.whereabouts.copy()
            nearby.learn(self.anchor.located)
            return nearby.expand(name)
        return self.whereabouts.expand(name)

    def _stands_alone(self, name: str) -> bool:
        assert self.anchor is not None
        if self._known_root(name):
            return True
        if self.anchor.kind in {"company", "school"}:
            return len(name) > 4 and name.endswith(("公司", "集团", "大学", "银行"))
        return len(name) > 3 and name.endswith(_STANDALONE)

    def _known_root(self, name: str) -> bool:
        """Whether a name begins with a known place without its ending (澜江 of 澜江市)."""
        for place in self.whereabouts.known.values():
            root = place[:-1]
            if len(root) >= _SHORT_ROOT and name.startswith(root):
                return True
        return False

    def _pointing_back(self, name: str, anchor: Unit) -> Resolved | None:
        """`局办公室` after a bureau, `局` alone: the anchor itself or a part of it."""
        found = _SELF.beginning(name)
        if not found or anchor.kind == "party" or not self._means(found[0], anchor):
            return None
        rest = name[len(found[0]) :]
        if not rest:
            return Resolved(anchor, derived=False)
        return Resolved(describe(anchor.name + rest), derived=True) if describe(rest).kind != "other" else None

    @staticmethod
    def _means(word: str, anchor: Unit) -> bool:
        """Whether 局, 局机关, 集团公司, 校 … is a word for the anchor."""
        if anchor.kind == "company" and word in _COMPANY_WORDS:
            return True
        if anchor.kind == "school" and word in {"校", "院", "学校"}:
            return True
        return anchor.name.endswith(word.removesuffix("机关").removesuffix("党组").lstrip("本该") or word)

    def _derive(self, name: str, anchor: Unit) -> Resolved:
        return Resolved(describe(self._prefix(name, anchor) + name), derived=True)

    def _prefix(self, name: str, anchor: Unit) -> str:
        place = anchor.located.lead + anchor.located.place if anchor.kind == "party" else anchor.located.place
        place = anchor.located.place or place
        if anchor.kind == "place":
            return anchor.name
        if "人大" in anchor.located.rest and name.startswith("常委会"):
            return anchor.name[: anchor.name.find("人大") + 2]
        if name in OWN_UNITS:
            return self._holder_of_own(name, anchor, place)
        if anchor.kind == "party":
            deep = anchor.located.places and anchor.located.places[-1]
            of_town = deep and (deep.level in {"镇", "乡", "苏", "街道", "村"} or deep.zone)
            return anchor.name if name in _OF_COMMITTEE and not of_town else place or anchor.name
        if anchor.kind in {"government", "npc", "cppcc"}:
            return self._below_assembly(name, anchor, place)
        of_place = name in _OFFICES_OF_PLACE or self._beside_in_town(name, anchor)
        return place if place and of_place else self._below_bureau(name, anchor, place)

    @staticmethod
    def _holder_of_own(name: str, anchor: Unit, place: str) -> str:
        """What a 纪委, 工会, 机关党委 … belongs to: the place of a place's body, else the whole bureau."""
        of_village = bool(place) and anchor.located.places[-1].level == "村"
        of_place = of_village or anchor.kind in {"party", "discipline"} or (anchor.kind == "government" and bool(place))
        if of_place and place and not name.startswith("机关"):
            return place
        if anchor.kind != "organ" and (own := OWN_ENDINGS.ending(anchor.name)):
            return anchor.name[: -len(own[0])] or anchor.name
        return _whole(anchor.name) if anchor.kind == "division" else _institution(anchor.name)

    def _below_assembly(self, name: str, anchor: Unit, place: str) -> str:
        if anchor.kind == "government":
            return anchor.name if name in _OF_GOVERNMENT else place or anchor.name
        if name.endswith(("工委", "工作委员会", "委员会", "委", "办公室", "室", "办", "处", "科", "联络处")):
            return place if name in {"纪委", "监委", "政法委"} else anchor.name
        return place or anchor.name

    def _below_bureau(self, name: str, anchor: Unit, place: str) -> str:
        if name in _INNER_BUREAUS:
            return _whole(anchor.name) if anchor.kind == "division" else anchor.name
        if anchor.committee and name in _OF_COMMITTEE and name not in _OF_GOVERNMENT and name[-1] not in "科处":
            return anchor.committee
        if (
            name.endswith(_INNER)
            and name not in {"组织部", "宣传部", "统战部", "人武部", "武装部"}
            and not name.endswith(_OF_PLACE)
        ):
            return self._sibling(name, anchor)
        if anchor.kind in {"company", "school", "military"}:
            return anchor.name
        if name.endswith(_OF_PLACE) and place and not name.endswith("派出所"):
            return place
        return anchor.name

    @staticmethod
    def _beside_in_town(name: str, anchor: Unit) -> bool:
        """Whether both are offices of one town (`司法所所长、综治办副主任`)."""
        deep = anchor.located.places and anchor.located.places[-1].level in _TOWNS
        return bool(deep) and anchor.kind in {"bureau", "division"} and name.endswith(_TOWN_OFFICES)

    @staticmethod
    def _sibling(name: str, anchor: Unit) -> str:
        """A part of a unit; beside it where the anchor is such a part itself (`预算处处长、国库处处长`)."""
        holder = _institution(anchor.name)
        if holder != anchor.name and _level(name) <= _level(anchor.name):
            return holder
        if anchor.name.endswith("局办公室") and name[-1] in "科股":
            return anchor.name.removesuffix("办公室")
        if anchor.kind == "division" and describe(name).kind == "division" and name[-1] == anchor.name[-1]:
            return _whole(anchor.name)
        return anchor.name

    def _organ(self, organ: str) -> Resolved:
        """A Party organ without a unit: of the anchor's place where the anchor is a place's body, else of the post."""
        anchor = self.anchor
        if anchor is None:
            return Resolved(describe(organ), derived=False, anchors=True)
        if organ in _NEVER_UNITS:
            holder = self.last if anchor.kind == "party" and self.last else anchor
            return Resolved(holder, derived=False, organ=organ)
        whole = anchor.kind in {"party", "discipline", "place"} or (
            (anchor.kind == "government" or (anchor.kind == "npc" and organ in {"党委", "党工委"}))
            and anchor.located.places
        )
        if whole and anchor.located.places and not organ.startswith("机关"):
            name = anchor.located.place + organ
            return Resolved(anchor if name == anchor.name else describe(name), derived=name != anchor.name)
        return Resolved(anchor, derived=False, organ=organ)

    def _government(self, title: Title, anchor: Unit | None, last_named: Unit | None) -> Resolved:
        """The government a 县长, 镇长 … heads: the anchor if it is one, else derived from the place of that level."""
        level = title.base[0]
        for unit in (anchor, last_named):
            if unit and unit.kind == "government":
                last = unit.located.places[-1:] or ()
                if not last or last[0].level == level:
                    return Resolved(unit, derived=False, anchors=False)
        place = self._place_of_level(level, anchor)
        if place is None:
            return Resolved(anchor, derived=False)
        return Resolved(describe(place + GOVERNMENTS.get(level, "人民政府")), derived=True)

    def _place_of_level(self, level: str, anchor: Unit | None) -> str | None:
        places = anchor.located.places if anchor else ()
        for place in reversed(places):
            if place.level == level:
                return place.text
        if anchor and not places and anchor.name.startswith(level):
            return level
        return self.whereabouts.known.get(level)

    def _inherited(self, title: Title) -> Unit | None:
        """The unit of a bare title: the anchor, unless the title needs another ending that the last unit has."""
        needs = NEEDS.get(title.base.removesuffix("助理"))
        anchor = self.anchor
        if needs is None or anchor is None:
            return anchor
        if title.base == "主任" and (office := self._office_above(anchor)):
            return office
        if self._heads(anchor, title.base, needs):
            return anchor
        if (holder := _institution(anchor.name)) != anchor.name and holder.endswith(needs):
            return describe(holder)
        if self.last is not None and self._heads(self.last, title.base, needs):
            return self.last
        return self._cut(anchor, needs) or anchor

    def _office_above(self, anchor: Unit) -> Unit | None:
        """The office of a 科 that has a 科长, for the 主任 named after it (`秘书科科长、副主任`)."""
        if anchor.name[-1] + "长" not in self._headed.get(anchor.name, ()):
            return None
        cut = max((anchor.name.rfind(word) + len(word) for word in _OFFICES if word in anchor.name), default=0)
        return describe(anchor.name[:cut]) if 0 < cut < len(anchor.name) else None

    @staticmethod
    def _heads(unit: Unit, base: str, needs: tuple[str, ...]) -> bool:
        if base == "主任" and unit.kind == "party":
            return False
        return unit.name.partition("（")[0].endswith(needs)

    @staticmethod
    def _cut(anchor: Unit, needs: tuple[str, ...]) -> Unit | None:
        """`某局预算处` up to 局, for a 副局长 named after the division's posts."""
        if len(needs) > 1 or len(needs[0]) > 1:
            return None
        cut = anchor.name.rfind(needs[0])
        return describe(anchor.name[: cut + 1]) if cut > 0 else None

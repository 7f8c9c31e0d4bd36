"""Which unit a title belongs to: written, inherited from the text before, expanded from the context, or derived."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.resume.bodies import Unit, describe
from ingest.resume.holders import (
    OF_TOWN,
    TOWNS,
    holder_of,
    institution,
    is_of_every_town,
    place_above,
    without_organ,
)
from ingest.resume.lexicon import NEEDS, NEVER_UNITS, OWN_ENDINGS, PLACES, RUNGS, UNITS, Title, affixes
from ingest.resume.parts import bureau, depth, whole_or_branch, wholes
from ingest.resume.places import GOVERNMENTS, TERM, Located, Whereabouts, bare_lead, locate
from ingest.resume.pointing import called, is_of_bank, part_of_before, point_back, points_at_self
from ingest.resume.titles import Named

_RELATIVE = UNITS["relative"]
_STANDALONE = tuple(_RELATIVE["standalone_endings"])
_STANDALONE_BEGINNINGS = tuple(_RELATIVE["standalone_beginnings"])
_OFFICES = tuple(_RELATIVE["offices"])
_SHORT_ROOT = 2
_INNER_DEPTH = 3
_BRANCH_ENDINGS = ("分公司", "子公司", "支公司")
_LONGEST_BRANCH = 7  # 供水分公司: named by what it does, so a part of the company before
_SHORT_COMPANY = _SHORT_STANDALONE = 3
_VILLAGE = re.compile(
    "(.*?(?:村|社区|嘎查))(?:村?民?委员?会|居民?委员?会|党委|党总支|党支部|团支部|团总支|妇联|经济合作社)?$"
)
_STAFF = frozenset({"staff", "official", "academic", "calling"})
_BRANCHES = tuple(_RELATIVE["branches"])
_EQUALS = tuple(_RELATIVE["equals"])
_COMMITTEES = tuple(_RELATIVE["committees"])
_SUPERVISORS = tuple(_RELATIVE["supervisors"])
_OF_VILLAGE = tuple(_RELATIVE["village_titles"])
_NEVER_EQUAL = tuple(_RELATIVE["never_equal"])
_WHOLE_ENDINGS = tuple(_RELATIVE["whole_endings"])
_ZONES = affixes(word for ending in PLACES["ending"] if ending.get("zone") for word in ending["words"])
_OF_PLACES = frozenset({"party", "government", "npc", "cppcc", "discipline", "place", "village", "organ", "military"})
_OF_PARTY = tuple(_RELATIVE["party_members"])
_OFFICES_OF_TOWN = tuple(_RELATIVE["town_offices"])

_TOWN_OFFICES = frozenset({"organ", "division", "bureau", "npc"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """The unit of a holding, whether its name was composed or expanded, and a Party organ left to the post."""

    unit: Unit | None
    derived: bool
    organ: str = ""
    anchors: bool = False


def _is_inner(name: str) -> bool:
    """Whether it is a 处, a 科, an inner bureau …: a part without a Party group or committee of its own."""
    return (depth(name) or 0) >= _INNER_DEPTH


def _with_committee(anchor: Unit) -> Unit:
    """The whole that has a Party committee, where the anchor is a part of it that has none (党委宣传部, 信贷部)."""
    if not anchor.located.places and anchor.committee.endswith("党委"):
        return describe(anchor.committee.removesuffix("党委"))
    if not _is_inner(anchor.name):
        return anchor
    whole = institution(anchor.name)
    return describe(whole if whole != anchor.name else whole_or_branch(whole))


def _own_names(located: Located) -> list[str]:
    """The name of each place of a chain without those above it (石板镇 of 茶坪县石板镇)."""
    above = ["", *(place.text for place in located.places)]
    return [place.text.removeprefix(before) for before, place in zip(above, located.places, strict=False)]


def _of_term(name: str) -> bool:
    """Whether it is a body of a place in one of its terms (第十四届某县委)."""
    term = TERM.match(name)
    return term is not None and bool(locate(name[term.end() :]).places)


def _without_term(name: str) -> str:
    """A body of a place without its term, which its committees and offices do not bear (某市第十四届人大常委会)."""
    rest = locate(name).rest
    return name if rest == name else name.replace(rest, TERM.sub("", rest, count=1))


def _root(name: str) -> str:
    """How the name of a body begins that no place's name stands before (澜江 of 澜江传媒集团)."""
    return "" if name.startswith(_NEVER_EQUAL) else name[:_SHORT_ROOT]


class Resolver:
    """Follows one segment's text: the unit last written in full (anchor), the unit last spoken of, the whereabouts."""

    def __init__(self, whereabouts: Whereabouts, before: Resolver | None = None) -> None:
        self.whereabouts = whereabouts
        self._before = before
        """Who read the stretch before: a stretch that names no unit goes on in that one's."""
        self.anchor: Unit | None = None
        self.last: Unit | None = None
        self._composed: set[str] = set()
        self._headed: dict[str, set[str]] = {}
        """The titles read so far of each unit."""

    def resolve(self, named: Named) -> Resolved:
        """The unit a title belongs to; remembers it for what follows in the segment."""
        first = self.anchor is None and self._before is not None
        found = (self._going_on(named, named.title) if first else None) or self._resolve(named, named.title)
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

    def _going_on(self, named: Named, title: Title) -> Resolved | None:
        """`局长` alone after a stretch in the bureau: its unit, where that has such a post."""
        before = self._before
        if before is None or before.anchor is None:
            return None
        if named.unit:
            return self._part_of_before(named, before.anchor)
        if named.organ:
            found = before.organ_of(named.organ)
            unit = found.unit if found.organ or not found.anchors else None
        elif title.group == "rank":
            unit, found = before.last or before.anchor, Resolved(None, derived=True)
        else:
            needs = NEEDS.get(title.base.removesuffix("助理"))
            unit = before.with_head(title.base, needs) if needs else before.with_step_below(title)
            unit = before.committee() if unit is None and title.base in {"委员", "常委"} else unit
            found = Resolved(None, derived=True)
        return Resolved(unit, derived=True, organ=found.organ, anchors=True) if unit else None

    def _part_of_before(self, named: Named, anchor: Unit) -> Resolved | None:
        """`预算股股长`, `局办公室主任`, `二分公司副经理` after a stretch in the whole: that part of it."""
        name = named.unit
        if locate(name).places or self._expanded(name):
            return None
        bare = bare_lead(name)[1] is not None  # 县支行 after 某银行某县支行某分理处
        unit = called(name, anchor) if bare else point_back(name, anchor) or part_of_before(name, anchor)
        return Resolved(unit, derived=True, organ=named.organ, anchors=True) if unit else None

    def with_step_below(self, title: Title) -> Unit | None:
        """The unit of a post spoken of that stands lower on the title's own ladder (书记员 for 助理审判员)."""
        ladders = {ladder for ladder, _, _ in RUNGS.get(title.text, ())}
        for name, titles in reversed(self._headed.items()):
            if any(ladder in ladders for each in titles for ladder, _, _ in RUNGS.get(each, ())):
                return describe(name)
        return None

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
            return self.organ_of(named.organ)
        if title.group in {"government", "assistant"} and title.base[0] in GOVERNMENTS:
            return self._government(title, self.anchor, self.last)
        if title.group == "rank":
            return Resolved(self.last or self.anchor, derived=False)
        committee = self._committee_of_town(title) if title.group == "member" else None
        return Resolved(committee or self._inherited(title), derived=committee is not None)

    def _named(self, name: str) -> Resolved:
        """A unit that is written: in full, led by a bare level, pointing back, or relative to the anchor."""
        if found := self._placed(name):
            return found
        if self.anchor and points_at_self(name) and (back := point_back(name, self.anchor)):
            return Resolved(back, derived=False)
        if self.anchor is None or bare_lead(name)[1] is not None or self._stands_alone(name):
            return Resolved(describe(name), derived=False, anchors=True)
        again = self.anchor.kind == "division" or self.anchor.located.rest == name
        if len(name) > 1 and self.anchor.name.endswith(name) and again:
            return Resolved(self.anchor, derived=False)
        if back := point_back(name, self.anchor):
            return Resolved(back, derived=back != self.anchor)
        return self._derive(name, self.anchor)

    def _placed(self, name: str) -> Resolved | None:
        """A unit that says where it is: by a place's name, by a bare level, by a bare word for a zone."""
        located = locate(name)
        if located.places:
            whole = place_above(located, self.anchor) + name if self.anchor else name
            self.whereabouts.learn(locate(whole))
            return Resolved(describe(whole), derived=whole != name, anchors=True)
        if full := self._expanded(name):
            return Resolved(describe(full), derived=True, anchors=True)
        zone = self._zone(name)
        return Resolved(describe(zone), derived=True) if zone else None

    def _expanded(self, name: str) -> str | None:
        if self.anchor is not None and self.anchor.located.places:
            nearby = self.whereabouts.copy()
            nearby.learn(self.anchor.located)
            return nearby.expand(name)
        return self.whereabouts.expand(name)

    def _zone(self, name: str) -> str | None:
        """`开发区总工会` after a body of that zone: the zone's full name and the rest."""
        places = self.anchor.located.places if self.anchor else ()
        if not places or not places[-1].zone or not (found := _ZONES.beginning(name)) or found[0] == name:
            return None
        full = places[-1].text
        return full + name[len(found[0]) :] if full.endswith(found[0]) else None

    def _stands_alone(self, name: str) -> bool:
        assert self.anchor is not None
        around = tuple(whole for whole in wholes(self.anchor.name) if len(whole) > _SHORT_COMPANY)
        if _of_term(name) or self._known_root(name) or name.startswith((*_STANDALONE_BEGINNINGS, *around)):
            return True
        same = next((word for word in _EQUALS if name.endswith(word) and self.anchor.name.endswith(word)), None)
        if same and len(name) > len(same) + 1 and not name.startswith(_NEVER_EQUAL):
            return True
        if self.anchor.kind in {"company", "school"}:
            own = OWN_ENDINGS.ending(name)
            name = name.removesuffix(own[0]) if own else name
            branch = name.endswith(_BRANCH_ENDINGS) and len(name) <= _LONGEST_BRANCH
            return len(name) > _SHORT_COMPANY and name.endswith(_WHOLE_ENDINGS) and not branch
        if name.endswith(_BRANCHES) and is_of_bank(self.anchor.name):
            return False
        if (
            is_of_every_town(name, self.anchor)
            or len(name) <= _SHORT_STANDALONE
            or not name.endswith(_STANDALONE)
            or name.startswith("第")
        ):
            return False
        return institution(self.anchor.name) == self.anchor.name or describe(name).kind != "organ"

    def _known_root(self, name: str) -> bool:
        """Whether a name begins as a known place does, without its ending (澜江 of 澜江市 and of 澜江保税区)."""
        assert self.anchor is not None
        known = [place[:-1] for place in self.whereabouts.known.values()]
        known += [own[:-1] for own in _own_names(self.anchor.located)]
        known.append(self.anchor.located.place[:_SHORT_ROOT] or _root(self.anchor.name))
        return any(len(root) >= _SHORT_ROOT and name.startswith(root) for root in known)

    def _derive(self, name: str, anchor: Unit) -> Resolved:
        return Resolved(describe(_without_term(holder_of(name, anchor)) + name), derived=True)

    def organ_of(self, organ: str) -> Resolved:
        """A Party organ without a unit: of the anchor's place where the anchor is a place's body, else of the post."""
        anchor = self.anchor
        if anchor is None:
            unit = None if organ in NEVER_UNITS else describe(organ)
            return Resolved(unit, derived=False, organ="" if unit else organ, anchors=True)
        if self.last and self.last.kind not in _OF_PLACES and anchor.name.startswith(self.last.name):
            anchor = self.last  # 副校长、党支部书记 after a part of the school
        if organ in NEVER_UNITS:
            holder = self.last if anchor.kind == "party" and self.last else anchor
            inner = holder.kind == "division" or _is_inner(holder.name)
            holder = describe(bureau(holder.name)) if inner else holder
            return Resolved(holder, derived=False, organ=organ)
        if anchor.kind == "village" and (village := _VILLAGE.match(anchor.name)):
            name = village[1] + organ
            return Resolved(describe(name), derived=name != anchor.name)
        if anchor.located.places and not organ.startswith("机关") and self._is_of_place(organ, anchor):
            name = anchor.located.place + organ
            return Resolved(anchor if name == anchor.name else describe(name), derived=name != anchor.name)
        if organ == "党委":  # of the whole, unlike a 党支部
            anchor = _with_committee(anchor)
        return Resolved(anchor, derived=False, organ=organ)

    @staticmethod
    def _is_of_place(organ: str, anchor: Unit) -> bool:
        """Whether a Party body named after a body of a place is the place's, and not that body's own."""
        if anchor.kind in {"party", "discipline", "place", "government"}:
            return True
        if anchor.kind == "npc" and organ in {"党委", "党工委"}:
            return True
        of_town_office = anchor.located.places[-1].level in TOWNS and anchor.kind in _TOWN_OFFICES
        return of_town_office and organ in OF_TOWN and not anchor.name.endswith("院")

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

    def _committee_of_town(self, title: Title) -> Unit | None:
        """The Party committee of a town whose office was spoken of (`党政办主任、组织委员`)."""
        places = self.anchor.located.places if self.anchor else ()
        if not places or places[-1].level not in TOWNS or not title.text.endswith(_OF_PARTY):
            return None
        of_office = self.anchor is not None and self.anchor.name.endswith(_OFFICES_OF_TOWN)
        organ = "党工委" if places[-1].level == "街道" else "党委"
        return describe(places[-1].text + organ) if of_office else None

    def _inherited(self, title: Title) -> Unit | None:
        """The unit of a bare title: the anchor, unless the title needs another ending that the last unit has."""
        needs = NEEDS.get(title.base.removesuffix("助理"))
        anchor = self.anchor
        if anchor is None:
            return None
        if needs is None:
            # 党工委委员、统战委员, whatever was written in full before
            of_committee = title.group == "member" and self.last is not None and self.last.kind == "party"
            if body := self._without_organ(title, anchor):
                return body
            return self.last if of_committee else anchor
        if title.base == "主任" and (office := self._office_above(anchor)):
            return office
        return self.headed_by(title.base, needs, anchor) or self._cut(anchor, needs) or anchor

    @staticmethod
    def _without_organ(title: Title, anchor: Unit) -> Unit | None:
        """Who is of no organ's staff but of the body it is in: `团总支书记、辅导员`, `村委会副主任、治保主任`."""
        places = anchor.located.places
        in_village = anchor.kind == "village" or (bool(places) and places[-1].level == "村")
        of_village = title.group == "staff" or title.text.startswith(_OF_VILLAGE)
        if in_village and of_village and (village := _VILLAGE.match(anchor.name)):
            return describe(village[1])
        body = without_organ(anchor.name) if title.group in _STAFF else None
        return describe(body) if body else None

    def with_head(self, base: str, needs: tuple[str, ...]) -> Unit | None:
        """Of all units spoken of the one that such a head has: by its ending, by that of what it is a part of."""
        if self.anchor is None:
            return None
        found = self.headed_by(base, needs, self.anchor) or self._cut(self.anchor, needs)
        if found is None and base == "书记":
            found = self.committee()
        headed = (describe(name) for name in reversed(self._headed) if name.endswith(needs))
        return found or next((unit for unit in headed if self._heads(unit, base, needs)), None)

    def committee(self) -> Unit | None:
        """The committee spoken of, of the anchor or around it (某区委政法委 after its 政治处)."""
        return called(_COMMITTEES, self.anchor) if self.anchor else None

    def headed_by(self, base: str, needs: tuple[str, ...], anchor: Unit) -> Unit | None:
        """The first that has such a head: a part just named, the anchor, its institution, the unit last spoken of."""
        last = self.last
        if last is not None and last.name in self._composed and self._heads(last, base, needs):
            return last
        if self._heads(anchor, base, needs):
            return anchor
        if (holder := institution(anchor.name)) != anchor.name and holder.endswith(needs):
            return describe(holder)
        return last if last is not None and self._heads(last, base, needs) else None

    def _office_above(self, anchor: Unit) -> Unit | None:
        """The office of a 科 that has a 科长, for the 主任 named after it (`秘书科科长、副主任`)."""
        if anchor.name[-1] + "长" not in self._headed.get(anchor.name, ()):
            return None
        cut = max((anchor.name.rfind(word) + len(word) for word in _OFFICES if word in anchor.name), default=0)
        return describe(anchor.name[:cut]) if 0 < cut < len(anchor.name) else None

    @staticmethod
    def _heads(unit: Unit, base: str, needs: tuple[str, ...]) -> bool:
        if (base == "主任" and unit.kind == "party") or (base == "书记" and unit.name.endswith(_SUPERVISORS)):
            return False
        return unit.name.partition("（")[0].endswith(needs)

    @staticmethod
    def _cut(anchor: Unit, needs: tuple[str, ...]) -> Unit | None:
        """`某局预算处` up to 局, for a 副局长 named after the division's posts."""
        if "委员会" in needs and "局" not in needs:  # 主任, 书记: too many a whole may have one
            return None
        return next((describe(whole) for whole in wholes(anchor.name) if whole.endswith(needs)), None)

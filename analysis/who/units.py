"""Which units may be one body, or one the successor of another: pure functions over rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from analysis.who.model import Feature, Weighed
from analysis.who.names import read_name
from graph.model.data_files import load_toml
from graph.model.reforms import later_names
from graph.model.unit_names import usual_name
from graph.model.values import first_day, month_index

_PLACE: Final = re.compile(r"^.*(?:[省市县州盟旗镇乡]|(?<![社园小辖])区)")
_NEVER: Final = "9999-12-31"
_SLACK: Final = 2
_TOGETHER: Final = 2
"""How many persons must go from one unit to the other in one month to count as a change of the unit."""


@dataclass(frozen=True, slots=True)
class Held:
    """One post held at a unit."""

    cadre: str
    title: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """What is known of one unit that may tell which body it is."""

    id: str
    name: str
    short_name: str | None = None
    code: str | None = None
    level: str | None = None
    parent: str | None = None
    parent_name: str | None = None
    stated: bool = False
    successors: tuple[str, ...] = ()
    posts: tuple[Held, ...] = ()

    def succeeds(self, other: UnitSeen) -> bool:
        """Whether it is known already to have come after the other."""
        return self.id in other.successors


@dataclass(frozen=True, slots=True)
class UnitPair(Weighed):
    """Two units that may be one body."""

    one: UnitSeen
    other: UnitSeen
    features: tuple[Feature, ...]


def weights() -> Mapping[str, Any]:
    """The points and limits of `units.toml`."""
    return load_toml(__package__, "units.toml")


def unit_of(row: Mapping[str, Any]) -> UnitSeen:
    """The unit of one row of the view `who_units`."""
    posts = sorted((Held(*each) for each in row["posts"]), key=lambda held: tuple(str(each) for each in _told(held)))
    successors = tuple(sorted(row["successors"]))
    return UnitSeen(**{**row, "posts": tuple(posts), "successors": successors})


def _told(held: Held) -> tuple[str | None, ...]:
    return held.start, held.end, held.cadre, held.title


def find_unit_pairs(units: Iterable[UnitSeen]) -> tuple[UnitPair, ...]:
    """All pairs that may be one body, most likely first; equal whatever the order of `units`.

    Two of which one is known to have succeeded the other are none.
    """
    everybody = sorted(units, key=lambda each: each.id)
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, unit in enumerate(everybody):
        for key in set(_keys(unit)):
            blocks[key].append(number)
    small = [block for block in blocks.values() if len(block) <= weights()["largest_block"]]
    pairs = {pair for block in small for pair in combinations(block, 2)}
    found = [pair_of_units(everybody[one], everybody[other]) for one, other in pairs]
    open_pairs = (each for each in found if not (each.one.succeeds(each.other) or each.other.succeeds(each.one)))
    kept = [each for each in open_pairs if _is_candidate(each.features)]
    return tuple(sorted(kept, key=lambda each: (-each.score, each.pair)))


def pair_of_units(one: UnitSeen, other: UnitSeen) -> UnitPair:
    """Two units compared, whether or not they are candidates."""
    a, b = sorted((one, other), key=lambda each: each.id)
    told = (*_names(a, b), *_codes(a, b), *_tree(a, b), *_holders(a, b))
    points = weights()["points"]
    return UnitPair(a, b, tuple(Feature(code, points[code], left, right) for code, left, right in told))


def _is_candidate(features: tuple[Feature, ...]) -> bool:
    telling = any(each.code in weights()["telling"] for each in features)
    return telling and sum(each.points for each in features) >= weights()["least"]


def _keys(unit: UnitSeen) -> Iterator[tuple[str, ...]]:
    """What units that may be one body have in common with this one."""
    name = usual_name(unit.name)
    place, rest = _parts(name)
    yield "name", name
    yield "variant", read_name(name).usual
    yield from (("name", usual_name(later)) for later, _ in later_names(unit.name))
    if unit.short_name:
        yield "name", usual_name(unit.short_name)
    if len(rest) > 1:
        yield "abbreviated", place, rest[0], rest[-1]
    if unit.code:
        yield "code", unit.code
    for held in unit.posts:
        if held.title:
            yield "holder", held.cadre, held.title


def _parts(name: str) -> tuple[str, str]:
    found = _PLACE.match(name)
    place = found[0] if found else ""
    return place, name[len(place) :]


_Told = tuple[str, str, str]


def _names(one: UnitSeen, other: UnitSeen) -> Iterator[_Told]:
    a, b = usual_name(one.name), usual_name(other.name)
    if read_name(a).usual == read_name(b).usual:
        yield "name_variant", one.name, other.name
    elif usual_name(one.short_name or "") == b or usual_name(other.short_name or "") == a:
        yield "short_name", one.name, other.name
    elif told := _reform(one.name, other.name) or _reform(other.name, one.name):
        yield "reform", *told
    elif _abbreviates(*sorted((a, b), key=len)):
        yield "abbreviated", one.name, other.name
    elif len(a) == len(b) and len(_parts(a)[1]) > _SLACK and _one_apart(a, b):
        yield "one_character", one.name, other.name


def _reform(before: str, after: str) -> tuple[str, str] | None:
    """The new name with its year, and what ordered it, where a reform may have given one body the other's name."""
    usual = usual_name(after)
    found = (each for name, each in later_names(before) if usual_name(name) == usual)
    return next(((f"{before} → {after} {each.since}", f"{each.kind} {each.source}") for each in found), None)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the short name leaves out characters of the long one, of the same place, but no number or direction.

    A name that begins with the other is that of a part of it.
    """
    (place, rest), (other_place, whole) = _parts(short), _parts(long)
    if place != other_place or len(rest) < 2 or len(rest) == len(whole):
        return False
    if rest[0] != whole[0] or rest[-1] != whole[-1] or whole.startswith(rest):
        return False
    left_out, at = [], 0
    for character in whole:
        if at < len(rest) and rest[at] == character:
            at += 1
        else:
            left_out.append(character)
    return at == len(rest) and not set(left_out) & set(weights()["numerals"])


def _one_apart(one: str, other: str) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and not set(apart[0]) & set(weights()["numerals"]) and one[-1] == other[-1]


def _codes(one: UnitSeen, other: UnitSeen) -> Iterator[_Told]:
    if one.code and other.code:
        yield "code" if one.code == other.code else "code_differs", one.code, other.code
    if one.level and other.level and one.level != other.level:
        yield "level_differs", one.level, other.level


def _tree(one: UnitSeen, other: UnitSeen) -> Iterator[_Told]:
    if one.parent and other.parent:
        same = one.parent == other.parent
        yield "parent" if same else "parent_differs", one.parent_name or "", other.parent_name or ""


def _holders(one: UnitSeen, other: UnitSeen) -> Iterator[_Told]:
    both = [(a, b) for a in one.posts for b in other.posts if a.cadre == b.cadre and a.title and a.title == b.title]
    same = [(a, b) for a, b in both if _overlap(a, b) > _SLACK]
    if same:
        yield "same_holder", _post(same[0][0]), _post(same[0][1])
    moved: dict[str, set[str]] = defaultdict(set)
    for a, b in both:
        for first, then in ((a, b), (b, a)):
            if first.end and then.start and abs(month_index(first.end) - month_index(then.start)) <= 1:
                moved[then.start[:7]].add(first.cadre)
    months = [month for month, cadres in sorted(moved.items()) if len(cadres) >= _TOGETHER]
    if months:
        yield "holders_continue", months[0], str(len(moved[months[0]]))


def _overlap(one: Held, other: Held) -> int:
    """Months for which both were held, as far as both starts are known."""
    if not (one.start and other.start):
        return 0
    start = max(first_day(one.start), first_day(other.start))
    end = min(first_day(one.end) if one.end else _NEVER, first_day(other.end) if other.end else _NEVER)
    return month_index(end) - month_index(start)


def _post(held: Held) -> str:
    return f"{held.start or ''}–{held.end or ''} {held.title or ''}"

"""Careers of thirty years: levels reached at believable ages, changes bunched at elections and reforms."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from demo.draw import Draw, table
from demo.life import Holding, Stage
from demo.months import month
from demo.places import Spot
from demo.posts import Post, post, stage
from demo.slots import Slot, spot_in

# Ages in years at which a level is reached (officer.md); the first is not given there.
PROMOTION_AGES = {1: (27.0, 30.5), 2: (33.0, 36.0), 3: (39.0, 42.0), 4: (45.0, 48.0)}
_SHORTEST = 14
_NEVER = 10**6
_FALLBACK = {0: "county_bureau_staff", 1: "county_bureau_deputy", 2: "county_office_deputy", 3: "county_deputy_head"}


@dataclass(slots=True)
class Register:
    """Who held a post that only one may hold, so that no two do at once."""

    held: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def is_free(self, holdings: tuple[Holding, ...], start: int, end: int | None) -> bool:
        """Whether nobody holds the leading post of these in [start, end)."""
        leading = holdings[-1]
        taken = self.held[leading.unit, leading.title]
        return all((end is not None and end <= first) or start >= last for first, last in taken)

    def free_from(self, holdings: tuple[Holding, ...], start: int, end: int | None) -> int:
        """The first month, `start` or later, from which nobody holds the leading post of these until `end`."""
        spans = self.held[holdings[-1].unit, holdings[-1].title]
        return max([start, *(last for first, last in spans if last > start and (end is None or first < end))])

    def take(self, holdings: tuple[Holding, ...], start: int, end: int | None) -> None:
        """Note that the leading post of these is held in [start, end)."""
        self.held[holdings[-1].unit, holdings[-1].title].append((start, end or _NEVER))


@dataclass(frozen=True, slots=True)
class Plan:
    """The months at which somebody began, reached each level, took the last post and (if gone) left it."""

    entry: int
    levels: tuple[int, ...]
    last: int
    left: int | None


def snapped(draw: Draw, number: int, level: int) -> int:
    """A month near `number`, more often than not within an election or reform window close to it."""
    windows = table("structure")["windows"]
    near = [
        (month(first), month(last))
        for first, last in windows["town" if level <= 2 else "county"] + windows["reform"]
        if month(first) - 16 <= number <= month(last) + 16
    ]
    if not near or draw.hits(0.3):
        return number
    first, last = draw.choice(near)
    return draw.randint(first, last)


def plan(draw: Draw, slot: Slot, birth: int, entry: int, as_of: int) -> Plan:
    """The turning points of a career that ends in the slot's post; levels come in order, 20 months apart at least."""
    left = as_of - draw.randint(7, 30) if slot.gone else None
    last_possible = (left or as_of) - 10
    speed = draw.random()
    early = 18 if slot.track == "selected" else 0
    levels: list[int] = []
    for level in range(1, slot.kind.level + 1):
        low, high = PROMOTION_AGES[level]
        reached = birth + round((low + (high - low) * speed + draw.uniform(-0.2, 0.2)) * 12) - early
        reached = snapped(draw, reached, level) if level > 1 else reached
        previous = levels[-1] if levels else entry
        latest = last_possible - 24 * (slot.kind.level - level)
        levels.append(max(previous + 20, min(reached, latest)))
    last = _last_post(draw, slot, levels[-1], last_possible)
    return Plan(entry, tuple(levels), last, left)


def _last_post(draw: Draw, slot: Slot, reached: int, last_possible: int) -> int:
    earliest = max(reached, last_possible - 62)
    if earliest == reached and draw.hits(0.5):
        return reached
    return max(
        earliest,
        min(snapped(draw, draw.randint(earliest, max(earliest, last_possible)), slot.kind.level), last_possible),
    )


@dataclass(slots=True)
class Walker:
    """Walks through one career and fills each stretch with a post; `line` is the profession, if there is one."""

    draw: Draw
    slot: Slot
    party: bool
    line: str
    register: Register
    home: Spot
    seen: Counter[str] = field(default_factory=Counter)

    def career(self, points: Plan) -> list[Stage]:
        """Every stage from entry on; the last, in the slot's own post, is settled first."""
        last = stage(self.draw, self.slot.kind, self.slot.spot, points.last, points.left)
        if self.slot.kind.single:
            start = self.register.free_from(last.holdings, points.last, points.left)
            points, last = replace(points, last=start), replace(last, start=start)
            self.register.take(last.holdings, start, points.left)
        stages: list[Stage] = []
        for level, (start, end) in enumerate(pairwise([points.entry, *points.levels, points.last])):
            for first, after in _pieces(self.draw, start, end, level):
                stages.append(self._piece(level, first, after, stages[-1] if stages else None))
        return joined([*stages, last])

    def _piece(self, level: int, start: int, end: int, previous: Stage | None) -> Stage:
        """The stage of one stretch: posts not held before come first, the fallback of the level last."""
        spot = self._spot(level)
        keys = [*table("tracks")[self.slot.track]["levels"][level]]
        self.draw.shuffle(keys)
        made = [stage(self.draw, post(key), spot, start, end) for key in keys]
        made = [each for each in made if self._may_hold(post(each.post), each, previous)]
        made.sort(key=lambda each: self.seen[each.text] + (previous is not None and previous.text == each.text))
        fallback = _FALLBACK.get(level, "government_secretary_deputy")
        chosen = made[0] if made else stage(self.draw, post(fallback), spot, start, end)
        if post(chosen.post).single:
            self.register.take(chosen.holdings, start, end)
        self.seen[chosen.text] += 1
        return chosen

    def _may_hold(self, kind: Post, made: Stage, previous: Stage | None) -> bool:
        allowed = self.party if kind.party else not (self.party and kind.outside)
        in_time = kind.before is None or (made.end or _NEVER) <= kind.before
        in_line = not kind.line or kind.line == self.line
        in_turn = not kind.first or previous is None or previous.level < kind.level
        free = not kind.single or self.register.is_free(made.holdings, made.start, made.end)
        own = self.slot.kind
        free &= not kind.standing or own.standing or own.late or own.level > kind.level
        return allowed and in_time and in_line and in_turn and free

    def _spot(self, level: int) -> Spot:
        """The home county and bureau mostly; the town changes, and so does the division now and then."""
        stays = self.draw.hits(0.75)
        return spot_in(
            self.draw,
            self.home.city,
            county=self.home.county if stays or level < 3 else None,
            bureau=self.home.bureau if stays or level < 2 else None,
            company=self.home.company,
        )


def _pieces(draw: Draw, start: int, end: int, level: int) -> list[tuple[int, int]]:
    """[start, end) cut into stretches of two to five years, the longer the higher the level."""
    longest = 58 + 6 * level
    marks = [start]
    while end - marks[-1] > longest or (end - marks[-1] > longest - 18 and draw.hits(0.6)):
        following = snapped(draw, marks[-1] + draw.randint(24, 46) + 5 * level, 2)
        following = min(max(following, marks[-1] + _SHORTEST), end - _SHORTEST)
        if following <= marks[-1]:
            break
        marks.append(following)
    marks.append(end)
    return [(first, last) for first, last in pairwise(marks) if last > first]


def joined(stages: list[Stage]) -> list[Stage]:
    """Stretches in the same post one after another made one, told as the later one."""
    made: list[Stage] = []
    for each in stages:
        if made and made[-1].holdings == each.holdings and made[-1].rank == each.rank:
            made[-1] = replace(each, start=made[-1].start, told=made[-1].told)
        else:
            made.append(each)
    return made

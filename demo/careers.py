"""Careers of thirty years: levels reached at believable ages, changes bunched at elections and reforms."""

from __future__ import annotations

from collections import defaultdict
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
    """Walks through one career and fills each stretch with a post."""

    draw: Draw
    slot: Slot
    party: bool
    register: Register
    home: Spot

    def last(self, points: Plan) -> Stage:
        """The stage in the slot's own post."""
        made = stage(self.draw, self.slot.kind, self.slot.spot, points.last, points.left)
        self.register.take(made.holdings, points.last, points.left)
        return made

    def before(self, points: Plan) -> list[Stage]:
        """Everything from entry to the last post."""
        marks = [points.entry, *points.levels, points.last]
        stages: list[Stage] = []
        for level, (start, end) in enumerate(pairwise(marks)):
            for first, after in _pieces(self.draw, start, end):
                if made := self._piece(level, first, after, stages[-1] if stages else None):
                    stages.append(made)
        return _joined(stages)

    def _piece(self, level: int, start: int, end: int, previous: Stage | None) -> Stage | None:
        keys = [*table("tracks")[self.slot.track]["levels"][level]]
        self.draw.shuffle(keys)
        keys.append(_FALLBACK.get(level, "government_secretary_deputy"))
        spot = self._spot(level)
        for key in keys:
            kind = post(key)
            made = stage(self.draw, kind, spot, start, end)
            if self._may_hold(kind, made, previous):
                if kind.single:
                    self.register.take(made.holdings, start, end)
                return made
        return stage(self.draw, post(keys[-1]), spot, start, end)

    def _may_hold(self, kind: Post, made: Stage, previous: Stage | None) -> bool:
        allowed = self.party if kind.party else not (self.party and kind.outside)
        in_time = kind.before is None or (made.end or _NEVER) <= kind.before
        other = previous is None or previous.text != made.text
        return (
            allowed
            and in_time
            and other
            and (not kind.single or self.register.is_free(made.holdings, made.start, made.end))
        )

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


def _pieces(draw: Draw, start: int, end: int) -> list[tuple[int, int]]:
    """[start, end) cut into stretches of two to five years."""
    marks = [start]
    while end - marks[-1] > 58 or (end - marks[-1] > 40 and draw.hits(0.6)):
        following = snapped(draw, marks[-1] + draw.randint(24, 46), 2)
        following = min(max(following, marks[-1] + _SHORTEST), end - _SHORTEST)
        if following <= marks[-1]:
            break
        marks.append(following)
    marks.append(end)
    return [(first, last) for first, last in pairwise(marks) if last > first]


def _joined(stages: list[Stage]) -> list[Stage]:
    """Stretches in the same post one after another made one."""
    made: list[Stage] = []
    for each in stages:
        if made and made[-1].text == each.text and made[-1].holdings == each.holdings:
            made[-1] = _extended(made[-1], each.end)
        else:
            made.append(each)
    return made


def _extended(first: Stage, end: int | None) -> Stage:
    return replace(first, end=end)

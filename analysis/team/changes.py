"""What changed: between two days in the world, and between two states of the records about the same time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.career.day import Day
from analysis.team.model import Holding
from analysis.team.on_day import team_on

Move = Literal["came", "left", "moved", "passed"]
Lesson = Literal["learnt", "corrected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """One cadre who came, left or moved within the unit: the holdings before and after.

    Of one who came and left again in between (`passed`) `after` is what was held meanwhile.
    """

    move: Move
    cadre: str
    name: str
    before: tuple[Holding, ...]
    after: tuple[Holding, ...]


def changes_between(holdings: Sequence[Holding], first: Day, last: Day) -> tuple[Change, ...]:
    """Who came, left or moved between two days: who is in one day's team and not, or otherwise, in the other's.

    A further term of the same post is no change. Last those who are in neither, but were there in between.
    """
    teams = (team_on(holdings, first), team_on(holdings, last))
    before, after = (_by_cadre(team.holdings) for team in teams)
    unsure = _by_cadre(teams[1].unsure)
    found = []
    for cadre in sorted(before.keys() | after.keys(), key=lambda each: (_name(before, after, each), each)):
        was, now = before.get(cadre, ()), after.get(cadre, ())
        if _posts(was) == _posts(now) or (was and not now and cadre in unsure):
            continue
        move: Move = "came" if not was else "left" if not now else "moved"
        found.append(Change(move, cadre, _name(before, after, cadre), was, now))
    order = {"came": 0, "left": 1, "moved": 2}
    seen = before.keys() | after.keys() | unsure.keys()
    return (
        *sorted(found, key=lambda each: (order[each.move], each.name, each.cadre)),
        *_passed(holdings, first, last, seen),
    )


def _posts(held: Sequence[Holding]) -> frozenset[tuple[object, ...]]:
    """What is held, whichever term of it: who is elected again has not moved."""
    return frozenset((each.unit_id, each.title, each.concurrent, each.acting) for each in held)


def _passed(holdings: Sequence[Holding], first: Day, last: Day, seen: Collection[str]) -> Iterator[Change]:
    """Who came after the first day and had left by the last."""
    posts = (each for each in holdings if each.kind != "rank" and each.cadre not in seen)
    between = [each for each in posts if each.state(first) == "coming" and each.state(last) == "ended"]
    for cadre, held in sorted(_by_cadre(between).items(), key=lambda each: (each[1][0].name, each[0])):
        yield Change("passed", cadre, held[0].name, (), held)


def _by_cadre(holdings: Iterable[Holding]) -> Mapping[str, tuple[Holding, ...]]:
    found: dict[str, tuple[Holding, ...]] = {}
    for each in holdings:
        found[each.cadre] = (*found.get(each.cadre, ()), each)
    return found


def _name(before: Mapping[str, tuple[Holding, ...]], after: Mapping[str, tuple[Holding, ...]], cadre: str) -> str:
    return (after.get(cadre) or before[cadre])[0].name


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a later state of the records says otherwise of a holding: before, after, or both."""

    lesson: Lesson
    before: Holding | None
    after: Holding | None

    @property
    def holding(self) -> Holding:
        """The newer of the two."""
        found = self.after or self.before
        assert found is not None
        return found


def learnt_between(known: Sequence[Holding], later: Sequence[Holding], first: Day, last: Day) -> tuple[Learnt, ...]:
    """What was learnt, corrected or withdrawn of holdings that touch the time between two days.

    A holding that is in one state alone is paired with one of the same cadre and unit that is in the other alone,
    same title first: then it was corrected.
    """
    before = {each.id: each for each in known if _touches(each, first, last)}
    after = {each.id: each for each in later if _touches(each, first, last)}
    # what lies outside in one state may lie inside in the other
    before |= {each.id: each for each in known if each.id in after}
    after |= {each.id: each for each in later if each.id in before}
    found = [
        Learnt("corrected", before[ident], after[ident])
        for ident in before.keys() & after.keys()
        if _said(before[ident]) != _said(after[ident])
    ]
    gone = [before[ident] for ident in before.keys() - after.keys()]
    new = [after[ident] for ident in after.keys() - before.keys()]
    for each in sorted(new, key=_order):
        pair = _pair(each, gone)
        if pair:
            gone.remove(pair)
        found.append(Learnt("corrected" if pair else "learnt", pair, each))
    found += [Learnt("withdrawn", each, None) for each in gone]
    return tuple(sorted(found, key=lambda each: _order(each.holding)))


def _touches(each: Holding, first: Day, last: Day) -> bool:
    return last.began(each.start) and not first.ended(each.end)


def _said(each: Holding) -> tuple[object, ...]:
    return each.title, each.unit, each.start, each.end, each.status, each.category, each.concurrent, each.acting


def _pair(each: Holding, gone: Sequence[Holding]) -> Holding | None:
    same = [other for other in gone if (other.cadre, other.unit_id) == (each.cadre, each.unit_id)]
    titled = [other for other in same if other.title == each.title]
    return min(titled or same, key=_order, default=None)


def _order(each: Holding) -> tuple[str, str, str, str]:
    return each.name, each.start or "", each.title, each.id

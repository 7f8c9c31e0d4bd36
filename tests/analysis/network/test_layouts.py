"""Where things lie: the same graph the same way, nothing on top of another, and nothing moves when more comes."""

from __future__ import annotations

import math
import random
from itertools import combinations, permutations

import pytest

from analysis.network.layouts import lay, layout_names
from analysis.network.plan import Arrival, Plan, Traits


def plan(size: int, *, seed: int = 1) -> Plan:
    """A random graph of some components, with ranks and times for most things."""
    dice = random.Random(seed)
    ids = tuple(f"n{at}" for at in range(size))
    links = [(each, f"n{dice.randrange(max(1, at))}") for at, each in enumerate(ids) if dice.random() < 0.9]
    links += [(dice.choice(ids), dice.choice(ids)) for _ in range(size // 5)]
    traits = {each: Traits(dice.randrange(9), 1990 + dice.random() * 30) for each in ids if dice.random() < 0.8}
    return Plan((Arrival(ids),), tuple(links), traits)


def opened(before: Plan, anchor: str, count: int, name: str) -> Plan:
    """The plan after one thing was opened."""
    fresh = tuple(f"{name}{at}" for at in range(count))
    links = (*before.links, *((each, anchor) for each in fresh))
    return Plan((*before.arrivals, Arrival(fresh, anchor)), links, before.traits)


@pytest.mark.parametrize("name", layout_names())
@pytest.mark.parametrize("size", [0, 1, 2, 7, 120])
def test_every_thing_has_its_own_place_and_always_the_same(name: str, size: int) -> None:
    places = lay(name, plan(size))
    assert len(places) == len(set(places.values())) == size
    assert places == lay(name, plan(size))


@pytest.mark.parametrize("name", layout_names())
def test_no_two_things_lie_on_each_other(name: str) -> None:
    for (x, y), (other, another) in combinations(lay(name, opened(plan(60), "n3", 30, "m")).values(), 2):
        assert abs(x - other) > 20 or abs(y - another) > 20


@pytest.mark.parametrize("name", layout_names())
@pytest.mark.parametrize("count", [1, 12, 90])
def test_nothing_moves_when_something_is_opened(name: str, count: int) -> None:
    first = plan(80)
    second = opened(first, "n5", count, "m")
    third = opened(second, "m0", count, "k")
    before, then, after = (lay(name, each) for each in (first, second, third))
    assert {each: then[each] for each in before} == before
    assert {each: after[each] for each in then} == then


@pytest.mark.parametrize("ring", [*permutations("abcd"), tuple("acebdf"), tuple("adbecf")])
def test_a_ring_does_not_cross_itself(ring: tuple[str, ...]) -> None:
    """Two posts of one cadre at one unit are a ring: whatever the things are called, its lines do not cross."""
    links = tuple(zip(ring, (*ring[1:], ring[0]), strict=True))
    places = lay("force", Plan((Arrival(ring),), links))

    def turns(one: str, other: str, third: str) -> float:
        (ax, ay), (bx, by), (cx, cy) = places[one], places[other], places[third]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    for (one, other), (third, fourth) in combinations(links, 2):
        if len({one, other, third, fourth}) == 4:
            apart = turns(one, other, third) * turns(one, other, fourth)
            assert apart >= 0 or turns(third, fourth, one) * turns(third, fourth, other) >= 0


def test_what_is_linked_lies_nearer_than_what_is_not() -> None:
    links = tuple(pair for group in ("a", "b") for pair in combinations([f"{group}{at}" for at in range(6)], 2))
    ids = tuple(f"{group}{at}" for group in ("a", "b") for at in range(6))
    places = lay("force", Plan((Arrival(ids),), (*links, ("a0", "b0"))))

    def far(one: str, other: str) -> float:
        return math.dist(places[one], places[other])

    inside = [far(one, other) for one, other in links]
    between = [far(f"a{at}", f"b{beside}") for at in range(6) for beside in range(6)]
    assert sum(inside) / len(inside) < sum(between) / len(between)


def test_what_is_opened_lies_around_what_was_opened() -> None:
    places = lay("force", opened(plan(40), "n2", 12, "m"))
    x, y = places["n2"]
    assert all(abs(places[f"m{at}"][0] - x) < 900 and abs(places[f"m{at}"][1] - y) < 700 for at in range(12))


def test_rows_and_years_are_kept() -> None:
    traits = {"a": Traits(0, 2010.0), "b": Traits(3, 2020.0), "c": Traits(3, None)}
    given = Plan((Arrival(("a", "b", "c")),), (("a", "b"),), traits)
    rows, years = lay("layers", given), lay("time", given)
    assert rows["a"][1] < rows["b"][1] == rows["c"][1]
    assert years["c"][0] < years["a"][0] < years["b"][0]


def test_a_way_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        lay("spaghetti", plan(3))


@pytest.mark.parametrize("count", [12, 180, 600])
def test_things_without_links_lie_in_a_block_as_wide_as_a_page(count: int) -> None:
    names = tuple(f"n{at:03}" for at in range(count))
    places = lay("force", Plan((Arrival(names, None),), (), {})).values()
    wide, high = (max(one) - min(one) for one in zip(*places, strict=True))
    assert 1 < wide / high < 2

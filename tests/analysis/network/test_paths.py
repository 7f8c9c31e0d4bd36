"""Ways between people: the shortest, all of the shortest, and an end to the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from analysis.network import paths
from analysis.network.paths import connections
from analysis.network.ties import Ground, Tie

EDGES = [("a", "b"), ("b", "c"), ("a", "d"), ("d", "c"), ("c", "e"), ("x", "y")]


def ask(people: Sequence[str]) -> Iterator[Tie]:
    return (
        Tie("colleague", one, other, (one, other), (Ground((f"{one}{other}",), "局"),))
        for one, other in EDGES
        if one in people or other in people
    )


def walked(first: str, second: str, *, every: bool) -> list[str]:
    (found,) = connections([first, second], ask, every=every)
    return ["".join([way[0].start, *(leg.end for leg in way)]) for way in found.ways]


def test_one_shortest_way_or_all_of_them() -> None:
    assert walked("a", "e", every=True) == ["abce", "adce"]
    assert len(walked("a", "e", every=False)) == 1
    assert walked("a", "b", every=True) == ["ab"]


def test_each_step_has_its_ties() -> None:
    (found,) = connections(["a", "c"], ask, every=False)
    assert [[tie.grounds[0].records for tie in leg.ties] for leg in found.ways[0]] == [[("ab",)], [("bc",)]]


def test_no_way_is_said_as_such() -> None:
    (found,) = connections(["a", "x"], ask, every=True)
    assert found.ways == ()
    assert not found.more


def test_each_two_of_several() -> None:
    assert [(each.first, each.second) for each in connections(["a", "b", "e"], ask, every=False)] == [
        ("a", "b"),
        ("a", "e"),
        ("b", "e"),
    ]


def test_the_search_ends_where_it_met_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MOST_PEOPLE", 1)
    (found,) = connections(["a", "x"], ask, every=True)
    assert found.more
    assert found.ways == ()

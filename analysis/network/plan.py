"""What a layout is given: the things in the order in which they came, and where each of them may lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

Place = tuple[float, float]
"""x to the right and y down, in pixels."""

WIDE: Final = 108.0
HIGH: Final = 62.0
"""The room of one thing with its name under it."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What decides where a thing lies beside its links: its row among the ranks, and its time in years."""

    row: int | None = None
    year: float | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Things that came at once, by opening the thing `anchor`; None for those the picture started with."""

    ids: tuple[str, ...]
    anchor: str | None = None


@dataclass(frozen=True)
class Plan:
    """All arrivals in order, the links as pairs of ids, and traits by id.

    A layout places the first arrival by the links among them, and each later one around what is there already, so that
    nothing moves when more comes.
    """

    arrivals: tuple[Arrival, ...]
    links: tuple[tuple[str, str], ...]
    traits: Mapping[str, Traits] = field(default_factory=dict)

    def neighbours(self) -> Mapping[str, Sequence[str]]:
        """The other ends of the links of each thing, in the order of their ids."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, other in self.links:
            if one != other:
                found[one].add(other)
                found[other].add(one)
        return {each: sorted(others) for each, others in found.items()}

    def traits_of(self, ident: str) -> Traits:
        """The traits of a thing; blank where none are known."""
        return self.traits.get(ident, Traits())


class Taken:
    """The places that are taken: no two things nearer than `wide` and `high` at once."""

    def __init__(self, wide: float = WIDE, high: float = HIGH) -> None:
        self._wide, self._high = wide, high
        self._cells: dict[tuple[int, int], list[Place]] = defaultdict(list)

    def free(self, x: float, y: float) -> bool:
        """Whether a thing may lie there."""
        column, row = int(x // self._wide), int(y // self._high)
        return not any(
            abs(x - other) < self._wide - 0.01 and abs(y - another) < self._high - 0.01
            for near in (column - 1, column, column + 1)
            for beside in (row - 1, row, row + 1)
            for other, another in self._cells.get((near, beside), ())
        )

    def take(self, places: Iterable[Place]) -> Place:
        """The first of these places that is free, taken from now on; `places` must not end before one is."""
        found = next(place for place in places if self.free(*place))
        self.block(found)
        return found

    def block(self, place: Place) -> None:
        """Nothing more may lie there."""
        self._cells[int(place[0] // self._wide), int(place[1] // self._high)].append(place)

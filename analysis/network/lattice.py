"""Room for things on a lattice: each takes the free place nearest to where it would lie."""

from __future__ import annotations

from functools import cache
from typing import Final

from analysis.network.plan import HIGH, WIDE, Place

Cell = tuple[int, int]
_STEP: Final = 24


class Lattice:
    """Places in rows that stand half a place against each other, as stones in a wall do."""

    def __init__(self) -> None:
        self._taken: set[Cell] = set()
        self._tried: dict[Cell, int] = {}

    def block(self, place: Place) -> None:
        """Nothing may lie at this place any more."""
        self._taken.add(_cell(*place))

    def take(self, x: float, y: float) -> Place:
        """The free place nearest to this one, taken from now on."""
        wanted = _cell(x, y)
        column, row = wanted
        # a place once taken stays so: the next search from here goes on where this one ended
        at = self._tried.get(wanted, 0)
        while True:
            dx, dy = _offset(at)
            at += 1
            # a row of the other kind lies half a place to the side
            found = (column + dx + (row % 2 if dy % 2 else 0), row + dy)
            if found not in self._taken:
                break
        self._tried[wanted] = at
        self._taken.add(found)
        return _place(found)


def _cell(x: float, y: float) -> Cell:
    row = round(y / HIGH)
    return round(x / WIDE - (0.5 if row % 2 else 0.0)), row


def _place(cell: Cell) -> Place:
    column, row = cell
    return (column + (0.5 if row % 2 else 0.0)) * WIDE, row * HIGH


def _offset(at: int) -> Cell:
    """The at-th nearest cell around a cell of an even row, from 0 for itself."""
    ring = 0
    while at >= len(_ring(ring)):
        at -= len(_ring(ring))
        ring += 1
    return _ring(ring)[at]


@cache
def _ring(ring: int) -> tuple[Cell, ...]:
    """The offsets between two distances, the nearest first."""
    inner, outer = ring * _STEP, (ring + 1) * _STEP
    found = [(dx, dy) for dy in range(-outer, outer + 1) for dx in range(-outer - 1, outer + 2)]
    near = [each for each in found if inner <= _far(*each) < outer]
    return tuple(sorted(near, key=lambda each: (round(_far(*each), 3), each)))


def _far(dx: int, dy: int) -> float:
    """How far a cell is: a row counts as much as a column, though it is lower, so that a cluster is wide."""
    across = dx - (0.5 if dy % 2 else 0.0)
    return float((across**2 + (dy * 0.8) ** 2) ** 0.5)

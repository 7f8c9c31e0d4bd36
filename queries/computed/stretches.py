"""Who served together: one row for each stretch of time at a unit, however many posts either held in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.model.stretches import latest, stretches
from graph.model.values import months_between
from graph.store.answers import Thing

COLUMNS: Final = ("colleague", "unit", "start", "end", "months", "own_posts", "colleague_posts")

LASTS: Final = "至今"
"""What the end of a stretch says that both are still in."""


@dataclass(frozen=True)
class _Stretch:
    """Time in common without a gap, and the tenures of both in it; an end of None is open."""

    start: str
    end: str | None
    own: Mapping[str, Thing]
    theirs: Mapping[str, Thing]

    def months(self, today: str) -> int:
        """How long it has lasted, until today where it goes on."""
        return months_between(self.start, self.end or today)


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """One row a colleague, unit and stretch of at least `months_over` months, in the order in which the rows came.

    A row of the query has `colleague`, `unit`, the time in common as `start` and `end` (None while it lasts), and the
    tenures `own` and `theirs`.
    """
    pairs: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        pairs[row["colleague"].id, row["unit"].id].append(row)
    return [
        (some[0]["colleague"], some[0]["unit"], each.start, each.end or LASTS, each.months(parameters["as_of"]), *posts)
        for some in pairs.values()
        for each in _merged(some)
        if each.months(parameters["as_of"]) >= parameters["months_over"]
        for posts in [(_in_order(each.own.values()), _in_order(each.theirs.values()))]
    ]


def _merged(rows: Iterable[Mapping[str, Any]]) -> Iterator[_Stretch]:
    """The stretches of one pair at one unit by their start: what overlaps or follows at once is one."""
    for some in stretches(rows, lambda row: (row["start"], row["end"])):
        own, theirs = ({row[side].id: row[side] for row in reversed(some)} for side in ("own", "theirs"))
        yield _Stretch(some[0]["start"], latest(row["end"] for row in some), own, theirs)


def _in_order(tenures: Iterable[Thing]) -> list[Thing]:
    return sorted(tenures, key=lambda each: (str(each.properties.get("start") or ""), each.id))

"""Who served together: one row for each stretch of time at a unit, however many posts either held in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.model.values import first_day, months_between
from graph.store.answers import Thing

COLUMNS: Final = ("colleague", "unit", "start", "end", "months", "own_posts", "colleague_posts")

LASTS: Final = "至今"
"""What the end of a stretch says that both are still in."""

_NEVER: Final = "9999-12-31"


@dataclass
class _Stretch:
    """Time in common without a gap, and the tenures of both in it; an end of None is open."""

    start: str
    end: str | None
    own: dict[str, Thing] = field(default_factory=dict)
    theirs: dict[str, Thing] = field(default_factory=dict)

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
    last: _Stretch | None = None
    for row in sorted(rows, key=lambda row: (first_day(row["start"]), first_day(row["end"] or _NEVER))):
        if last is None or (last.end is not None and first_day(row["start"]) > first_day(last.end)):
            if last is not None:
                yield last
            last = _Stretch(row["start"], row["end"])
        elif last.end is not None and (row["end"] is None or first_day(row["end"]) > first_day(last.end)):
            last.end = row["end"]
        last.own.setdefault(row["own"].id, row["own"])
        last.theirs.setdefault(row["theirs"].id, row["theirs"])
    if last is not None:
        yield last


def _in_order(tenures: Iterable[Thing]) -> list[Thing]:
    return sorted(tenures, key=lambda each: (str(each.properties.get("start") or ""), each.id))

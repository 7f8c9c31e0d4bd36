"""Changes by how much they weigh: posts first, then what a cadre stands at, then the rest, which is folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from webui.frame.language import say
from webui.parts.components import Table
from webui.parts.kinds import kinds

T = TypeVar("T")


@dataclass(frozen=True)
class Weighed:
    """The changes of one weight: their heading, how many there are, the table, and whether it is folded at first."""

    title: str
    count: int
    table: Table
    folded: bool


def weighed(
    changes: Sequence[T], label: Callable[[T], str], make: Callable[[Sequence[T]], Table]
) -> tuple[Weighed, ...]:
    """The changes by the weight of their labels, each weight in the order given; one that has none is left out."""
    return tuple(_weighed(changes, label, make))


def _weighed(
    changes: Sequence[T], label: Callable[[T], str], make: Callable[[Sequence[T]], Table]
) -> Iterator[Weighed]:
    weights = kinds()["weight"]
    listed = {name for each in weights for name in each["types"]}
    for each in weights:
        if some := [one for one in changes if label(one) in each["types"]]:
            yield _named(say(f"weight_{each['key']}"), make(some), folded=False)
    if rest := [one for one in changes if label(one) not in listed]:
        yield _named(say("weight_rest"), make(rest), folded=True)


def _named(title: str, table: Table, *, folded: bool) -> Weighed:
    """The tables of one list of changes are told apart by their weight, for those who hear the page too."""
    return Weighed(title, len(table.rows), replace(table, caption=f"{table.caption} · {title}"), folded)

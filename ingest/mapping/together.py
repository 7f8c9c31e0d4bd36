"""Columns that tell of the same things: parts of their cells side by side, or columns that come again in a row.

`A;B` beside `2001;2005` are two things; so are `post 1`, `from 1`, `post 2`, `from 2`, and headings that come again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from graph.model.words import listed
from ingest.clean.values import ValueProblem
from ingest.mapping.messages import tell
from ingest.mapping.model import NUMBER, Each
from ingest.mapping.scope import Scope
from ingest.mapping.values import Sources, column, plain

_NUMBERS: Final = r"(\d+|[一二三四五六七八九十]+)"
_AGAIN: Final = r"(?:#(\d+))?"
_FIRST: Final = ("1", "01", "0", "一", "2")
"""What the first of several columns is numbered, so that its name can be looked for in a head."""


def side_by_side(each: Each, names: Sequence[str], scope: Scope, sources: Sources) -> Iterator[Scope]:
    """A scope for each thing, which holds a part of every column; raises ValueProblem where their numbers differ."""
    found = _repeated(names, scope, sources) if each.split is None else _cut(names, each.split, scope, sources)
    cut = repr((names, each.split))
    for number, (within, data) in enumerate(found, start=1):
        yield Scope({**data, "@number": number}, scope.row, scope, within, cut)


def _cut(
    names: Sequence[str], split: str | list[str], scope: Scope, sources: Sources
) -> Iterator[tuple[str, Mapping[str, object]]]:
    marks = "|".join(re.escape(mark) for mark in ([split] if isinstance(split, str) else split))
    cells = {name: _parts(column(name, sources)(scope), marks) for name in names}
    filled = {name: parts for name, parts in cells.items() if parts}
    count = max(map(len, filled.values()), default=0)
    if any(len(parts) < count for parts in filled.values()):
        told = listed(f"{name} {len(parts)}" for name, parts in filled.items())
        raise ValueProblem("uneven-lists", tell("uneven-lists", counts=told))
    for number in range(count):
        data = {name: parts[number] or None for name, parts in filled.items()}
        if any(data.values()):
            yield f"{names[0]}[{number}]", data


def _parts(found: str | list[str] | None, marks: str) -> list[str]:
    """The parts of a cell in their places, empty ones too, so that what stands beside them stays beside them."""
    if found is None or isinstance(found, list):
        return found or []
    return [part.strip() for part in re.split(marks, found)]


def _repeated(names: Sequence[str], scope: Scope, sources: Sources) -> Iterator[tuple[str, Mapping[str, object]]]:
    found: dict[str, dict[str, str]] = {}
    for name in names:
        for number, heading in _headings(name, tuple(scope.data)):
            found.setdefault(number, {})[name] = heading
    for headings in found.values():
        data = {name: plain(scope.data.get(heading), sources.read.empty) for name, heading in headings.items()}
        if any(data.values()):
            yield next(iter(headings.values())), data


@lru_cache(maxsize=256)
def _headings(name: str, columns: tuple[str, ...]) -> Sequence[tuple[str, str]]:
    """The columns of a name with the number of each, as the table has them."""
    pattern = repeating(name)
    return [(found[1] or "", each) for each in columns if (found := pattern.fullmatch(each))]


@lru_cache(maxsize=256)
def repeating(name: str) -> re.Pattern[str]:
    """The pattern of the columns that a name stands for: `from <n>` or, of headings that come again, `from`."""
    if NUMBER not in name:
        return re.compile(re.escape(name) + _AGAIN)
    before, _, after = name.partition(NUMBER)
    return re.compile(re.escape(before) + _NUMBERS + re.escape(after))


def first_of(name: str) -> tuple[str, ...]:
    """What the first of the columns of a name may be called."""
    return tuple(name.replace(NUMBER, each) for each in _FIRST) if NUMBER in name else (name,)


def are_read(columns: Collection[str], each: Each | None) -> set[str]:
    """Those of the columns that are read because they come again."""
    if each is None or each.together is None or each.split is not None:
        return set()
    return {one for one in columns for name in each.together if repeating(name).fullmatch(one)}

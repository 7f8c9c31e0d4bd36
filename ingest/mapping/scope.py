"""Where a value is looked for: a row of a table, an object of JSON, or an item inside one; and the paths that lead in.

`name` is a column, or a key of an object. `a.b` is a key inside an object, `a[0]` an item of a list by its place,
`a[scheme=wikidata].b` by what stands in it. `../name` looks in what holds the item. Names that begin with `@` are
given by the reader: `@item`, `@number`, `@column`, `@key`, `@row`, `@file`, `@sheet`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

Getter = Callable[["Scope"], Any]

_STEP: Final = re.compile(r"([^.\[\]]+)((?:\[[^\]]*\])*)(?:\.|$)")
ROW: Final = "@row"
UP: Final = "../"
"""Begins a path that leads out of an item, to what holds it."""
GIVEN: Final = frozenset({"@item", "@number", "@column", "@key", ROW, "@file", "@sheet", "@bad"})
"""What the reader gives besides what stands in the file, where other names may begin with `@` too (`@id`)."""
DEPTH: Final = 4
"""So many objects inside of one another are looked into for what nobody reads."""
LIST: Final = "[]"
"""Marks in a path of items what may be a list: one alone may stand there without its list."""
_ITEM: Final = ("@item", "@column", "@number")
_ALL: Final = "*"
_NIL: Final = ("@xsi:nil", "@nil")
_PICK: Final = re.compile(r"\[([^\]]*)\]")


@dataclass(slots=True)
class Scope:
    """One row or item, what holds it, and where it stands."""

    data: Mapping[str, Any]
    row: int
    parent: Scope | None = None
    within: str = ""
    cut: str = ""
    """How the part was cut out of its cell, where a cell may be cut in several ways into other parts."""

    def get(self, path: str) -> Any:  # noqa: ANN401 - whatever the source holds
        """What stands at `path`; None where nothing does."""
        return getter(path)(self)


@lru_cache(maxsize=4096)
def getter(path: str) -> Getter:
    """The function that finds what stands at `path`."""
    if path.startswith(UP):
        above = getter(path.removeprefix(UP))
        return lambda scope: above(scope.parent) if scope.parent else None
    steps = _steps(path)
    if path.startswith("@"):
        return lambda scope: _special(scope, path)
    if steps is None or (len(steps) == 1 and not steps[0][1]):
        return lambda scope: scope.data.get(path)
    return lambda scope: scope.data[path] if path in scope.data else _walk(scope.data, steps)


def climbed(path: str) -> tuple[int, str]:
    """How many levels a path leads out of the item, and what it looks for there."""
    bare = path
    while bare.startswith(UP):
        bare = bare.removeprefix(UP)
    return (len(path) - len(bare)) // len(UP), bare


def holder(scope: Scope, ups: int) -> Scope | None:
    """What holds the item, so many levels further out; None beyond the row."""
    at: Scope | None = scope
    for _ in range(ups):
        at = at.parent if at else None
    return at


def _special(scope: Scope, name: str) -> Any:  # noqa: ANN401 - as above
    if name == ROW:
        return scope.row
    at: Scope | None = scope
    while at is not None:
        if name in at.data:
            return at.data[name]
        at = at.parent
    return None


def _steps(path: str) -> list[tuple[str, list[str]]] | None:
    """Keys with what picks items of the list that they hold; None for a name that is no path."""
    steps: list[tuple[str, list[str]]] = []
    at = 0
    while at < len(path):
        found = _STEP.match(path, at)
        if not found:
            return None
        steps.append((found[1], _PICK.findall(found[2])))
        at = found.end()
    return steps


def _walk(data: Any, steps: list[tuple[str, list[str]]]) -> Any:  # noqa: ANN401 - as above
    for key, picks in steps:
        data = data.get(key) if isinstance(data, Mapping) else None
        for pick in picks:
            data = _picked(data, pick)
    return data


def _picked(items: Any, pick: str) -> Any:  # noqa: ANN401 - as above
    if isinstance(items, Mapping):
        items = [items]  # as XML turned into JSON has a list of one
    if not isinstance(items, list):
        return None
    if pick.lstrip("-").isdecimal():
        index = int(pick)
        return items[index] if -len(items) <= index < len(items) else None
    key, _, wanted = pick.partition("=")
    return next((each for each in items if isinstance(each, Mapping) and _told(each.get(key)) == wanted), None)


def _told(value: Any) -> str:  # noqa: ANN401 - as above
    """A value as a path writes it; what holds nothing is an empty text."""
    return "" if value is None or value in ([], {}) else str(value).strip()


def places_above(scope: Scope) -> list[str]:
    """What the row, each item that holds this one, and this one are known by, the row first: ``, `a[0]`, `a[0].b[1]`.

    Of a cell that two records cut in two ways the first part of one is not the first part of the other.
    """
    return [f"{shown_at(each, None)}{each.cut}" for each in reversed(list(_upwards(scope)))]


def _upwards(scope: Scope | None) -> Iterator[Scope]:
    while scope is not None:
        yield scope
        scope = scope.parent


def shown_at(scope: Scope, label: str | None) -> str:
    """Where a column or path of an item stands, as seen from the row: `offices[0].body.name`, the column of a part."""
    name = label or ""
    at: Scope | None = scope
    while name.startswith(UP) and at is not None:
        at, name = at.parent, name.removeprefix(UP)
    steps = [name] if name and name not in _ITEM else []
    while at is not None:
        steps = [at.within, *steps] if at.within else steps
        at = at.parent
    return ".".join(steps)


def items_at(scope: Scope, path: str) -> Iterator[Scope]:
    """A scope for each item of the list at `path`; a list inside lists is gone through too (`memberships.roles`).

    `offices.*` are the values of an object, each with its `@key`. With `terms[].posts` a term is what holds its posts
    also where it is the only one and stands there without a list.
    """
    while path.startswith(UP) and scope.parent:
        scope, path = scope.parent, path.removeprefix(UP)
    first, rest = _split_path(scope.data, path)
    found = getter(first)(scope)
    if rest == _ALL or rest.startswith(f"{_ALL}."):
        found, rest = _by_key(found), rest.removeprefix(_ALL).removeprefix(".")
    things = found if isinstance(found, list) else [] if found is None else [found]
    for number, item in enumerate(things, start=1):
        data = {**item, "@number": number} if isinstance(item, Mapping) else {"@item": item, "@number": number}
        inner = Scope(data, scope.row, scope, f"{first}[{number - 1}]")
        if rest:
            yield from items_at(inner, rest)
        else:
            yield inner


def _by_key(found: Any) -> list[Any]:  # noqa: ANN401 - whatever the source holds
    """The values of an object as items that know their keys."""
    pairs = found.items() if isinstance(found, Mapping) else ()
    return [
        {**value, "@key": key} if isinstance(value, Mapping) else {"@item": value, "@key": key} for key, value in pairs
    ]


def _split_path(data: Mapping[str, Any], path: str) -> tuple[str, str]:
    """The part of a path that leads to the first list, and the rest; `[]` behind a name says that there is one."""
    if path in data:
        return path, ""
    marked, mark, rest = path.partition(LIST)
    if mark:
        head, inner = _split_path(data, marked)
        return (head, f"{inner}{mark}{rest}") if inner else (marked, rest.removeprefix("."))
    names = path.split(".")
    for length in range(1, len(names) + 1):
        head = ".".join(names[:length])
        steps = _steps(head)
        all_of_it = names[length : length + 1] == [_ALL]
        if steps is not None and (all_of_it or isinstance(_walk(data, steps), list)):
            return head, ".".join(names[length:])
    return path, ""


def is_of_xml(key: str) -> bool:
    """Whether a key tells only how the XML was written that the JSON is made of, and nothing of what it says."""
    return key.startswith(("@xmlns", "@xsi:"))


def is_nil(cell: Mapping[str, Any]) -> bool:
    """Whether an object stands for nothing, as XML made into JSON has it: `{"@xsi:nil": "true"}`."""
    return any(str(cell.get(name)).lower() == "true" for name in _NIL)


def paths_in(data: Mapping[str, Any], prefix: str = "", depth: int = DEPTH) -> Iterator[str]:
    """Every path that holds something; of lists of objects the paths within, without numbers."""
    for key, value in data.items():
        if key in GIVEN or value is None or value in ("", [], {}) or is_of_xml(key):
            continue
        if isinstance(value, Mapping) and is_nil(value):
            continue
        path = f"{prefix}{key}"
        yield path
        if depth and isinstance(value, Mapping):
            yield from paths_in(value, f"{path}.", depth - 1)
        elif depth and isinstance(value, list):
            for item in value:
                if isinstance(item, Mapping):
                    yield from paths_in(item, f"{path}.", depth - 1)

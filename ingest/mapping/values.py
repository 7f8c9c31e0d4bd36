"""A value of the mapping becomes a function that takes it from a row, as text or several texts, not yet read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from graph.model.name_keys import name_key
from graph.model.words import listed
from ingest.clean.numbers import Figure
from ingest.clean.values import ValueProblem, cell_text, tidy
from ingest.mapping.leftovers import Leftovers
from ingest.mapping.messages import say, tell
from ingest.mapping.model import ReadSpec, Scalar, Value
from ingest.mapping.scope import Scope, climbed, getter, holder, is_nil
from ingest.mapping.templates import parse_template
from ingest.mapping.words import fold

TEXT: Final = "#text"
"""The text of an element that has attributes beside it, in JSON made from XML."""
_DIGIT: Final = re.compile(r"\d")
Raw = Callable[[Scope], "str | list[str] | None"]
Lookup = Mapping[str, Mapping[str, Any]]
"""Rows of another table by the text of their key."""


@dataclass(slots=True)
class Sources:
    """What values may draw on besides the row: computed columns, value tables, other tables."""

    read: ReadSpec
    tables: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    computed: Mapping[str, Raw] = field(default_factory=dict)
    of_row: Mapping[str, Raw] = field(default_factory=dict)
    """Those of the computed columns that are the row's."""
    leftovers: Leftovers = field(default_factory=Leftovers)


def plain(cell: Any, empty: Sequence[str] = ()) -> str | list[str] | None:  # noqa: ANN401 - whatever a reader gives
    """A cell as text, a list as texts; None where it says nothing. Raises ValueProblem for an object."""
    if isinstance(cell, str):
        tidied = tidy(cell)
        return None if tidied in empty else tidied
    if cell is None:
        return None
    if isinstance(cell, list):
        return [text for each in cell if isinstance(text := plain(each, empty), str)] or None
    if isinstance(cell, Mapping):
        if TEXT in cell or is_nil(cell):
            return plain(cell.get(TEXT), empty)
        raise ValueProblem("not-a-value", tell("not-a-value", keys=", ".join(list(cell)[:6])))
    return Figure(cell_text(cell)) if isinstance(cell, float) else tidy(cell_text(cell))


def raw_value(spec: Value, sources: Sources) -> Raw:
    """The function that takes this value from a row. Raises ValueError for what the mapping says wrongly."""
    raw = _taken(spec, sources)
    for step in _steps(spec, sources):
        raw = _after(raw, step)
    if spec.default is not None:
        raw = _or(raw, cell_text(spec.default))
    return raw


def _taken(spec: Value, sources: Sources) -> Raw:
    if spec.constant is not None:
        constant = cell_text(spec.constant) or None
        return lambda _: constant
    if spec.first_of is not None:
        return _first_of([raw_value(each, sources) for each in spec.first_of])
    if spec.text is not None:
        return _from_template(spec.text, sources)
    if spec.lookup is not None:
        return _looked_up(spec, sources)
    assert spec.column is not None
    return column(spec.column, sources)


def column(path: str, sources: Sources) -> Raw:
    """What stands in a column, computed or of the row."""
    if path in sources.computed:
        return sources.computed[path]
    get, empty = getter(path), tuple(sources.read.empty)

    def value(scope: Scope) -> str | list[str] | None:
        return plain(get(scope), empty)

    ups, name = climbed(path)
    return _above(ups, name, sources.of_row[name], value) if ups and name in sources.of_row else value


def _above(ups: int, name: str, computed: Raw, written: Raw) -> Raw:
    """A computed column of the row named from inside an item; what holds the item may have a key of the name."""

    def value(scope: Scope) -> str | list[str] | None:
        at = holder(scope, ups)
        if at is None:
            return None
        return written(scope) if at.parent is not None and name in at.data else computed(scope)

    return value


def _first_of(some: Sequence[Raw]) -> Raw:
    def value(scope: Scope) -> str | list[str] | None:
        return next((found for each in some if (found := each(scope)) is not None), None)

    return value


def _from_template(text: str, sources: Sources) -> Raw:
    template = parse_template(text)
    columns = {name: column(name, sources) for name in template.columns}

    def value(scope: Scope) -> str | None:
        return template.fill(lambda name: _one_text(columns[name](scope)))

    return value


def _one_text(found: str | list[str] | None) -> str | None:
    return " ".join(found) if isinstance(found, list) else found


def _looked_up(spec: Value, sources: Sources) -> Raw:
    assert spec.lookup is not None
    assert spec.by is not None
    if spec.lookup not in sources.lookups:
        raise ValueError(say("no-such-lookup", name=spec.lookup, there=listed(sources.lookups)))
    table, by, take = sources.lookups[spec.lookup], raw_value(spec.by, sources), getter(spec.take or "")
    spelled = cache(lambda: _by_spelling(table))

    def value(scope: Scope) -> str | list[str] | None:
        key = _one_text(by(scope))
        if key is None:
            return None
        row = table.get(key) or spelled().get(name_key(key))
        if row is None:
            raise ValueProblem("not-in-lookup", tell("not-in-lookup", value=key, name=spec.lookup))
        return plain(take(Scope(row, scope.row)), sources.read.empty)

    return value


def _by_spelling(table: Lookup) -> Lookup:
    """Rows by the key of a name, where only one has it; numbers are no names."""
    keys = Counter(name_key(text) for text in table)
    return {key: row for text, row in table.items() if keys[key := name_key(text)] == 1 and not _DIGIT.search(text)}


Step = Callable[[str], "str | list[str] | None"]


def _after(raw: Raw, step: Step) -> Raw:
    """The step done to each text."""

    def value(scope: Scope) -> str | list[str] | None:
        found = raw(scope)
        if found is None:
            return None
        if isinstance(found, str):
            return step(found)
        texts: list[str] = []
        for each in found:
            done = step(each)
            texts += [done] if isinstance(done, str) else done or []
        return texts or None

    return value


def _or(raw: Raw, default: str) -> Raw:
    def value(scope: Scope) -> str | list[str] | None:
        found = raw(scope)
        return default if found is None else found

    return value


def _steps(spec: Value, sources: Sources) -> list[Step]:
    steps: list[Step] = []
    watched = sources.leftovers if sources.leftovers.lines else None
    if spec.match is not None:
        steps.append(_matched(spec.match, spec.group, watched))
    elif watched is not None and spec.column is not None:
        steps.append(_read_whole(watched))
    if spec.split is not None:
        steps.append(_split(spec.split, spec.part))
    if spec.table is not None:
        steps.append(_tabled(spec, sources))
    return steps


def _read_whole(leftovers: Leftovers) -> Step:
    def step(text: str) -> str:
        leftovers.read(text, (0, len(text)))
        return text

    return step


def _matched(pattern: str, group: int | str, leftovers: Leftovers | None) -> Step:
    try:
        compiled = re.compile(pattern)
        index = group if isinstance(group, int) else compiled.groupindex[group]
    except (re.error, KeyError) as error:
        raise ValueError(say("bad-pattern", pattern=pattern, error=error)) from error
    if index > compiled.groups:
        index = 0 if compiled.groups == 0 and group == 1 else index
    if index > compiled.groups:
        raise ValueError(say("bad-pattern", pattern=pattern, error=f"no group {group}"))

    def step(text: str) -> str | None:
        found = compiled.search(text)
        if found and leftovers is not None:
            leftovers.read(text, found.span())
        return (found[index] or "").strip() or None if found else None

    return step


def split_text(text: str, marks: str | list[str]) -> list[str]:
    """The parts of a text between any of the marks, trimmed, empty ones left out."""
    pattern = "|".join(re.escape(mark) for mark in ([marks] if isinstance(marks, str) else marks))
    return [part for each in re.split(pattern, text) if (part := each.strip())]


def _split(marks: str | list[str], part: int | None) -> Step:
    def step(text: str) -> str | list[str] | None:
        parts = split_text(text, marks)
        if part is None:
            return parts or None
        index = part - 1 if part > 0 else part
        return parts[index] if -len(parts) <= index < len(parts) else None

    return step


def _tabled(spec: Value, sources: Sources) -> Step:
    if isinstance(spec.table, str) and spec.table not in sources.tables:
        raise ValueError(say("no-such-table", name=spec.table, there=listed(sources.tables)))
    rows = sources.tables[spec.table] if isinstance(spec.table, str) else spec.table or {}
    exact = {name: cell_text(value) for name, value in rows.items()}
    folded = {fold(name): value for name, value in exact.items()}
    otherwise = None if spec.otherwise is None else cell_text(spec.otherwise)

    def step(text: str) -> str | None:
        found = exact.get(text)
        if found is None:
            found = folded.get(fold(text))
        if found is not None:
            return found or None
        if otherwise is None:
            raise ValueProblem("not-in-table", tell("not-in-table", value=text, known=listed(exact, 12)))
        return text if otherwise == "keep" else otherwise or None

    return step

"""Which rows a record is made of, and how one row becomes several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.clean.values import ValueProblem, cell_text
from ingest.mapping.leftovers import Span
from ingest.mapping.model import Each, Scalar
from ingest.mapping.scope import Scope, items_at, paths_in
from ingest.mapping.together import side_by_side
from ingest.mapping.values import Raw, Sources, column, plain, split_text
from ingest.mapping.words import fold

Condition = tuple[Raw, Sequence[Scalar], bool]
"""A column, the values it may have, and whether it must have one of them or must not."""

ANY = "*"


def conditions_hold(conditions: Sequence[Condition], scope: Scope) -> bool:
    """Whether every column has one of its values: `*` is anything, an empty text is nothing."""
    return all(_holds(raw, wanted, scope) is wish for raw, wanted, wish in conditions)


def _holds(raw: Raw, wanted: Sequence[Scalar], scope: Scope) -> bool:
    try:
        found = raw(scope)
    except ValueProblem:
        return ANY in wanted
    texts = found if isinstance(found, list) else [found or ""]
    folded = {fold(text) for text in texts}
    return any((each == ANY and found is not None) or fold(cell_text(each)) in folded for each in wanted)


def expand(each: Each | None, scope: Scope, sources: Sources) -> Iterator[Scope]:
    """The row itself, or a scope for each item in it; raises ValueProblem where cells do not tell of the same items."""
    if each is None:
        yield scope
    elif each.items is not None:
        yield from items_at(scope, each.items)
    elif each.column is not None:
        yield from _parts(each, scope, sources)
    elif each.together is not None:
        yield from side_by_side(each, each.together, scope, sources)
    else:
        yield from _columns(each, scope, sources)


def _parts(each: Each, scope: Scope, sources: Sources) -> Iterator[Scope]:
    """The parts of one cell; what named groups of the pattern find are columns of the part."""
    assert each.column is not None
    found = column(each.column, sources)(scope)
    texts = found if isinstance(found, list) else [found] if found else []
    if each.match is None:
        for text in texts:
            sources.leftovers.read(text, (0, len(text)))
    if each.split is not None:
        texts = [part for text in texts for part in split_text(text, each.split)]
    number, cut = 0, repr((each.split, each.match))
    for text in texts:
        some = list(_matches(each.match, text))
        if each.match is not None:
            sources.leftovers.cut(each.column, text, (span for _, span in some), scope)
        for groups, _ in some:
            number += 1
            yield Scope({**groups, "@number": number}, scope.row, scope, f"{each.column}[{number - 1}]", cut)


def _matches(pattern: str | None, text: str) -> Iterator[tuple[dict[str, str], Span]]:
    """What is found in a text, each with where it stands; the text itself where there is no pattern."""
    if pattern is None:
        yield {"@item": text}, (0, len(text))
        return
    for found in re.finditer(pattern, text):
        groups = {name: value for name, value in found.groupdict().items() if value}
        yield {**groups, "@item": found[0]}, found.span()


def _columns(each: Each, scope: Scope, sources: Sources) -> Iterator[Scope]:
    """Each of several columns that holds something: `@column` is its heading, `@item` what stands in it."""
    names = each.columns if isinstance(each.columns, list) else _like(each.columns or "", scope)
    for number, name in enumerate(names, start=1):
        text = plain(scope.get(name), sources.read.empty)
        if text is not None:
            named = re.fullmatch(each.columns, name) if isinstance(each.columns, str) else None
            groups = named.groupdict() if named else {}
            yield Scope({**groups, "@item": text, "@column": name, "@number": number}, scope.row, scope, name)


def _like(pattern: str, scope: Scope) -> list[str]:
    """The columns of a pattern; of JSON also the keys inside objects, `reviews.2020`."""
    compiled = re.compile(pattern)
    inside = any(isinstance(value, Mapping) for value in scope.data.values())
    names = dict.fromkeys([*scope.data, *paths_in(scope.data)]) if inside else scope.data
    return [name for name in names if compiled.fullmatch(name)]

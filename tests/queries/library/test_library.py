"""What each query finds in the invented city, and that its first row has its reason with sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import catalogue
from queries.running import Result, run_query
from queries.why import why
from tests.queries.library.city import DAY, Expected, expectations, expected_topics, given_in

LIBRARY: Final = catalogue()
EXPECTED: Final = expectations()
EACH: Final = pytest.mark.parametrize(("name", "expected"), sorted(EXPECTED.items()))
NARROWED: Final = [(name, key) for name, each in sorted(EXPECTED.items()) for key in each.narrowed]


def _run(graph: Graph, name: str, **more: str) -> Result:
    given = given_in(graph, {**EXPECTED[name].given, **more})
    return run_query(graph, LIBRARY[name], given, clearance=Access.RESTRICTED, today=DAY)


def _rows(result: Result) -> list[dict[str, Any]]:
    names = [name for name, _ in result.columns]
    return [dict(zip(names, row, strict=True)) for row in result.rows]


def _things(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and {"id", "label"} <= value.keys():
        yield value["id"]
    elif isinstance(value, list):
        for each in value:
            yield from _things(each)


def _identities(result: Result, expected: Expected) -> set[str]:
    return {repr([row[name] for name in expected.by or row]) for row in _rows(result)}


def test_every_query_of_these_topics_is_expected_to_find_something_and_no_other() -> None:
    assert set(EXPECTED) == {name for name, query in LIBRARY.items() if query.topic in expected_topics()}


@EACH
def test_it_finds_what_is_expected(city: Graph, name: str, expected: Expected) -> None:
    found = len(_run(city, name).rows)
    assert (found == expected.rows) if expected.rows is not None else (found >= expected.at_least), found


@pytest.mark.parametrize(("name", "key"), NARROWED)
def test_a_parameter_left_out_is_no_restriction(city: Graph, name: str, key: str) -> None:
    expected = EXPECTED[name]
    narrowed = _run(city, name, **{key: expected.narrowed[key]})
    assert _identities(narrowed, expected) <= _identities(_run(city, name), expected)


@EACH
def test_its_first_row_has_its_reason(city: Graph, name: str, expected: Expected) -> None:
    rows = _rows(_run(city, name))
    if not rows:
        assert expected.rows == 0
        return
    row: Mapping[str, Any] = rows[0]
    reason = why(city, LIBRARY[name], given_in(city, expected.given), row, clearance=Access.RESTRICTED, today=DAY)
    assert reason.more or set(_things(list(row.values()))) <= {node.id for node in reason.nodes}
    assert bool(reason.sources) != expected.unsourced


def test_the_source_of_a_rule_is_told_in_both_languages() -> None:
    told = [query.header.source for query in LIBRARY.values() if query.header.source]
    assert len(told) > 15
    assert all(each.zh != each.en and each.en.isascii() for each in told)

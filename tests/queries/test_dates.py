"""How queries compare dates: texts as exact as their source, each the half-open interval of the days it may mean.

A restriction keeps what may fulfil it. With a day given in full, `date <= $day` does so as text; `date >= $day` loses
`2024-03` where the day is 2024-03-01, and is written `date >= left($day, size(date))`. An end, the first day that no
longer belongs, is its first day: `end > $day` is right as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pytest

from graph.model.records import record_types
from graph.model.schema import Kind
from queries.catalogue import catalogue
from queries.file import QueryFile
from queries.guard.tokens import Token, tokenise
from queries.runner import load_view, views

DAYS: Final = {"day", "month"}
ENDS: Final = {"end", "effect_end", "lifted_on"}
"""Dates that are the first day that no longer belongs to what they end."""

FILES: Final = [*catalogue().values(), *(load_view(path.stem) for path in sorted(views().glob("*.cypher")))]


def _dates() -> set[str]:
    """The names of the properties that hold partial dates, but for ends."""
    declared = (each for cls in record_types().values() for each in cls.TYPE.properties.values())
    return {each.name for each in declared if each.kind is Kind.DATE} - ENDS


def _loses(tokens: Sequence[Token], days: set[str], dates: set[str]) -> Iterator[str]:
    """Comparisons that lose a date which is not known to the day."""
    for index, token in enumerate(tokens[1:-1], 1):
        if token.text not in (">", ">=", "<", "<="):
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        # `$day <= date` is `date >= $day`
        later, day = (before, after) if token.text.startswith(">") else (after, before)
        prop = tokens[index + 3] if later is after and index + 3 < len(tokens) else later
        if day.kind == "parameter" and day.name in days and prop.name in dates:
            yield f"line {token.line}: {prop.name} {token.text} ${day.name}"


@pytest.mark.parametrize("query", FILES, ids=lambda query: query.name)
def test_no_comparison_loses_a_date_that_is_not_known_to_the_day(query: QueryFile) -> None:
    days = {name for name, each in query.header.parameters.items() if each.type in DAYS}
    texts = [query.cypher, *filter(None, [query.header.why])]
    assert [found for text in texts for found in _loses(tokenise(text), days, _dates())] == []


@pytest.mark.parametrize("written", ["p.date >= $since", "$since <= p.date", "p.date > $since"])
def test_such_a_comparison_is_found(written: str) -> None:
    assert list(_loses(tokenise(f"MATCH (p:Award) WHERE {written} RETURN p"), {"since"}, {"date"}))


@pytest.mark.parametrize("written", ["p.date >= left($since, size(p.date))", "p.date <= $since", "p.end > $since"])
def test_a_comparison_of_intervals_is_not(written: str) -> None:
    assert not list(_loses(tokenise(f"MATCH (p:Award) WHERE {written} RETURN p"), {"since"}, {"date"}))

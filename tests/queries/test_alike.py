"""What engines answer differently is refused, and what is written in its place is answered alike."""

from __future__ import annotations

import pytest

from graph.store.connection import Graph
from queries.guard import UnsafeQuery, inspect
from queries.guard.alike import well_formed

ILL = r"[ ( * a\ \p{Foo} a{2,1} [z-a] \y ) a** a{ (?<n>a)\k<m> [] [a (? a|* \1".split()  # noqa: SIM905 - patterns read better so
WELL = r".*明 (?i).*(教育局|财政局) a{2,3}b [A-Za-z0-9_]+ \d{4}-\d{2} x? (a|b)c [^。]{2} \.+ 第[一二三]+".split()  # noqa: SIM905 - patterns read better so


@pytest.mark.parametrize("pattern", ILL)
def test_an_ill_formed_pattern_is_refused(pattern: str) -> None:
    text = pattern.replace("\\", "\\\\")
    with pytest.raises(UnsafeQuery) as refused:
        inspect(f"MATCH (c:Cadre) WHERE c.name =~ '{text}' RETURN c.id AS id")
    assert refused.value.line == 1
    assert refused.value.said.en.isascii()


@pytest.mark.parametrize("pattern", WELL)
def test_what_passes_is_a_pattern_to_each_engine(graph: Graph, pattern: str) -> None:
    assert well_formed(pattern)
    text = pattern.replace("\\", "\\\\")
    assert graph.run(f"RETURN 'nothing of this' =~ '{text}' AS found", most=1).rows == ((False,),)


@pytest.mark.parametrize(
    "deviation",
    ["stDev(a.score)", "coalesce(stDev(a.score), 0)", "CASE WHEN count(a.year) > 0 THEN stDev(a.score) END"],
)
def test_the_deviation_of_nothing_is_not_left_to_the_engine(deviation: str) -> None:
    with pytest.raises(UnsafeQuery, match="stDev"):
        inspect(f"MATCH (a:Assessment) RETURN {deviation} AS spread")


@pytest.mark.parametrize(
    ("deviation", "of_nothing"),
    [
        ("CASE WHEN count(a.score) > 0 THEN stDev(a.score) END", None),
        ("coalesce(stDevP(DISTINCT a.score), 0.0)", 0.0),
    ],
)
def test_the_deviation_of_nothing_is_alike_as_it_is_to_be_written(
    graph: Graph, deviation: str, of_nothing: float | None
) -> None:
    cypher = f"MATCH (a:Assessment) RETURN {deviation} AS spread"
    inspect(cypher)
    assert graph.run(cypher, most=1).rows == ((of_nothing,),)

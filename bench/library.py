"""Every saved query through the product against the bare driver, and what the guard costs (aims: 1.3 times, 2 ms).

`python -m bench.library [--cadres N] [--runs N] [--engine …] [--query NAME …]`: medians, product and driver in turn;
the ratio is over the queries that take the driver 50 ms or more; then the slowest ten, and those that were refused,
with the reason.
"""

from __future__ import annotations

import math
import statistics
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from bench.common import Bench, alternate, benches, parser, read, table, timed
from graph.errors import ZhishiError
from graph.model.schema import Access
from queries.arguments import read_arguments
from queries.catalogue import catalogue, find_query
from queries.file import QueryFile
from queries.guard import inspect
from queries.running import Result, run_query

_DAY = "2024-03-01"
_SLOW = 50.0
HEADS = (
    "engine",
    "cadres",
    "queries",
    "50 ms or more",
    "median ratio",
    "worst ratio",
    "median ms",
    "slowest ms",
    "guard ms",
)


def main() -> None:
    """Print the figures, then the slowest ten of each engine and what was refused."""
    asking = parser("library", cadres=200)
    asking.add_argument("--query", nargs="*", help="only these; else all")
    asked = read(asking)
    queries = [find_query(name) for name in asked.query] if asked.query else list(catalogue().values())
    slowest: list[tuple[object, ...]] = []
    refused: list[tuple[object, ...]] = []
    table(HEADS, (_row(bench, queries, slowest, refused) for bench in benches(asked)))
    print()
    table(("engine", "query", "product ms", "driver ms", "ratio"), slowest)
    print()
    table(("engine", "query", "refused because"), refused)


def _row(
    bench: Bench,
    queries: Sequence[QueryFile],
    slowest: list[tuple[object, ...]],
    refused: list[tuple[object, ...]],
) -> tuple[object, ...]:
    who = bench.import_city()
    given = _given(bench, who, queries)
    figures: dict[str, tuple[float, float]] = {}
    for query in queries:
        try:
            figures[query.name] = _measured(bench, query, given)
        except ZhishiError as error:
            refused.append((bench.engine, query.name, f"{type(error).__name__}: {error}"))
        print(query.name, *figures.get(query.name, ("refused",)), file=sys.stderr)
    for name in sorted(figures, key=lambda name: -figures[name][0])[:10]:
        product, driver = figures[name]
        slowest.append((bench.engine, name, product, driver, product / driver))
    heavy = [product / driver for product, driver in figures.values() if driver >= _SLOW]
    products = [product for product, _ in figures.values()] or [math.nan]
    ratio = (statistics.median(heavy), max(heavy)) if heavy else ("-", "-")
    return (
        bench.engine,
        bench.cadres,
        len(figures),
        len(heavy),
        *ratio,
        statistics.median(products),
        max(products),
        _guard(),
    )


def _given(bench: Bench, who: str, queries: Sequence[QueryFile]) -> dict[str, Any]:
    """A value for every name of a parameter that must be given: the showcase, a colleague, their unit, some record."""
    row = bench.graph.read(
        "MATCH (c:Cadre {name: $name})-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "
        "MATCH (u)<-[:AT_UNIT]-(:Tenure)<-[:HELD]-(o:Cadre) "
        "WHERE o.id <> c.id AND t.title IS NOT NULL "
        "RETURN c.id AS who, o.id AS other, u.id AS unit, t.title AS title ORDER BY who, other, unit, title LIMIT 1",
        name=who,
    )[0]
    one, other = row["who"], row["other"]
    people = {"cadre": one, "first": one, "leader": one, "second": other, "cadres": [one, other]}
    return _records(bench, queries) | people | {"unit": row["unit"], "post": row["title"]}


def _records(bench: Bench, queries: Sequence[QueryFile]) -> dict[str, Any]:
    needed = [(name, each) for query in queries for name, each in query.header.parameters.items() if each.required]
    labels = {name: each.of for name, each in needed if each.of}
    found = {name: bench.graph.read(f"MATCH (n:{label}) RETURN min(n.id) AS id") for name, label in labels.items()}
    return {name: rows[0]["id"] for name, rows in found.items()}


def _measured(bench: Bench, query: QueryFile, given: Mapping[str, Any]) -> tuple[float, float]:
    """Milliseconds through the product, and of the driver alone with the same bound parameters."""
    own = {name: given[name] for name, each in query.header.parameters.items() if each.required}
    own |= {"as_of": _DAY} if "as_of" in query.header.parameters else {}
    bound = dict(read_arguments(bench.graph, query, own, _DAY).bound)

    def product() -> float:
        return timed(lambda: _run(bench, query, own))[0] * 1000

    def driver() -> float:
        with bench.graph.engine.read_session() as session:
            text: Any = query.cypher
            return timed(lambda: session.run(text, bound).fetch(query.header.rows))[0] * 1000

    found = alternate(bench.runs, product, driver)
    return found[0], found[1]


def _run(bench: Bench, query: QueryFile, given: Mapping[str, Any]) -> Result:
    return run_query(bench.graph, query, given, clearance=Access.RESTRICTED, today=_DAY)


def _guard() -> float:
    """Milliseconds for a text that was not seen before, mean over the library."""
    inspect.cache_clear()
    texts = [query.cypher for query in catalogue().values()]
    return timed(lambda: [inspect(text) for text in texts])[0] * 1000 / len(texts)


if __name__ == "__main__":
    main()

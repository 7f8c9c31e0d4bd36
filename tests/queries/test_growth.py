"""What would fill the memory step by step, or could not be ended between rows, is refused by its shape."""

from __future__ import annotations

import pytest

from queries.guard import UnsafeQuery, inspect

TEN = "a + a + a + a + a + a + a + a + a + a"


@pytest.mark.parametrize(
    "cypher",
    [
        f"WITH 'aaaaaaaaaa' AS a WITH {TEN} AS a WITH {TEN} AS b RETURN size(b) AS n",
        f"CALL () {{ WITH [1] AS a WITH {TEN} AS b WITH b + b AS c WITH c + c + c + c AS d RETURN d }} RETURN d",
        "WITH 9999 * 9999 AS n RETURN size([x IN range(1, n) | toString(x)]) AS s",
        "WITH 99 AS a WITH a ^ 9 AS b WITH b AS c UNWIND range(1, c) AS x RETURN collect(x) AS l",
        "RETURN size([x IN range(1, $n) | toString(x)]) AS s",
        "MATCH (c:Cadre) RETURN [(c)-[*1..8]-(x) | x.id] AS l",
        "MATCH (c:Cadre) WITH labels(c) + ['x'] AS a RETURN [x IN a | a] AS l",
        "MATCH (c:Cadre) WITH [c.id] + ['x'] AS a RETURN [x IN a | {k: a}] AS l",
        "MATCH (c:Cadre) WITH collect(c.name) AS a RETURN [x IN a | a[size([])..]] AS l",
        "MATCH (c:Cadre) RETURN [(c)-[:HELD|AT_UNIT*1..6]-(x) | x.id] AS l",
    ],
)
def test_what_grows_is_refused(cypher: str) -> None:
    with pytest.raises(UnsafeQuery):
        inspect(cypher)


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (c:Cadre) WITH c.name AS a, c.id AS b RETURN a + ' ' + b + ' (' + a + ')' AS told",
        "MATCH (t:Tenure) WITH toInteger(left(t.start, 4)) * 12 AS m WITH m + 12 AS n RETURN n + m AS x ORDER BY x",
        "MATCH (c:Cadre) WITH collect(c.name) AS l RETURN [i IN range(0, size(l) - 1) | l[i]] AS s",
        "MATCH (c:Cadre) WITH c, labels(c)[0] AS label RETURN [(c)--(o) | {id: o.id, label: labels(o)[0]}] AS l, label",
        "MATCH (c:Cadre) WITH c, split(c.id, '_')[0] AS kind RETURN [(c)--(o) | kind + o.id] AS l",
        "UNWIND range($from, $to) AS year MATCH (a:Assessment) WHERE a.year = year RETURN year, count(*) AS n",
        "MATCH (u:Unit) RETURN [(u)-[:PART_OF*1..8]->(v:Unit) | v.name] AS above",
        "MATCH (c:Cadre) WHERE EXISTS { (c)-[:HELD|AT_UNIT*1..4]-(:Unit {id: $unit}) } RETURN c",
    ],
)
def test_what_only_adds_passes(cypher: str) -> None:
    assert inspect(cypher).tokens

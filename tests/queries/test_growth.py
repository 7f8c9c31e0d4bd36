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
        f"WITH 'aaaaaaaaaa' AS a WITH {TEN.replace('+', '||')} AS a WITH {TEN.replace('+', '||')} AS b RETURN b",
        "WITH ['x'] AS a WITH (a) + (a) + (a) + (a) AS a WITH (a) + (a) + (a) + (a) + (a) AS a WITH (a) + (a) + (a) + (a) AS b RETURN b",  # noqa: E501
        f"WITH ['x'] AS a WITH [{TEN.replace('+', ',')}] AS a WITH [{TEN.replace('+', ',')}] AS b RETURN b",
        "WITH ['x'] AS a WITH {k: a, l: a, m: a, n: a} AS a WITH {k: a, l: a, m: a, n: a, o: a} AS a RETURN {k: a, l: a, m: a, n: a} AS b",  # noqa: E501
        "WITH ['x'] AS a WITH [a, a, a, a, a, a, a, a] AS a WITH [a, a, a, a, a, a, a, a] AS a RETURN [a, a]",
        "WITH {k: 1} AS a WITH {k: [a.k, a.k, a.k, a.k, a.k]} AS a WITH {k: [a.k, a.k, a.k, a.k, a.k]} AS a RETURN [a.k, a.k, a.k] AS b",  # noqa: E501
        "WITH [1] AS a WITH [x IN a | [x, x, x, x, x]] AS a WITH [x IN a | [x, x, x, x, x]] AS a RETURN [x IN a | [x, x, x]] AS b",  # noqa: E501
        "WITH [1] AS a WITH [a[0], a[-1], a[0], a[0], a[0]] AS a WITH [a[0], a[0], a[-1], a[0], a[0]] AS a RETURN [a[0], a[0], a[0]] AS b",  # noqa: E501
        "MATCH (c:Cadre) WITH collect(c.id) AS a MATCH (d:Cadre) RETURN collect(a) AS b",
        "MATCH (c:Cadre) WITH collect(c.id) AS a RETURN COLLECT { MATCH (d:Cadre) RETURN a } AS b",
        "UNWIND [1, 2] AS i WITH collect(i) AS a UNWIND [1, 2] AS i WITH collect({k: a}) AS a RETURN a",
        "RETURN size([x IN range(1, toInteger(exp(20))) | x]) AS n",
        "RETURN size([x IN range(1, toInteger(1 / 0.00000001)) | x]) AS n",
        "WITH toInteger('500000000') AS n RETURN size([x IN range(1, n) | x]) AS s",
        "MATCH (u:Unit) WITH toInteger(u.code) AS n WITH range(1, n) AS l RETURN size([x IN l | x]) AS s",
        "MATCH (a:Tenure), (b:Tenure), (c:Tenure) WITH count(*) AS n RETURN size([x IN range(1, n) | x]) AS s",
        "WITH $n AS n WITH range(1, n) AS l RETURN size([x IN l | x]) AS s",
        "RETURN range(1, $n) AS l",
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
        "WITH range($from, $to) AS years UNWIND years AS year RETURN year",
        "MATCH (a:Assessment) WITH min(toInteger(left(a.period, 4))) AS one, max(a.year) AS last UNWIND range(one, last) AS y RETURN y",  # noqa: E501
        "MATCH (c:Cadre)-[:HELD]->(t:Tenure) WITH c, collect({a: t.title, b: t.start, c: t.end, d: t.kind, e: t.rank}) AS l WITH c, [x IN l | {a: x.a, b: x.b, c: x.c, d: x.d, e: x.e}] AS l RETURN [x IN l | {a: x.a, b: x.b, e: x.e}] AS l",  # noqa: E501
        "MATCH (c:Cadre)<-[:OF]-(a:Assessment) WITH c, collect(a.grade) AS l RETURN {good: size([x IN l WHERE x = '优秀']), some: size([x IN l WHERE x = '称职']), all: size(l), first: l[0], last: l[-1]} AS m",  # noqa: E501
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WITH u, collect(t.title) AS l RETURN collect({unit: u.name, titles: l}) AS all",  # noqa: E501
        "MATCH (c:Cadre) WITH collect(c.id) AS l MATCH (d:Cadre) RETURN collect(CASE WHEN d.id IN l THEN d.name END) AS n",  # noqa: E501
        "MATCH (c:Cadre) RETURN c.name || '（' || coalesce(c.sex, '?') || '）' AS card",
    ],
)
def test_what_only_adds_passes(cypher: str) -> None:
    assert inspect(cypher).tokens

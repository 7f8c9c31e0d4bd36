"""A node that becomes a text holds all of its properties on the embedded engine, so their highest class is needed."""

from __future__ import annotations

import pytest

from graph.model.schema import Access
from queries.guard import inspect

MATCHED = "MATCH p = (r:SourceRecord)-[:PART_OF]->(d:SourceDocument) "
"""What a source record holds is of class 4, the record itself of class 2."""


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN r + '' AS v",
        "RETURN '' + r AS v",
        "RETURN coalesce(r, '') + '' AS v",
        "RETURN left(r, 400) AS v",
        "RETURN substring(r, 0, 3) AS v",
        "RETURN right(r, 3) AS v",
        "RETURN r =~ '.*x.*' AS v",
        "RETURN duration({days: r}) AS v",
        "RETURN min(r) + '' AS v",
        "RETURN reduce(s = '', x IN [r] | s + x) AS v",
        "RETURN reduce(s = r, x IN [''] | s + x) AS v",
        "WITH r AS q RETURN q + 'a' AS v",
        "WITH collect(r) AS l UNWIND l AS q RETURN 'a' + q AS v",
        "WITH {a: r} AS m RETURN m.a + '' AS v",
        "WITH collect({a: r}) AS l RETURN head(l).a + 'x' AS v",
        "WITH collect({a: r}) AS l RETURN [x IN l | x.a + 'x'] AS v",
        "WITH collect(r) AS l RETURN l[0] + 'x' AS v",
        "RETURN nodes(p)[0] + 'x' AS v",
        "RETURN [x IN nodes(p) | x + ''] AS v",
        "CALL (r) { RETURN r AS q } RETURN q + '' AS v",
        "RETURN CASE WHEN true THEN r END + '' AS v",
        "RETURN '' + CASE WHEN true THEN r END AS v",
        "RETURN COLLECT { MATCH (q:SourceRecord) RETURN q }[0] + '' AS v",
        "RETURN [(x:SourceRecord)-[:PART_OF]->(d) | x][0] + '' AS v",
        "RETURN [(x:SourceRecord)-[:PART_OF]->(d) | '' + x] AS v",
        "RETURN any(x IN [r] WHERE x =~ '.*content.*') AS v",
        "RETURN (r) + ('') AS v",
        "RETURN r {.subject, me: r}.me + '' AS v",
        "WITH r {.subject, me: r} AS m RETURN m.me + 'x' AS v",
        "RETURN trim('x' + (r)) AS v",
        "RETURN nullIf(r, 1) + 'x' AS v",
        "MATCH (`a b`:SourceRecord) RETURN `a b` + '' AS v",
        "WITH [[r]] AS l UNWIND l AS k UNWIND k AS z RETURN left(z, 9) AS v",
        "RETURN 1 AS v ORDER BY r + ''",
        "RETURN last(tail([1, r])) + '' AS v",
        "RETURN [1, r][1] + '' AS v",
        "RETURN {a: {b: r}}.a.b + '' AS v",
        "WITH {a: {b: r}} AS m RETURN m.a.b + '' AS v",
        "WITH {a: {b: r}}.a AS m RETURN m.b + '' AS v",
        "RETURN 'x' + head(COLLECT { WITH r RETURN r }) AS v",
        "UNWIND [r] AS z RETURN '' + z AS v",
        "WITH r AS a, 1 AS b WITH a AS c RETURN '' + c AS v",
        "RETURN left(coalesce(null, r), 5) AS v",
        "RETURN 'a' + 'b' + r + 'c' AS v",
        "RETURN 'a' + r.subject + r AS v",
        "RETURN left('' , 1) + [x IN [1] WHERE true | r][0] AS v",
        "CALL db.index.fulltext.queryNodes('x','y') YIELD node RETURN 'a' + node AS v",
        "MATCH (d)<-[e:PART_OF]-(:SourceRecord) RETURN startNode(e) + '' AS v",
        "WITH max({a: r}) AS m RETURN m.a + '' AS v",
        "RETURN reduce(m = null, x IN [r] | x) + '' AS v",
        "RETURN left([r], 3) AS v",
        "RETURN {a: r} + '' AS v",
        "RETURN [r][0] + '' AS v",
        "RETURN '' + [r][0] AS v",
        "RETURN [1][0] + r AS v",
        "RETURN '' + r + [1] AS v",
        "RETURN substring(nodes(p), 0, 3) AS v",
        "RETURN r.list[0] + r AS v",
        "RETURN [r] =~ '.*a.*' AS v",
    ],
)
def test_a_node_as_text_needs_the_class_of_all_that_is_in_it(cypher: str) -> None:
    assert inspect(MATCHED + cypher).access == Access.RESTRICTED


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN r.subject + '' AS v",
        "RETURN left(r.subject, 4) AS v",
        "RETURN r AS v, d.title + '!' AS w",
        "WITH r.subject AS s RETURN s + 'x' AS v",
        "WITH count(r) AS n RETURN n + 1 AS v",
        "WITH size(collect(r)) AS n RETURN n + 1 AS v",
        "WITH collect(r.subject) AS l RETURN l[0] + 'x' AS v",
        "WITH collect(r) AS l RETURN [x IN l | x.subject + '!'] AS v",
        "WITH collect(r) AS l RETURN head(l).subject + 'x' AS v",
        "WITH collect(r) AS l RETURN l[0].subject + 'x' AS v",
        "RETURN nodes(p)[0].subject + 'x' AS v",
        "RETURN 'x' + toString(size(nodes(p))) AS v",
        "RETURN COUNT { (r)-[:PART_OF]->() } + 1 AS v",
        "RETURN head([(r)-[:PART_OF]->(q:SourceDocument) | q.title]) + 'x' AS v",
        "RETURN coalesce(r.subject, '') + '' AS v",
        "RETURN r {.subject} AS m, 'a' + 'b' AS v",
        "WITH r {.subject} AS m RETURN m.subject + 'x' AS v",
        "RETURN CASE WHEN r.subject IS NULL THEN 'x' ELSE left(r.subject, 2) END + 'y' AS v",
        "WITH r, d.title =~ 'x.*' AS k RETURN r AS v, k",
        "WITH r, r.subject AS s ORDER BY s WITH d, collect(s) AS l RETURN reduce(t = '', x IN l | t + x) AS v",
        "RETURN [r] + [d] AS v",
        "RETURN [r] + collect(d) AS v",
        "RETURN r + [d] AS v",
    ],
)
def test_what_is_taken_of_a_node_needs_its_own_class(cypher: str) -> None:
    assert inspect(MATCHED + cypher).access == Access.OFFICE

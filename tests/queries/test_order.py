"""An order that does not tell rows apart is found, and one that does is left alone."""

from __future__ import annotations

import pytest

from queries.catalogue import catalogue
from queries.guard import inspect
from queries.lint import warnings
from queries.order import columns_that_tie

SERVED = "MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "


def tied(cypher: str, *one_row_for: str) -> tuple[str, ...]:
    return columns_that_tie(inspect(cypher).tokens, one_row_for)


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (c:Cadre) RETURN c AS cadre", ("cadre",)),
        ("MATCH (c:Cadre) RETURN c AS cadre ORDER BY c.name", ("cadre",)),
        (SERVED + "RETURN c AS cadre, u AS unit ORDER BY c.name, c.id", ("unit",)),
        (SERVED + "RETURN u.name AS unit, count(*) AS n ORDER BY n DESC", ("unit",)),
        (SERVED + "WITH c, max(t.start) AS last, u RETURN c AS cadre, last ORDER BY c.id", ("last",)),
        ("MATCH (c:Cadre) RETURN c AS cadre ORDER BY toLower(c.id)", ("cadre",)),
        ("MATCH (c:Cadre) WITH c AS u MATCH (c:Cadre) RETURN c AS cadre, u AS other ORDER BY u.id", ("cadre",)),
        ("MATCH (c:Cadre) RETURN c.id AS id UNION MATCH (u:Unit) RETURN u.id AS id ORDER BY id", ("id",)),
        ("MATCH (c:Cadre) WITH c ORDER BY c.id RETURN c AS cadre", ("cadre",)),
        (
            "MATCH (c:Cadre) CALL (c) { MATCH (c)-[:HELD]->(t:Tenure) RETURN t } RETURN c AS a, t AS b ORDER BY c.id",
            ("b",),
        ),
        (
            """MATCH (c:Cadre) CALL { WITH c MATCH (c)-[:HELD]->(t:Tenure) WITH t.kind AS k, count(*) AS n RETURN k, n }
            RETURN k, n ORDER BY k""",
            ("n",),
        ),
        ("MATCH (c:Unit) CALL { MATCH (c:Cadre) RETURN c.id AS i } RETURN i, c.name AS n ORDER BY c.id", ("i",)),
        ("CALL { MATCH (c:Cadre) RETURN c } RETURN c AS cadre, 1 AS n ORDER BY n", ("cadre",)),
        ("UNWIND [1, 1] AS n MATCH (c:Cadre) RETURN n, c.name AS name ORDER BY n", ("name",)),
    ],
)
def test_rows_that_tie_are_found(cypher: str, columns: tuple[str, ...]) -> None:
    assert tied(cypher) == columns


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (c:Cadre) RETURN count(c) AS n",
        "MATCH (c:Cadre) RETURN c AS cadre, c.name AS name ORDER BY c.id DESC",
        "MATCH (c:Cadre) RETURN c AS cadre ORDER BY cadre.name, cadre.id;",
        "MATCH (c:Cadre) RETURN DISTINCT c.name AS name ORDER BY name",
        "MATCH (c:Cadre) RETURN c.name AS name ORDER BY c.name",
        "MATCH (c:Cadre) RETURN c.sex AS sex, count(*) AS n, collect(c.name) AS names ORDER BY n DESC, sex",
        SERVED + "WITH c, max(t.start) AS last RETURN c AS cadre, last ORDER BY last, c.id",
        SERVED + "WITH c, t, u RETURN c AS cadre, t.start AS start, u AS unit ORDER BY c.id, t.id, u.id",
        SERVED + "RETURN c AS cadre, coalesce(t.start, '') AS start, size(u.name) AS long ORDER BY c.id, t.id, u.id",
        "MATCH (c:Cadre) WITH c.id AS who, c.name AS name RETURN who, name ORDER BY who",
        "MATCH (c:Cadre) WITH * RETURN c AS cadre ORDER BY elementId(c)",
        "MATCH (c:Cadre) CALL (c) { MATCH (c)-[:HELD]->(t) RETURN count(t) AS n } RETURN c AS a, n ORDER BY c.id",
        """MATCH (u:Unit) CALL { WITH u MATCH (u)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure) WITH p, t ORDER BY t.id
        WITH p, count(*) AS n, collect(t.id) AS l RETURN p, n, l ORDER BY n DESC, p.id LIMIT 2 }
        RETURN u AS unit, p AS post, n, l ORDER BY n DESC, u.id, p.id""",
        "MATCH (c:Cadre) CALL (*) { MATCH (c)-[:HELD]->(t) RETURN max(t.id) AS n } RETURN c AS a, n ORDER BY c.id",
    ],
)
def test_an_order_that_tells_rows_apart_is_left_alone(cypher: str) -> None:
    assert tied(cypher) == ()


def test_a_declared_key_need_only_be_settled() -> None:
    cypher = "UNWIND [{a: 1, b: 2}] AS one RETURN one.a AS a, one.b AS b ORDER BY a"
    assert tied(cypher) == ("b",)
    assert tied(cypher, "a") == ()
    assert tied(cypher, "a", "b") == ("b",)


def test_no_query_of_the_library_leaves_rows_that_tie() -> None:
    assert [(query.name, each.what) for query in catalogue().values() for each in warnings(query)] == []

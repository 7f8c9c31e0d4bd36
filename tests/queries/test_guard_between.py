"""Relations that the model does not have between the labels written: named, with those that it has."""

from __future__ import annotations

import pytest

from queries.guard import inspect


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("MATCH (c:Cadre)-[:AT_UNIT]->(u:Unit) RETURN c", "(:Tenure)-[:AT_UNIT]->(:Unit)"),
        ("MATCH (c:Cadre)<-[:HELD]-(t:Tenure) RETURN c", "(:Cadre)-[:HELD]->(:Tenure)"),
        ("MATCH (c:Cadre) MATCH (t:Tenure) MATCH (t)-[:HELD]->(c) RETURN t", "(:Cadre)-[:HELD]->(:Tenure)"),
        ("MATCH (a:Assessment)-[:STATED_IN]->(c:Cadre) RETURN a", "(:Assessment)-[:OF]->(:Cadre)"),
        ("MATCH (a:Assessment)-[:ABOUT_WHOM]->(c:Cadre) RETURN a", "(:Assessment)-[:OF]->(:Cadre)"),
        ("MATCH (c:Cadre)-[:HOLD]->(t:Tenure) RETURN c", "Did you mean HELD?"),
        ("MATCH (c:Cadre) WHERE EXISTS { (c)-[:HELD]->(u:Unit) } RETURN c", "(:Cadre)-[:HELD]->(:Tenure)"),
    ],
)
def test_a_relation_that_does_not_fit_is_named_with_those_that_do(cypher: str, told: str) -> None:
    (problem,) = inspect(cypher).problems
    assert told in problem.what.text("en")
    assert told.removeprefix("Did you mean ").removesuffix("?") in problem.what.text("zh")


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (c:Cadre)-[:HELD]-(t:Tenure)-[:AT_UNIT]-(u) RETURN c",
        "MATCH (t:Tenure|CareerSegment)-[:AT_UNIT]->(u:Unit) RETURN t",
        "MATCH (c:Cadre)-[:HELD|RECEIVED]->(t:Tenure) RETURN c",
        "MATCH (u:Unit)-[:PART_OF*1..3]->(v:Unit) RETURN u",
        "MATCH (t:Tenure)-[:STATED_IN]->(s:SourceRecord) RETURN t",
        "MATCH (c)-[:HELD]->(t) RETURN t.id AS id",
    ],
)
def test_a_relation_that_may_fit_is_let_through(cypher: str) -> None:
    assert inspect(cypher).problems == ()

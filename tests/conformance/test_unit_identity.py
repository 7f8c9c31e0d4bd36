"""Two units found to be one body, or one the successor of the other, and parted again, alike on every engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, NotFoundError
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.hand.persons import undo_decision
from ingest.hand.units import UnitDecision, UnitJudgement, decide_units
from tests.ingest.drafting import award, form, keyring, load, named, person, project

SHORT, LONG = "甲湾区水管处", "甲湾区水务管理处"
OTHER = {"name": "闻照溪", "birth": "1975-03"}


@pytest.fixture
def two(graph: Graph, tmp_path: Path) -> Graph:
    """One body under two names: who held posts there, and the same project in a list of each name."""
    apply_schema(graph)
    key = keyring(tmp_path)
    load(graph, key, "doc1", [form(person(), (SHORT, "处长", "2012-11", None))])
    load(graph, key, "doc2", [form(person(**OTHER), (LONG, "副处长", "2015-03", None))])
    load(graph, key, "doc3", [project("桥", named(), unit=SHORT), project("桥", named(**OTHER), unit=LONG)])
    load(graph, key, "doc4", [award(named())])
    graph.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    return graph


def ids(graph: Graph) -> dict[str, str]:
    return {row["name"]: row["id"] for row in graph.read("MATCH (u:Unit) RETURN u.id AS id, u.name AS name")}


def judge(graph: Graph, folder: Path, decision: UnitDecision, stays: str = LONG, **other: Any) -> str:
    found = ids(graph)
    told = {"ruled_by": "周试", "reason": "同一块牌子"} | other
    return decide_units(graph, folder, UnitJudgement(found[SHORT], found[LONG], decision, stays=found[stays], **told))


def undo(graph: Graph, folder: Path) -> None:
    (row,) = graph.read("MATCH (r:IdentityRuling) RETURN r.id AS id")
    undo_decision(graph, Settings(data=folder), row["id"])


def print_of(graph: Graph) -> str:
    return graph.fingerprint(without=["GraphState", "ImportBatch"])


@pytest.mark.parametrize("stays", [SHORT, LONG])
def test_a_merge_is_one_body_under_the_name_that_stays_and_is_taken_back_exactly(
    two: Graph, tmp_path: Path, stays: str
) -> None:
    before, kept = print_of(two), ids(two)[stays]
    judge(two, tmp_path, "same", stays)
    assert ids(two) == {stays: kept}
    held = two.read("MATCH (:Unit)<-[:AT_UNIT]-(t:Tenure) RETURN t.unit_name AS name ORDER BY name")
    assert sorted(row["name"] for row in held) == sorted((SHORT, LONG))  # as each source writes it
    leads = two.read("MATCH (p:WorkProject) RETURN count(p) AS projects, count(DISTINCT p.title) AS titles")
    assert leads == [{"projects": 1, "titles": 1}]
    assert two.read("MATCH (u:Unit)--(p:Post) RETURN count(p) AS n") == [{"n": 2}]
    undo(two, tmp_path)
    assert print_of(two) == before


def test_an_import_after_a_merge_finds_the_body_under_either_name(two: Graph, tmp_path: Path) -> None:
    judge(two, tmp_path, "same")
    load(two, keyring(tmp_path), "doc5", [form(person("沈柏舟", "1980-01"), (SHORT, "科员", "2020-03", None))])
    assert list(ids(two)) == [LONG]
    two.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    undo(two, tmp_path)
    held = two.read("MATCH (u:Unit {name: $name})<-[:AT_UNIT]-(t:Tenure) RETURN count(t) AS n", name=SHORT)
    assert held == [{"n": 2}]


def test_one_unit_succeeds_another_and_is_taken_back_exactly(two: Graph, tmp_path: Path) -> None:
    before = print_of(two)
    judge(two, tmp_path, "succeeded", since="2019-01", change="更名")
    tie = "MATCH (a:Unit)-[r:SUCCEEDED_BY]->(b:Unit) RETURN a.name AS a, b.name AS b, r.date AS date, r.kind AS kind"
    assert two.read(tie) == [{"a": SHORT, "b": LONG, "date": "2019-01", "kind": "更名"}]
    judge(two, tmp_path, "different")
    assert two.read(tie) == []
    undo(two, tmp_path)
    assert len(two.read(tie)) == 1
    undo(two, tmp_path)
    assert print_of(two) == before


@pytest.mark.parametrize("decision", ["different", "undecided"])
def test_a_decision_that_changes_nothing_is_kept(two: Graph, tmp_path: Path, decision: UnitDecision) -> None:
    before, units = print_of(two), ids(two)
    judge(two, tmp_path, decision)
    assert ids(two) == units
    assert two.read("MATCH (r:IdentityRuling) RETURN r.kind AS kind, r.decision AS said") == [
        {"kind": "Unit", "said": decision}
    ]
    undo(two, tmp_path)
    assert print_of(two) == before


@pytest.mark.parametrize("other", [{"reason": " "}, {"ruled_by": ""}, {"since": "去年"}])
def test_what_cannot_be_decided_changes_nothing(two: Graph, tmp_path: Path, other: dict[str, str]) -> None:
    before = print_of(two)
    with pytest.raises(InputError):
        judge(two, tmp_path, "succeeded", **other)
    assert print_of(two) == before


def test_a_unit_that_is_not_there_cannot_be_judged(two: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        decide_units(two, tmp_path, UnitJudgement("uni_x", ids(two)[LONG], "same", "周试", "同"))

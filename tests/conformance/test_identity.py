"""Two records found to be one person, and parted again, alike on every engine."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.who.candidates import find_candidates, pair_of
from analysis.who.rows import person_of
from graph.errors import InputError, NotFoundError
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.hand.persons import PersonDecision, PersonJudgement, decide_persons, undo_decision
from ingest.parted import parted
from queries.dossier import make_dossier, read_dossier
from queries.runner import run_view
from tests.ingest.drafting import award, form, keyring, load, named, person, project

POST = ("甲湾区建设局", "局长", "2012-11", None)
EARLIER = ("乙川县委", "书记", "2008-03", "2012-11")
OTHER = {"name": "林試禾", "birth": "1979-09"}


@pytest.fixture
def both(graph: Graph, tmp_path: Path) -> Graph:
    """One person under two names, each in a form, and in records that refer to one of them."""
    apply_schema(graph)
    key = keyring(tmp_path)
    load(graph, key, "doc1", [form(person(), POST)])
    load(graph, key, "doc2", [form(person(**OTHER), EARLIER, date="2023-01")])
    load(graph, key, "doc3", [award(named(**OTHER)), project("桥", named(**OTHER), named())])
    graph.write(
        "MATCH (c:Cadre {name: '林試禾'}) MATCH (d:SourceDocument {id: 'doc2'}) "
        "CREATE (f:Finding {id: 'fin_1', code: 'x'}) CREATE (f)-[:FOUND_IN]->(d) CREATE (f)-[:ABOUT]->(c)"
    )
    graph.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    return graph


def ids(graph: Graph) -> dict[str, str]:
    return {row["name"]: row["id"] for row in graph.read("MATCH (c:Cadre) RETURN c.id AS id, c.name AS name")}


def judge(graph: Graph, folder: Path, decision: PersonDecision, **values: Any) -> str:
    found = ids(graph)
    return decide_persons(
        graph,
        folder,
        PersonJudgement(found["林试禾"], found["林試禾"], decision, ruled_by="周试", reason="档案一致", **values),
        now=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    )


def ruling(graph: Graph) -> str:
    return str(graph.read("MATCH (r:IdentityRuling) RETURN r.id AS id")[0]["id"])


def print_of(graph: Graph) -> str:
    return graph.fingerprint(without=["GraphState", "ImportBatch"])


def test_a_merge_shows_both_under_the_one_that_stays(both: Graph, tmp_path: Path) -> None:
    stays = ids(both)["林试禾"]
    judge(both, tmp_path, "same", stays=stays)
    assert [row["id"] for row in both.read("MATCH (c:Cadre) RETURN c.id AS id")] == [stays]
    held = both.read("MATCH (:Cadre)-[:HELD]->(t:Tenure) RETURN t.unit_name AS unit ORDER BY unit")
    assert [row["unit"] for row in held] == ["乙川县委", "甲湾区建设局"]
    ties = both.read("MATCH (c:Cadre)--(n) WHERE n:Award OR n:WorkProject OR n:Finding RETURN count(*) AS n")
    assert ties == [{"n": 3}]
    kept = both.read("MATCH (r:IdentityRuling) RETURN r.decision AS decision, r.stays AS stays, r.ruled_by AS ruled_by")
    assert kept == [{"decision": "same", "stays": stays, "ruled_by": "周试"}]


@pytest.mark.parametrize("name", ["林试禾", "林試禾"])
def test_taking_a_merge_back_restores_both_exactly(both: Graph, tmp_path: Path, name: str) -> None:
    before = print_of(both)
    judge(both, tmp_path, "same", stays=ids(both)[name])
    assert print_of(both) != before
    undo_decision(both, Settings(data=tmp_path), ruling(both))
    assert print_of(both) == before


def test_an_import_after_a_merge_does_not_bring_the_second_one_back(both: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    one, other = ids(both)["林试禾"], ids(both)["林試禾"]
    judge(both, tmp_path, "same", stays=one)
    load(both, key, "doc4", [form(person(**OTHER), ("丙市财政局", "局长", "2024-03", None), date="2024-09")])
    assert set(ids(both).values()) == {one}
    both.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    undo_decision(both, Settings(data=tmp_path), ruling(both))
    assert set(ids(both).values()) == {one, other}
    held = both.read("MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure) RETURN t.unit_name AS unit ORDER BY unit", id=other)
    assert "丙市财政局" in [row["unit"] for row in held]


def test_a_decision_that_changes_nothing_is_kept_and_the_next_one_replaces_it(both: Graph, tmp_path: Path) -> None:
    before = print_of(both)
    judge(both, tmp_path, "undecided")
    asked = print_of(both)
    found = ids(both)
    later = PersonJudgement(found["林試禾"], found["林试禾"], "different", ruled_by="周试", reason="两份档案")
    decide_persons(both, tmp_path, later, now=datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    assert both.read("MATCH (r:IdentityRuling) RETURN r.decision AS decision") == [{"decision": "different"}]
    undo_decision(both, Settings(data=tmp_path), ruling(both))
    assert print_of(both) == asked
    undo_decision(both, Settings(data=tmp_path), ruling(both))
    assert print_of(both) == before


def test_the_same_id_number_is_one_person_without_asking(graph: Graph, tmp_path: Path) -> None:
    apply_schema(graph)
    key = keyring(tmp_path)
    load(graph, key, "doc1", [form(person(id_hash="aa"), POST)])
    load(graph, key, "doc2", [form(person("林禾", birth="1980-01", id_hash="aa"), EARLIER)])
    assert len(graph.read("MATCH (c:Cadre) RETURN c.id AS id")) == 1


@pytest.mark.parametrize("values", [{"reason": " "}, {"ruled_by": ""}, {"stays": "cad_x"}])
def test_a_decision_needs_a_name_and_a_reason(both: Graph, tmp_path: Path, values: dict[str, str]) -> None:
    found = ids(both)
    told = {"ruled_by": "周试", "reason": "档案一致"} | values
    before = print_of(both)
    with pytest.raises(InputError):
        decide_persons(both, tmp_path, PersonJudgement(found["林试禾"], found["林試禾"], "same", **told))
    assert print_of(both) == before


def test_who_is_not_there_cannot_be_judged(both: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        decide_persons(both, tmp_path, PersonJudgement("cad_x", ids(both)["林试禾"], "same", "周试", "档案一致"))


def dossiers(graph: Graph, *cadres: str) -> list[Any]:
    """Each cadre's own attributes and facts, without what belongs to the projects beside it."""
    found = [read_dossier(graph, each) for each in cadres]
    return [(each.cadre, each.records, each.looked_in) for each in found]


@pytest.mark.parametrize("name", ["林试禾", "林試禾"])
def test_after_a_merge_both_records_can_still_be_seen_as_they_were(both: Graph, tmp_path: Path, name: str) -> None:
    pair = ids(both)["林试禾"], ids(both)["林試禾"]
    before = dossiers(both, *pair)
    judge(both, tmp_path, "same", stays=ids(both)[name])
    merged = print_of(both)
    rows = parted(both, Settings(data=tmp_path), *pair)
    assert [(each.cadre, each.records, each.looked_in) for each in map(make_dossier, rows)] == before
    assert print_of(both) == merged
    with pytest.raises(NotFoundError):
        parted(both, Settings(data=tmp_path), pair[0], "cad_nobody")


def test_what_tells_two_apart_is_read_alike_for_all_and_for_a_pair(both: Graph) -> None:
    both.write("MATCH (c:Cadre) SET c.pinyin = 'linshihe'")  # as importers tell it
    pair = sorted(ids(both).values())
    assert run_view(both, "who_pair", ids=pair) == run_view(both, "who_persons")
    names = [row["name"] for row in run_view(both, "who_namesakes", ids=pair)]
    persons = [person_of(row) for row in run_view(both, "who_persons")]
    (found,) = find_candidates(persons).candidates
    assert pair_of(persons[1], persons[0], names) == found


@pytest.mark.parametrize(
    ("decision", "left"), [("same", ["x"]), ("different", ["x"]), ("undecided", ["possible-duplicate", "x"])]
)
def test_a_doubt_who_it_is_ends_where_somebody_decides(
    both: Graph, tmp_path: Path, decision: PersonDecision, left: list[str]
) -> None:
    both.write(
        "MATCH (c:Cadre {name: '林試禾'}) MATCH (d:SourceDocument {id: 'doc2'}) "
        "CREATE (f:Finding {id: 'fin_2', code: 'possible-duplicate'}) "
        "CREATE (f)-[:FOUND_IN]->(d) CREATE (f)-[:ABOUT]->(c)"
    )
    found = ids(both)

    def told() -> list[str]:
        cadre = next(
            each for each in (found["林試禾"], found["林试禾"]) if each in ids(both).values() and _findings(both, each)
        )
        return _findings(both, cadre)

    assert told() == ["possible-duplicate", "x"]
    judge(both, tmp_path, decision)
    assert told() == left
    undo_decision(both, Settings(data=tmp_path), ruling(both))
    assert told() == ["possible-duplicate", "x"]


def _findings(graph: Graph, cadre: str) -> list[str]:
    rows = run_view(graph, "dossier", cadre=cadre, labels=[], by=[], shown=[])
    return sorted(row["properties"]["code"] for row in rows if row["part"] == "finding")

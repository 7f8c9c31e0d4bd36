"""Cases the invented city does not have, put into an empty graph on each engine in turn."""

from __future__ import annotations

from typing import Any

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import find_query
from queries.running import run_query

TWO = """
CREATE (a:Cadre {id: 'cad_a', name: '荀一', birth_month: '1970-05', person_status: '现职'}),
  (b:Cadre {id: 'cad_b', name: '荀二', birth_month: '1999-08', person_status: '现职'}),
  (u:Unit {id: 'uni_u', name: '汀洲市水利局'}),
  (a)-[:HELD]->(s:Tenure {id: 'ten_a', end_status: 'current', kind: 'post', member_category: '正职', start: '2019-03'}),
  (s)-[:AT_UNIT]->(u),
  (b)-[:HELD]->(:Tenure {id: 'ten_b', end_status: $status, kind: 'post', start: '2022-03'})-[:AT_UNIT]->(u),
  (a)-[:HAS_FAMILY]->(:FamilyMember {id: 'fam_a', appellation: '儿子', name: '荀二', birth: $birth, post_text: $post})
"""


def _rows(graph: Graph, name: str, **given: str) -> list[dict[str, Any]]:
    result = run_query(graph, find_query(name), given, clearance=Access.RESTRICTED, today="2024-03-01")
    return [dict(zip([column for column, _ in result.columns], row, strict=True)) for row in result.rows]


def _plant(graph: Graph, *, status: str = "current", birth: str | None = "1999-08", post: str = "务农") -> None:
    graph.write(TWO, status=status, birth=birth, post=post)


def test_kin_at_one_organ_with_its_principal_is_told(graph: Graph) -> None:
    _plant(graph)
    (row,) = _rows(graph, "kin_among_cadres")
    assert (row["cadre"]["name"], row["namesake"]["name"]) == ("荀一", "荀二")
    assert (row["same"], row["together"], row["principal"]) == (True, True, True)


def test_kin_who_have_left_the_organ_are_not_together(graph: Graph) -> None:
    _plant(graph, status="ended")
    (row,) = _rows(graph, "kin_among_cadres")
    assert (row["together"], row["principal"]) == (False, False)
    assert _rows(graph, "kin_among_cadres", same_organ="yes") == []


def test_a_namesake_born_in_another_year_is_no_kin_unless_asked_for(graph: Graph) -> None:
    _plant(graph, birth="2004-08")
    assert _rows(graph, "kin_among_cadres") == []
    assert [row["same"] for row in _rows(graph, "kin_among_cadres", birth_agrees="no")] == [False]


def test_an_unknown_birth_is_neither_kin_nor_not(graph: Graph) -> None:
    _plant(graph, birth=None)
    assert [row["same"] for row in _rows(graph, "kin_among_cadres")] == [None]


def test_a_relative_whose_work_unit_is_the_cadres_own_is_told(graph: Graph) -> None:
    _plant(graph, post="汀洲市水利局办公室科员")
    assert [row["cadre"]["name"] for row in _rows(graph, "kin_at_unit")] == ["荀一"]
    graph.write("MATCH (f:FamilyMember) SET f.post_text = '汀洲市教育局科员'")
    assert _rows(graph, "kin_at_unit") == []


def test_namesakes_are_told_together(graph: Graph) -> None:
    graph.write(
        "UNWIND ['x', 'y'] AS i "
        "CREATE (:Cadre {id: 'cad_' + i, name: '荀一'}) CREATE (:Cadre {id: 'cad_o' + i, name: i})"
    )
    assert [(row["name"], row["count"]) for row in _rows(graph, "namesakes")] == [("荀一", 2)]


def test_outstanding_young_cadres_are_those_marked(graph: Graph) -> None:
    graph.write(
        "CREATE (:Cadre {id: 'cad_y', name: '荀一', outstanding_young: true, birth_month: '1988-04'}), "
        "(:Cadre {id: 'cad_z', name: '荀二', outstanding_young: false}), (:Cadre {id: 'cad_w', name: '荀三'})"
    )
    assert [(row["cadre"]["name"], row["age"]) for row in _rows(graph, "outstanding_young")] == [("荀一", 35)]


def test_a_year_without_any_assessment_lists_everybody(graph: Graph) -> None:
    graph.write(
        "CREATE (c:Cadre {id: 'cad_y', name: '荀一', work_start: '2010-07'}), "
        "(:Assessment {id: 'ass_a', kind: '年度考核', year: 2022, grade: '称职'})-[:OF]->(c)"
    )
    assert [row["year"] for row in _rows(graph, "not_assessed")] == [2023, 2021]
    assert [row["last"] for row in _rows(graph, "not_assessed", year="2020")] == [2022]


def test_only_years_in_a_row_count_as_consecutive(graph: Graph) -> None:
    graph.write(
        "CREATE (c:Cadre {id: 'cad_y', name: '荀一'}) WITH c UNWIND [2017, 2018, 2020, 2021, 2022] AS year "
        "CREATE (:Assessment {id: 'ass_' + toString(year), kind: '年度考核', year: year, grade: '优秀'})-[:OF]->(c)"
    )
    rows = _rows(graph, "consecutive_excellent", years="3")
    assert [(row["first"], row["last"], row["count"]) for row in rows] == [(2020, 2022, 3)]


def test_a_punishment_counts_until_the_day_before_its_effect_ends(graph: Graph) -> None:
    graph.write(
        "CREATE (c:Cadre {id: 'cad_y', name: '荀一'})-[:RECEIVED]->"
        "(:Punishment {id: 'pun_p', name: '警告', date: '2023-01', effect_end: '2023-07'})"
    )
    assert len(_rows(graph, "punishment_effect", as_of="2023-06-30")) == 1
    assert _rows(graph, "punishment_effect", as_of="2023-07-01") == []


def test_a_note_by_another_class_of_respondents_makes_it_two_sides(graph: Graph) -> None:
    graph.write(
        "CREATE (c:Cadre {id: 'cad_y', name: '荀一'}), "
        "(:Interview {id: 'int_a', date: '2023-05-05', respondent_class: '下属'})-[:ABOUT]->(c), "
        "(:Interview {id: 'int_b', date: '2023-05-06', respondent_class: '本人'})-[:ABOUT]->(c)"
    )
    assert [(row["class"], row["talks"], row["notes"]) for row in _rows(graph, "one_sided")] == [("下属", 1, 0)]
    graph.write(
        "MATCH (c:Cadre) "
        "CREATE (:ObservationNote {id: 'obs_a', date: '2023-06-05', respondent_class: '同事'})-[:ABOUT]->(c)"
    )
    assert _rows(graph, "one_sided") == []

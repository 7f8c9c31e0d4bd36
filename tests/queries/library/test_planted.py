"""Cases the invented city does not have, put into an empty graph on each engine in turn."""

from __future__ import annotations

from typing import Any

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import find_query
from queries.reports import said
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


def test_a_cadre_given_by_id_is_said_by_name(graph: Graph) -> None:
    _plant(graph)
    for given in ("cad_a", "荀一"):
        result = run_query(
            graph, find_query("worked_with"), {"cadre": given}, clearance=Access.RESTRICTED, today="2024-03-01"
        )
        assert said(result, "cadre", given, "zh") == "荀一"


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


def _held(graph: Graph, **tenure: Any) -> None:
    graph.write(
        "CREATE (c:Cadre {id: 'cad_a', name: '荀一', person_status: '现职', sex: '女', political_status: '民盟盟员'})"
        "-[:HELD]->(t:Tenure)-[:AT_UNIT]->(:Unit {id: 'uni_u', name: '汀洲市水利局', chief_quota: 1, deputy_quota: 1}) "
        "SET t = $tenure",
        tenure={"id": "ten_a", "kind": "post", "title": "局长", **tenure},
    )


def test_a_start_known_by_year_counts_from_its_last_month_and_says_so(graph: Graph) -> None:
    _held(graph, start="2018", end_status="current")
    (row,) = _rows(graph, "long_in_post", years="5")
    assert (row["months"], row["inexact"]) == (5 * 12 + 3, True)
    (possible,) = _rows(graph, "long_in_post", years="6")
    assert possible["months"] < 72
    assert _rows(graph, "long_in_post", years="7") == []
    assert [row["inexact"] for row in _rows(graph, "terms_served", terms="1")] == [True]


def test_a_past_day_is_answered_as_it_was(graph: Graph) -> None:
    _held(graph, start="2015-03", end="2022-05", end_status="ended", member_category="正职")
    assert _rows(graph, "long_in_post", years="5") == []
    assert [row["months"] for row in _rows(graph, "long_in_post", years="5", as_of="2021-03-15")] == [72]
    assert _rows(graph, "long_in_post", years="5", as_of="2022-05-15") == []
    assert len(_rows(graph, "team_on_day", as_of="2022-04-30", unit="uni_u")) == 1


def test_experience_of_which_nothing_is_known_is_not_unmet(graph: Graph) -> None:
    graph.write("CREATE (:Cadre {id: 'cad_a', name: '荀一', person_status: '现职', position_level_since: '2015-01'})")
    (row,) = _rows(graph, "meets_requirements", experience="乡镇")
    assert (row["verdict"], row["unknown"]) == ("待核实", ["经历"])


def test_who_rose_within_the_unit_is_not_from_outside(graph: Graph) -> None:
    _held(graph, start="2020-01", end_status="current")
    assert [row["outside"] for row in _rows(graph, "from_outside", last="1")] == [1]
    graph.write(
        "MATCH (c:Cadre {id: 'cad_a'}) CREATE (c)-[:HELD]->(:Tenure {id: 'ten_b', kind: 'post', start: '2012-01', "
        "end: '2020-01', end_status: 'ended'})-[:AT_UNIT]->(:Unit {id: 'uni_v', name: '汀洲市水利局办公室'})"
    )
    assert _rows(graph, "from_outside", last="1") == []


def test_holders_of_unknown_category_may_fill_a_vacancy(graph: Graph) -> None:
    _held(graph, start="2020-01", end_status="current", member_category="正职")
    assert [row["deputies"] for row in _rows(graph, "vacancies")] == [0]
    graph.write(
        "MATCH (u:Unit {id: 'uni_u'}) CREATE (:Cadre {id: 'cad_b', name: '荀二'})-[:HELD]->"
        "(:Tenure {id: 'ten_b', kind: 'post', start: '2020-01', end_status: 'current'})-[:AT_UNIT]->(u)"
    )
    assert _rows(graph, "vacancies") == []


def test_units_are_counted_by_their_level(graph: Graph) -> None:
    _held(graph, start="2020-01", end_status="current", member_category="正职")
    assert _rows(graph, "vacancies", levels="县处级") == []
    graph.write("MATCH (u:Unit {id: 'uni_u'}) SET u.level = '县处级'")
    assert [row["unit_level"] for row in _rows(graph, "vacancies", levels="县处级")] == ["县处级"]
    assert _rows(graph, "vacancies", levels="乡科级") == []


def test_a_team_is_held_against_its_wanted_minimum(graph: Graph) -> None:
    _held(graph, start="2020-01", end_status="current")
    graph.write(
        "MATCH (u:Unit {id: 'uni_u'}) CREATE (:Cadre {id: 'cad_b', name: '荀二'})-[:HELD]->"
        "(:Tenure {id: 'ten_b', kind: 'post', start: '2020-01', end_status: 'current'})-[:AT_UNIT]->(u)"
    )
    assert _rows(graph, "minimum_composition") == []
    (row,) = _rows(graph, "minimum_composition", women="2")
    assert (row["women"], row["non_party"], row["sex_unknown"], row["status_unknown"]) == (1, 1, 1, 1)


def _liaised(graph: Graph) -> None:
    """Two served at units of an area, one below it; another was looked after until last year."""
    graph.write(
        "CREATE (a:LiaisonAssignment {id: 'lia_a', area: '东片', officer: '钟员', start: '2023-01'})-[:LIAISES]->"
        "(u:Unit {id: 'uni_u', name: '汀洲市水利局'}), "
        "(:LiaisonAssignment {id: 'lia_b', area: '西片', officer: '鲍员', start: '2020-01', end: '2024-01'})"
        "-[:LIAISES]->(v:Unit {id: 'uni_v', name: '汀洲市教育局'}), "
        "(w:Unit {id: 'uni_w', name: '汀洲市水文站'})-[:PART_OF]->(u) "
        "WITH [['a', u], ['b', w], ['c', v]] AS served UNWIND served AS one "
        "WITH one[0] AS name, one[1] AS unit "
        "CREATE (c:Cadre {id: 'cad_' + name, name: name, person_status: '现职'})-[:HELD]->"
        "(t:Tenure {id: 'ten_' + name, kind: 'post', start: '2019-01', end_status: 'current'})-[:AT_UNIT]->(unit)"
    )


def test_who_was_not_met_is_told_by_liaison_area(graph: Graph) -> None:
    _liaised(graph)
    graph.write(
        "MATCH (c:Cadre {id: 'cad_a'}) "
        "CREATE (:Interview {id: 'int_a', date: '2024-01-05', respondent_class: '本人'})-[:ABOUT]->(c)"
    )
    rows = [(row["area"], row["cadre"]["name"]) for row in _rows(graph, "not_met_by_area", as_of="2024-03-01")]
    assert rows == [("东片", "b"), (None, "c")]
    only = _rows(graph, "not_met_by_area", as_of="2024-03-01", area="东片")
    assert [row["officer"] for row in only] == ["钟员"]
    (cover,) = _rows(graph, "liaison_coverage", as_of="2024-03-01")
    assert (cover["serving"], cover["met"], cover["share"], cover["units"], cover["visited"]) == (2, 1, 50.0, 1, 0)


def test_whose_officer_has_gone_is_looked_after_by_nobody(graph: Graph) -> None:
    _liaised(graph)
    (row,) = _rows(graph, "without_liaison", as_of="2024-03-01")
    assert (row["cadre"]["name"], row["until"]) == ("c", "2024-01")
    assert _rows(graph, "without_liaison", as_of="2023-12-01") == []
    graph.write(
        "MATCH (c:Cadre {id: 'cad_c'}) "
        "CREATE (:LiaisonAssignment {id: 'lia_c', area: '结对', officer: '钟员', start: '2024-02'})"
        "-[:LIAISES_WITH]->(c)"
    )
    assert _rows(graph, "without_liaison", as_of="2024-03-01") == []


def test_a_vacancy_counts_who_meets_its_level_from_anywhere(graph: Graph) -> None:
    graph.write(
        "CREATE (:Unit {id: 'uni_u', name: '汀洲市水利局'})<-[:IN_UNIT]-(p:Post {id: 'pos_p', title: '局长', "
        "level: '县处级正职'})<-[:OF_POST]-(:Tenure {id: 'ten_p', kind: 'post', start: '2018-01', end: '2023-06', "
        "end_status: 'ended'}) WITH p UNWIND ["
        "['a', '县处级正职', '2020-01'], ['b', '县处级副职', '2020-01'], ['c', '县处级副职', '2023-01'], "
        "['d', '县处级副职', null], ['e', null, null], ['f', '乡科级正职', '2010-01']] AS one "
        "CREATE (:Cadre {id: 'cad_' + one[0], name: one[0], person_status: '现职', position_level: one[1], "
        "position_level_since: one[2]})"
    )
    (row,) = _rows(graph, "few_candidates", as_of="2024-03-01")
    assert (row["level"], row["level_from"], row["met"], row["unknown"]) == ("县处级正职", "岗位", 2, 2)
    assert [each["name"] for each in row["cadres"]] == ["a", "b"]
    assert (row["reach"], row["pool"]) == ("不限 (上级和政区不详)", 6)
    assert _rows(graph, "few_candidates", as_of="2024-03-01", fewer_than="2") == []
    graph.write("MATCH (p:Post) REMOVE p.level")
    (row,) = _rows(graph, "few_candidates", as_of="2024-03-01")
    assert (row["level_from"], row["met"], row["unknown"]) == ("不详", None, None)


def test_candidates_are_counted_below_the_parent_of_the_unit_else_in_its_region(graph: Graph) -> None:
    graph.write(
        "CREATE (top:Unit {id: 'uni_t', name: '汀洲市人民政府'})<-[:PART_OF]-"
        "(u:Unit {id: 'uni_u', name: '汀洲市水利局', region: '汀洲市'}) "
        "CREATE (u)<-[:IN_UNIT]-(:Post {id: 'pos_p', title: '局长', level: '县处级正职'})<-[:OF_POST]-"
        "(:Tenure {id: 'ten_p', kind: 'post', start: '2018-01', end: '2023-06', end_status: 'ended'}) "
        "CREATE (v:Unit {id: 'uni_v', name: '汀洲市教育局', region: '汀洲市'})-[:PART_OF]->(top), "
        "(w:Unit {id: 'uni_w', name: '汀洲市文联', region: '汀洲市'}), (x:Unit {id: 'uni_x', name: '湄川市水利局'}) "
        "WITH [['a', v], ['b', w], ['c', x]] AS served UNWIND served AS one WITH one[0] AS name, one[1] AS place "
        "CREATE (c:Cadre {id: 'cad_' + name, name: name, person_status: '现职', position_level: '县处级正职'}) "
        "CREATE (c)-[:HELD]->(t:Tenure {id: 'ten_' + name, kind: 'post', start: '2019-01', end_status: 'current'})"
        "-[:AT_UNIT]->(place)"
    )

    def counted(**given: str) -> tuple[str, int, list[str]]:
        (row,) = _rows(graph, "few_candidates", as_of="2024-03-01", fewer_than="9", **given)
        return row["reach"], row["pool"], [each["name"] for each in row["cadres"]]

    assert counted() == ("上级单位所属", 1, ["a"])
    assert counted(among="uni_x") == ("指定单位", 1, ["c"])
    graph.write("MATCH (:Unit {id: 'uni_u'})-[r:PART_OF]->() DELETE r")
    assert counted() == ("同一政区", 2, ["a", "b"])
    graph.write("MATCH (u:Unit {id: 'uni_u'}) REMOVE u.region")
    assert counted() == ("不限 (上级和政区不详)", 3, ["a", "b", "c"])


def _fitting(graph: Graph) -> None:
    """A vacant post that two held before, one of an unknown career, and a cadre with something in common."""
    graph.write(
        "CREATE (u:Unit {id: 'uni_u', name: '汀洲市水利局'})<-[:IN_UNIT]-(p:Post {id: 'pos_p', title: '局长', "
        "level: '县处级正职'}), (v:Unit {id: 'uni_v', name: '汀洲市教育局'}) "
        "CREATE (me:Cadre {id: 'cad_m', name: '荀一', sex: '女', position_level: '县处级副职', "
        "position_level_since: '2020-01'})-[:HELD]->(:Tenure {id: 'ten_m', kind: 'post', title: '副局长', "
        "start: '2020-01', end_status: 'current'})-[:AT_UNIT]->(v) "
        "CREATE (me)-[:STUDIED]->(:Education {id: 'edu_m', major: '水利工程'}) "
        "CREATE (a:Cadre {id: 'cad_a', name: '荀二'})-[:HELD]->(s:Tenure {id: 'ten_a', kind: 'post', title: '局长', "
        "start: '2015-01', end: '2023-06', end_status: 'ended'})-[:OF_POST]->(p) "
        "CREATE (a)-[:HELD]->(:Tenure {id: 'ten_b', kind: 'post', title: '副局长', start: '2010-01'})-[:AT_UNIT]->(v) "
        "CREATE (a)-[:HELD]->(:Tenure {id: 'ten_l', kind: 'post', title: '科员', start: '2001-01'}) "
        "CREATE (a)-[:STUDIED]->(:Education {id: 'edu_a', major: '水利工程'}) "
        "CREATE (:Cadre {id: 'cad_c', name: '荀三'})-[:HELD]->(:Tenure {id: 'ten_c', kind: 'post', title: '局长', "
        "start: '2012-01', end: '2015-01', end_status: 'ended'})-[:OF_POST]->(p)"
    )


def test_likeness_to_those_who_held_a_post_is_told_piece_by_piece(graph: Graph) -> None:
    _fitting(graph)
    (row,) = _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01")
    assert (row["requirements"], row["holders"], row["unknown"]) == ("符合", 2, 1)
    assert (row["posts"], row["units"], row["majors"]) == (["副局长 1人"], ["汀洲市教育局 1人"], ["水利工程 1人"])


def test_who_fits_a_post_is_told_piece_by_piece_and_not_who_held_it(graph: Graph) -> None:
    _fitting(graph)
    graph.write("MATCH (c:Cadre) SET c.person_status = CASE WHEN c.id = 'cad_m' THEN '现职' END")
    (row,) = _rows(graph, "who_fits_post", post="pos_p", as_of="2024-03-01")
    assert (row["cadre"]["id"], row["requirements"], row["level"]) == ("cad_m", "符合", "县处级正职")
    assert (row["posts"], row["units"], row["majors"]) == (["副局长"], ["汀洲市教育局"], ["水利工程"])
    graph.write(
        "MATCH (me:Cadre {id: 'cad_m'}), (p:Post {id: 'pos_p'}) CREATE (me)-[:HELD]->(:Tenure {id: 'ten_n', "
        "kind: 'post', title: '局长', start: '2024-01', end_status: 'current'})-[:OF_POST]->(p)"
    )
    assert _rows(graph, "who_fits_post", post="pos_p", as_of="2024-03-01") == []


def test_what_is_not_known_of_a_cadre_is_no_failure_and_no_likeness(graph: Graph) -> None:
    _fitting(graph)
    graph.write("MATCH (me:Cadre {id: 'cad_m'})-[:STUDIED]->(e) REMOVE me.position_level_since DETACH DELETE e")
    (row,) = _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01")
    assert (row["requirements"], row["majors"]) == ("待核实", None)
    graph.write("MATCH (me:Cadre {id: 'cad_m'}) SET me.position_level_since = '2023-06'")
    assert _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01") == []
    shown = _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01", show_unmet="yes")
    assert [row["requirements"] for row in shown] == ["不符合"]


def test_who_somebody_is_plays_no_part_in_which_posts_fit(graph: Graph) -> None:
    _fitting(graph)
    before = _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01")
    graph.write(
        "MATCH (me:Cadre {id: 'cad_m'}) SET me.sex = '男', me.ethnicity = '回族', me.native_place = '湄川', "
        "me.health = '较差', me.political_status = '民盟盟员', me.birth_month = '1990-01' "
        "CREATE (me)-[:HAS_FAMILY]->(:FamilyMember {id: 'fam_m', appellation: '丈夫', name: '荀二'})"
    )
    assert _rows(graph, "posts_that_fit", cadre="cad_m", as_of="2024-03-01") == before


def test_a_doctorate_is_the_highest_and_a_dated_diploma_goes_before_an_undated_one(graph: Graph) -> None:
    graph.write(
        "CREATE (a:Cadre {id: 'cad_a', name: '荀一'}), (b:Cadre {id: 'cad_b', name: '荀二'}) "
        "CREATE (a)-[:STUDIED]->(:Education {id: 'edu_a', level: '博士研究生', end: '2005-06'}), "
        "(a)-[:STUDIED]->(:Education {id: 'edu_b', level: '硕士研究生', end: '2009-06'}), "
        "(b)-[:STUDIED]->(:Education {id: 'edu_c', level: '大学', end: '2005-06'}), "
        "(b)-[:STUDIED]->(:Education {id: 'edu_d', level: '中央党校大学'})"
    )
    assert {row["value"]: row["count"] for row in _rows(graph, "education_structure")} == {"博士研究生": 1, "大学": 1}


def test_a_month_is_since_and_until_every_day_of_it(graph: Graph) -> None:
    graph.write(
        "CREATE (:Cadre {id: 'cad_a', name: '荀一'})-[:HELD]->"
        "(:Tenure {id: 'ten_a', kind: 'post', title: '局长', start: '2020-03', end: '2023-05', end_status: 'ended'})"
        "-[:AT_UNIT]->(:Unit {id: 'uni_u', name: '汀洲市水利局'})"
    )
    spans = {("2020-03-10", "2023"): 2, ("2020-04", "2023-05-01"): 1, ("2020", "2023-04"): 1, ("2024", "2025"): 0}
    for (since, until), found in spans.items():
        rows = _rows(graph, "changes", unit="汀洲市水利局", since=since, until=until)
        assert len(rows) == found, (since, until)


def test_an_award_dated_to_the_year_is_since_any_day_of_it(graph: Graph) -> None:
    graph.write(
        "CREATE (:Cadre {id: 'cad_a', name: '荀一'})-[:RECEIVED]->(:Award {id: 'awa_a', name: '三等功', date: '2021'})"
    )
    assert [len(_rows(graph, "awards", since=day)) for day in ("2021-06-30", "2020", "2022")] == [1, 1, 0]


LED = [
    ["a", "局长", "2010-03", "2016-01", "ended", False],
    ["b", "副局长", "2015-11", "2016-09", "ended", True],
    ["c", "代局长", "2016-09", "2017-02", "ended", None],
    ["d", "局长", "2017-02", None, "current", None],
    ["e", "副局长", "2012", None, "current", False],
    ["f", "处长", "2012", None, "current", False],
    ["g", "党组书记", "2008", "2016", "ended", False],
    ["h", "局长", "1998-01", None, "unknown", False],
]


def test_who_led_a_bureau_in_a_year_or_on_a_day_acting_heads_too(graph: Graph) -> None:
    graph.write(
        "CREATE (u:Unit {id: 'uni_u', name: '汀洲市水利局'}) WITH u UNWIND $led AS one "
        "CREATE (:Cadre {id: 'cad_' + one[0], name: one[0]})-[:HELD]->(t:Tenure {id: 'ten_' + one[0], kind: 'post', "
        "title: one[1], start: one[2], end_status: one[4]})-[:AT_UNIT]->(u) SET t.end = one[3], t.acting = one[5]",
        led=LED,
    )

    def led(**given: str) -> str:
        rows = _rows(graph, "led_unit", unit="汀洲市水利局", **given)
        return "".join(sorted(row["cadre"]["name"] for row in rows))

    assert led() == "abcdgh"
    assert led(year="2016") == "bcgh"  # the first left on the first day of it, the secretary at some time in it
    assert led(year="2016", acting="no") == "gh"
    assert led(day="2016-08-31") == "bgh"
    assert led(day="2020") == "dh"


def test_a_term_ends_when_its_years_are_over(graph: Graph) -> None:
    graph.write(
        "UNWIND [['a', '2019-06'], ['b', '2019-04'], ['c', '2014-05'], ['d', '2019-03'], ['e', '2019']] AS one "
        "CREATE (:Cadre {id: 'cad_' + one[0], name: one[0]})-[:HELD]->(:Tenure {id: 'ten_' + one[0], kind: 'post', "
        "title: '局长', member_category: '正职', start: one[1], end_status: 'current'})-[:AT_UNIT]->"
        "(:Unit {id: 'uni_' + one[0], name: '汀洲市水利局'})"
    )
    rows = _rows(graph, "term_ending", within="2", category="正职")
    assert [(row["cadre"]["name"], row["term"], row["left_months"]) for row in rows] == [("b", 1, 1), ("c", 2, 2)]


def test_who_is_in_charge_of_a_field_of_work(graph: Graph) -> None:
    graph.write(
        "UNWIND [['a', '信访、综治', null], ['b', '信访', '2022-01'], ['c', '财务', null], ['d', null, null]] AS one "
        "CREATE (:Cadre {id: 'cad_' + one[0], name: one[0]})-[:HELD]->(t:Tenure {id: 'ten_' + one[0], kind: 'post', "
        "title: '副局长', start: '2019'})-[:AT_UNIT]->(:Unit {id: 'uni_' + one[0], name: '汀洲市水利局'}) "
        "SET t.portfolio = one[1], t.end = one[2], "
        "t.end_status = CASE WHEN one[2] IS NULL THEN 'current' ELSE 'ended' END"
    )
    rows = _rows(graph, "in_charge_of", word="信访")
    assert [row["cadre"]["name"] for row in rows] == ["a", "b"]
    assert [row["cadre"]["name"] for row in _rows(graph, "in_charge_of", word="信访", day="2023-05")] == ["a"]

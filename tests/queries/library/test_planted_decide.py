"""Selection cases put into an empty graph on each engine in turn: those with something wrong, and those in order."""

from __future__ import annotations

from typing import Any

from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import find_query
from queries.running import run_query

STAGES = {"动议": "2023-03-01", "民主推荐": "2023-03-20", "考察": "2023-04-01", "讨论决定": "2023-04-15"}
NOTICE = {"任前公示": "2023-04-17", "任职": "2023-05-04"}


def _rows(graph: Graph, name: str, **given: str) -> list[dict[str, Any]]:
    result = run_query(graph, find_query(name), given, clearance=Access.RESTRICTED, today="2024-03-01")
    return [dict(zip([column for column, _ in result.columns], row, strict=True)) for row in result.rows]


def _case(graph: Graph, name: str, stages: dict[str, str | None], **values: str) -> None:
    """A case with one proposed cadre of the same name."""
    graph.write(
        "CREATE (k:SelectionCase) SET k = $values "
        "CREATE (k)-[:CONSIDERS {role: '拟任人选'}]->(:Cadre {id: 'cad_' + k.id, name: k.id}) "
        "WITH k UNWIND $stages AS one "
        "CREATE (k)-[:HAS_STAGE]->(s:StageRecord {id: k.id + one.stage}) SET s.stage = one.stage, s.start = one.start",
        values={"id": name, "number": name, "title": "局长", "kind": "提拔任职", **values},
        stages=[{"stage": stage, "start": start} for stage, start in stages.items()],
    )


def test_a_case_in_order_is_not_told_and_one_on_its_way_lacks_nothing(graph: Graph) -> None:
    _case(graph, "whole", {**STAGES, **NOTICE}, outcome="已任职")
    _case(graph, "running", {"动议": "2024-01-10", "民主推荐": "2024-02-01"})
    assert _rows(graph, "stages_out_of_order") == []


def test_stages_missing_reversed_and_undated_are_told_apart(graph: Graph) -> None:
    _case(graph, "a", {**STAGES, "民主推荐": "2023-04-03"})
    _case(graph, "b", {"动议": "2023-03-01", "讨论决定": "2023-04-15"})
    _case(graph, "c", {**STAGES, "民主推荐": None})
    _case(graph, "d", {"动议": "2023-03-01", "考察": "2023-04-01"}, kind="平级转任")
    _case(graph, "e", {**STAGES, "任职": "2023-05-04"}, outcome="已任职")
    rows = {row["cadres"][0]["name"]: row for row in _rows(graph, "stages_out_of_order")}
    assert sorted(rows) == ["a", "b", "c", "e"]
    assert rows["a"]["reversed"] == ["考察 2023-04-01 早于民主推荐 2023-04-03"]
    assert (rows["a"]["missing"], rows["a"]["verdict"]) == ([], "不合程序")
    assert rows["b"]["missing"] == ["民主推荐", "考察"]
    assert (rows["c"]["verdict"], rows["c"]["unknown"]) == ("待核实", ["民主推荐: 没有日期"])
    assert rows["e"]["missing"] == ["任前公示"]


def test_a_month_is_neither_before_nor_after_a_day_in_it(graph: Graph) -> None:
    _case(graph, "a", {**STAGES, "民主推荐": "2023-04"})
    assert _rows(graph, "stages_out_of_order") == []
    _case(graph, "b", {**STAGES, "民主推荐": "2023-05"})
    assert [row["cadres"][0]["name"] for row in _rows(graph, "stages_out_of_order")] == ["b"]


def test_a_case_of_unknown_kind_is_not_judged(graph: Graph) -> None:
    _case(graph, "a", {"动议": "2023-03-01", "考察": "2023-04-01"})
    graph.write("MATCH (k:SelectionCase) REMOVE k.kind")
    (row,) = _rows(graph, "stages_out_of_order")
    assert (row["verdict"], row["missing"]) == ("待核实", [])
    assert row["unknown"] == ["民主推荐: 任用方式不明, 是否必经不清楚"]


def test_an_appointment_without_any_stage_lacks_them_all(graph: Graph) -> None:
    _case(graph, "a", {}, outcome="已任职", kind="进一步使用")
    assert [row["missing"] for row in _rows(graph, "stages_out_of_order")] == [
        ["动议", "民主推荐", "考察", "讨论决定", "任职"]
    ]


def _nominated(graph: Graph, name: str, nomination: dict[str, Any], opinion: dict[str, Any] | None = None) -> None:
    _case(graph, name, {**STAGES})
    graph.write(
        "MATCH (k:SelectionCase {id: $name})-[:CONSIDERS]->(c:Cadre) "
        "CREATE (c)<-[:NOMINATES]-(n:Recommendation)-[:RECOMMENDED_FOR]->(k) SET n = $nomination "
        "FOREACH (one IN $opinions | CREATE (k)<-[:STATED_FOR]-(o:IntegrityOpinion)-[:ON]->(c) SET o = one)",
        name=name,
        nomination={"id": "nom_" + name, "date": "2023-03-05", **nomination},
        opinions=[{"id": "opn_" + name, **opinion}] if opinion is not None else [],
    )


def test_a_nomination_lacks_what_was_not_done_and_leaves_open_what_was_not_noted(graph: Graph) -> None:
    body = {"kind": "单位党组织推荐", "collective_study": True, "document_number": "1号"}
    both = {"secretary_signed": True, "discipline_signed": True}
    _nominated(graph, "good", body, both)
    _nominated(graph, "unstudied", {**body, "collective_study": False, "document_number": None}, both)
    _nominated(graph, "one", body, {"secretary_signed": True, "discipline_signed": False})
    _nominated(graph, "open", {"kind": body["kind"], "document_number": "2号"}, {"secretary_signed": True})
    _nominated(graph, "none", {"kind": "主要领导署名推荐", "signed": False})
    _nominated(graph, "vote", {"kind": "会议推荐"})
    rows = {row["cadre"]["name"]: row for row in _rows(graph, "nominations_incomplete")}
    assert {name: (row["missing"], row["unknown"]) for name, row in rows.items()} == {
        "unstudied": (["集体研究", "正式文件"], []),
        "one": (["纪检负责人签字"], []),
        "open": ([], ["是否集体研究", "纪检负责人是否签字"]),
        "none": (["推荐人署名", "廉洁自律结论"], []),
    }
    assert rows["open"]["verdict"] == "待核实"


def test_an_opinion_is_due_only_when_the_case_goes_to_the_meeting(graph: Graph) -> None:
    _nominated(graph, "a", {"kind": "单位党组织推荐", "collective_study": True, "document_number": "1号"})
    assert [row["missing"] for row in _rows(graph, "nominations_incomplete")] == [["廉洁自律结论"]]
    graph.write("MATCH (s:StageRecord) WHERE s.stage = '讨论决定' DETACH DELETE s")
    assert _rows(graph, "nominations_incomplete") == []


def _checked(graph: Graph, *checks: tuple[str, str | None, str | None]) -> None:
    graph.write(
        "MATCH (k:SelectionCase)-[:CONSIDERS]->(c:Cadre) "
        "CREATE (k)<-[:DELIBERATES]-(:AgendaItem {id: 'agi', held_on: '2023-04-15'}) "
        "WITH k, c UNWIND $checks AS one "
        "CREATE (k)<-[:CHECKED_FOR]-(h:PreAppointmentCheck)-[:CHECKED]->(c) SET h = one",
        checks=[
            {"id": f"chk_{number}", "kind": kind, "date": date, "result": result}
            for number, (kind, date, result) in enumerate(checks)
        ],
    )


def test_each_of_the_four_checks_is_looked_for(graph: Graph) -> None:
    _case(graph, "a", {**STAGES})
    _checked(
        graph,
        ("档案审核", "2023-04-01", "通过"),
        ("个人事项查核", "2023-04-20", "通过"),
        ("纪检监察意见", "2023-04-02", None),
    )
    (row,) = _rows(graph, "four_checks_incomplete")
    told = {name: row[name] for name in ("missing", "open", "failed", "late")}
    assert told == {
        "missing": ["信访举报核查"],
        "open": ["纪检监察意见"],
        "failed": [],
        "late": ["个人事项查核 2023-04-20"],
    }
    assert row["discussed"] == "2023-04-15"


def test_the_latest_result_of_a_check_holds(graph: Graph) -> None:
    _case(graph, "a", {**STAGES})
    four = ("档案审核", "个人事项查核", "纪检监察意见", "信访举报核查")
    _checked(graph, *((kind, "2023-04-10", "通过") for kind in four), ("档案审核", "2023-04-01", "核查中"))
    assert _rows(graph, "four_checks_incomplete") == []
    graph.write("MATCH (h:PreAppointmentCheck {date: '2023-04-01'}) SET h.date = '2023-04-12', h.result = '不通过'")
    assert [row["failed"] for row in _rows(graph, "four_checks_incomplete")] == [["档案审核"]]


def test_who_is_only_named_in_the_motion_needs_no_checks(graph: Graph) -> None:
    _case(graph, "a", {**STAGES})
    graph.write("MATCH ()-[r:CONSIDERS]->() SET r.role = '动议人选'")
    assert _rows(graph, "four_checks_incomplete") == []


def _met(graph: Graph, name: str, **values: Any) -> None:
    _case(graph, name, {**STAGES})
    whole = {"expected": 9, "present": 9, "spoken": 9, "principal_order": 9, "agreed": 9, "decision": "通过"}
    given = {key: value for key, value in {**whole, **values}.items() if value is not None}
    graph.write(
        "MATCH (k:SelectionCase {id: $name}) CREATE (k)<-[:DELIBERATES]-(m:AgendaItem) SET m = $values",
        name=name,
        values={"id": "agi_" + name, "held_on": "2023-04-15", "meeting": "常委会会议", **given},
    )


def test_a_meeting_is_held_against_its_rules(graph: Graph) -> None:
    _met(graph, "good")
    _met(graph, "just", present=6, spoken=6, principal_order=6, agreed=6)
    _met(graph, "few", present=5, spoken=5, principal_order=5, agreed=5)
    _met(graph, "first", principal_order=1)
    _met(graph, "half", agreed=4, disagreed=5)
    _met(graph, "open", principal_order=None, present=None, spoken=None)
    rows = {row["cadres"][0]["name"]: row for row in _rows(graph, "meetings_not_in_order")}
    assert {name: (row["wrong"], row["unknown"]) for name, row in rows.items()} == {
        "few": (["到会5人, 不足应到9人的三分之二"], []),
        "first": (["主要负责人第1个表态, 共9人表态"], []),
        "half": (["同意4人, 未超过应到9人的半数"], []),
        "open": ([], ["到会人数", "主要负责人表态次序"]),
    }
    assert rows["open"]["verdict"] == "待核实"


def test_a_petition_open_when_the_meeting_decided_touches_the_case(graph: Graph) -> None:
    _met(graph, "a")
    graph.write(
        "MATCH (c:Cadre) UNWIND [['p', '2023-02-01', '2023-06-01'], ['q', '2023-02-01', '2023-04-01'], "
        "['r', '2023-05-01', null]] AS one "
        "CREATE (:Petition {id: one[0], number: one[0], received_on: one[1], closed_on: one[2]})-[:CONCERNS]->(c)"
    )
    assert [row["petition"]["id"] for row in _rows(graph, "petitions_touching_cases")] == ["p"]
    graph.write("MATCH (m:AgendaItem) DETACH DELETE m")
    assert [row["petition"]["id"] for row in _rows(graph, "petitions_touching_cases")] == ["r"]


def test_a_month_of_a_meeting_touches_petitions_of_its_days_and_a_meeting_to_come_decides_nothing(graph: Graph) -> None:
    _met(graph, "a", held_on="2023-04")
    graph.write(
        "MATCH (c:Cadre) UNWIND [['p', '2023-04-10', null], ['q', '2023-05-10', '2024-02-01']] AS one "
        "CREATE (:Petition {id: one[0], number: one[0], received_on: one[1], closed_on: one[2]})-[:CONCERNS]->(c)"
    )
    assert [row["petition"]["id"] for row in _rows(graph, "petitions_touching_cases")] == ["p"]
    graph.write("MATCH (m:AgendaItem) SET m.held_on = '2024-05-01'")
    (row,) = _rows(graph, "petitions_touching_cases")
    assert (row["petition"]["id"], row["discussed"]) == ("p", None)


def test_checks_are_held_against_the_meeting_that_decided_not_one_that_put_off(graph: Graph) -> None:
    _case(graph, "a", {**STAGES})
    four = ("档案审核", "个人事项查核", "纪检监察意见", "信访举报核查")
    _checked(graph, *((kind, "2023-04-10", "通过") for kind in four))
    graph.write(
        "MATCH (k:SelectionCase), (m:AgendaItem) SET m.decision = '通过' "
        "CREATE (k)<-[:DELIBERATES]-(:AgendaItem {id: 'agi_off', held_on: '2023-04-05', decision: '暂缓'})"
    )
    assert _rows(graph, "four_checks_incomplete") == []
    graph.write("MATCH (m:AgendaItem {id: 'agi'}) SET m.held_on = '2023-04-08'")
    assert [row["discussed"] for row in _rows(graph, "four_checks_incomplete")] == ["2023-04-08"]


def test_a_petition_closed_in_the_month_of_the_meeting_may_have_been_open(graph: Graph) -> None:
    _met(graph, "a", held_on="2023-04-15")
    graph.write(
        "MATCH (c:Cadre) UNWIND [['p', '2023-04'], ['q', '2023-03'], ['r', '2023-04-15'], ['s', '2023']] AS one "
        "CREATE (:Petition {id: one[0], number: one[0], received_on: '2023-02', closed_on: one[1]})-[:CONCERNS]->(c)"
    )
    assert [row["petition"]["id"] for row in _rows(graph, "petitions_touching_cases")] == ["p", "s"]


def test_a_case_opened_in_the_month_asked_for_is_since_its_first_day(graph: Graph) -> None:
    _case(graph, "a", {"动议": "2023-03-01", "讨论决定": "2023-04-15"}, opened_on="2023-03")
    for since, found in (("2023-03", 1), ("2023-03-20", 1), ("2023", 1), ("2023-04", 0)):
        assert len(_rows(graph, "stages_out_of_order", since=since)) == found, since


def test_a_case_in_hand_tells_its_latest_stage_and_since_when(graph: Graph) -> None:
    _case(graph, "a", {"动议": "2023-11-01", "民主推荐": "2023-12-20", "考察": "2024-04-01"}, opened_on="2023-11-01")
    _case(graph, "b", {**STAGES}, opened_on="2023-03-01", outcome="已任职")
    _case(graph, "c", {**STAGES}, opened_on="2023-03-01", closed_on="2023-05-04")
    (row,) = _rows(graph, "open_cases")
    assert (row["case"]["id"], row["stage"], row["reached"], row["months"]) == ("a", "民主推荐", "2023-12-20", 3)
    assert [each["id"] for each in row["candidates"]] == ["cad_a"]
    assert [row["case"]["id"] for row in _rows(graph, "open_cases", as_of="2023-05-01")] == ["c"]


def test_the_cases_of_a_cadre_tell_what_the_last_meeting_decided(graph: Graph) -> None:
    _met(graph, "a", decision="暂缓", held_on="2023-04-01")
    graph.write(
        "MATCH (k:SelectionCase), (c:Cadre) "
        "CREATE (k)<-[:DELIBERATES]-(:AgendaItem {id: 'agi_b', held_on: '2023-04-20', decision: '通过'}), "
        "(k)<-[:RECOMMENDED_FOR]-(:Recommendation {id: 'rec'})-[:NOMINATES]->(c)"
    )
    (row,) = _rows(graph, "cases_of_cadre", cadre="cad_a")
    told = ("role", "nominations", "discussed", "decision")
    assert [row[name] for name in told] == ["拟任人选", 1, "2023-04-20", "通过"]

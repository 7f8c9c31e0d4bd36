"""Where sources differ a person may rule: kept through imports, taken back without a trace, alike on every engine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, NotFoundError
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.drafts import Draft, RecordDraft
from ingest.hand.facts import Verdict, rule_on_fact, withdraw_ruling
from tests.ingest.drafting import award, form, keyring, load, named, person

POST = ("甲湾区建设局", "局长", "2012-11", None)
OTHERWISE = ("甲湾区建设局", "局长", "2012-12", None)


def ranked(told: RecordDraft, *starts: str) -> RecordDraft:
    """The same form, telling of one rank since each of these months."""
    about = told.drafts[-1].links[:1]
    ranks = [Draft("RankRecord", {"kind": "职级", "rank": "正科级", "start": start}, about) for start in starts]
    return replace(told, drafts=(*told.drafts, *ranks))


@pytest.fixture
def differing(graph: Graph, tmp_path: Path) -> Graph:
    """One person of whom two forms tell otherwise: native place, start of a post, date of a rank."""
    apply_schema(graph)
    key = keyring(tmp_path)
    load(graph, key, "doc1", [ranked(form(person(), POST, native_place="甲湾"), "2010-05", "2012-11")])
    load(
        graph,
        key,
        "doc2",
        [ranked(form(person(), OTHERWISE, native_place="乙山", date="2023-01"), "2011-03")],
        importer="workbook",
    )
    graph.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    return graph


def node(graph: Graph, label: str) -> dict[str, Any]:
    (row,) = graph.read(f"MATCH (n:{label}) RETURN properties(n) AS p")
    return dict(row["p"])


def rules(values: dict[str, Any]) -> dict[str, list[tuple[str, str | None]]]:
    """By property, each value with the rule by which it holds."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for row in json.loads(values["alternatives"]):
        found.setdefault(row["property"], []).append((row["value"], row.get("rule")))
    return found


def say(graph: Graph, folder: Path, fact: str, name: str | None = None, value: str | None = None, **other: str) -> str:
    told = {"ruled_by": "周试", "reason": "以档案为准"} | other
    return rule_on_fact(graph, folder, Verdict(fact, property=name, value=value, **told))


def ruling(graph: Graph) -> str:
    return str(graph.read("MATCH (r:Ruling) RETURN r.id AS id ORDER BY id")[0]["id"])


def print_of(graph: Graph) -> str:
    return graph.fingerprint(without=["GraphState", "ImportBatch"])


def test_every_value_is_there_with_the_rule_by_which_one_holds(differing: Graph) -> None:
    cadre = node(differing, "Cadre")
    assert cadre["native_place"] == "甲湾"
    assert sorted(rules(cadre)["native_place"]) == [("乙山", None), ("甲湾", "newer_form")]
    rank = node(differing, "RankRecord")
    assert (rank["start"], sorted(rules(rank)["start"])) == ("2010-05", [("2010-05", "newer_form"), ("2011-03", None)])


def test_a_rank_kept_over_two_lines_of_one_form_is_no_dispute(graph: Graph, tmp_path: Path) -> None:
    apply_schema(graph)
    load(graph, keyring(tmp_path), "doc1", [ranked(form(person(), POST), "2012-11", "2010-05")])
    rank = node(graph, "RankRecord")
    assert (rank["start"], rank["status"], "disputed" in rank) == ("2010-05", "stated", False)


@pytest.mark.parametrize(
    ("label", "name", "value"),
    [
        ("Cadre", "native_place", "乙山"),
        ("Cadre", "native_place", "丙河"),
        ("RankRecord", "start", "2011-03"),
        ("Tenure", "start", "2012-12"),
        ("Tenure", "start", "2015-01"),
        ("Tenure", "concurrent", "是"),
    ],
)
def test_a_ruling_holds_through_imports_and_is_taken_back_exactly(
    differing: Graph, tmp_path: Path, label: str, name: str, value: str
) -> None:
    fact = node(differing, label)["id"]
    say(differing, tmp_path, fact, name, value)
    ruled = node(differing, label)
    expected = True if value == "是" else value
    assert (ruled["id"], ruled[name], name in ruled.get("disputed", ())) == (fact, expected, False)
    assert (expected, "ruling") in rules(ruled)[name]
    load(differing, keyring(tmp_path), "doc3", [award(named())])
    newer = form(person(), POST, native_place="甲湾", date="2024-06")
    load(differing, keyring(tmp_path), "doc4", [ranked(newer, "2010-05")])
    assert node(differing, label)[name] == expected
    differing.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    withdraw_ruling(differing, Settings(data=tmp_path), ruling(differing))
    assert node(differing, label).get(name) != expected or value == "2012-12"
    assert differing.read("MATCH (r:Ruling) RETURN count(r) AS n") == [{"n": 0}]
    assert node(differing, label)["id"] == fact


def test_taking_a_ruling_back_leaves_no_trace(differing: Graph, tmp_path: Path) -> None:
    before = print_of(differing)
    say(differing, tmp_path, node(differing, "Tenure")["id"], "start", "2015-01")
    say(differing, tmp_path, node(differing, "Tenure")["id"], "start", "2015-02", reason="再查")
    assert node(differing, "Tenure")["start"] == "2015-02"
    assert differing.read("MATCH (r:Ruling) RETURN r.value AS value") == [{"value": "2015-02"}]
    withdraw_ruling(differing, Settings(data=tmp_path), ruling(differing))
    assert node(differing, "Tenure")["start"] == "2015-01"
    withdraw_ruling(differing, Settings(data=tmp_path), ruling(differing))
    assert print_of(differing) == before


def test_a_record_that_is_not_accepted_goes_and_comes_back(differing: Graph, tmp_path: Path) -> None:
    say(differing, tmp_path, node(differing, "Tenure")["id"])
    assert differing.read("MATCH (t:Tenure) RETURN count(t) AS n") == [{"n": 0}]
    load(differing, keyring(tmp_path), "doc3", [award(named())])
    assert differing.read("MATCH (t:Tenure) RETURN count(t) AS n") == [{"n": 0}]
    differing.write("MATCH (b:ImportBatch) SET b.state = 'done'")
    withdraw_ruling(differing, Settings(data=tmp_path), ruling(differing))
    assert differing.read("MATCH (t:Tenure) RETURN count(t) AS n") == [{"n": 1}]


@pytest.mark.parametrize(
    ("label", "name", "value", "other"),
    [
        ("Cadre", "native_place", "乙山", {"reason": " "}),
        ("Cadre", "native_place", " ", {}),
        ("Cadre", "birth_month", "去年", {}),
        ("Cadre", "colour", "红", {}),
        ("Cadre", "name", "林" * 1001, {}),
        ("Tenure", "title", "副局长", {}),
        ("Tenure", "start", "20280101", {}),
        ("Tenure", "end", "2030-01", {}),
        ("Tenure", "end", "2012-13", {}),
        ("Tenure", "end", "2011-01", {}),
        ("Cadre", None, None, {}),
    ],
)
def test_what_cannot_be_ruled_is_refused_and_changes_nothing(
    differing: Graph, tmp_path: Path, label: str, name: str | None, value: str | None, other: dict[str, str]
) -> None:
    before = print_of(differing)
    with pytest.raises(InputError):
        say(differing, tmp_path, node(differing, label)["id"], name, value, **other)
    assert print_of(differing) == before


@pytest.mark.parametrize("fact", ["ten_nothing", "bat_test", "nonsense"])
def test_what_is_not_there_cannot_be_ruled_on(differing: Graph, tmp_path: Path, fact: str) -> None:
    with pytest.raises(NotFoundError):
        say(differing, tmp_path, fact, "start", "2015-01")


def test_a_ruling_that_is_no_value_is_passed_over(differing: Graph, tmp_path: Path) -> None:
    told = {"matter": "出生年月", "decision": "采信", "value": "去年", "ruled_by": "周试", "ruled_on": "2024-05-01"}
    draft = Draft("Ruling", told | {"reason": "x"}, award(named()).drafts[0].links)
    before = node(differing, "Cadre")
    load(differing, keyring(tmp_path), "doc5", [RecordDraft(named(), "ruling", (draft,), date="2024-05-01")])
    assert node(differing, "Cadre") == before

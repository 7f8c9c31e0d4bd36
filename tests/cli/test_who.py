"""`zhishi who`."""

from __future__ import annotations

from graph.model.keys import make_key
from graph.model.unit_names import usual_name
from tests.cli.program import Program


def test_candidates_are_pairs_with_reasons(department: Program) -> None:
    done = department.inside("who", "candidates", "--json")
    assert (done.code, done.err) == (0, "")
    found = done.json("who-candidates")
    assert found["total"] == len(found["pairs"])
    for pair in found["pairs"]:
        assert pair["score"] == sum(each["points"] for each in (*pair["for"], *pair["against"]))


def test_candidates_print_for_people(department: Program) -> None:
    assert department.inside("who", "candidates").code == 0


def test_a_decision_is_listed_and_taken_back(department: Program) -> None:
    one, other = (row["id"] for row in department.inside("cadres", "--json").json("cadres")[:2])
    done = department.inside("who", "decide", one, other, "different", "--by", "周试", "--reason", "两人", "--json")
    assert done.code == 0, done.err
    assert done.json("who-decide")["stays"] is None
    (ruling,) = department.inside("who", "list", "--json").json("who-list")
    assert {ruling["one"], ruling["other"]} == {one, other}
    assert department.inside("who", "list").code == 0
    assert department.inside("who", "undo", ruling["id"], "--json").json("who-undo")["batch"]
    assert department.inside("who", "list", "--json").json("who-list") == []


def test_a_decision_without_a_reason_is_refused(department: Program) -> None:
    done = department.inside("who", "decide", "a", "b", "same", "--by", "周试", "--reason", " ")
    assert done.code == 1
    assert "理由" in done.err


def test_one_unit_succeeds_another_and_is_taken_back(department: Program) -> None:
    found = department.inside("who", "units", "--json").json("who-units")
    assert found["total"] == len(found["pairs"])
    assert department.inside("who", "units", "--all").code == 0
    cadre = department.inside("cadres", "--json").json("cadres")[0]["id"]
    tenures = department.inside("career", cadre, "--format", "json").json("career")["tenures"]
    names = {each["unit"] for each in tenures if each["unit"]}
    one, other = sorted({make_key("uni", usual_name(name)) for name in names})[:2]
    said = ("--by", "周试", "--reason", "机构改革", "--since", "2019-01", "--change", "更名", "--json")
    done = department.inside("who", "decide", one, other, "succeeded", "--stays", other, *said)
    assert done.code == 0, done.err
    assert done.json("who-decide")["stays"] == other
    (ruling,) = department.inside("who", "list", "--json").json("who-list")
    assert (ruling["decision"], ruling["since"]) == ("succeeded", "2019-01")
    assert department.inside("who", "undo", ruling["id"], "--json").json("who-undo")["batch"]


def test_a_person_succeeds_nobody(department: Program) -> None:
    done = department.inside("who", "decide", "cad_a", "cad_b", "succeeded", "--by", "周试", "--reason", "x")
    assert done.code == 2

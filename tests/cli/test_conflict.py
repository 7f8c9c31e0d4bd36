"""`zhishi conflict`."""

from __future__ import annotations

from tests.cli.program import Program


def test_a_ruling_is_listed_holds_and_is_taken_back(department: Program) -> None:
    cadre = department.inside("cadres", "--json").json("cadres")[0]
    before = department.inside("conflict", "list", cadre["id"], "--json").json("conflict-list")
    said = ("--by", "周试", "--reason", "以档案为准", "--json")
    done = department.inside("conflict", "rule", cadre["id"], "native_place", "丙河", *said)
    assert done.code == 0, done.err
    assert done.json("conflict-rule")["batch"]
    after = department.inside("conflict", "list", cadre["id"], "--json").json("conflict-list")
    (place,) = [each for each in after["conflicts"] if each["property"] == "native_place"]
    assert (place["value"], place["rule"]) == ("丙河", "ruling")
    (ruling,) = [each for each in after["rulings"] if each["matter"] == "native_place"]
    assert department.inside("conflict", "list", cadre["id"]).code == 0
    assert department.inside("conflict", "withdraw", ruling["id"], "--json").json("conflict-withdraw")["batch"]
    assert department.inside("conflict", "list", cadre["id"], "--json").json("conflict-list") == before


def test_a_record_is_refused_and_comes_back(department: Program) -> None:
    cadre = department.inside("cadres", "--json").json("cadres")[0]
    before = department.inside("career", cadre["id"], "--format", "json").json("career")["tenures"]
    said = ("--by", "周试", "--reason", "查无此事", "--json")
    assert department.inside("conflict", "refuse", before[0]["id"], *said).json("conflict-refuse")["batch"]
    after = department.inside("career", cadre["id"], "--format", "json").json("career")["tenures"]
    assert [each["id"] for each in after] == [each["id"] for each in before[1:]]
    (ruling,) = department.inside("conflict", "list", cadre["id"], "--json").json("conflict-list")["rulings"]
    assert ruling["refused"]
    department.inside("conflict", "withdraw", ruling["id"])
    assert department.inside("career", cadre["id"], "--format", "json").json("career")["tenures"] == before


def test_a_ruling_without_reason_is_refused(department: Program) -> None:
    done = department.inside("conflict", "rule", "cad_x", "native_place", "丙河", "--by", "周试", "--reason", " ")
    assert done.code == 1
    assert "理由" in done.err

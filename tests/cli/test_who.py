"""`zhishi who`."""

from __future__ import annotations

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

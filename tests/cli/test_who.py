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

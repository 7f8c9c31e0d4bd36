"""Texts as other offices write them, with their answers: `corpus/README.md`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model.codes import code_list
from ingest.forms.education import education_level
from ingest.forms.grades import read_grades
from ingest.forms.honours import read_honours
from ingest.forms.party import read_party_text
from ingest.forms.schools import split_school

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]


def of(field: str) -> list[dict[str, Any]]:
    return [case for case in CASES if case["field"] == field]


def sorted_pairs(pairs: list[Any]) -> list[list[str]]:
    return sorted([str(part or "") for part in pair] for pair in pairs)


@pytest.mark.parametrize("case", of("奖惩情况"), ids=lambda case: case["text"][:20])
def test_honours(case: dict[str, Any]) -> None:
    honours, unread = read_honours(case["text"])
    awards = [(each.values.get("date"), each.values["name"]) for each in honours if each.type == "Award"]
    punished = [
        (each.values.get("date"), each.values["name"], each.values.get("lifted_on"))
        for each in honours
        if each.type == "Punishment"
    ]
    assert sorted_pairs(awards) == sorted_pairs(case["awards"])
    assert sorted_pairs(punished) == sorted_pairs(case["punishments"])
    assert len(unread) == len(case["unread"])


@pytest.mark.parametrize("case", of("年度考核结果"), ids=lambda case: case["text"][:20])
def test_grades(case: dict[str, Any]) -> None:
    grades, unread = read_grades(case["text"], int(case["form_date"][:4]))
    assert sorted_pairs([(each.year, each.grade) for each in grades]) == sorted_pairs(case["grades"])
    assert len(unread) == len(case["unread"])


@pytest.mark.parametrize("case", of("入党时间"), ids=lambda case: case["text"][:20])
def test_memberships(case: dict[str, Any]) -> None:
    read = read_party_text(case["text"])
    assert (read.joined, read.status, read.unread) == (case["joined"], case["status"], ())


@pytest.mark.parametrize("case", of("毕业院校系及专业"), ids=lambda case: case["text"][:20])
def test_schools(case: dict[str, Any]) -> None:
    assert split_school(case["text"]) == (case["school"], case["major"])


@pytest.mark.parametrize("case", of("学历"), ids=lambda case: case["text"])
def test_levels(case: dict[str, Any]) -> None:
    assert education_level(case["text"]) == (case["level"] or case["text"])


@pytest.mark.parametrize("case", of("称谓"), ids=lambda case: case["text"])
def test_appellations(case: dict[str, Any]) -> None:
    assert code_list("appellation").find(case["text"]) == case["appellation"]

"""How long a punishment takes effect: as decided, as lifted, by the rule for its kind, or not known."""

from __future__ import annotations

import pytest

from analysis.rules.punishment import effect_of, effect_rules
from graph.model.codes import code_list
from graph.model.records.punishment import Punishment
from tests.builders import made


@pytest.mark.parametrize(
    ("name", "track", "end"),
    [
        ("警告", "政务", "2023-05"),
        ("政务记过", "政务", "2023-11"),
        ("记大过处分", "政务", "2024-05"),
        ("撤职", "政务", "2024-11"),
        ("警告", "党纪", "2023-11"),
        ("党内严重警告", "党纪", "2024-05"),
        ("留党察看一年", "党纪", "2025-11"),
    ],
)
def test_months_by_kind(name: str, track: str, end: str) -> None:
    effect = effect_of(made(Punishment, name=name, track=track, date="2022-11"), "2030")
    assert (effect.end, effect.latest_end) == (end, end)


@pytest.mark.parametrize(
    ("day", "state"),
    [("2022-11-14", "ahead"), ("2022-11-15", "running"), ("2023-05-14", "running"), ("2023-05-15", "over")],
)
def test_the_effect_is_half_open(day: str, state: str) -> None:
    assert effect_of(made(Punishment, name="警告", date="2022-11-15"), day).state(day) == state


def test_a_lifting_comes_before_a_decided_end_and_that_before_the_rule() -> None:
    decided = made(Punishment, name="警告", date="2022-11", effect_end="2024-01")
    lifted = made(Punishment, name="警告", date="2022-11", effect_end="2024-01", lifted_on="2023-09-01")
    assert effect_of(decided, "2030").end == "2024-01"
    assert effect_of(lifted, "2030").end == "2023-09-01"
    assert effect_of(lifted, "2030").rule is None


def test_a_lifting_that_came_later_is_not_known_yet() -> None:
    lifted = made(Punishment, name="警告", date="2022-11", effect_end="2024-01", lifted_on="2023-09-01")
    assert effect_of(lifted, "2023-08-31").end == "2024-01"
    assert effect_of(lifted, "2023-09-01").end == "2023-09-01"


@pytest.mark.parametrize(
    ("day", "state"), [("2022-06-30", "running"), ("2022-09-01", "unknown"), ("2023-06-01", "over")]
)
def test_a_year_alone_leaves_the_end_open(day: str, state: str) -> None:
    assert effect_of(made(Punishment, name="警告", date="2022"), day).state(day) == state


def test_what_no_rule_knows_is_unknown_and_what_does_not_end_goes_on() -> None:
    assert effect_of(made(Punishment, name="某种处理", date="2022"), "2023").state("2023") == "unknown"
    assert effect_of(made(Punishment, name="警告", date=None, dated="2022"), "2023").state("2023") == "unknown"
    assert effect_of(made(Punishment, name="开除党籍", date="2012"), "2030").state("2030") == "running"


def test_every_name_of_the_code_list_has_a_rule_with_a_source() -> None:
    assert set(code_list("punishment_name").names) <= set(effect_rules())
    assert all(
        rule.source and rule.status in {"confirmed", "partly", "unconfirmed"} for rule in effect_rules().values()
    )

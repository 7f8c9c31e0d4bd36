"""What analysts keep beside the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError, NotFoundError
from queries.desk.lists import all_lists, combine, drop_list, keep_list, named_list
from queries.desk.recent import KEPT, favourites, recent_runs, remember_run, set_favourite


def test_a_list_keeps_its_order_and_each_cadre_once(tmp_path: Path) -> None:
    keep_list(tmp_path, " 后备  人选 ", ["b", "a", "b"], "备注")
    kept = named_list(tmp_path, "后备 人选")
    assert (kept.cadres, kept.note) == (("b", "a"), "备注")
    assert [each.name for each in all_lists(tmp_path)] == ["后备 人选"]


@pytest.mark.parametrize(
    ("operation", "expected"), [("union", ("b", "a", "c")), ("intersection", ("a",)), ("difference", ("b",))]
)
def test_lists_are_combined_in_the_order_of_the_first(
    tmp_path: Path, operation: str, expected: tuple[str, ...]
) -> None:
    keep_list(tmp_path, "甲", ["b", "a"])
    keep_list(tmp_path, "乙", ["a", "c"])
    assert combine(tmp_path, operation, "甲", "乙", "丙").cadres == expected  # type: ignore[arg-type]


def test_a_taken_name_changes_nothing(tmp_path: Path) -> None:
    keep_list(tmp_path, "甲", ["a"])
    with pytest.raises(InputError, match="甲"):
        keep_list(tmp_path, "甲", ["b"])
    assert named_list(tmp_path, "甲").cadres == ("a",)


@pytest.mark.parametrize("name", ["", " ", "list:x", "a,b", "x" * 61])
def test_a_name_no_parameter_could_take_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        keep_list(tmp_path, name, ["a"])


def test_nobody_is_no_list_and_a_dropped_list_is_gone(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        keep_list(tmp_path, "甲", [])
    keep_list(tmp_path, "甲", ["a"])
    drop_list(tmp_path, "甲")
    with pytest.raises(NotFoundError):
        named_list(tmp_path, "甲")


def test_runs_are_remembered_newest_first_each_once(tmp_path: Path) -> None:
    for years in (5, 8, 5):
        remember_run(tmp_path, "long", {"years": years, "unit": None}, rows=3, ms=1.5)
    assert [run.parameters for run in recent_runs(tmp_path)] == [{"years": 5}, {"years": 8}]


def test_old_runs_are_forgotten(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        remember_run(tmp_path, "q", {"n": number}, rows=0, ms=0)
    assert len(recent_runs(tmp_path, most=10_000)) == KEPT


def test_favourites_keep_the_order_of_adding(tmp_path: Path) -> None:
    for name in ("b", "a", "b"):
        set_favourite(tmp_path, name, wanted=True)
    set_favourite(tmp_path, "c", wanted=True)
    set_favourite(tmp_path, "c", wanted=False)
    assert set(favourites(tmp_path)) == {"a", "b"}


def test_the_desk_is_its_owners_alone(tmp_path: Path) -> None:
    set_favourite(tmp_path, "a", wanted=True)
    assert (tmp_path / "desk.sqlite3").stat().st_mode & 0o077 == 0

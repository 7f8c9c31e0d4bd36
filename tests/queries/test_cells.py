"""What engines leave open in a value is the same in a cell."""

from __future__ import annotations

import pytest

from graph.model.schema import Access
from queries.cells import cell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1),
        (sum([0.1] * 10) / 10, 0.1),
        ([1.0000000000000002], [1.0]),
        ({"age": 2.9999999999999996}, {"age": 3.0}),
    ],
)
def test_numbers_that_differ_by_the_order_of_adding_are_one(one: object, other: object) -> None:
    assert one != other
    assert cell(one, Access.OFFICE) == cell(other, Access.OFFICE)


@pytest.mark.parametrize("number", [12345678901234567, 0.125, -1.5e300, True, 0])
def test_other_numbers_stay_as_they_are(number: float) -> None:
    assert cell(number, Access.OFFICE) == number
    assert type(cell(number, Access.OFFICE)) is type(number)


def test_a_map_stands_in_the_order_of_its_keys() -> None:
    assert list(cell({"name": 1, "age": 2, "inner": {"b": 1, "a": 2}}, Access.OFFICE)) == ["age", "inner", "name"]
    assert list(cell({"inner": {"b": 1, "a": 2}}, Access.OFFICE)["inner"]) == ["a", "b"]

"""What of a life lies between two days, where its dates are as exact as their sources."""

from __future__ import annotations

import pytest

from analysis.life_changes import life_changes
from graph.model.records.tenure import Tenure
from tests.builders import dossier, made


@pytest.mark.parametrize(
    ("date", "first", "last", "told"),
    [
        ("2020", "2020-01-01", "2021-01-01", True),
        ("2020", "2020-12-30", "2021-06-01", True),
        ("2020", "2020-12-31", "2021-06-01", False),
        ("2020", "2019-06-01", "2019-12-31", False),
        ("2020-02", "2020-02-29", "2020-06-01", False),
        ("2020-02", "2020-02-28", "2020-06-01", True),
        ("2020-01-01", "2020-01-01", "2021-01-01", False),
        ("2021-01-01", "2020-01-01", "2021-01-01", True),
    ],
)
def test_a_date_counts_unless_all_of_its_days_lie_outside(date: str, first: str, last: str, told: bool) -> None:
    post = made(Tenure, unit_name="甲湾区水利局", start=date)
    found = life_changes(dossier(post), first, last)
    assert [(each.event, each.date) for each in found] == ([("began", date)] if told else [])

"""Records keep moments in UTC; days are the office's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from graph.model.moments import end_of_day, local_day, now_text
from tests.conftest import MoveOffice


@pytest.mark.parametrize(("zone", "day"), [("Asia/Shanghai", "2024-03-01"), ("UTC", "2024-02-29")])
def test_a_moment_falls_on_the_day_of_the_office(move_office: MoveOffice, zone: str, day: str) -> None:
    move_office(zone)
    assert local_day("2024-02-29T23:30:00.000000+00:00") == day


def test_a_day_ends_where_the_next_begins(move_office: MoveOffice) -> None:
    move_office("Asia/Shanghai")
    end = end_of_day("2024-02-29")
    assert end == "2024-02-29T16:00:00.000000+00:00"
    assert local_day(end) == "2024-03-01"


def test_moments_are_kept_in_one_zone_so_that_text_order_is_time_order() -> None:
    beijing = datetime(2024, 3, 1, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    assert now_text(beijing) == "2024-02-29T23:30:00.000000+00:00" < now_text(datetime(2024, 3, 1, tzinfo=UTC))


def test_today_is_the_day_of_this_moment(move_office: MoveOffice) -> None:
    days = []
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):  # 26 hours apart, they never share a day
        move_office(zone)
        days.append(local_day())
    assert days[0] < days[1]

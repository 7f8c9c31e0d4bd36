"""A query that takes long: the page says that it runs, shows the rows when they are there, and can have it ended."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from graph.store.errors import EngineBusy, QueryCancelled
from graph.store.runs import Run
from tests.webui.conftest import City
from webui.held.runs import Pending, Runs

BASE = "http://localhost"
SLOW = """// ---
// title = { zh = "很慢的查询", en = "A slow query" }
// question = { zh = "它何时结束？", en = "When does it end?" }
// access = 1
// seconds = 60
// rows = 10
// [columns.n]
// type = "integer"
// meaning = { zh = "数", en = "Number" }
// ---
MATCH (a:Tenure), (b:Tenure), (c:Tenure), (d:Tenure), (e:Tenure), (f:Tenure)
WHERE a.id + b.id + c.id + d.id + e.id + f.id = ''
RETURN count(*) AS n
"""


@pytest.fixture
def slow(city: City) -> Iterator[str]:
    """A published query that never ends by itself."""
    folder = city.settings.data / "queries" / "own"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "endless.cypher"
    file.write_text(SLOW, "utf-8")
    yield file.stem
    file.unlink()


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def test_a_slow_query_says_that_it_runs_and_is_ended(client: FlaskClient, slow: str) -> None:
    first = client.get(f"/queries/{slow}", query_string={"run": 1}, base_url=BASE)
    text = first.get_data(as_text=True)
    assert (first.status_code, "查询正在运行" in text, 'http-equiv="refresh"' in text) == (202, True, True)
    again = client.get(f"/queries/{slow}", query_string={"run": 1}, base_url=BASE).get_data(as_text=True)
    assert hidden(again, "token") == hidden(text, "token")
    begun = time.monotonic()
    ended = client.post(
        f"/queries/{slow}/cancel",
        data={"csrf_token": hidden(again, "csrf_token"), "token": hidden(again, "token")},
        base_url=BASE,
        headers={"Referer": BASE},
        follow_redirects=True,
    )
    assert "查询已取消" in ended.get_data(as_text=True)
    assert time.monotonic() - begun < 5


def test_a_reader_cancels_in_the_browser(page: Page, address: str, slow: str) -> None:
    page.goto(f"{address}/queries/{slow}?run=1")
    page.get_by_role("button", name="取消查询").click()
    page.get_by_text("查询已取消").wait_for()
    expect(page.get_by_role("button", name="运行")).to_be_visible()


def test_rows_that_come_late_are_fetched_with_the_next_question() -> None:
    runs, may_end = Runs(), threading.Event()

    def work(run: Run) -> str:
        may_end.wait(10)
        run.check()
        return "rows"

    waiting = runs.get("key", work, patience=0.01)
    assert isinstance(waiting, Pending)
    may_end.set()
    assert runs.get("key", work, patience=5) == "rows"


def test_an_ended_query_is_asked_anew() -> None:
    runs = Runs()

    def work(run: Run) -> str:
        while not run.cancelled:
            time.sleep(0.01)
        run.check()
        return "rows"

    waiting = runs.get("key", work, patience=0.01)
    assert isinstance(waiting, Pending)
    assert runs.cancel(waiting.token)
    assert not runs.cancel(waiting.token)
    assert runs.get("key", lambda _: "new", patience=5) == "new"


def test_an_error_reaches_the_one_who_asked() -> None:
    def work(run: Run) -> str:
        run.cancel()
        run.check()
        return "never"

    with pytest.raises(QueryCancelled):
        Runs().get("key", work, patience=5)


def test_too_many_are_refused() -> None:
    runs, may_end = Runs(), threading.Event()
    for number in range(24):
        runs.get(number, lambda _: may_end.wait(30), patience=0)
    with pytest.raises(EngineBusy):
        runs.get("one more", lambda _: None, patience=0)
    may_end.set()


def test_a_query_whose_page_was_closed_is_ended_although_nobody_comes_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webui.held.runs._FORGOTTEN", 0.3)
    ended = threading.Event()

    def work(run: Run) -> None:
        while not run.cancelled:
            time.sleep(0.02)
        ended.set()
        run.check()

    assert isinstance(Runs().get("page", work, patience=0.05), Pending)
    assert not ended.is_set()
    assert ended.wait(5)

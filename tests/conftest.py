"""Fixtures every room shares: the two engines, an empty graph, a browser. What one room needs stays with its tests."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from tests.support.needs import missing
from tests.support.neo4j_server import neo4j_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = (Path("/usr/bin/chromium"), Path("/usr/bin/chromium-browser"), Path("/usr/bin/google-chrome"))

_ENGINE = re.compile(r"\b(?:embedded|neo4j)\b")

MoveOffice = Callable[[str], None]
"""Lets the process be in a time zone, such as `Asia/Shanghai`, to the end of the test."""


class ByEngine(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives a worker (`make test` has two) all tests of one engine, which share its graph, or else all of one file."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        engine = _ENGINE.search(test)
        return engine[0] if engine else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByEngine:
    """Who of the workers gets which tests."""
    return ByEngine(config, log)


@pytest.fixture
def move_office(monkeypatch: pytest.MonkeyPatch) -> Iterator[MoveOffice]:
    """The clock on the wall of an office elsewhere."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an embedded engine of this test session's own."""
    return Settings(data=tmp_path_factory.mktemp("embedded"), heap="768m", query_timeout=60.0)


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a real Neo4j, started for this test session; skips loudly where it cannot be had."""
    with neo4j_server(tmp_path_factory.mktemp("neo4j")) as settings:
        yield settings


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def engine_settings(request: pytest.FixtureRequest) -> Settings:
    """The settings of each engine in turn."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture(scope="session")
def _open_graph(engine_settings: Settings) -> Iterator[Graph]:
    with open_graph(engine_settings) as graph:
        yield graph


@pytest.fixture
def graph(_open_graph: Graph) -> Graph:
    """An empty graph on each engine in turn. Its schema stays from test to test: use labels of your own for schema."""
    _open_graph.write("MATCH (n) DETACH DELETE n")
    return _open_graph


@pytest.fixture(scope="session")
def _embedded_graph(embedded_settings: Settings) -> Iterator[Graph]:
    with open_graph(embedded_settings) as graph:
        yield graph


@pytest.fixture
def embedded_graph(_embedded_graph: Graph) -> Graph:
    """An empty graph on the embedded engine alone, for tests that are not about the engine."""
    _embedded_graph.write("MATCH (n) DETACH DELETE n")
    return _embedded_graph


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; skips loudly where there is none."""
    from playwright.sync_api import sync_playwright

    program = next((path for path in CHROMIUM if path.exists()), None)
    if program is None:
        missing("Chromium", "apt-get install chromium fonts-noto-cjk (or run .ci/run)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of 1440 by 900 pixels, in Chinese."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN") as context:
        yield context.new_page()

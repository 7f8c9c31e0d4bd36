"""The ways readers take through the viewer, in a real browser, on each engine and in each language."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from demo.city import generate
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from tests.webui.arriving import arrive
from webui.app import create_app
from webui.serve import bind

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ["zh", "en"])]

TODAY = "2024-03-15"
A_LEAF = re.compile(r"/cadres/\w+/leaves/")
A_SOURCE = re.compile(r"/sources/src_\w+")
A_PLACE = re.compile(r"/evidence/\w+")
PRINTING = 180_000
"""Milliseconds that a dossier may take on a machine that is busy."""


@dataclass(frozen=True)
class Office:
    """A viewer of a small city: where it answers, and whom and what the journeys are about."""

    address: str
    cadre: str
    cadre_id: str
    colleague: str
    unit: str
    unit_id: str


@pytest.fixture(scope="module")
def office(_open_graph: Graph, engine_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One small city on each engine in turn, and its viewer."""
    files = tmp_path_factory.mktemp("city")
    showcase = generate(files, cadres=12, seed=1).showcase
    _open_graph.write("MATCH (n) DETACH DELETE n")
    import_paths(_open_graph, engine_settings, [files])
    server = bind(create_app(engine_settings, _open_graph, today=lambda: TODAY))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Office(server.address.rstrip("/"), showcase, *_beside(_open_graph, showcase))
    server.close()
    thread.join(10)


def _beside(graph: Graph, showcase: str) -> tuple[str, str, str, str]:
    (row,) = graph.read(
        "MATCH (c:Cadre {name: $name})-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-"
        "(d:Cadre) WHERE d.id <> c.id AND s.start < t.end AND t.start < s.end "
        "RETURN c.id AS cadre, d.name AS other, u.name AS unit, u.id AS unit_id ORDER BY other, unit LIMIT 1",
        name=showcase,
    )
    return row["cadre"], row["other"], row["unit"], row["unit_id"]


@pytest.fixture
def reader(browser: Browser, office: Office, language: str) -> Iterator[Page]:
    """A browser at the first page, in one language."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True) as context:
        page = context.new_page()
        arrive(page, f"{office.address}/?lang={language}")
        yield page


def step(page: Page, to: Locator) -> None:
    """Follow a link or press a button, and be on the page it leads to."""
    with page.expect_navigation():
        to.first.click()


def test_from_the_search_to_a_source(reader: Page, office: Office) -> None:
    reader.get_by_role("searchbox").first.fill(office.cadre)
    with reader.expect_navigation():
        reader.keyboard.press("Enter")
    step(reader, reader.get_by_role("link", name=office.cadre))
    expect(reader.get_by_role("heading", level=1)).to_contain_text(office.cadre)
    step(reader, reader.locator("svg a[href*='/leaves/']"))
    expect(reader).to_have_url(A_LEAF)
    step(reader, reader.locator("#for a[href*='/sources/']"))
    expect(reader).to_have_url(A_SOURCE)
    step(reader, reader.locator("td a"))
    expect(reader).to_have_url(A_PLACE)
    expect(reader.locator(".evidence .where").first).to_be_visible()


def test_from_the_picture_over_a_path_to_a_file(reader: Page, office: Office, tmp_path: Path) -> None:
    arrive(reader, f"{office.address}/cadres/{office.cadre_id}")
    step(reader, reader.locator("a.button[href*='/graph?']"))
    reader.locator("[data-ready]").wait_for()
    before = reader.locator("#graph-summary").inner_text()
    reader.locator(
        "#graph-side .way-links a[href*='do%3Dopen'], #graph-side .way-links a[href*='do=open']"
    ).last.click()
    expect(reader.locator("#graph-summary")).not_to_have_text(before)
    arrive(reader, f"{office.address}/cadres/{office.cadre_id}")
    reader.locator("#with-whom").fill(office.colleague)
    step(reader, reader.locator(".with-whom button"))
    expect(reader.locator(".paths-way li").first).to_be_visible()
    assert office.unit in reader.locator(".paths-pair").first.inner_text()
    step(reader, reader.locator(".paths-pair a[href*='/graph?']"))
    reader.locator("[data-ready]").wait_for()
    with reader.expect_download() as download:
        reader.locator("a[download]", has_text="GRAPHML").click()
    file = tmp_path / "paths.graphml"
    download.value.save_as(file)
    names = {str(value) for _, data in nx.read_graphml(file).nodes(data=True) for value in data.values()}
    assert {office.cadre, office.colleague} <= names


def test_from_the_team_of_a_day_to_what_changed(reader: Page, office: Office) -> None:
    arrive(reader, f"{office.address}/units/{office.unit_id}")
    reader.locator("#clock-as-of").fill("2019-01-01")
    step(reader, reader.locator("form[data-clock] button"))
    expect(reader).to_have_url(re.compile("as_of=2019-01-01"))
    expect(reader.get_by_role("heading", level=1)).to_contain_text(office.unit)
    step(reader, reader.locator("a[href*='/difference']"))
    reader.locator("form:has(input[type=date]) input[type=date]").first.fill("2012-01-01")
    step(reader, reader.locator("main form:has(input[type=date]) button"))
    expect(reader).to_have_url(re.compile("2012-01-01"))
    expect(reader.locator("main table a[href*='/cadres/']").first).to_be_visible()


def test_two_lives_beside_each_other(reader: Page, office: Office) -> None:
    arrive(reader, f"{office.address}/cadres/{office.cadre_id}")
    reader.locator("#with-whom").fill(office.colleague)
    step(reader, reader.locator(".with-whom button").nth(1))
    expect(reader.locator(".person")).to_have_count(2)
    expect(reader.locator("main svg").filter(visible=True).first).to_be_visible()
    shown = reader.locator("main").inner_text()
    assert office.cadre in shown
    assert office.colleague in shown


def test_a_file_for_the_meeting(reader: Page, office: Office, tmp_path: Path) -> None:
    arrive(reader, f"{office.address}/cadres/{office.cadre_id}")
    with reader.expect_download(timeout=PRINTING) as download:
        reader.locator("a[href*='dossier.pdf']").first.click(timeout=PRINTING)
    file = tmp_path / "dossier.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")
    assert reader.pdf(prefer_css_page_size=True).startswith(b"%PDF-")

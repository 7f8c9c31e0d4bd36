"""Questions as a new user types them into the one box, answered by following links alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.webui.conftest import City

pytestmark = pytest.mark.browser

LANGUAGES = ("zh", "en")


@pytest.fixture
def names(city: City, cadre_id: str) -> dict[str, str]:
    """A cadre with the fullest file, one who served beside that one, and the unit where they did."""
    row = city.graph.read(
        "MATCH (c:Cadre {id: $id})-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-(d:Cadre) "
        "WHERE d.id <> c.id AND s.start < t.end AND t.start < s.end "
        "RETURN c.name AS cadre, d.name AS other, u.name AS unit ORDER BY other, unit LIMIT 1",
        id=cadre_id,
    )[0]
    return {name: str(value) for name, value in row.items()}


def ask(page: Page, address: str, language: str, question: str) -> None:
    """Open the first page, type the question, press Enter."""
    page.goto(f"{address}/?lang={language}")
    page.get_by_role("searchbox").first.fill(question)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page: Page, link: str) -> None:
    """Click the one proposal that leads to an address like this."""
    with page.expect_navigation():
        page.locator(f".meant a[href*='{link}']").first.click()


QUESTIONS = {
    "how are two connected": ("{cadre}和{other}有什么联系", "how are {cadre} and {other} connected", "/graph/paths"),
    "what changed in a team": ("{unit}一年来有什么变化", "what changed at {unit} since last year", "/difference"),
    "what was not known": ("一年前对{cadre}不了解什么", "what did we not know of {cadre} a year ago", "known_from"),
    "what did she regret": ("{cadre}2021年遗憾什么", "what did {cadre} regret in 2021", "/queries/regrets"),
    "who led it": ("{unit}2016年谁主持", "who led {unit} in 2016", "/queries/led_unit"),
    "who worked with": ("谁与{cadre}共事过", "who worked with {cadre}", "/queries/worked_with"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_typed_question_is_answered_two_steps_from_the_first_page(
    page: Page, address: str, names: dict[str, str], question: str, language: str
) -> None:
    chinese, english, link = QUESTIONS[question]
    ask(page, address, language, (chinese if language == "zh" else english).format(**names))
    follow(page, link)
    assert page.locator("main table, main .empty, main svg").first.count(), "an answer, or that nothing is recorded"
    if question not in ("who led it", "what changed in a team"):
        assert names["cadre"] in page.locator("main").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weakness_says_why_and_the_dossier_is_one_step_away(
    page: Page, address: str, names: dict[str, str], language: str
) -> None:
    ask(page, address, language, names["cadre"])
    with page.expect_navigation():
        page.get_by_role("link", name=names["cadre"]).first.click()
    assert page.locator("a[href*='dossier.pdf']").count() == 1
    leaf = page.locator(".leaf:has(.sign.weakness) a[href*='/leaves/']").first
    with page.expect_navigation():
        leaf.click()
    assert page.locator("#for .quote, #for .where").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_graph_is_taken_away_as_one_file_that_opens_offline(
    page: Page, address: str, names: dict[str, str], language: str, tmp_path: Path
) -> None:
    ask(page, address, language, names["cadre"])
    with page.expect_navigation():
        page.get_by_role("link", name=names["cadre"]).first.click()
    with page.expect_navigation():
        page.locator("a.button[href*='/graph?']").first.click()
    with page.expect_download() as download:
        page.locator("a[href*='graph.html'], a[href*='format=html'], a:text-is('HTML')").first.click()
    file = tmp_path / "graph.html"
    download.value.save_as(file)
    page.context.set_offline(offline=True)
    left: list[str] = []
    page.on("request", lambda request: left.append(request.url))
    page.goto(f"file://{file}")
    expect(page.locator("canvas").first).to_be_visible()
    assert all(re.match(r"file:|data:|blob:", url) for url in left)

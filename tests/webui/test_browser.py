"""The pages in a real browser: nothing leaves the machine or breaks policy and layout; the way to a source works."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.webui.arriving import arrive
from tests.webui.conftest import ODD_NAME, City, id_of
from tests.webui.places import places
from webui.serve import HOST

pytestmark = pytest.mark.browser

WIDTHS = (1440, 390)
LANGUAGES = ("zh", "en")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Trouble:
    """All that a page did and should not have."""

    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))

    def _request(self, url: str) -> None:
        if urlsplit(url).hostname != HOST:
            self.found.append(f"left: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.found.append(f"{kind}: {text}")


@pytest.fixture
def trouble(page: Page) -> Trouble:
    found = Trouble()
    found.watch(page)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_keeps_to_itself_and_to_its_width(
    page: Page, trouble: Trouble, address: str, city: City, cadre_id: str, width: int, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, path in places(city, cadre_id).items():
        assert arrive(page, f"{address}{path}{'&' if '?' in path else '?'}lang={language}") == 200, name
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate(OVERFLOW) <= 0, name
        assert page.evaluate("document.documentElement.lang").startswith(language), name
        assert page.locator("h1").count() == 1, name
    assert trouble.found == []


PAPER = {"upright": 703, "wide": 1047}
"""CSS pixels that A4 has room for in one line, by how it lies."""
WIDE = re.compile(r"/(cadres/\w+(\?.*|/trajectory)?|compare\?.*|graph\?.*|stories.*)$")


def test_every_page_keeps_to_the_width_of_its_paper(page: Page, address: str, city: City, cadre_id: str) -> None:
    """What sticks out makes a browser print the whole document smaller."""
    page.emulate_media(media="print")
    wrong = {}
    for name, path in places(city, cadre_id).items():
        page.set_viewport_size({"width": PAPER["wide" if WIDE.search(path) else "upright"], "height": 900})
        arrive(page, address + path)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        if (over := page.evaluate(OVERFLOW)) > 0:
            wrong[name] = over
    assert wrong == {}


def test_a_life_is_printed_from_drawings_made_for_paper(page: Page, address: str, cadre_id: str) -> None:
    page.set_viewport_size({"width": PAPER["wide"], "height": 900})
    page.goto(f"{address}/cadres/{cadre_id}")
    assert not page.locator(".sheet").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("#trajectory .sheet").first.is_visible()
    assert not page.locator("#trajectory figure:not(.sheet)").is_visible()
    smallest = """(svg) => Math.min(...[...svg.querySelectorAll('text')].map((each) =>
        parseFloat(each.getAttribute('font-size')) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
    for sheet in page.locator(".sheet svg").all():
        assert sheet.evaluate(smallest) * 0.75 >= 7.4, "points"


@pytest.mark.parametrize("place", ["cadres/{0}", "compare?cadre={0}&cadre={1}"])
def test_the_first_printed_page_has_more_than_the_head(
    page: Page, address: str, city: City, cadre_id: str, place: str
) -> None:
    page.goto(f"{address}/{place.format(cadre_id, id_of(city.graph, ODD_NAME))}")
    pages = pdf_texts(page.pdf(prefer_css_page_size=True))
    assert "成长轨迹" in pages[0]
    assert "正科" in pages[0]


def pdf_texts(content: bytes) -> list[str]:
    """The text of each page."""
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return told.stdout.decode().split("\f")


def test_from_search_to_the_words_of_a_source(page: Page, trouble: Trouble, address: str, city: City) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill(city.showcase)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=city.showcase).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(city.showcase)
    page.locator("svg a[href*='/leaves/']").first.click()
    expect(page).to_have_url(re.compile(r"/cadres/\w+/leaves/"))
    grounds = page.locator("#for")
    expect(grounds.locator(".quote, .where").first).to_be_visible()
    grounds.locator("a[href*='/sources/']").first.click()
    expect(page).to_have_url(re.compile(r"/sources/src_\w+$"))
    page.locator("td a").first.click()
    expect(page).to_have_url(re.compile(r"/evidence/\w+$"))
    expect(page.locator(".evidence .where").first).to_be_visible()
    assert trouble.found == []


def test_a_deep_link_opens_the_fold_it_leads_to(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/cadres/{cadre_id}")
    assert not page.locator("#Education table").is_visible()
    page.locator(".contents a[href='#Education']").click()
    page.locator("#Education table").wait_for()
    row = page.locator("#Education tbody tr").first.get_attribute("id")
    page.goto(f"{address}/cadres/{cadre_id}#{row}")
    page.locator("#Education table").wait_for()
    page.goto(f"{address}/cadres/{cadre_id}")
    page.emulate_media(media="print")
    assert page.locator("#Education table").is_visible()


def test_names_are_proposed_where_two_people_are_related(page: Page, address: str, city: City, cadre_id: str) -> None:
    page.goto(f"{address}/cadres/{cadre_id}")
    page.locator("#with-whom").press_sequentially(city.showcase[:1])
    page.locator("#with-whom-list option").first.wait_for(state="attached")
    page.locator("#with-whom").fill(ODD_NAME)
    page.locator(".with-whom button").nth(1).click()
    expect(page).to_have_url(re.compile("/compare"))
    expect(page.locator(".person")).to_have_count(2)


def test_a_bar_of_the_trajectory_leads_to_its_sources(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/cadres/{cadre_id}")
    page.locator(".trajectory svg a[href^='/evidence/ten_']").first.click()
    expect(page).to_have_url(re.compile("/evidence/ten_"))
    expect(page.locator(".evidence li").first).to_be_visible()


def test_everything_can_be_read_without_scripts(browser: Browser, address: str, city: City, cadre_id: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/cadres/{cadre_id}")
        assert page.locator(".picture > svg").first.is_visible()
        page.locator("li.leaf a").first.click()
        expect(page.locator("#for a[href*='/sources/']").first).to_be_visible()
        page.goto(f"{address}/search?q={city.showcase}")
        assert page.get_by_role("link", name=city.showcase).is_visible()


def test_a_script_in_a_name_is_not_run(page: Page, trouble: Trouble, address: str, city: City) -> None:
    page.goto(f"{address}/cadres/{id_of(city.graph, ODD_NAME)}")
    expect(page.get_by_role("heading", level=1)).to_have_text(ODD_NAME)
    assert trouble.found == []


def test_the_keyboard_reaches_the_content_and_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}/imports")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()


def test_the_tree_becomes_its_outline_and_lane_names_stay(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/cadres/{cadre_id}")
    picture, names = page.locator("#tree .picture:not(.sheet)"), page.locator(".lane-names")
    assert picture.is_visible()
    assert not names.is_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    assert not picture.is_visible()
    assert page.locator(".outline .leaf").first.is_visible()
    frame = page.locator(".trajectory")
    frame.evaluate("(each) => { each.scrollLeft = each.scrollWidth; }")
    kept, edge = names.bounding_box(), frame.bounding_box()
    assert kept
    assert edge
    assert abs(kept["x"] - edge["x"]) < 2


def test_a_life_prints_on_landscape_pages(page: Page, address: str, cadre_id: str) -> None:
    """All of them: beside an upright page a browser would print the wide ones smaller."""
    page.goto(f"{address}/cadres/{cadre_id}")
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", printed)]
    assert len(boxes) > 2
    assert all(box[2] > box[3] for box in boxes)


def test_files_are_looked_at_and_too_large_ones_refused_before_they_are_sent(page: Page, address: str) -> None:
    page.goto(f"{address}/imports/new")
    chosen = [{"name": "a.lrmx", "mimeType": "text/xml", "buffer": b"x" * 2048}]
    page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]  # a list of its own TypedDict
    note = page.locator("[data-note]")
    assert "1 个文件" in note.inner_text()
    page.locator("form[data-upload]").evaluate("(each) => { each.dataset.limit = '10'; }")
    page.locator("input[type=file]").dispatch_event("change")
    assert "超过" in note.inner_text()
    assert page.locator("form[data-upload] button").first.is_disabled()


def test_a_picture_presented_is_one_sheet_of_paper(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/graph?at={cadre_id}&do=open:{cadre_id}:~colleague%3ECadre:10")
    page.evaluate("document.querySelector(\"form[action='/stories']\").closest('details').open = true")
    form = page.locator("form[action='/stories']")
    form.locator("[name=new]").fill("一页一幅")
    form.locator("[name=note]").fill("先看这一幅。")
    with page.expect_navigation():
        form.locator("button").click()
    page.goto(f"{address}/stories/{quote('一页一幅')}/1")
    assert len([each for each in pdf_texts(page.pdf(prefer_css_page_size=True)) if each.strip()]) == 1


def test_a_short_page_ends_at_the_bottom_of_the_window(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 1200})
    page.goto(f"{address}/compare")
    box = page.locator(".foot").bounding_box()
    assert box
    assert abs(box["y"] + box["height"] - 1200) < 2


def test_a_very_wide_window_is_used(page: Page, address: str, cadre_id: str) -> None:
    page.set_viewport_size({"width": 3840, "height": 2160})
    page.goto(f"{address}/cadres/{cadre_id}")
    for place in ("main", "#trajectory figure.picture:not(.sheet) > svg"):
        box = page.locator(place).first.bounding_box()
        assert box
        assert box["width"] > 2000

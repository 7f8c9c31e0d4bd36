"""Several cadres side by side."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from playwright.sync_api import Page

from tests.webui.conftest import ODD_NAME, City, id_of


@pytest.fixture
def three(city: City, cadre_id: str) -> list[str]:
    rows = city.graph.read("MATCH (c:Cadre) WHERE c.id <> $id RETURN c.id AS id ORDER BY id LIMIT 2", id=cadre_id)
    return [cadre_id, *(str(row["id"]) for row in rows)]


def compared(client: FlaskClient, ids: list[str], name: str = "", **arguments: object) -> str:
    answer = client.get(f"/compare{name}?{urlencode({'cadre': ids, **arguments}, doseq=True)}")
    assert answer.status_code == 200
    return answer.text


def names_of(city: City, ids: list[str]) -> list[str]:
    rows = city.graph.read("MATCH (c:Cadre) WHERE c.id IN $ids RETURN c.id AS id, c.name AS name", ids=ids)
    known = {row["id"]: row["name"] for row in rows}
    return [known[each] for each in ids]


@pytest.mark.parametrize("turned", [False, True])
def test_people_stand_in_the_order_of_the_address(
    client: FlaskClient, city: City, three: list[str], *, turned: bool
) -> None:
    ids = three[::-1] if turned else three
    text = compared(client, ids)
    names = [str(escape(each)) for each in names_of(city, ids)]
    heads = re.findall(r"<h2><a href=\"/cadres/[^\"]+\"><bdi>(.*?)</bdi>", text)
    assert heads == names
    drawing = text.partition('class="lane-names')[2].partition("</svg>")[2].partition("</svg>")[0]
    drawn = re.findall(r'font-size="18"[^>]*>([^<]+)<', drawing)
    assert drawn == names


def test_all_parts_are_there_with_unknown_marked(client: FlaskClient, three: list[str]) -> None:
    text = compared(client, three)
    for part in ("trajectory", "facts", "tree", "together"):
        assert f'id="{part}"' in text
    assert "未采集" in text
    assert "≠" in text
    facts, _, protected = text.partition("不参与比较的信息")
    assert ">性别<" not in facts
    assert "籍贯" in protected


def test_a_branch_begins_with_five_leaves_and_folds_the_others(client: FlaskClient, three: list[str]) -> None:
    tree = compared(client, three).partition('id="tree"')[2].partition("</section>")[0]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", tree, re.DOTALL)
    before = [cell.partition("<details")[0].count('class="leaf"') for cell in cells]
    whole = [cell.count('class="leaf"') for cell in cells]
    assert max(whole) > 5, "the city has a cadre of whom much is told"
    assert max(before) <= 6, "five, and one that says what is hidden"


def test_people_are_compared_by_name_too(client: FlaskClient, city: City, three: list[str]) -> None:
    text = client.get("/compare", query_string={"cadre": three[1], "who": city.showcase}).text
    assert text.count('class="person"') == 2
    assert "data-suggest" in client.get("/compare").text
    assert client.get("/compare", query_string={"who": "没有此人"}).status_code == 404


@pytest.mark.parametrize("count", [0, 1, 6])
def test_too_few_or_too_many_are_to_be_chosen_from(client: FlaskClient, city: City, count: int) -> None:
    rows = city.graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id LIMIT 6")
    text = compared(client, [str(row["id"]) for row in rows[:count]])
    assert text.count('type="checkbox"') == count
    assert ("最多对照 5 人" if count > 5 else "2 至 5 人") in text


def test_one_may_pick_among_what_a_search_finds(client: FlaskClient, cadre_id: str, city: City) -> None:
    text = client.get("/search", query_string={"q": city.showcase}).text
    assert f'name="cadre" value="{cadre_id}" form="compare"' in text
    assert 'id="compare"' in text


def test_the_comparison_can_be_taken_away(client: FlaskClient, three: list[str]) -> None:
    drawing = compared(client, three, "/comparison.svg", **{"from": "2015-01", "to": "2020-01"})
    assert f'data-first="{2015 * 12}"' in drawing
    told = json.loads(compared(client, three, "/comparison.json", as_of="2020-01"))
    assert told["cadres"] == three
    assert told["as_of"] == "2020-01-01"
    assert len(told["careers"]) == len(told["image_trees"]) == 3
    assert client.get("/compare/other.svg?cadre=a&cadre=b").status_code == 404
    assert client.get("/compare/comparison.svg?cadre=a").status_code == 400


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (apt install poppler-utils)")
def test_the_comparison_is_printed(client: FlaskClient, city: City, three: list[str]) -> None:
    assert "comparison.pdf" in compared(client, three[:2])
    answer = client.get("/compare/comparison.pdf", query_string={"cadre": three[:2]})
    assert answer.mimetype == "application/pdf"
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.data, capture_output=True, check=True)
    printed = text.stdout.decode()
    assert city.showcase in printed
    assert "干部形象树" in printed
    assert "限定范围" in printed


def test_the_marking_of_a_file_is_in_the_language_of_the_page(client: FlaskClient, three: list[str]) -> None:
    answer = client.get("/compare/comparison.json", query_string={"cadre": three[:2], "lang": "en"})
    assert "Restricted_circulation" in answer.headers["Content-Disposition"]


def test_the_names_stay_while_a_narrow_screen_scrolls(client: FlaskClient, city: City, three: list[str]) -> None:
    names = compared(client, three).partition('class="lane-names')[2].partition("</svg>")[0]
    assert city.showcase in names
    assert "考核" in names


def test_a_past_day_is_compared(client: FlaskClient, three: list[str]) -> None:
    text = compared(client, three, as_of="2012-06", known_on="2999-01-01")
    assert "截至 2012.06.01" in text
    assert "当时有效的材料" in text


def test_an_odd_name_is_text(client: FlaskClient, city: City, cadre_id: str) -> None:
    text = compared(client, [cadre_id, id_of(city.graph, ODD_NAME)])
    assert "<script>x" not in text
    assert str(escape(ODD_NAME)) in text


@pytest.mark.browser
def test_on_paper_nothing_says_that_more_is_folded(page: Page, address: str, three: list[str]) -> None:
    page.goto(f"{address}/compare?{urlencode({'cadre': three}, doseq=True)}")
    folded = page.locator("details.more > summary")
    assert folded.count() > 0
    assert folded.first.is_visible()
    page.emulate_media(media="print")
    assert not any(each.is_visible() for each in folded.all())
    assert page.locator("details.more li").last.is_visible()
    assert not page.get_by_text("点开任何一条").is_visible()

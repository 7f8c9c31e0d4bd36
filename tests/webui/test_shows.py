"""Results as pictures, alone and in the page; why a row is there, drawn; proposals for the fields of a form."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from graph.model.records import record_types
from queries.catalogue import catalogue
from tests.webui.conftest import ODD_NAME, City
from tests.webui.test_query_pages import BASE
from tests.webui.test_query_pages import page as text_of

DRAWN = sorted((name, way) for name, query in catalogue().items() for way in query.header.shows if way != "table")
NEEDING = {
    name for name, query in catalogue().items() if any(each.required for each in query.header.parameters.values())
}


@pytest.mark.parametrize(("name", "way"), [each for each in DRAWN if each[0] not in NEEDING])
def test_every_declared_picture_is_drawn(client: FlaskClient, name: str, way: str) -> None:
    text = text_of(client, f"/queries/{name}", run=1, show=way)
    if 'class="empty"' in text:
        return
    assert "zs-drawing" in text or "没有可画的内容" in text
    assert 'aria-current="true"' in text
    if "zs-drawing" in text:
        file = client.get(f"/queries/{name}/{way}.svg", base_url=BASE)
        assert file.status_code == 200
        ET.fromstring(file.data)


def test_enough_of_them_have_rows_in_the_small_city(client: FlaskClient) -> None:
    drawn = [
        name
        for name, way in DRAWN
        if name not in NEEDING and "zs-drawing" in text_of(client, f"/queries/{name}", run=1, show=way)
    ]
    assert len(drawn) > 20


def test_a_way_that_is_not_declared_is_not_found(client: FlaskClient) -> None:
    text_of(client, "/queries/now_at_unit", 404, run=1, show="bar")
    text_of(client, "/queries/now_at_unit", 404, run=1, show="../../x")
    assert client.get("/queries/now_at_unit/pie.svg", base_url=BASE).status_code == 404


def test_the_network_page_needs_nothing_from_outside(client: FlaskClient, page: Page) -> None:
    content = client.get("/queries/now_at_unit/graph.html", base_url=BASE).get_data(as_text=True)
    assert not re.search(r'(?:src|href)="https?:', content)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.set_content(content)
    page.locator("#picture canvas").wait_for()
    assert [each for each in asked if each.startswith("http")] == []
    assert faults == []


def test_odd_names_in_a_network_stay_text(client: FlaskClient, city: City) -> None:
    for address in ("graph.svg", "graph.html"):
        content = client.get(f"/queries/now_at_unit/{address}", base_url=BASE).get_data(as_text=True)
        assert f">{ODD_NAME}" not in content


def test_why_is_drawn(client: FlaskClient) -> None:
    result = text_of(client, "/queries/now_at_unit", run=1)
    why = re.search(r'href="(/queries/now_at_unit/why[^"]+)"', result)
    assert why
    text = client.get(why[1].replace("&amp;", "&"), base_url=BASE).get_data(as_text=True)
    assert "zs-drawing" in text
    codes = {link.type for cls in record_types().values() for link in cls.TYPE.links.values()}
    said = set(re.findall(r"<(?:td|text)[^>]*>(?:<bdi>)?([A-Z_]+)<", text))
    assert not codes & said, "relations are called as the reader calls them"


@pytest.mark.parametrize("kind", ["cadre", "unit", "post"])
def test_fields_propose_what_is_meant(client: FlaskClient, city: City, kind: str) -> None:
    typed = city.showcase[:1] if kind == "cadre" else "局"
    found = json.loads(client.get(f"/suggest/{kind}", query_string={"q": typed}, base_url=BASE).data)
    assert found
    assert set(found[0]) == {"value", "name", "about"}
    assert json.loads(client.get(f"/suggest/{kind}", query_string={"q": "  "}, base_url=BASE).data) == []


def test_there_are_no_other_kinds_of_proposals(client: FlaskClient) -> None:
    assert client.get("/suggest/petition", query_string={"q": "x"}, base_url=BASE).status_code == 404


def test_a_reader_picks_a_unit(page: Page, address: str) -> None:
    page.goto(f"{address}/queries/now_at_unit")
    page.locator("#p-unit").press_sequentially("水利")
    page.locator("#p-unit-list option").first.wait_for(state="attached")
    page.locator("#p-unit").fill(page.locator("#p-unit-list option").first.get_attribute("value") or "")
    page.get_by_role("button", name="运行").click()
    page.get_by_role("heading", level=2).first.wait_for()
    expect(page).to_have_url(re.compile("unit="))


def test_a_unit_leads_to_the_queries_about_it(client: FlaskClient, city: City) -> None:
    unit = city.graph.read("MATCH (u:Unit) RETURN u.id AS id ORDER BY id LIMIT 1")[0]["id"]
    post = city.graph.read("MATCH (p:Post) RETURN p.id AS id ORDER BY id LIMIT 1")[0]["id"]
    assert f"/queries/now_at_unit?unit={unit}" in text_of(client, f"/units/{unit}")
    assert f"post={post}" in text_of(client, f"/posts/{post}")
    text_of(client, "/units/none", 404)
    text_of(client, "/posts/none", 404)


def test_a_record_leads_to_the_queries_about_what_it_names(client: FlaskClient, city: City) -> None:
    row = city.graph.read(
        "MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "
        "RETURN c.id AS cadre, t.id AS tenure, u.id AS unit ORDER BY t.id LIMIT 1"
    )[0]
    text = text_of(client, f"/evidence/{row['tenure']}")
    assert f"/queries/worked_with?cadre={row['cadre']}" in text
    assert f"/queries/now_at_unit?unit={row['unit']}" in text


def test_every_thing_of_a_result_has_its_page(client: FlaskClient, city: City) -> None:
    for label, address in (("Unit", "units"), ("Post", "posts")):
        for row in city.graph.read(f"MATCH (n:{label}) RETURN n.id AS id"):
            text = text_of(client, f"/{address}/{row['id']}")
            # holders of whom no date is known are listed and not drawn
            assert "zs-drawing" in text or "没有在此任职" in text or 'data-label="姓名"' in text


def test_bars_show_the_number_that_orders_the_rows(client: FlaskClient) -> None:
    assert "平均年龄" in text_of(client, "/queries/age_of_teams", run=1, show="bar", at_least="1").partition("<svg")[2]


def test_bars_are_called_in_the_language_of_the_page(client: FlaskClient) -> None:
    text = text_of(client, "/queries/age_bands", run=1, show="bar", lang="en")
    names = re.findall(r"<text[^>]*>([^<]+)</text>", text)
    assert any(re.fullmatch(r"county level, \w+ · \d\d–\d\d", each) for each in names), names


def test_a_timeline_of_one_person_does_not_repeat_the_name(client: FlaskClient, cadre_id: str, city: City) -> None:
    text = text_of(client, "/queries/interviews", run=1, show="timeline", cadre=cadre_id)
    drawing = text.partition('class="picture scrolled')[2].partition("</figure>")[0]
    assert "谈话" in drawing
    assert f">{city.showcase}<" not in drawing


def test_a_thing_that_is_called_by_a_coded_value_is_called_in_english(client: FlaskClient, cadre_id: str) -> None:
    text = text_of(client, "/queries/history", run=1, lang="en", cadre=cadre_id)
    names = re.findall(r'data-label="Assessment"><a href="[^"]*"><bdi>([^<]+)</bdi>', text)
    assert names
    assert all(each.isascii() for each in names), names

"""The pages of the saved queries: catalogue, form and result, files, why a row is there."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from ingest.importers import importers
from queries.catalogue import catalogue, topics
from queries.runner import run_view
from tests.webui.conftest import TODAY, City
from tests.webui.places import one
from webui.app import create_app
from webui.frame.language import words

BASE = "http://localhost"


def page(client: FlaskClient, address: str, status: int = 200, **query: Any) -> str:
    response = client.get(address, query_string=query, base_url=BASE)
    assert response.status_code == status
    return response.get_data(as_text=True)


def test_the_catalogue_leads_to_every_query(client: FlaskClient) -> None:
    text = page(client, "/queries")
    for name in catalogue():
        assert f'href="/queries/{name}"' in text


def test_a_search_narrows_the_catalogue(client: FlaskClient) -> None:
    text = page(client, "/queries", q="信访")
    assert "/queries/open_petitions" in text
    assert "/queries/long_in_post" not in text
    assert page(client, "/queries", q="<script>无此查询").count("<script>") == 0


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_query_has_its_form_in_both_languages(client: FlaskClient, name: str) -> None:
    query = catalogue()[name]
    for language, title in (("zh", query.header.title("zh")), ("en", query.header.title("en"))):
        text = page(client, f"/queries/{name}", lang=language)
        assert title in text
        for parameter in query.header.parameters:
            assert f'id="p-{parameter}"' in text


def test_an_address_is_a_result(client: FlaskClient) -> None:
    text = page(client, "/queries/now_at_unit", run=1)
    assert "/queries/now_at_unit/result.csv" in text
    assert 'href="/cadres/' in text
    assert "/queries/now_at_unit/why?" in text


def test_a_unit_without_what_is_below_it_is_told(client: FlaskClient, city: City) -> None:
    unit = run_view(city.graph, "units_like", text="局", limit=1)[0]["name"]
    assert f"{unit}（不含下属单位）" in page(client, "/queries/now_at_unit", unit=unit, unit_below="no")
    assert f"{unit} (without what is below it)" in page(
        client, "/queries/now_at_unit", unit=unit, unit_below="no", lang="en"
    )
    assert "不含下属单位）" not in page(client, "/queries/now_at_unit", unit=unit)


def test_a_sentence_leaves_no_given_value_out(client: FlaskClient, city: City) -> None:
    """The template of this query has no place for the unit."""
    unit = run_view(city.graph, "units_like", text="局", limit=1)[0]["name"]
    assert f">干部，按职级（单位: {unit}）</h2>" in page(client, "/queries/by_grade", unit=unit)


def test_a_sentence_leaves_out_the_parts_of_what_was_not_given(client: FlaskClient, city: City) -> None:
    unit = run_view(city.graph, "units_like", text="局", limit=1)[0]["name"]
    assert f">{unit} 任现职满 5 年的干部</h2>" in page(client, "/queries/long_in_post", unit=unit)
    english = page(client, "/queries/long_in_post", level="县处级副职", lang="en")
    assert ">Cadres (county level, deputy) for 5 years or more in one post</h2>" in english


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ({"unit": "无此单位"}, 404, "无此单位"),
        ({"unti": "x"}, 400, "unti"),
        ({"unit": "<script>alert(1)</script>"}, 404, "&lt;script&gt;"),
        ({"unit": "x" * 50_000}, 404, "没有编号或名称为"),
        ({"unit": ["a", "b"]}, 400, "只取一个值"),
    ],
)
def test_a_wrong_value_is_said_beside_the_form(
    client: FlaskClient, query: dict[str, Any], status: int, says: str
) -> None:
    text = page(client, "/queries/now_at_unit", status, **query)
    assert says in text
    assert 'id="p-unit"' in text
    assert "<script>alert" not in text


def test_rows_are_sorted_by_any_column(client: FlaskClient) -> None:
    def names(sort: str) -> list[str]:
        text = page(client, "/queries/by_level", run=1, sort=sort)
        return re.findall(r'data-label="年龄[^>]*>\s*<bdi>(\d+)', text)

    ages = [int(each) for each in names("age")]
    assert ages == sorted(ages)
    assert [int(each) for each in names("-age")] == sorted(ages, reverse=True)
    assert names("nothing") == names("")


def test_a_heading_sorts_and_says_how(client: FlaskClient) -> None:
    text = page(client, "/queries/long_in_post", run=1, years=0, sort="months")
    assert re.search(r'<th[^>]* aria-sort="ascending"><a href="[^"]*sort=-months[^"]*">月数', text)
    text = page(client, "/queries/long_in_post", run=1, years=0, sort="-months")
    assert re.search(r'<th[^>]* aria-sort="descending"><a href="[^"]*sort=months[^"]*">月数', text)


def test_topics_lead_to_their_queries(client: FlaskClient) -> None:
    text = page(client, "/queries")
    topics = re.findall(r'href="#topic-(\w+)"', text)
    assert len(topics) > 10
    assert all(f'id="topic-{each}"' in text for each in topics)


def test_the_files_hold_the_rows_of_the_page(client: FlaskClient) -> None:
    response = client.get("/queries/now_at_unit/result.csv", base_url=BASE)
    rows = list(csv.reader(io.StringIO(response.get_data(as_text=True).removeprefix("\ufeff"))))
    saved = unquote(response.headers["Content-Disposition"])
    assert saved.startswith("attachment")
    assert saved.endswith(f"now_at_unit-{TODAY}-内部资料.csv")
    assert {len(row) for row in rows} == {len(rows[0])}, "nothing but rows"
    shown = page(client, "/queries/now_at_unit", run=1)
    assert all(row[0].removeprefix("'") in shown.replace("&lt;", "<").replace("&gt;", ">") for row in rows[1:])
    packed = client.get("/queries/now_at_unit/result.zip", base_url=BASE).data
    with zipfile.ZipFile(io.BytesIO(packed)) as pack:
        assert pack.read("result.csv") == response.data
        told = json.loads(pack.read("csv-metadata.json"))
    assert [each["titles"] for each in told["tables"][0]["tableSchema"]["columns"]] == rows[0]
    assert any(TODAY in each and "密级" in each for each in told["rdfs:comment"])
    assert client.get("/queries/now_at_unit/result.pdf", base_url=BASE).status_code == 404
    assert client.get("/queries/now_at_unit/result.xlsx", base_url=BASE).data[:2] == b"PK"


def test_a_query_above_the_class_is_withheld(city: City) -> None:
    from dataclasses import replace

    from graph.model.schema import Access

    office = create_app(replace(city.settings, clearance=Access.OFFICE), city.graph).test_client()
    assert "受限" in page(office, "/queries")
    for address in ("/queries/punishments?run=1", "/queries/punishments/result.csv", "/queries/punishments/why?row={}"):
        assert office.get(address, base_url=BASE).status_code == 403


def test_a_cadre_leads_to_the_queries_about_it(client: FlaskClient, cadre_id: str) -> None:
    text = page(client, f"/cadres/{cadre_id}")
    assert f"/queries/worked_with?cadre={cadre_id}" in text
    assert "<h2>" in page(client, "/queries/worked_with", cadre=cadre_id)


def test_days_stand_as_the_language_writes_them_in_cells_and_in_names(client: FlaskClient, cadre_id: str) -> None:
    iso = re.compile(r"<td[^>]*>(?:<[^>]*>)*[^<]*\d{4}-\d{2}")
    chinese = page(client, "/queries/worked_with", cadre=cadre_id, run=1)
    assert re.search(r"\d{4}\.\d{2}</", chinese)
    assert not iso.search(chinese)
    assert iso.search(page(client, "/queries/worked_with", cadre=cadre_id, run=1, lang="en"))
    client.get("/?lang=zh", base_url=BASE)


@pytest.mark.parametrize("row", ["", "x", "[]", "{}", "[" * 10_000])
def test_a_row_that_is_none_is_refused(client: FlaskClient, row: str) -> None:
    page(client, "/queries/now_at_unit/why", 400, row=row)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_catalogue_to_source(page: Page, address: str, width: int, language: str) -> None:
    """The journey of an analyst: find a query, run it, ask why a row is there, read the source."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/queries?lang={language}")
    page.fill(".query-search input", "now_at_unit")
    page.click(".query-search button")
    page.click('a[href="/queries/now_at_unit"]')
    page.click(".query-form button")
    page.locator("tbody tr").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator('a[href*="/why?"]').first.click()
    expect(page.locator("tbody tr").nth(3)).to_be_attached()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator('a[href^="/sources/"]').first.click()
    expect(page).to_have_url(re.compile("/sources/"))
    expect(page.locator("main h1")).to_have_count(1)


def test_a_result_says_days_and_codes_in_words(client: FlaskClient) -> None:
    text = client.get("/queries/reaching_age_limit?run=1&level=县处级正职").text
    assert f"<h2>{TODAY.replace('-', '.')} 起" in text
    assert f'value="{TODAY}"' in text
    recent = client.get("/queries").text.partition("catalogue")[0]
    assert "as_of = " not in recent
    assert "：今天" in recent
    disputed = client.get("/queries/disputed_facts?run=1").text.partition("<tbody>")[2].partition("</tbody>")[0]
    disputed = re.sub(r"<[^>]+>", " ", disputed)
    assert "学历学位" in disputed
    assert "采用" in disputed
    assert "property" not in disputed
    assert "Education" not in disputed


def test_a_number_that_is_called_below_is_no_reach_of_a_unit(client: FlaskClient, city: City) -> None:
    name = city.graph.read("MATCH (u:Unit) RETURN u.name AS name ORDER BY name LIMIT 1")[0]["name"]
    assert client.get(f"/queries/few_candidates?run=1&years_below=4&unit={name}").status_code == 200
    recent = client.get("/queries")
    assert recent.status_code == 200
    assert "：4" in recent.text.partition("catalogue")[0]


def test_each_thing_of_a_list_leads_to_its_page(client: FlaskClient) -> None:
    """In one piece, so that on a narrow page the list is one item beside its label."""
    page = client.get("/queries/structure?run=1&lang=zh").get_data(as_text=True)
    lists = re.findall(r'data-label="干部">\s*<span>(.*?)</span>\s*</td>', page, re.DOTALL)
    assert lists
    assert all(each.count("<a href=") == each.count("、") + 1 for each in lists)


def test_every_topic_and_importer_has_a_word() -> None:
    assert {f"topic_{each}" for each in topics(catalogue())} <= set(words())
    assert {f"importer_{each.name}" for each in importers()} <= set(words())


def test_why_a_row_is_there_says_the_row_itself_and_draws_nothing_where_nothing_is_linked(client: FlaskClient) -> None:
    result = page(client, "/queries/by_level", run="1")
    found = re.search(r'href="(/queries/by_level/why\?[^"]+)"', result)
    assert found
    why = client.get(html.unescape(found[1]), base_url=BASE).text
    told = why.partition('<dl class="definition">')[2].partition("</dl>")[0]
    assert "现任职务" in told
    assert re.search(r"<dd><bdi>\d+</bdi></dd>", told), "the age"
    assert "<svg" not in why.partition("<main")[2]
    assert "它们之间的关系" not in why


def test_no_rows_are_not_sorted_and_not_called_too_narrow_where_nothing_was_narrowed(
    client: FlaskClient, city: City
) -> None:
    quiet = "WHERE NOT (p)--(:ProjectEvaluation) AND NOT (p)--(:SpotCheck)"
    project = one(city, f"MATCH (p:WorkProject) {quiet} RETURN p.id AS id ORDER BY id")
    text = page(client, "/queries/how_it_went", project=project, show="timeline", run=1)
    assert "图谱里没有这样的记录" in text
    assert "可放宽条件" not in text
    assert "only-narrow" not in text
    assert "这些结果没有可画的内容" not in text
    assert "可放宽条件" in page(client, "/queries/by_level", oldest=16, run=1)


def test_a_field_that_must_be_filled_says_what_it_takes(client: FlaskClient) -> None:
    assert 'placeholder="姓名或编号"' in page(client, "/queries/posts_that_fit")
    assert 'placeholder="其中的词，或编号"' in page(client, "/queries/how_it_went")
    assert 'placeholder="不限"' in page(client, "/queries/by_level")


def test_what_a_reader_may_choose_and_then_gets_is_told_in_english(client: FlaskClient) -> None:
    text = page(client, "/queries/structure", lang="en", dimension="任现层次年限", run=1)
    assert re.search(r'<option value="年龄段">\s*Band of age', text)
    assert "by Years at this level" in text
    cells = re.findall(r'data-label="Group[^>]*>(.*?)</t[dh]>', text, re.DOTALL)
    assert cells
    assert not re.search("[一-鿿]", "".join(cells))


def test_a_column_has_the_room_of_what_is_said_in_it(client: FlaskClient, city: City) -> None:
    cypher = "MATCH (p:Post)<-[:OF_POST]-(t) WITH p.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id LIMIT 1"
    given = {"post": city.graph.read(cypher)[0]["id"], "show_unmet": "yes"}
    text = client.get("/queries/who_fits_post", query_string=given).text
    said = re.findall(r'<td(?: class="(\w+)")? data-label="([^"]+)">(?:<bdi>([^<]*)</bdi>)?', text)
    longest = {title: max(len(each) for _, name, each in said if name == title) for _, title, _ in said}
    wide = {title for kind, title, _ in said if kind == "long"}
    assert wide == {title for title, length in longest.items() if length > 16}
    assert "硬条件" in longest.keys() - wide, "one word"

"""The picture of relations: all of it in the address, equal in a table, taken away as it is shown; stories; paths."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from analysis.drawing.network import Point
from analysis.network.plan import Arrival
from analysis.network.ties import Ground, Tie, kind
from export.graphs import formats
from export.network_page import network_page
from graph.errors import UsageError
from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.values import first_day
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.past.facts import facts_known_on
from ingest.past.things import KnownThings
from queries.parts import Node
from tests.webui.conftest import ODD_NAME, City, id_of
from tests.webui.test_browser import OVERFLOW, Trouble
from webui.app import create_app
from webui.explorer import difference, known, panel, scene
from webui.explorer.facets import offered
from webui.explorer.gather import Gathered
from webui.explorer.opening import rules
from webui.explorer.scene import build_scene
from webui.explorer.state import State, Way, read_state
from webui.parts.day_pair import DayPair
from webui.parts.names import relation_names
from webui.vendoring import faults

ARROW = r'<path d="M[^"]*z" class="zs-fill-line-strong"'


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.get_data(as_text=True)[:500]
    return answer.get_data(as_text=True)


def steps(text: str, verb: str) -> list[str]:
    """The addresses in a page whose last step is of this kind."""
    found = (html.unescape(each) for each in re.findall(r'href="(/graph\?[^"]*)"', text))
    return [each for each in found if re.findall(r"do=(\w+)", each)[-1:] == [verb]]


def summary(text: str) -> tuple[int, int]:
    """How many things and links a page says it shows."""
    found = re.search(r"图中有 (\d+) 项、(\d+) 条联系", text)
    assert found, text[:2000]
    return int(found[1]), int(found[2])


@pytest.fixture
def start(cadre_id: str) -> str:
    """A picture of one thing: with a step, even one that brings nothing, no first view is opened."""
    return f"/graph?at={cadre_id}&about={cadre_id}&do=add:{cadre_id}"


def test_a_cadre_leads_to_its_picture(client: FlaskClient, cadre_id: str, start: str) -> None:
    assert f"/graph?at={cadre_id}" in html.unescape(text_of(client, f"/cadres/{cadre_id}"))
    assert "没有可显示" not in text_of(client, start)


def test_one_thing_opens_with_a_first_view_that_can_be_undone(client: FlaskClient, city: City, cadre_id: str) -> None:
    unit = city.graph.read(
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) RETURN u.id AS id, count(t) AS n ORDER BY n DESC, id LIMIT 1"
    )[0]["id"]
    for thing in (cadre_id, unit):
        answer = client.get(f"/graph?at={thing}")
        assert answer.status_code == 303
        first = text_of(client, answer.headers["Location"])
        assert 5 < summary(first)[0] <= rules()["most"] + 1
        shown = answer.headers["Location"].count("do=open")
        (undo,) = (html.unescape(each) for each in re.findall(r'href="([^"]*)" data-graph>撤销', first))
        assert undo.count("do=open") == shown
        assert summary(text_of(client, re.sub(r"back=\d+", f"back={shown}", undo)))[0] == 1
    first = text_of(client, client.get(f"/graph?at={cadre_id}").headers["Location"])
    assert re.search(r"只展开了 \d+ 项，还有 \d+ 项", first)


def test_a_first_view_is_bounded_and_of_the_model() -> None:
    assert all(sum(ways.values()) <= rules()["most"] for ways in rules()["kinds"].values())
    assert rules()["other"]["ways"] * rules()["other"]["each"] <= rules()["most"]
    types: dict[str, set[str]] = {label: set() for label in record_types()}
    for label, cls in record_types().items():
        for link in cls.TYPE.links.values():
            start, end = (link.target, label) if link.inward else (label, link.target)
            types[start].add(f"{link.type}>{end}")
            types[end].add(f"{link.type}<{start}")
    for label, ways in rules()["kinds"].items():
        plain = {each for each in ways if not each.startswith("~")}
        assert plain <= types[label], label
        derived = (Way.parse(each) for each in ways.keys() - plain)
        assert all(kind(each.kind or "") for each in derived)


def test_the_count_is_shown_before_and_is_what_comes(client: FlaskClient, start: str) -> None:
    text = text_of(client, start)
    counts = [int(each) for each in re.findall(r'way-count">(\d+)<', text)]
    for count, address in list(zip(counts, steps(text, "open"), strict=False))[:1]:
        after = text_of(client, address)
        assert summary(after)[0] == 1 + min(count, 20)
        assert "撤销" in after


def test_undo_and_redo_are_addresses(client: FlaskClient, start: str) -> None:
    opened = text_of(client, steps(text_of(client, start), "open")[0])
    (undo,) = (html.unescape(each) for each in re.findall(r'href="([^"]*)" data-graph>撤销', opened))
    undone = text_of(client, undo)
    assert "图中有 1 项" in undone
    (redo,) = (html.unescape(each) for each in re.findall(r'href="([^"]*)" data-graph>重做', undone))
    assert summary(text_of(client, redo)) == summary(opened)


def test_what_is_left_out_is_said(client: FlaskClient, cadre_id: str, start: str) -> None:
    text = text_of(client, f"{start}&do=open:{cadre_id}:HELD%3ETenure:2")
    assert summary(text)[0] == 3
    assert re.search(r"只展开了 2 项，还有 \d+ 项", text)


def test_hiding_grouping_and_filters_leave_the_rest_in_place(client: FlaskClient, cadre_id: str, start: str) -> None:
    opened = f"{start}&do=open:{cadre_id}:HELD%3ETenure:50&do=open:{cadre_id}:~served%3EUnit:50"
    whole = json.loads(text_of(client, opened.replace("/graph?", "/graph/files/json?")))
    places = {each["id"]: (each["x"], each["y"]) for each in whole["nodes"]}
    tenure = next(each["id"] for each in whole["nodes"] if each["label"] == "Tenure")
    for more in (f"&do=hide:{tenure}", "&no=Unit", "&from=2015&to=2018", f"&do=group:{cadre_id}:HELD%3ETenure"):
        left = json.loads(text_of(client, (opened + more).replace("/graph?", "/graph/files/json?")))
        assert 0 < len(left["nodes"]) < len(whole["nodes"]), more
        assert all((e["x"], e["y"]) == places[e["id"]] for e in left["nodes"] if " " not in e["id"]), more


def test_a_picture_is_filtered_by_property_in_the_page_and_in_files(
    client: FlaskClient, city: City, cadre_id: str, start: str
) -> None:
    opened = f"{start}&do=open:{cadre_id}:RESPONSIBLE_FOR%3EWorkProject:50"
    rows = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:RESPONSIBLE_FOR]->(p:WorkProject) RETURN p.category AS category, count(*) AS n "
        "ORDER BY n DESC, category",
        id=cadre_id,
    )
    assert len(rows) > 1
    chosen, count = rows[0]["category"], rows[0]["n"]
    links = [html.unescape(each) for each in re.findall(r'href="(/graph\?[^"]*has=[^"]*)"', text_of(client, opened))]
    (link,) = [each for each in links if each.endswith(quote(f"WorkProject.category={chosen}", safe=""))]
    left = json.loads(text_of(client, link.replace("/graph?", "/graph/files/json?")))
    assert len([each for each in left["nodes"] if each["label"] == "WorkProject"]) == count
    assert summary(text_of(client, link))[0] == 1 + count
    assert f"只含重点工作项目 · 项目类别 {chosen}" in text_of(client, link.replace("/graph?", "/graph/files/svg?"))


def test_nobody_is_filtered_by_what_plays_no_part(client: FlaskClient, start: str) -> None:
    assert ("Cadre", "position_level") in offered()
    assert not {("Cadre", "sex"), ("Cadre", "ethnicity"), ("HealthRecord", "category")} & offered().keys()
    text_of(client, f"{start}&has=Cadre.sex=女", 400)


def test_a_picture_is_shown_as_the_records_stood_on_a_day(client: FlaskClient, cadre_id: str, start: str) -> None:
    opened = f"{start}&do=open:{cadre_id}:HELD%3ETenure:20&do=open:{cadre_id}:~served%3EUnit:20"
    now = json.loads(text_of(client, opened.replace("/graph?", "/graph/files/json?")))
    files = opened.replace("/graph?", "/graph/files/json?")
    later = json.loads(text_of(client, f"{files}&known_on=2999-01-01"))
    assert {each["id"] for each in later["nodes"]} == {each["id"] for each in now["nodes"]}
    assert len(later["links"]) == len(now["links"])
    before = json.loads(text_of(client, f"{files}&known_on=2001"))
    assert before["nodes"] == []
    assert "按 2001.01.01 的材料" in text_of(client, f"{opened}&known_on=2001")
    assert "按 2001.01.01 的材料" in text_of(client, f"{opened}&known_on=2001".replace("/graph?", "/graph/files/svg?"))


def side(app: Flask, cadre: str, known: str = "") -> panel.Panel:
    """What the side of a picture of one cadre tells, by the records of a day."""
    with app.test_request_context("/graph"):
        app.preprocess_request()
        found = panel.panel_of(build_scene(read_state({"at": [cadre], "about": [cadre], "known_on": [known]})), None)
    assert found is not None
    return found


def test_the_side_tells_what_was_known_then(app: Flask, cadre_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    today, before, later = (side(app, cadre_id, known) for known in ("", "2001", "2999"))
    assert (before.values, before.sources) == ((), ())
    assert "当时还没有这条记录" in before.note
    assert later.values == today.values
    assert "2999.01.01" in later.note
    assert (today.note, len(today.values) > 5) == ("", True)
    row = {"label": "Cadre", "properties": {"id": cadre_id, "name": "曾用名"}}
    monkeypatch.setattr(panel, "fact_known_on", lambda *_: row | {"outgoing": [], "incoming": [], "sources": []})
    assert [each.text for each in side(app, cadre_id, "2999").values] == ["曾用名"]


def test_what_has_no_link_in_the_time_asked_for_falls_away_unless_asked_for(
    client: FlaskClient, city: City, cadre_id: str, start: str
) -> None:
    opened = f"{start}&do=open:{cadre_id}:~colleague%3ECadre:200"
    (row,) = city.graph.read("MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure) RETURN min(t.start) AS first", id=cadre_id)
    early = f"{opened}&to={int(row['first'][:4]) - 1}"
    whole = json.loads(text_of(client, opened.replace("/graph?", "/graph/files/json?")))
    left = json.loads(text_of(client, early.replace("/graph?", "/graph/files/json?")))
    kept = json.loads(text_of(client, f"{early}&alone=1".replace("/graph?", "/graph/files/json?")))
    assert len(whole["nodes"]) > 2
    assert [each["id"] for each in left["nodes"]] == [cadre_id]
    assert {each["id"] for each in kept["nodes"]} == {each["id"] for each in whole["nodes"]}
    text = text_of(client, early)
    assert f"其中 {len(whole['nodes']) - 1} 项在这段时间里没有联系" in text
    assert "alone=1" in text
    assert "没有联系的也画出" in text_of(client, f"{early}&alone=1")


def test_a_derived_kind_that_there_is_not_is_refused(client: FlaskClient, cadre_id: str, start: str) -> None:
    text_of(client, f"{start}&do=open:{cadre_id}:~nothing%3ECadre:5", 400)
    text_of(client, f"{start}&do=group:{cadre_id}:~nothing%3ECadre", 400)


def test_a_thing_as_known_is_called_what_it_was_called_then(
    app: Flask, start: str, cadre_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"id": cadre_id, "name": "曾用名", "subject": cadre_id}
    then = KnownThings({cadre_id: said}, frozenset(), frozenset())
    monkeypatch.setattr(known, "things_known_on", lambda *_: then)
    with app.test_request_context(start):
        shown = known.as_known({cadre_id: Node(cadre_id, "Cadre", "今名", {})}, [], [], "2024-01-01")
    assert shown.things[cadre_id].name == "曾用名"


def test_a_pin_moves_one_thing_only(client: FlaskClient, cadre_id: str, start: str) -> None:
    opened = f"{start}&do=open:{cadre_id}:HELD%3ETenure:5"
    before = json.loads(text_of(client, opened.replace("/graph?", "/graph/files/json?")))["nodes"]
    after = json.loads(text_of(client, f"{opened}&do=pin:{cadre_id}:777:-333".replace("/graph?", "/graph/files/json?")))
    moved = [new["id"] for old, new in zip(before, after["nodes"], strict=True) if old != new]
    assert moved == [cadre_id]


@pytest.mark.parametrize("layout", ["force", "tree", "radial", "layers", "time"])
def test_every_layout_draws_every_thing(client: FlaskClient, cadre_id: str, start: str, layout: str) -> None:
    address = f"/graph/files/svg{start[6:]}&do=open:{cadre_id}:HELD%3ETenure:20&by={layout}"
    root = ET.fromstring(text_of(client, address))
    things = [each for each in root.iter("{http://www.w3.org/2000/svg}title") if "：" in (each.text or "")]
    assert len(things) > 5


def as_pixels(pdf: bytes) -> bytes:
    """The first page as PNG."""
    return subprocess.run(
        ["pdftoppm", "-r", "50", "-png", "-f", "1", "-l", "1", "-"], input=pdf, capture_output=True, check=True
    ).stdout


def darkness(png: bytes) -> float:
    """Which part of a picture is nearly black; a picture of one colour is all dark."""
    grey = Image.open(io.BytesIO(png)).convert("L").histogram()
    return 1.0 if max(grey) == sum(grey) else sum(grey[:40]) / sum(grey)


def told_beside(content: bytes) -> bytes:
    """The metadata of a zip of CSV, every table of which is there with the columns it says."""
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        metadata = json.loads(pack.read("csv-metadata.json"))
        for each in metadata["tables"]:
            headings = next(csv.reader(io.StringIO(pack.read(each["url"]).decode("utf-8-sig"))))
            assert headings == [one["titles"] for one in each["tableSchema"]["columns"]]
        return pack.read("csv-metadata.json")


@pytest.mark.parametrize("ending", formats())
def test_every_file_holds_what_is_shown_and_its_marks(
    client: FlaskClient, city: City, cadre_id: str, start: str, ending: str
) -> None:
    answer = client.get(f"/graph/files/{ending}{start[6:]}&do=open:{cadre_id}:~served%3EUnit:20&from=2000")
    assert answer.status_code == 200, answer.get_data(as_text=True)[:400]
    content = answer.data
    saved = unquote(answer.headers["Content-Disposition"])
    assert f"{city.showcase}的关系-2024-03-15-" in saved
    assert saved.endswith(f".{ending}")
    if ending in ("png", "pdf"):
        assert content.startswith({"png": b"\x89PNG", "pdf": b"%PDF"}[ending])
        assert darkness(content if ending == "png" else as_pixels(content)) < 0.2, "drawn, not all in black"
        return
    if ending == "csv.zip":
        content = told_beside(content)
    told = content.decode("utf-8-sig")
    if not ending.endswith(".csv"):
        assert "2024.03.15" in told
        assert "密级" in told
    if ending in ("html", "svg"):
        assert f"{city.showcase}的关系" in told
    if ending == "graphml":
        graph = nx.parse_graphml(told)
        assert graph.nodes[cadre_id]["label"] in text_of(client, start)
    if ending == "links.csv":
        rows = list(csv.reader(io.StringIO(told)))
        assert {len(row) for row in rows} == {8}, "a line of words would be a row to every program"
        # which of many units are shown depends on their ids: some of them may be related among themselves
        derived = [row[2] for row in rows[1:] if row[5] == "derived"]
        assert derived
        assert all("任职" in relation for relation in derived)
    if ending == "html":
        assert not re.search(r'(?:src|href)="https?:', told)


def test_the_unit_tree_has_posts_holders_and_vacancies(client: FlaskClient, city: City) -> None:
    unit = city.graph.read(
        "MATCH (u:Unit)<-[:IN_UNIT]-(p:Post)<-[:OF_POST]-(t:Tenure) WHERE t.end_status = 'current' "
        "RETURN u.id AS id, count(DISTINCT p) AS posts ORDER BY posts DESC, id LIMIT 1"
    )[0]["id"]
    assert f"tree:{unit}" in text_of(client, f"/units/{unit}").replace("%3A", ":")
    now = json.loads(text_of(client, f"/graph/files/json?at=tree:{unit}&by=tree"))
    labels = {each["label"] for each in now["nodes"]}
    assert {"Unit", "Post", "Cadre"} <= labels
    then = json.loads(text_of(client, f"/graph/files/json?at=tree:{unit}&by=tree&to=1980"))
    posts = [each["name"] for each in then["nodes"] if each["label"] == "Post"]
    assert posts
    assert all("空缺" in name for name in posts)
    assert not [each for each in then["nodes"] if each["label"] == "Cadre"]


def test_a_result_and_a_list_open_as_a_picture(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/queries/now_at_unit?run=1"))
    (address,) = re.findall(r'href="(/graph\?at=query[^"]*)"', text)
    assert summary(text_of(client, address))[0] > 5
    text_of(client, "/graph?at=query:no_such_query?", 404)
    text_of(client, "/graph?at=list:nowhere", 404)


def test_names_lead_to_things(client: FlaskClient, city: City, cadre_id: str) -> None:
    assert client.get(f"/graph?add={city.showcase}").headers["Location"].count(cadre_id) == 2
    assert "可能指" in text_of(client, "/graph?add=局")
    text_of(client, "/graph?add=zzzzzz", 404)


@pytest.mark.parametrize(
    "bad",
    [
        "at=x",
        "at=cad_1",
        "do=open:x",
        "do=drop:cad_",
        "by=spaghetti",
        "from=soon",
        "about=<script>",
        "do=pin:1:2:3",
        "at=tree:x",
    ],
)
def test_an_address_that_means_nothing_is_refused(client: FlaskClient, cadre_id: str, bad: str) -> None:
    answer = client.get(f"/graph?at={cadre_id}&{bad}")
    assert answer.status_code in (400, 404)
    assert "<script>" not in answer.get_data(as_text=True)


def test_what_is_above_the_class_is_withheld(city: City, cadre_id: str) -> None:
    family = city.graph.read("MATCH (f:FamilyMember) RETURN f.id AS id, f.name AS name ORDER BY id LIMIT 1")[0]
    office = create_app(replace(city.settings, clearance=Access.OFFICE), city.graph).test_client()
    text = text_of(office, f"/graph?at={cadre_id}&about={cadre_id}&do=add:{family['id']}")
    assert "1 项受限" in text
    assert family["id"] not in re.sub(r'"[^"]*"', "", text)
    ways = text_of(office, f"/graph?at={cadre_id}&about={cadre_id}&do=add:{cadre_id}")
    assert re.search(r"家庭成员.{0,400}?受限", ways, re.DOTALL)
    assert "HAS_FAMILY" not in ways
    everything = office.get(f"/graph/files/json?at={cadre_id}&do=open:{cadre_id}:HAS_FAMILY%3EFamilyMember:20")
    assert len(everything.get_json()["nodes"]) == 1


def test_paths_are_sentences_with_dates(client: FlaskClient, city: City, cadre_id: str) -> None:
    row = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:HELD]->(a:Tenure)-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-(b:Tenure)<-[:HELD]-(o:Cadre) "
        "WHERE o.id <> $id AND a.start < b.end AND b.start < a.end RETURN o.id AS id, o.name AS name, u.name AS unit "
        "ORDER BY id LIMIT 1",
        id=cadre_id,
    )[0]
    text = text_of(client, f"/graph/paths?who={cadre_id}&who={row['name']}&via=colleague")
    plain = re.sub(r"<[^>]+>", "", text)
    assert re.search(rf"都在{row['unit']}，\d{{4}}.*至", plain)
    assert "依据1" in text
    refused = text_of(client, f"/graph/paths?who={cadre_id}&who=yyy", 404)
    assert "没有编号或姓名" in refused
    assert f'value="{cadre_id}"' in refused
    assert 'value="yyy"' in refused, "the form stays as it was filled in"


def test_a_story_is_kept_moved_presented_and_dropped(client: FlaskClient, cadre_id: str) -> None:
    page = text_of(client, f"/graph?at={cadre_id}&do=add:{cadre_id}")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    form = {"csrf_token": token[1]}
    for title in ("第一幅", "第二幅"):
        given = {**form, "new": "讲解", "title": title, "note": "<b>话</b>", "address": f"at={cadre_id}"}
        assert client.post("/stories", data=given).status_code == 303
    assert "&lt;b&gt;" in text_of(client, "/stories/讲解")
    assert '<th scope="col">说明</th>' not in text_of(client, "/stories"), "a column in which nothing is said"
    first = text_of(client, "/stories/讲解/1")
    assert "第一幅" in first
    assert "下一幅" in first
    assert client.post("/stories/讲解", data={**form, "what": "down", "at": "0"}).status_code == 303
    assert "第二幅" in text_of(client, "/stories/讲解/1")
    assert text_of(client, "/stories/讲解/print").count("zs-drawing") >= 2
    text_of(client, "/stories/讲解/3", 404)
    assert client.post("/stories", data={**form, "new": "坏", "title": "x", "address": "at=x"}).status_code == 400
    assert "图集删除后不能恢复" in text_of(client, "/stories/讲解")
    assert client.post("/stories/讲解", data={**form, "what": "drop"}).status_code == 303
    text_of(client, "/stories/讲解", 404)


def test_every_relation_of_the_model_has_a_name() -> None:
    types = {link.type for cls in record_types().values() for link in cls.TYPE.links.values()}
    assert types == set(relation_names())
    assert all(set(names) == {"zh", "en", "back_zh", "back_en"} for names in relation_names().values())


def test_vendored_scripts_are_those_of_the_manifest() -> None:
    assert list(faults()) == []


@pytest.fixture
def trouble(page: Page) -> Trouble:
    found = Trouble()
    found.watch(page)
    return found


@pytest.mark.browser
def test_a_step_changes_the_page_in_place_and_back_undoes_it(
    page: Page, trouble: Trouble, address: str, start: str
) -> None:
    page.goto(address + start)
    page.locator("[data-ready]").wait_for()
    page.evaluate("window.stayed = true")
    page.locator(".way-links a").first.click()
    page.wait_for_url(re.compile("do=open"))
    page.get_by_role("link", name="撤销").wait_for()
    shown = page.locator("#graph-summary").inner_text()
    assert "1 项、0" not in shown
    page.go_back()
    page.wait_for_url(re.compile(r"graph\?at=[^&]*&about=[^&]*&do=add:[^&]*$"))
    page.locator("#graph-summary", has_text="图中有 1 项").wait_for()
    assert page.evaluate("window.stayed") is True
    assert trouble.found == []


@pytest.mark.browser
def test_a_first_view_is_in_the_address_and_names_are_proposed_after_a_step(
    page: Page, address: str, cadre_id: str
) -> None:
    page.goto(f"{address}/graph?at={cadre_id}")
    expect(page).to_have_url(re.compile("do=open"))
    page.locator("[data-ready]").wait_for()
    page.locator("a[data-graph]", has_text="撤销").click()
    page.wait_for_url(re.compile("back=1"))
    page.locator("#g-add").press_sequentially("局")
    page.locator("#g-add-list option").first.wait_for(state="attached")


@pytest.mark.browser
def test_the_keyboard_goes_from_thing_to_thing(page: Page, address: str, cadre_id: str, start: str) -> None:
    page.goto(f"{address}{start}&do=open:{cadre_id}:HELD%3ETenure:5")
    page.locator("[data-ready]").wait_for()
    page.locator("[data-graph-picture]").focus()
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(".graph-tip")).not_to_be_empty()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("about=ten_"))


WRITTEN = """
window.written = [];
const fill = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
  const place = this.getTransform().transformPoint({ x, y });
  const lower = place.y + parseFloat(this.font) * 1.2;
  window.written.push([text, place.y / this.canvas.height, lower / this.canvas.height]);
  return fill.call(this, text, x, y, ...rest);
};
"""


@pytest.mark.browser
def test_the_whole_picture_leaves_room_for_the_names_at_its_edge(page: Page, address: str, cadre_id: str) -> None:
    page.add_init_script(WRITTEN)
    page.goto(f"{address}/graph?at={cadre_id}&by=layers")
    page.locator("[data-ready]").wait_for()
    page.locator("[data-graph-picture]").focus()
    page.wait_for_timeout(300)
    page.evaluate("window.written.length = 0")
    page.keyboard.press("0")
    page.wait_for_timeout(300)
    written = page.evaluate("window.written")
    assert len(written) > 5
    assert [text for text, top, bottom in written if top < 0 or bottom > 1] == []


@pytest.mark.browser
def test_another_layout_is_shown_whole(page: Page, address: str, cadre_id: str) -> None:
    page.add_init_script(WRITTEN)
    page.goto(f"{address}/graph?at={cadre_id}")
    page.locator("[data-ready]").wait_for()
    page.locator("a[data-graph]", has_text="按层次").click()
    page.wait_for_url(re.compile("by=layers"))
    expect(page.locator(".graph-status")).to_have_text("")
    page.wait_for_timeout(800)
    shown = {text: top for text, top, _ in page.evaluate("window.written")}
    page.locator("[data-graph-picture]").focus()
    page.keyboard.press("0")
    page.wait_for_timeout(500)
    whole = {text: top for text, top, _ in page.evaluate("window.written")}
    assert shown == pytest.approx(whole, abs=0.02)


@pytest.mark.browser
def test_steps_are_undone_and_things_pinned_and_removed_by_keys(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/graph?at={cadre_id}")
    page.locator("[data-ready]").wait_for()
    page.locator("[data-graph-picture]").focus()
    for key, now in (("u", "back=1"), ("u", "back=2"), ("r", "back=1"), ("f", "do=pin"), ("Delete", "do=hide")):
        page.keyboard.press(key)
        page.wait_for_url(re.compile(now))
        expect(page.locator(".graph-status")).to_be_empty()
    page.keyboard.press("n")
    expect(page.locator(".graph-tip")).not_to_be_empty()


def test_the_rows_of_ranks_are_named_in_english(client: FlaskClient, cadre_id: str, start: str) -> None:
    text = text_of(client, f"{start}&do=open:{cadre_id}:~colleague%3ECadre:10&by=layers&lang=en")
    told = json.loads(html.unescape(text.partition('data-scene="')[2].partition('"')[0]))
    assert told["guides"]
    assert all(each["text"].isascii() for each in told["guides"])


@pytest.mark.browser
def test_each_stop_of_the_tab_key_says_what_it_does_and_keys_work_after_a_click(
    page: Page, address: str, cadre_id: str
) -> None:
    page.goto(f"{address}/graph?at={cadre_id}")
    page.locator("[data-ready]").wait_for()
    assert page.locator("[data-graph-picture] [tabindex='0']").count() == 0, "the picture itself is the only stop"
    told = "found => found.map(each => each.getAttribute('aria-label') || each.textContent.trim())"
    names = page.locator("#graph-side .way-links a, .graph-notices a").evaluate_all(told)
    assert len(names) > 5
    assert len(set(names)) == len(names)
    page.locator("[data-graph-picture]").click(position={"x": 4, "y": 4})
    page.keyboard.press("n")
    expect(page.locator(".graph-tip")).not_to_be_empty()


@pytest.mark.browser
def test_thousands_of_things_are_drawn_by_webgl(page: Page, address: str, start: str) -> None:
    def multiplied(route: Route) -> None:
        answer = route.fetch()
        found = re.search(r'data-scene="([^"]*)"', answer.text())
        assert found
        scene = json.loads(html.unescape(found[1]))
        one = scene["nodes"][0]
        scene["nodes"] += [
            {**one, "id": f"ten_{n:020x}", "x": 40 * (n % 100), "y": 40 * (n // 100)} for n in range(10_000)
        ]
        body = answer.text().replace(found[1], html.escape(json.dumps(scene)))
        route.fulfill(response=answer, body=body)

    page.route("**/graph?at=*", multiplied)
    page.goto(address + start)
    page.locator("[data-ready]").wait_for()
    page.locator(".graph-canvas canvas").first.wait_for(state="attached")
    drawn = page.locator("[data-graph-picture]").screenshot()
    colours = Image.open(io.BytesIO(drawn)).convert("RGB").getcolors(1 << 24) or []
    paper = max(count for count, _ in colours)
    assert sum(count for count, _ in colours) - paper > 20_000


@pytest.mark.browser
def test_it_reads_and_steps_without_scripts(browser: Browser, address: str, start: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + start)
        page.locator(".way-links a").first.click()
        expect(page).to_have_url(re.compile("do=open"))
        expect(page.locator(".graph-picture > svg")).to_be_visible()
        page.locator(".graph-picture svg a").last.click()
        expect(page).to_have_url(re.compile("about="))
        expect(page.locator("#graph-side h2")).to_have_count(1)
        expect(page.locator("tbody tr").nth(2)).to_be_attached()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_odd_names_are_text_and_break_nothing(
    page: Page, trouble: Trouble, address: str, city: City, width: int, language: str
) -> None:
    odd = id_of(city.graph, ODD_NAME)
    page.set_viewport_size({"width": width, "height": 900})
    for path in (
        f"/graph?at={odd}&about={odd}&do=open:{odd}:~served%3EUnit:20&do=open:{odd}:ABOUT%3CInterview:20",
        f"/graph/paths?who={odd}",
        "/graph",
        "/stories",
    ):
        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
        assert page.evaluate(OVERFLOW) <= 0, path
    page.goto(f"{address}/graph?at={odd}&do=open:{odd}:~served%3EUnit:20")
    page.locator("[data-ready]").wait_for()
    expect(page.locator("tbody", has_text="\U00020bb7野局").first).to_be_attached()
    assert trouble.found == []


def test_posts_of_one_title_are_told_apart_by_their_unit(client: FlaskClient, city: City) -> None:
    rows = city.graph.read(
        "MATCH (p:Post {title: '副局长'})-[:IN_UNIT]->(u:Unit) RETURN p.id AS id, u.name AS unit ORDER BY id LIMIT 2"
    )
    text = html.unescape(client.get("/graph", query_string={"at": [row["id"] for row in rows]}).text)
    assert len(rows) == 2
    plain = re.sub("[\u2068\u2069]", "", text)  # around names from right to left
    assert all(f"副局长（{row['unit']}）" in plain for row in rows)


def files(address: str, extra: str = "") -> str:
    """The picture of an address as JSON."""
    return f"{address}{extra}".replace("/graph?", "/graph/files/json?")


def test_a_body_of_members_opens_with_them(client: FlaskClient, city: City) -> None:
    row = city.graph.read(
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure {kind: 'membership'})<-[:HELD]-(c:Cadre) "
        "RETURN u.id AS unit, collect(DISTINCT c.id) AS cadres ORDER BY unit LIMIT 1"
    )[0]
    text = client.get("/graph", query_string={"at": row["unit"]}, follow_redirects=True).get_data(as_text=True)
    scene = json.loads(html.unescape(text.partition('data-scene="')[2].partition('"')[0]))
    assert set(row["cadres"]) <= {each["id"] for each in scene["nodes"]}


def test_a_picture_of_one_day_has_what_held_on_it(client: FlaskClient, city: City, cadre_id: str, start: str) -> None:
    opened = f"{start}&do=open:{cadre_id}:HELD%3ETenure:50"
    held = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure) RETURN t.id AS id, t.start AS start, t.end AS end", id=cadre_id
    )
    day = f"{next(each['end'] for each in held if each['end'])[:7]}-01"
    expected = {
        each["id"]
        for each in held
        if (not each["start"] or first_day(each["start"]) <= day) and (not each["end"] or first_day(each["end"]) > day)
    }
    shown = json.loads(text_of(client, files(opened, f"&as_of={day}")))
    assert {each["id"] for each in shown["nodes"]} == {cadre_id, *expected}
    assert "那一天的情况" in " ".join(shown["marks"])
    text = text_of(client, f"{opened}&as_of={day}&least=0")
    assert f'name="as_of" value="{day}"' in text
    assert f"as_of={day}" in steps(text, "hide")[0]


def test_one_day_from_and_to_is_that_day_and_a_range_goes_before_it() -> None:
    assert read_state({"from": ["2016-03-15"], "to": ["2016-03-15"]}).arguments() == {"as_of": "2016-03-15"}
    assert read_state({"as_of": ["2016.03"]}).arguments() == {"as_of": "2016-03-01"}
    both = read_state({"as_of": ["2016-03-15"], "from": ["2012"], "to": ["2014"]})
    assert both.arguments() == {"from": "2012", "to": "2014"}


def test_a_day_before_all_records_leaves_the_days_to_be_changed(client: FlaskClient, start: str) -> None:
    text = text_of(client, f"{start}&known_on=2001-01-01")
    assert 'id="clock-known" name="known_on" value="2001-01-01"' in text
    assert "回到全部时间" in text


@pytest.mark.browser
def test_the_slider_of_a_picture_changes_it_in_place_and_keeps_the_focus(
    page: Page, trouble: Trouble, address: str, cadre_id: str, start: str
) -> None:
    page.goto(f"{address}{start}&do=open:{cadre_id}:HELD%3ETenure:50")
    page.locator("[data-ready]").wait_for()
    page.evaluate("window.stayed = true")
    slider = page.locator("#clock-as-of-slider")
    slider.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.wait_for_url(re.compile("as_of=2024-01-15"))
    expect(page.locator("#clock-as-of")).to_have_value("2024-01-15")
    expect(page.locator("#clock-as-of-slider")).to_be_focused()
    page.locator(".clock a").click()
    expect(page).not_to_have_url(re.compile("as_of"))
    expect(page.locator("#clock-as-of")).to_have_value("")
    assert page.evaluate("window.stayed") is True
    assert trouble.found == []


@pytest.mark.browser
def test_the_slider_of_a_page_has_the_focus_on_the_page_of_its_day(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/cadres/{cadre_id}")
    page.locator("#clock-as-of-slider").focus()
    page.keyboard.press("Home")
    page.wait_for_url(re.compile("as_of="))
    expect(page.locator("#clock-as-of-slider")).to_be_focused()


def test_a_picture_leads_to_its_difference_with_sources(
    client: FlaskClient, city: City, cadre_id: str, start: str
) -> None:
    opened = f"{start}&do=open:{cadre_id}:HELD%3ETenure:50&do=open:{cadre_id}:~colleague%3ECadre:10"
    (href,) = re.findall(r'href="(/graph/difference[^"]*)"', text_of(client, f"{opened}&as_of=2012-05-01"))
    link = html.unescape(href)
    assert "from=2011-05-01&to=2012-05-01" in link
    everything = re.sub("from=[^&]*&to=[^&]*", "from=1990-01-01&to=2024-03-15", link)
    text = text_of(client, everything)
    assert re.search(r"到任 [1-9]", text)
    assert "内部变动" not in text, "a picture is of several units"
    came = text[text.index("谁来、谁走、谁动") : text.index("哪些联系开始、结束")]
    assert city.showcase in came
    assert "/sources/src_" in came
    ties = text[text.index("哪些联系开始、结束") : text.index("图中其他记录的变化")]
    assert "/evidence/ten_" in ties
    assert "材料方面" not in text
    assert re.search(r"新知 [1-9]", text_of(client, f"{everything}&known_from=2001-01-01"))
    alone = text_of(client, f"{everything}&no=Tenure&cut=~colleague&known_from=2001-01-01")
    assert "到任 0 人" in alone, "filters hold"


def test_a_difference_tells_what_was_corrected_and_withdrawn_in_a_picture(
    app: Flask, cadre_id: str, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(graph: Graph, settings: Settings, things: Mapping[str, str], day: str) -> dict[str, dict[str, Any]]:
        rows = facts_known_on(graph, settings, things, "")
        if day:
            first, second = sorted(ident for ident in rows if ident in things and ident.startswith("ten_"))[:2]
            rows[first] = rows[first] | {"properties": rows[first]["properties"] | {"title": "原写职务"}}
            gone = rows[second]["properties"] | {"id": f"ten_{'f' * 20}", "title": "已撤职务", "unit_name": "已撤单位"}
            rows[f"ten_{'f' * 20}"] = rows[second] | {"properties": gone, "outgoing": []}
        return rows

    monkeypatch.setattr(difference, "facts_known_on", told)
    days = DayPair("1990-01-01", "2024-03-15", "2001-01-01", "")
    with app.test_request_context(start):
        app.preprocess_request()
        state = read_state({"at": [cadre_id], "do": [f"open:{cadre_id}:HELD>Tenure:50"]})
        found = difference.difference_of(state, days)
    lessons = {each.lesson: each for each in found.posts}
    assert lessons.keys() == {"corrected", "withdrawn"}
    assert lessons["corrected"].before is not None
    assert lessons["corrected"].before.title.endswith("原写职务")
    assert lessons["withdrawn"].holding.title == "已撤单位 已撤职务"
    monkeypatch.setattr(difference, "MOST", 1)
    with app.test_request_context(start):
        app.preprocess_request()
        with pytest.raises(UsageError):
            difference.difference_of(state, days)


def test_a_tie_is_told_by_what_held_in_the_time_asked_for(
    app: Flask, start: str, cadre_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"cad_{'a' * 20}"
    grounds = (Ground(("ten_1",), "甲局", "2010-01", "2012-01"), Ground(("ten_2",), "乙局", "2015-01", "2018-01"))
    tie = Tie("colleague", cadre_id, other, ("甲某", "乙某"), grounds)

    def found(_: State) -> Gathered:
        things = {each: Node(each, "Cadre", each[-4:], {}) for each in (cadre_id, other)}
        return Gathered(things=things, ties=[tie], arrivals=[Arrival(tuple(things), None)])

    monkeypatch.setattr(scene, "gather", found)
    with app.test_request_context(start):
        app.preprocess_request()
        then = build_scene(read_state({"at": [cadre_id], "as_of": ["2016-05-01"]}))
        whole = build_scene(read_state({"at": [cadre_id]}))
    assert ("甲局" in whole.lines[0].text, "乙局" in whole.lines[0].text) == (True, True)
    assert ("甲局" in then.lines[0].text, "乙局" in then.lines[0].text) == (False, True)
    assert [each.grounds for each in then.ties] == [(grounds[1],)]
    assert then.dates == whole.dates, "the slider has all days to stop at"


def test_names_in_the_page_to_take_away_are_broken() -> None:
    points = [Point("uni_1", "单位", "甲湾区卫生和计划生育委员会医政处", label="Unit")]
    assert "甲湾区卫生和计划生育委员会医政处" in network_page("图", (), points, (), "zh")
    (label,) = re.findall(r'"label": "([^"]*)"', network_page("图", (), points, (), "zh"))
    assert r"\n" in label


def test_what_reads_the_same_from_both_ends_has_no_arrow(client: FlaskClient, cadre_id: str, start: str) -> None:
    people = f"{start}&do=open:{cadre_id}:~colleague%3ECadre:50"
    drawn = text_of(client, people.replace("/graph?", "/graph/files/svg?"))
    posts = text_of(client, f"{start}&do=open:{cadre_id}:HELD%3ETenure:50".replace("/graph?", "/graph/files/svg?"))
    assert (len(re.findall(ARROW, drawn)), len(re.findall(ARROW, posts)) > 0) == (0, True)
    page = text_of(client, people.replace("/graph?", "/graph/files/html?"))
    assert '"arrows": ""' in page
    assert '"arrows": "to"' not in page
    scene = json.loads(html.unescape(re.findall(r'data-scene="([^"]*)"', text_of(client, people))[0]))
    assert {each["mutual"] for each in scene["edges"]} == {True}
    one = text_of(client, files(people, f"&do=group:{cadre_id}:~colleague%3ECadre"))
    assert len(json.loads(one)["links"]) == 1, "a group is linked once, whichever end comes first"


def test_a_wider_opening_takes_the_place_of_what_a_narrower_left_out(
    client: FlaskClient, cadre_id: str, start: str
) -> None:
    way = f"{cadre_id}:HELD%3ETenure"
    assert len(re.findall(r"<li>[^<]*只展开了", text_of(client, f"{start}&do=open:{way}:1&do=open:{way}:2"))) == 1
    assert "只展开了" not in text_of(client, f"{start}&do=open:{way}:1&do=open:{way}:200")


def test_people_without_links_are_offered_who_worked_together(client: FlaskClient, city: City, cadre_id: str) -> None:
    address = f"/graph?at={cadre_id}&at={id_of(city.graph, ODD_NAME)}"
    assert "ties=colleague" in text_of(client, address).partition("推定其中谁与谁共过事")[2][:200]
    assert "推定其中谁与谁共过事" not in text_of(client, f"{address}&ties=colleague")


@pytest.mark.browser
def test_what_is_to_be_opened_is_not_printed(page: Page, address: str, cadre_id: str) -> None:
    page.goto(f"{address}/graph?at={cadre_id}&as_of=2016-03-15")
    page.emulate_media(media="print")
    expect(page.locator(".ways")).to_be_hidden()
    expect(page.locator("[data-part=marks]")).to_have_text("2016.03.15 那一天的情况")


def test_of_people_without_links_the_difference_tells_all_their_posts(
    client: FlaskClient, city: City, cadre_id: str
) -> None:
    address = f"/graph/difference?at={cadre_id}&at={id_of(city.graph, ODD_NAME)}&from=1990-01-01&to=2024-03-15"
    text = text_of(client, address)
    assert city.showcase in text.partition("谁来、谁走、谁动")[2].partition("</section>")[0]
    assert "到任 0 人" in text_of(client, f"{address}&no=Tenure")

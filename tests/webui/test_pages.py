"""What each page shows of a real graph."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from graph.store.connection import Graph
from tests.webui.conftest import LONG_NOTE, ODD_NAME, TODAY, City, id_of
from tests.webui.places import one
from webui.app import create_app


def found(client: FlaskClient, q: str) -> list[str]:
    return re.findall(r'href="/cadres/([^"?]+)"', client.get("/search", query_string={"q": q, "kind": "Cadre"}).text)


@pytest.mark.parametrize("wanted", ["name", "pinyin", "initials"])
def test_a_cadre_is_found_by_name_pinyin_and_initials(
    client: FlaskClient, city: City, cadre_id: str, wanted: str
) -> None:
    row = city.graph.read("MATCH (c:Cadre {id: $id}) RETURN properties(c) AS p", id=cadre_id)[0]["p"]
    assert cadre_id in found(client, row[wanted])


@pytest.mark.parametrize("wanted", ["unit_name", "title"])
def test_a_cadre_is_found_by_unit_and_post(client: FlaskClient, city: City, cadre_id: str, wanted: str) -> None:
    cypher = "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure {end_status: 'current', kind: 'post'}) RETURN t AS t"
    held = city.graph.read(cypher, id=cadre_id)[0]["t"]
    assert cadre_id in found(client, held[wanted])


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    text = client.get("/search?q=zzzz").text
    assert "“zzzz”" in text
    assert "拼音首字母" in text


def test_the_start_page_counts(client: FlaskClient, city: City) -> None:
    count = city.graph.read("MATCH (c:Cadre) RETURN count(c) AS n")[0]["n"]
    assert f'by_level?run=1">{count}</a></dd>' in client.get("/").text.partition("<dt>干部</dt>")[2]


def test_an_empty_graph_says_what_would_fill_it(embedded_graph: Graph, city: City) -> None:
    empty = create_app(city.settings, embedded_graph).test_client()
    assert "导入干部任免审批表" in empty.get("/").text
    assert 'class="empty"' in empty.get("/imports").text
    assert empty.get("/cadres/cad_none").status_code == 404


def test_a_cadre_page_has_head_pictures_tables_and_queries(client: FlaskClient, city: City, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}").text
    assert f"<h1><bdi>{city.showcase}</bdi></h1>" in text
    assert text.count('<svg xmlns="http://www.w3.org/2000/svg"') - text.count("only-print") == 3
    assert text.count('<details class="branch"') == 10
    assert "MATCH (c:Cadre {id: $cadre})" in text
    for part in ("trajectory", "tree", "records", "doubts"):
        assert f'id="{part}"' in text


def test_no_two_elements_share_an_id(client: FlaskClient, cadre_id: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(f"/cadres/{cadre_id}").text)
    assert len(ids) == len(set(ids))


def test_every_link_of_the_picture_leads_somewhere(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}").text
    ids = set(re.findall(r'\sid="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) - ids == set()
    leaves = sorted(set(re.findall(rf'href="(/cadres/{cadre_id}/leaves/[^"]+)"', text)))
    assert leaves
    for path in (*leaves, *sorted(set(re.findall(r'href="(/evidence/[^"]+)"', text)))[:20]):
        assert client.get(path).status_code == 200


def test_the_day_in_the_address_decides_what_is_shown(client: FlaskClient, cadre_id: str) -> None:
    early, late = (client.get(f"/cadres/{cadre_id}?as_of={day}").text for day in ("2005-01", TODAY))
    assert "截至 2005.01.01" in early
    assert len(early) < len(late)
    assert "回到今天" in early


def test_a_day_that_is_none_is_wrong_use(client: FlaskClient, cadre_id: str) -> None:
    answer = client.get(f"/cadres/{cadre_id}?as_of=2o19")
    assert answer.status_code == 400
    assert "2o19" in answer.text


@pytest.mark.parametrize("path", ["/cadres/cad_none", "/evidence/ten_none", "/evidence/x", "/sources/src_none"])
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "请" in answer.text


def test_evidence_names_document_place_words_author_and_batch(client: FlaskClient, city: City, cadre_id: str) -> None:
    cypher = (
        "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure)-[s:STATED_IN]->(r:SourceRecord)-[:PART_OF]->(d:SourceDocument) "
        "WHERE s.line IS NOT NULL RETURN t.id AS id, s.line AS line, s.quote AS quote, d.title AS title, "
        "r.author AS author ORDER BY line LIMIT 1"
    )
    stated = city.graph.read(cypher, id=cadre_id)[0]
    text = client.get(f"/evidence/{stated['id']}").text
    for said in (stated["title"], f"简历第{stated['line']}行", escape(stated["quote"]), stated["author"]):
        assert str(said) in text
    assert f"/imports/{city.batch}" in text


def test_a_dispute_shows_every_value_with_its_document(client: FlaskClient, city: City) -> None:
    cypher = "MATCH (e:Education) WHERE e.alternatives IS NOT NULL RETURN e.id AS id, e.alternatives AS a ORDER BY id"
    disputed = city.graph.read(cypher)
    assert disputed
    text = client.get(f"/evidence/{disputed[0]['id']}").text
    assert "材料之间有分歧" in text
    assert text.count('class="stands"') >= 1
    for claim in json.loads(disputed[0]["a"]):
        value = str(claim["value"]).replace("-", ".")
        assert value in text


def test_a_source_lists_what_it_states(client: FlaskClient, city: City, cadre_id: str) -> None:
    record = city.graph.read("MATCH (r:SourceRecord {subject: $id}) RETURN r.id AS id ORDER BY id", id=cadre_id)[0]
    text = client.get(f"/sources/{record['id']}").text
    assert "/evidence/" in text
    assert f"/imports/{city.batch}" in text


@pytest.mark.parametrize("name", ["trajectory.svg", "image-tree.svg"])
def test_a_drawing_can_be_taken_away(client: FlaskClient, cadre_id: str, name: str) -> None:
    answer = client.get(f"/cadres/{cadre_id}/{name}")
    assert answer.mimetype == "image/svg+xml"
    assert ET.fromstring(answer.text).tag.endswith("svg")
    saved = unquote(answer.headers["Content-Disposition"])
    assert saved.startswith("attachment;")
    assert f"-{name.removesuffix('.svg')}-{TODAY}-" in saved, "of what day, and who may see it"


@pytest.mark.parametrize("name", ["career.json", "image-tree.json"])
def test_the_data_can_be_taken_away(client: FlaskClient, cadre_id: str, name: str) -> None:
    assert json.loads(client.get(f"/cadres/{cadre_id}/{name}").text)["cadre"]["id"] == cadre_id


def test_an_unknown_file_of_a_cadre_names_those_there_are(client: FlaskClient, cadre_id: str) -> None:
    answer = client.get(f"/cadres/{cadre_id}/life.svg")
    assert answer.status_code == 404
    assert "trajectory.svg" in answer.text


def test_the_batch_shows_counts_files_and_findings(client: FlaskClient, city: City) -> None:
    batch = city.graph.read("MATCH (b:ImportBatch {id: $id}) RETURN properties(b) AS p", id=city.batch)[0]["p"]
    text = client.get(f"/imports/{city.batch}").text
    assert f"<dd>{batch['created']:,}</dd>" in text
    assert "odd.lrmx" in text
    assert f"/imports/{city.batch}" in client.get("/imports").text


def test_findings_are_kept_by_severity_and_code(client: FlaskClient, city: City) -> None:
    cypher = "MATCH (f:Finding) RETURN f.severity AS s, f.code AS c, count(f) AS n ORDER BY n, s, c"
    some = city.graph.read(cypher)[0]
    path = f"/imports/{city.batch}?severity={some['s']}&code={some['c']}"
    rows = client.get(path).text.partition('id="findings"')[2].partition("</table>")[0].count("<tr")
    assert rows == some["n"] + 1


def test_an_odd_name_is_text_everywhere(client: FlaskClient, city: City) -> None:
    odd = id_of(city.graph, ODD_NAME)
    text = client.get(f"/cadres/{odd}").text
    assert "<script>x" not in text
    assert str(escape(ODD_NAME)) in text
    assert LONG_NOTE in text
    assert "\u0645\u0631\u062d\u0628\u0627" in text
    assert "\U0001f4bc" in text


def test_the_language_is_kept_and_one_click_away(client: FlaskClient, cadre_id: str) -> None:
    path = f"/cadres/{cadre_id}?as_of=2020-01-01"
    assert 'href="/cadres/' in client.get(path).text
    assert f'href="/cadres/{cadre_id}?as_of=2020-01-01&amp;lang=en"' in client.get(path).text
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert "Career trajectory" in client.get(path).text
    assert '<html lang="zh-CN">' in client.get("/?lang=zh").text


def test_health_says_ok(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}


def test_the_colours_are_those_of_the_drawings(client: FlaskClient) -> None:
    text = client.get("/palette.css").text
    assert ":root{--paper:#fdfcf9" in text
    assert "prefers-color-scheme:dark" in text
    assert ".zs-drawing" in text


def test_a_cadre_as_known_on_a_day(client: FlaskClient, cadre_id: str) -> None:
    page = client.get(f"/cadres/{cadre_id}?known_on=2999-01-01&as_of=2024-03-15").text
    assert "当时有效的材料" in page
    assert client.get(f"/cadres/{cadre_id}/career.json?known_on=2999-01-01&as_of=2024-03-15").json == (
        client.get(f"/cadres/{cadre_id}/career.json?as_of=2024-03-15").json
    )
    assert client.get(f"/cadres/{cadre_id}?known_on=2001").status_code == 404
    for wrong in ("x", "2024-02-30", "0000"):
        assert client.get(f"/cadres/{cadre_id}?known_on={wrong}").status_code == 400
    as_printed = client.get(f"/cadres/{cadre_id}/career.json?as_of=2024.03").json
    assert as_printed == client.get(f"/cadres/{cadre_id}/career.json?as_of=2024-03-01").json


@pytest.mark.parametrize("address", ["/", "/search?q=县", "/imports", "/imports/{batch}", "/cadres/{cadre}", "/who"])
def test_a_page_shows_what_it_asked_of_the_graph(client: FlaskClient, city: City, cadre_id: str, address: str) -> None:
    text = client.get(address.format(batch=city.batch, cadre=cadre_id)).text
    assert '<details class="query">' in text
    assert "MATCH (" in text


def test_what_work_exercises_is_told_in_english(client: FlaskClient, city: City) -> None:
    exercised = "MATCH (p:WorkProject)-[:EXERCISES]->(:Competency {name: '改革创新'}) RETURN p.id AS id ORDER BY id"
    address = f"/evidence/{one(city, exercised)}"
    text = client.get(address, query_string={"lang": "en"}).text
    assert "reform and innovation" in text
    assert "改革创新" in client.get(address, query_string={"lang": "zh"}).text

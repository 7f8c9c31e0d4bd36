"""Pages of the analyst's desk: queries of one's own from draft to catalogue, favourites, runs of late, named lists."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from queries.desk.lists import all_lists, drop_list
from tests.webui.conftest import TODAY, City
from webui.app import create_app

BASE = "http://localhost"
TEXT = """// ---
// title = { zh = "女干部名册", en = "Women" }
// question = { zh = "有哪些女干部？", en = "Which cadres are women?" }
// access = 2
// [columns.cadre]
// type = "cadre"
// meaning = { zh = "干部", en = "Cadre" }
// ---
MATCH (c:Cadre) WHERE c.sex = '女' RETURN c AS cadre ORDER BY c.name, c.id
"""


@pytest.fixture
def desk(app: Flask, city: City) -> Iterator[FlaskClient]:
    """A browser that keeps its cookies, with no list on the desk that other tests share."""
    for each in all_lists(city.settings.data):
        drop_list(city.settings.data, each.name)
    with app.test_client() as client:
        yield client


def get(client: FlaskClient, address: str, status: int = 200, **query: Any) -> str:
    response = client.get(address, query_string=query, base_url=BASE)
    assert response.status_code == status, response.get_data(as_text=True)[:2000]
    return response.get_data(as_text=True)


def post(client: FlaskClient, address: str, status: int = 200, **form: Any) -> str:
    token = re.search(r'name="csrf_token" value="([^"]+)"', get(client, "/own-queries/new"))
    assert token
    response = client.post(
        address,
        data={"csrf_token": token[1], **form},
        base_url=BASE,
        headers={"Referer": BASE},
        follow_redirects=True,
        content_type="multipart/form-data",
    )
    assert response.status_code == status, response.get_data(as_text=True)[:2000]
    return response.get_data(as_text=True)


def keep(client: FlaskClient, name: str, text: str = TEXT) -> str:
    return post(client, "/own-queries", name=name, topic="own", author="甲某", text=text, action="save")


def test_a_query_goes_from_the_template_to_the_catalogue_and_out_again(desk: FlaskClient) -> None:
    assert "MATCH" in get(desk, "/own-queries/new")
    assert "草稿" in keep(desk, "women_here")
    assert "尚未发布的草稿" in get(desk, "/queries/women_here@draft", run=1)
    assert "已复核" in post(desk, "/own-queries/women_here/review", who="乙某")
    assert "已发布" in post(desk, "/own-queries/women_here/publish", who="丙某")
    assert 'href="/queries/women_here"' in get(desk, "/queries")
    # a newer draft does not keep the published one from being withdrawn
    keep(desk, "women_here", TEXT.replace("c.name, c.id", "c.id"))
    post(desk, "/own-queries/women_here/withdraw", 400, who="丁某", why=" ")
    assert "口径有误" in post(desk, "/own-queries/women_here/withdraw", who="丁某", why="口径有误")
    post(desk, "/own-queries/women_here/withdraw", 400, who="丁某", why="再撤")
    assert 'href="/queries/women_here"' not in get(desk, "/queries")


def test_cypher_alone_is_kept_with_a_first_header(desk: FlaskClient) -> None:
    text = keep(desk, "bare_one", "MATCH (c:Cadre) RETURN c.name AS name ORDER BY name, c.id LIMIT 3")
    assert "// [columns.name]" in text
    assert "查询还没有名称" in text
    assert "未命名" in get(desk, "/queries/bare_one@draft", run=1)


def test_what_is_wrong_is_shown_and_the_text_stays(desk: FlaskClient) -> None:
    wrong = TEXT.replace("RETURN c AS cadre", "SET c.name = 'x' RETURN c AS cadre")
    text = post(desk, "/own-queries", name="w", topic="own", author="", text=wrong, action="check")
    assert "复核前须修改" in text
    assert "SET c.name" in text
    assert 'data-line="9"' in text
    post(desk, "/own-queries", 400, name="w", topic="own", author="", text=TEXT, action="save")
    post(desk, "/own-queries", 400, name="../w", topic="own", author="甲某", text=TEXT, action="save")
    post(desk, "/own-queries", 400, name="long_in_post", topic="own", author="甲某", text=TEXT, action="save")


def test_check_asks_the_engine_and_warns_of_ties(desk: FlaskClient) -> None:
    wrong = TEXT.replace("c.sex = '女'", "d.sex = '女'")
    text = post(desk, "/own-queries", name="w", topic="own", author="", text=wrong, action="check")
    assert "引擎不接受" in text
    assert 'data-line="9"' in text
    tied = TEXT.replace("c.name, c.id", "c.name")
    text = post(desk, "/own-queries", name="w", topic="own", author="", text=tied, action="check")
    assert "次序相同的行" in text
    assert "图数据库也接受" in text


def test_a_draft_that_is_wrong_is_kept_and_not_reviewed(desk: FlaskClient) -> None:
    text = keep(desk, "half_done", "MATCH (c:Cadre) RETURN")
    assert "复核前须修改" in text
    post(desk, "/own-queries/half_done/review", 400, who="乙某")
    get(desk, "/queries/half_done@draft", 400, run=1)
    get(desk, "/queries/none@draft", 404)


def test_the_author_does_not_review(desk: FlaskClient) -> None:
    keep(desk, "by_myself")
    post(desk, "/own-queries/by_myself/review", 400, who=" 甲某 ")
    post(desk, "/own-queries/by_myself/publish", 400, who="丙某")


def test_cypher_alone_runs_and_is_given_a_header(desk: FlaskClient) -> None:
    cypher = "MATCH (c:Cadre) WHERE $name IS NULL OR c.name = $name RETURN c AS cadre, c.sex AS sex ORDER BY c.id"
    tried = post(desk, "/own-queries", name="", topic="", author="", text=cypher, action="try")
    assert "已在前面加上说明" in tried
    assert "试运行结果" in tried
    assert "复核前须修改" not in tried
    text = unescape(re.search(r'<textarea id="e-text"[^>]*>(.*?)</textarea>', tried, re.DOTALL)[1])  # type: ignore[index]
    assert "// [parameters.name]" in text
    assert '// type = "cadre"' in text
    assert "草稿" in keep(desk, "from_cypher", text)
    assert "已复核" in post(desk, "/own-queries/from_cypher/review", who="乙某")
    for action in ("try", "check"):
        refused = post(desk, "/own-queries", name="", topic="", author="", text="MATCH (n) DELETE n", action=action)
        assert "只读查询不能使用" in refused
        assert "没有头部" not in refused


def test_what_is_refused_stays_on_the_page_with_its_versions(desk: FlaskClient) -> None:
    keep(desk, "stays_here")
    for refused in (
        post(desk, "/own-queries/stays_here/review", 400, who="甲某"),
        post(desk, "/own-queries", 400, name="stays_here", topic="own", author="", text=TEXT, action="save"),
    ):
        assert 'id="e-text"' in refused
        assert "全部版本" in refused
        assert "复核前须修改" not in refused
    assert "复核人不能是作者" in post(desk, "/own-queries/stays_here/review", 400, who="甲某")


def test_an_author_is_asked_once(desk: FlaskClient) -> None:
    keep(desk, "by_somebody")
    assert 'value="甲某"' in get(desk, "/own-queries/new")
    assert 'value="甲某"' in get(desk, "/own-queries/by_somebody")


def test_versions_stand_beside_each_other(desk: FlaskClient) -> None:
    keep(desk, "changing")
    text = keep(desk, "changing", TEXT.replace("c.name, c.id", "c.id"))
    assert re.search(r"<ins>[+].*ORDER BY c.id</ins>", text)
    assert "不是最新版" in get(desk, "/own-queries/changing", version=1)
    get(desk, "/own-queries/changing", 404, version=9)


def test_a_library_query_is_copied(desk: FlaskClient) -> None:
    text = get(desk, "/own-queries/new", origin="long_in_post")
    assert "my_long_in_post" in text
    get(desk, "/own-queries/new", 404, origin="no_such")


def test_files_come_in_whole_or_not_at_all(desk: FlaskClient) -> None:
    good, packed = io.BytesIO(TEXT.encode()), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ours/from_zip.cypher", TEXT)
        archive.writestr("ours/../../evil.txt", "x")
        archive.writestr("ours/bad.cypher", "// no header\nMATCH (n) RETURN n")
        archive.writestr("ours/worse.cypher", b"\xff\xfe")
    failed = post(
        desk,
        "/own-queries/import",
        400,
        author="甲某",
        files=[(good, "good_one.cypher"), (io.BytesIO(packed.getvalue()), "all.zip")],
    )
    assert "bad.cypher" in failed
    assert "worse.cypher" in failed
    assert 'id="f-files"' in failed
    assert "good_one" not in get(desk, "/own-queries")
    post(desk, "/own-queries/import", 400, author="甲某", files=[(io.BytesIO(b"PK no zip"), "x.zip")])
    post(desk, "/own-queries/import", 400, author="甲某", files=[(io.BytesIO("名".encode("gbk")), "gbk.cypher")])
    assert "女干部名册" in post(
        desk, "/own-queries/import", author="甲某", files=[(io.BytesIO(TEXT.encode()), "good_one.cypher")]
    )
    taken = desk.get("/own-queries.zip", base_url=BASE)
    assert "own/good_one.cypher" in zipfile.ZipFile(io.BytesIO(taken.data)).namelist()
    english = post(desk, "/own-queries/import?lang=en", 400, author="甲某", files=[(io.BytesIO(b"x"), "bad.cypher")])
    assert "bad.cypher: The file has no header." in english


def test_favourites_and_runs_of_late_are_in_the_catalogue(desk: FlaskClient) -> None:
    assert 'aria-pressed="true"' in post(desk, "/queries/long_in_post/favourite", wanted="1")
    get(desk, "/queries/now_at_unit", run=1)
    text = get(desk, "/queries")
    assert "收藏的查询" in text
    assert "最近运行" in text
    assert 'aria-pressed="false"' in post(desk, "/queries/long_in_post/favourite", wanted="")
    assert "收藏的查询" not in get(desk, "/queries")


def test_lists_are_kept_combined_changed_and_deleted(desk: FlaskClient, city: City) -> None:
    names = {row["id"]: row["name"] for row in city.graph.read("MATCH (c:Cadre) RETURN c.id AS id, c.name AS name")}
    one, two, three = sorted(names)[:3]
    assert escape(names[one]) in post(desk, "/lists", name="甲单", cadres=f"{one},{two}", note="试")
    post(desk, "/lists", name="乙单", cadres=f"{two},{three},gone")
    post(desk, "/lists", 400, name="甲单", cadres=one)
    post(desk, "/lists", 400, name="空单", cadres="")
    both = post(desk, "/lists/combine", first="甲单", second="乙单", operation="intersection", name="交")
    assert escape(names[two]) in both
    assert f"/cadres/{one}" not in both
    assert "交集：同在两个名单中：甲单、乙单" in both
    post(desk, "/lists/combine", 400, first="甲单", second="乙单", operation="xor", name="错")
    assert "1 人已不在图中" in get(desk, "/lists/乙单")
    assert names[one].encode() in desk.get("/lists/甲单.csv", base_url=BASE).data
    post(desk, "/lists/甲单/remove", cadre=[one])
    post(desk, "/lists/甲单/remove", 400, cadre=[two])
    assert "丙单" in post(desk, "/lists/甲单/rename", new="丙单")
    get(desk, "/lists/甲单", 404)
    for name in ("丙单", "乙单", "交"):
        post(desk, f"/lists/{name}/drop")
    assert "还没有名单" in get(desk, "/lists")


def test_a_result_becomes_a_list(desk: FlaskClient) -> None:
    text = get(desk, "/queries/now_at_unit", run=1)
    found = re.search(r'name="cadres" value="([^"]+)"', text)
    assert found
    post(desk, "/lists", name="从结果", cadres=found[1])
    post(desk, "/lists/从结果/drop")


def test_names_are_shown_as_text(desk: FlaskClient) -> None:
    text = keep(desk, "odd", TEXT.replace("女干部名册", "<script>alert(1)</script>"))
    assert "<script>alert" not in text
    assert "<script>alert" not in get(desk, "/own-queries")


def test_no_form_is_taken_without_its_token(app: Flask) -> None:
    for address in (
        "/own-queries",
        "/lists",
        "/lists/combine",
        "/own-queries/import",
        "/queries/long_in_post/favourite",
    ):
        assert app.test_client().post(address, base_url=BASE).status_code == 400


def test_the_editor_proposes_names(page: Page, address: str) -> None:
    page.goto(f"{address}/own-queries/new")
    page.locator("#e-text").fill("MATCH (c:Cad")
    page.locator(".proposals button").first.wait_for()
    expect(page.locator(".proposals button").first).to_have_text("Cadre")
    page.locator("#e-text").press("Tab")
    expect(page.locator("#e-text")).to_have_value("MATCH (c:Cadre")
    page.locator("#e-text").fill("// [parameters.unit]\nMATCH (u) WHERE u.id IN $u")
    expect(page.locator(".proposals button").first).to_have_text("$unit")


def test_a_reader_writes_has_reviewed_and_publishes_in_the_browser(page: Page, address: str) -> None:
    everybody = TEXT.replace("c.sex = '女'", "c.name <> ''")
    page.goto(f"{address}/own-queries/new")
    page.locator("#e-name").fill("everybody_here")
    page.locator("#e-topic").fill("own")
    page.locator("#e-author").fill("甲某")
    page.locator("#e-text").fill(TEXT.replace("RETURN c AS cadre", "SET c.sex = 'x' RETURN c AS cadre"))
    page.get_by_role("button", name="检查").click()
    expect(page.get_by_role("alert")).to_contain_text("SET")
    page.locator("#e-text").fill(everybody)
    page.get_by_role("button", name="试运行").click()
    page.locator("#trial a[href^='/cadres/']").first.wait_for()
    page.get_by_role("button", name="保存").click()
    page.locator(".page-head .tag", has_text="草稿").wait_for()
    _step(page, "review", "甲某")
    assert page.locator(".page-head .tag", has_text="已复核").count() == 0  # nobody reviews what is his own
    page.goto(f"{address}/own-queries/everybody_here")
    _step(page, "review", "乙某")
    page.locator(".page-head .tag", has_text="已复核").wait_for()
    _step(page, "publish", "丙某")
    page.locator(".page-head .tag", has_text="已发布").wait_for()
    page.goto(f"{address}/queries/everybody_here?run=1")
    page.locator("table a[href^='/cadres/']").first.wait_for()
    page.goto(f"{address}/own-queries/everybody_here")
    page.locator("#withdraw-why").fill("试过了")
    _step(page, "withdraw", "丁某")
    page.locator(".page-head .tag", has_text="已撤回").wait_for()
    assert page.goto(f"{address}/queries/everybody_here").status == 404  # type: ignore[union-attr]


def _step(page: Page, name: str, who: str) -> None:
    """Take a step on the way of a query to the catalogue."""
    page.locator(f"#{name}-who").fill(who)
    with page.expect_navigation():
        page.locator(f"form:has(#{name}-who) button").click()


def test_the_desk_of_an_empty_folder_says_what_to_do(city: City, tmp_path: Any) -> None:
    from dataclasses import replace

    app = create_app(replace(city.settings, data=tmp_path), city.graph, today=lambda: TODAY)
    client = app.test_client()
    assert "还没有自建查询" in get(client, "/own-queries")
    assert "还没有名单" in get(client, "/lists")


def test_a_text_is_tried_before_anything_is_kept(desk: FlaskClient) -> None:
    text = TEXT.replace("c.sex = '女'", "c.name <> ''")
    sent: dict[str, Any] = {"name": "tried_only", "topic": "own", "author": "", "text": text, "action": "try"}
    assert 'href="/cadres/' in post(desk, "/own-queries", **sent).split('id="trial"')[1]
    get(desk, "/own-queries/tried_only", 404)
    born = '// [parameters.born]\n// type = "month"\n// help = { zh = "晚于", en = "After" }\n// [columns'
    narrow = TEXT.replace("// [columns", born, 1)
    narrow = narrow.replace("c.sex = '女'", "c.birth_month > $born")
    nobody = sent | {"text": narrow, "given": "born = 2020-01"}
    assert "没有" in post(desk, "/own-queries", **nobody).split('id="trial"')[1]
    for cypher, given, told in (
        (TEXT.replace("RETURN", "SET c.x = 1 RETURN"), "", "第"),
        (TEXT, "sex", "名称 = 值"),
        (TEXT, "sex = 女", "没有参数"),
    ):
        assert told in post(desk, "/own-queries", **sent | {"text": cypher, "given": given}).split('id="trial"')[1]


def test_a_star_is_set_in_the_catalogue(desk: FlaskClient) -> None:
    assert "★" not in get(desk, "/queries", q="namesakes")
    text = post(desk, "/queries/namesakes/favourite", wanted="1", back="1", q="namesakes")
    assert 'id="q-namesakes"' in text
    assert "★" in text
    assert "★" not in post(desk, "/queries/namesakes/favourite", wanted="", back="1", q="namesakes")


def test_a_list_is_made_of_the_rows_that_were_ticked(desk: FlaskClient) -> None:
    found = get(desk, "/queries/by_grade", run=1)
    boxes = re.findall(r'<input type="checkbox" name="cadre" value="([^"]+)"', found)
    assert len(boxes) > 2
    assert re.search(r'<button formaction="/lists"', found)
    form = get(desk, "/lists", cadre=boxes[:2])
    assert f'name="cadres" value="{boxes[0]},{boxes[1]}"' in form or f'value="{boxes[1]},{boxes[0]}"' in form
    post(desk, "/lists", name="二人", cadres=",".join(boxes[:2]))
    assert get(desk, "/lists/二人").count('href="/cadres/') == 2

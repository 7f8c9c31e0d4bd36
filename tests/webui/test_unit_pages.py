"""A unit on a day, and what changed there."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from graph.model.moments import local_day
from tests.webui.conftest import ODD_UNIT, TODAY, City
from webui.app import create_app


@pytest.fixture(scope="module")
def unit(city: City) -> str:
    """The unit with the most holdings."""
    cypher = "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WITH u.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id"
    return str(city.graph.read(cypher)[0]["id"])


def in_office(city: City, unit: str, day: str) -> set[str]:
    cypher = (
        "MATCH (:Unit {id: $unit})<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) "
        "WHERE t.start <= $day AND t.kind <> 'rank' "
        "AND (t.end > $day OR (t.end IS NULL AND t.end_status = 'current')) RETURN DISTINCT c.name AS name"
    )
    return {row["name"] for row in city.graph.read(cypher, unit=unit, day=day)}


def test_the_team_of_a_day_is_shown(client: FlaskClient, city: City, unit: str) -> None:
    for day in (TODAY, "2012-06-01"):
        text = client.get(f"/units/{unit}?as_of={day}").text
        team = text.partition('<section id="team">')[2].partition("</section>")[0]
        names = in_office(city, unit, day)
        assert all(name in team for name in names)
        assert f"{len(names)} 人" in team


def test_how_many_are_in_office_is_said_once(client: FlaskClient, unit: str) -> None:
    texts = {lang: client.get(f"/units/{unit}?lang={lang}").text for lang in ("zh", "en")}
    heading = {lang: re.search(r'<section id="team">\s*<h2>(.*?)</h2>', text) for lang, text in texts.items()}
    told = {lang: re.sub("<[^>]+>", "", found[1]) for lang, found in heading.items() if found}
    assert re.match(r"In office on 2024-03-15: \d+ (people|person)\b", told["en"])
    assert told["en"].lower().count("in office") == 1
    assert re.match(r"2024\.03\.15 在任 \d+ 人", told["zh"])


def test_before_anything_was_known_there_is_nobody(client: FlaskClient, unit: str) -> None:
    text = client.get(f"/units/{unit}?known_on=2001-01-01").text
    assert "没有材料说明" in text
    assert "只显示到 2001.01.01 为止" in text


def test_a_difference_tells_who_came_and_what_was_learnt(client: FlaskClient, city: City, unit: str) -> None:
    text = client.get(f"/units/{unit}/difference?from=1980&to={TODAY}&known_from=2001-01-01").text
    names = in_office(city, unit, TODAY)
    assert f"到任 {len(names)} 人" in text
    assert all(name in text for name in names)
    assert "新知" in text


def test_a_difference_has_no_column_that_says_nothing(client: FlaskClient, unit: str, cadre_id: str) -> None:
    for address in (f"/units/{unit}", f"/cadres/{cadre_id}"):
        text = client.get(f"{address}/difference?from=1980&to={TODAY}&known_from=2001-01-01").text
        learnt = text.partition("我们的材料变了什么")[2]
        assert "新知" in learnt
        assert "先前的说法" not in learnt, "nothing was told before the first document"


def test_a_difference_is_called_after_what_it_is_about(client: FlaskClient, unit: str, cadre_id: str) -> None:
    assert "<h1><bdi>Changes at " in client.get(f"/units/{unit}/difference?lang=en").text
    assert "<h1><bdi>What changed about " in client.get(f"/cadres/{cadre_id}/difference?lang=en").text


def test_days_that_are_none_or_the_wrong_way_round_are_refused(client: FlaskClient, unit: str) -> None:
    assert client.get(f"/units/{unit}?as_of=2024-02-31").status_code == 400
    answer = client.get(f"/units/{unit}/difference?from=2024-01&to=2023-01")
    assert answer.status_code == 400
    assert "2024.01.01" in answer.text
    answer = client.get(f"/units/{unit}/difference?known_from=2024-02-01&known_to=2023-02-01")
    assert answer.status_code == 400
    assert "2024.02.01" in answer.text


def test_an_odd_name_is_shown_as_text(client: FlaskClient, city: City) -> None:
    rows = city.graph.read("MATCH (u:Unit) WHERE u.name CONTAINS '野局' RETURN u.id AS id, u.name AS name")
    assert rows
    assert ODD_UNIT[1:3] in rows[0]["name"] or "野局" in rows[0]["name"]
    assert client.get(f"/units/{rows[0]['id']}").status_code == 200


def test_the_holders_of_one_post_are_told_apart_by_how_long_they_held_it(client: FlaskClient, city: City) -> None:
    cypher = "MATCH (p:Post)<-[:OF_POST]-(t) WITH p.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id"
    text = client.get(f"/posts/{city.graph.read(cypher)[0]['id']}").text
    drawing = text.partition('class="picture scrolled')[2].partition("</figure>")[0]
    assert "个月" in drawing or "年" in drawing
    assert "—至今 · " in drawing or "—20" in drawing


@pytest.mark.browser
def test_the_date_fields_stand_in_one_line_and_changes_are_marked(page: Page, address: str, unit: str) -> None:
    page.goto(f"{address}/units/{unit}")
    boxes = [page.locator(f"#clock-{name}").bounding_box() for name in ("as-of", "known")]
    assert boxes[0]
    assert boxes[1]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 1
    assert page.locator(".clock-ticks path").count() > 2


@pytest.mark.browser
def test_a_narrow_screen_begins_with_the_newest_holders(page: Page, address: str, unit: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/units/{unit}")
    assert page.locator("[data-newest-first]").first.evaluate("(frame) => frame.scrollLeft") > 100


def test_very_many_holders_are_folded_and_those_without_dates_told(client: FlaskClient, city: City) -> None:
    city.graph.write(
        "CREATE (u:Unit {id: 'uni_crowd', name: '甲湾区议事会'}) WITH u UNWIND range(1, 90) AS n "
        "CREATE (c:Cadre {id: 'cad_crowd' + n, name: '众' + n})-[:HELD]->"
        "(:Tenure {id: 'ten_crowd' + n, unit_name: u.name, title: '议员', kind: 'post', end_status: 'current'})"
        "-[:AT_UNIT]->(u)"
    )
    try:
        text = client.get("/units/uni_crowd").text
        team = text.partition('<section id="team">')[2].partition("</section>")[0]
        start, fold, rest = team.partition('<details class="rest"><summary>其余 30 行</summary>')
        assert fold
        assert [start.count("<tr>"), rest.count("<tr>")] == [61, 31]
        assert "<svg" not in text.partition("任职的干部")[2]
        assert "另有 90 个任职没有起止时间" in client.get("/units/uni_crowd/difference?from=2020&to=2024").text
    finally:
        city.graph.write("MATCH (n) WHERE n.id CONTAINS '_crowd' DETACH DELETE n")


def test_who_fits_a_post_is_one_click_away(client: FlaskClient, city: City) -> None:
    cypher = "MATCH (p:Post)<-[:OF_POST]-(t) WITH p.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id LIMIT 1"
    text = client.get(f"/posts/{city.graph.read(cypher)[0]['id']}").text
    found = re.search(r'<a class="button" href="([^"]*who_fits_post[^"]*)"', text)
    assert found
    answer = client.get(unescape(found[1])).text
    assert "<tbody>" in answer
    assert "/cadres/" in answer


def test_a_post_is_shown_on_a_day_by_the_records_of_a_day(client: FlaskClient, city: City) -> None:
    cypher = (
        "MATCH (p:Post)<-[:OF_POST]-(t:Tenure)<-[:HELD]-(c) WHERE t.start IS NOT NULL AND t.end IS NOT NULL "
        "RETURN p.id AS id, c.name AS name, t.start AS start, t.end AS end ORDER BY t.end DESC, p.id"
    )
    row = city.graph.read(cypher)[0]
    held, left = (client.get(f"/posts/{row['id']}?as_of={row[each]}").text for each in ("start", "end"))
    team = [text.partition('id="team"')[2].partition("</section>")[0] for text in (held, left)]
    assert (row["name"] in unescape(team[0]), row["name"] in unescape(team[1])) == (True, False)
    assert "/sources/src_" in team[0]
    before = client.get(f"/posts/{row['id']}?known_on=2001-01-01").text
    assert "只显示到 2001.01.01 为止已导入" in before
    assert row["name"] not in before.partition('id="team"')[2].partition("背后的查询")[0]
    later = client.get(f"/posts/{row['id']}?known_on=2999-01-01&as_of={row['start']}").text
    assert row["name"] in unescape(later.partition('id="team"')[2].partition("</section>")[0])
    (href,) = re.findall(r'href="(/graph/difference[^"]*)"', held)
    assert client.get(unescape(href)).status_code == 200


def test_the_axis_of_the_records_has_the_days_on_which_records_arrived(city: City, unit: str) -> None:
    began = city.graph.read("MATCH (b:ImportBatch {id: $id}) RETURN b.started_at AS at", id=city.batch)[0]["at"]
    day = date.fromisoformat(local_day(began))
    page = create_app(city.settings, city.graph).test_client().get(f"/units/{unit}").text
    listed = page.partition('<datalist id="clock-learnt">')[2].partition("</datalist>")[0]
    assert f'<option value="{day}">' in listed
    field = re.search(r'<input[^>]*id="clock-known"[^>]*>', page)
    assert field
    assert f'data-earliest="{day - timedelta(days=1)}"' in field[0], "a day on which nothing was known"


@pytest.mark.browser
def test_keys_reach_every_day_of_a_slider_and_its_day_is_told_in_words(page: Page, address: str, unit: str) -> None:
    page.goto(f"{address}/units/{unit}?lang=zh")
    slider = page.locator("#clock-as-of-slider")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^2024年3月15日"))
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("as_of=2024-03-14"))
    expect(slider).to_be_focused()
    page.keyboard.press("PageDown")
    page.wait_for_url(re.compile("as_of=2024-02-14"))
    page.goto(f"{address}/units/{unit}?lang=en&as_of=2024-03-31")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^31 March 2024|^15 March 2024"))
    known = page.locator("#clock-known-slider")
    expect(known).to_have_attribute("aria-valuetext", "the records as they are now")
    known.focus()
    page.keyboard.press("PageDown")
    page.wait_for_url(re.compile("known_on=2024-02-15"))


def test_the_axis_of_a_unit_reaches_a_day_before_the_first_of_note(city: City, unit: str) -> None:
    page = create_app(city.settings, city.graph).test_client().get(f"/units/{unit}?as_of=1921-07-01").text
    assert 'data-earliest="1921-07-01" data-days="clock-notable"' in page


@pytest.mark.browser
def test_a_slider_that_is_moved_without_keys_and_pointer_moves_by_days(page: Page, address: str, unit: str) -> None:
    page.goto(f"{address}/units/{unit}?as_of=2024-02-11")
    # as a screen reader moves it
    moved = (
        "slider => { slider.stepUp(); for (const each of ['input', 'change']) slider.dispatchEvent(new Event(each)) }"
    )
    page.locator("#clock-as-of-slider").evaluate(moved)
    page.wait_for_url(re.compile("as_of=2024-02-12"))


@pytest.mark.browser
def test_the_pointer_holds_to_days_on_which_something_changed(page: Page, address: str, unit: str) -> None:
    page.goto(f"{address}/units/{unit}")
    days = page.locator("#clock-notable option").evaluate_all("all => all.map((each) => each.value)")
    earliest, latest = (date.fromisoformat(each) for each in (min(days), "2024-03-15"))
    for day in days[-5:-1]:
        page.goto(f"{address}/units/{unit}")
        box = page.locator("#clock-as-of-slider").bounding_box()
        assert box
        part = (date.fromisoformat(day) - earliest) / (latest - earliest)
        page.mouse.move(box["x"] + 8 + part * (box["width"] - 16) + 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        assert page.locator("#clock-as-of").input_value() in days

"""A life on one page: the stretch of the trajectory, what stands on pages of its own, why a leaf says what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from graph.model.moments import local_day
from graph.model.schema import Access
from tests.webui.conftest import TODAY, City
from webui.app import create_app


def trajectory(client: FlaskClient, cadre_id: str, **arguments: object) -> str:
    answer = client.get(f"/cadres/{cadre_id}/trajectory?{urlencode(arguments, doseq=True)}")
    assert answer.status_code == 200
    return answer.text


def axis(text: str) -> tuple[float, float]:
    first, last = (re.search(rf'data-{name}="([\d.]+)"', text) for name in ("first", "last"))
    assert first
    assert last
    return float(first[1]), float(last[1])


def test_the_address_decides_which_stretch_is_drawn_and_told(client: FlaskClient, cadre_id: str) -> None:
    whole, part = trajectory(client, cadre_id), trajectory(client, cadre_id, **{"from": "2019-01", "to": "2022-01"})
    assert axis(part) == (2019 * 12, 2022 * 12)
    assert axis(whole)[0] < 2019 * 12
    assert "2019.01—2022.01 这段时间里" in part
    assert part.count("<tr") < whole.count("<tr")
    years = {int(year) for year in re.findall(r'<th scope="row" class="number" data-label="年度"><bdi>(\d{4})', part)}
    assert years
    assert years <= {2019, 2020, 2021}


def test_one_end_of_a_stretch_is_enough(client: FlaskClient, cadre_id: str) -> None:
    first, last = axis(trajectory(client, cadre_id, **{"from": "2020"}))
    assert first == 2020 * 12
    assert last > 2024 * 12


@pytest.mark.parametrize("arguments", [{"from": "2o20"}, {"from": "2020", "to": "2019"}, {"to": "x"}])
def test_what_is_no_stretch_is_wrong_use(client: FlaskClient, cadre_id: str, arguments: dict[str, str]) -> None:
    assert client.get(f"/cadres/{cadre_id}?{urlencode(arguments)}").status_code == 400


def test_lanes_are_shown_by_their_name(client: FlaskClient, cadre_id: str) -> None:
    drawn = trajectory(client, cadre_id, lane=["projects"]).partition("<svg")[2].partition("</svg>")[0]
    assert ">项目</text>" in drawn
    assert ">考核</text>" not in drawn
    assert ">考核</text>" in trajectory(client, cadre_id).partition("<svg")[2].partition("</svg>")[0]


def test_every_way_on_leads_to_a_stretch(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}?from=2015-01&to=2019-01").text
    ways = dict(re.findall(r'<a href="([^"]+)" data-step="([^"]+)"', text))
    assert set(ways.values()) >= {"whole", "closer", "wider", "earlier", "later", "years-5", "post"}
    for path in ways:
        assert client.get(path.replace("&amp;", "&")).status_code == 200


def test_today_stands_beside_a_past_day(client: FlaskClient, cadre_id: str) -> None:
    assert f"今天 {TODAY.replace('-', '.')}" in trajectory(client, cadre_id, as_of="2015-01")
    assert "今天" not in trajectory(client, cadre_id).partition("<svg")[2].partition("</svg>")[0]


def test_the_picture_taken_away_is_the_one_shown(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}?from=2015-01&to=2019-01&lane=projects").text
    path = re.search(r'href="(/cadres/[^"]+trajectory\.svg[^"]*)"', text)
    assert path
    assert axis(client.get(path[1].replace("&amp;", "&")).text) == (2015 * 12, 2019 * 12)


def test_a_long_kind_of_record_stands_on_its_own_page(client: FlaskClient, city: City, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}").text
    folds = dict(re.findall(r'id="(\w+)" data-load="([^"]+)"', text))
    assert folds
    for label, path in folds.items():
        count = city.graph.read(f"MATCH (:Cadre {{id: $id}})--(n:{label}) RETURN count(DISTINCT n) AS n", id=cadre_id)[
            0
        ]["n"]
        assert client.get(path).text.count("<tr") >= count + 1


def test_a_kind_of_which_nothing_is_recorded_says_so(client: FlaskClient, city: City) -> None:
    row = city.graph.read(
        "MATCH (c:Cadre) WHERE NOT (c)--(:Punishment) RETURN c.id AS id, c.name AS name ORDER BY id LIMIT 1"
    )[0]
    answer = client.get(f"/cadres/{row['id']}/records/Punishment")
    assert answer.status_code == 200
    assert row["name"] in answer.text
    assert "不等于没有发生" in answer.text


@pytest.mark.parametrize("label", ["Nothing", "Unit", "Identifier"])
def test_what_is_no_kind_of_a_cadres_records_is_not_found(client: FlaskClient, cadre_id: str, label: str) -> None:
    assert client.get(f"/cadres/{cadre_id}/records/{label}").status_code == 404


def test_units_posts_and_colleagues_lead_to_their_pages(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}").text
    head = text.partition('class="head-line"')[2].partition("</p>")[0]
    assert re.search(r'href="/units/uni_\w+', head)
    assert re.search(r'href="/posts/\w+', head)
    tables = client.get(f"/cadres/{cadre_id}/trajectory").text.partition('id="tables"')[2]
    assert re.search(r'<a href="/units/uni_\w+"><bdi>', tables)
    assert re.search(r'<a href="/posts/\w+"><bdi>', tables)
    assert re.search(r'<a href="/evidence/pro_\w+"><bdi>\D', tables)
    tenures = client.get(f"/cadres/{cadre_id}/records/Tenure").text
    assert re.search(r'<a href="/units/uni_\w+"><bdi>', tenures)
    projects = client.get(f"/cadres/{cadre_id}/records/WorkProject").text
    colleagues = set(re.findall(r'href="/cadres/(cad_\w+)"', projects)) - {cadre_id}
    assert colleagues


def test_records_without_a_date_come_last(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}/records/Tenure").text
    dated = [
        re.search(r"\d{4}\.\d{2}", row) is not None for row in re.findall(r'<tr id="ten_.*?</tr>', text, re.DOTALL)
    ]
    assert len(set(dated)) == 2
    assert dated == sorted(dated, reverse=True)


def test_records_are_folded_by_kind_with_a_table_of_contents(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}").text
    contents = text.partition('class="contents')[2].partition("</nav>")[0]
    named = re.findall(r'href="#(\w+)"', contents)
    assert named
    assert named == re.findall(r'<details class="kind" id="([A-Z]\w+)"', text)
    assert '<details class="kind" id="Tenure" open' not in text


def test_a_difference_tells_what_happened_between_two_days(client: FlaskClient, city: City, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}/difference?from=1990&to={TODAY}").text
    begun = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure) WHERE t.start > '1990-01-01' RETURN t.id AS id", id=cadre_id
    )
    assert begun
    assert all(f"/evidence/{each['id']}" in text for each in begun)
    order = [text.index(each) for each in ("职务变动", "职级、考核、奖惩和学历", "其他记录")]
    assert order == sorted(order)
    assert text.index(f"/evidence/{begun[0]['id']}") < order[1], "posts come first"
    assert "<details" in text[order[1] : order[2]], "and what weighs least is folded"
    assert "填上“先前的材料”日期" in text
    assert "这段时间里没有带日期的记录" in client.get(f"/cadres/{cadre_id}/difference?from=1900&to=1901").text
    assert client.get(f"/cadres/{cadre_id}/difference?from=2024&to=2023").status_code == 400


def test_a_leaf_says_by_which_rule_and_for_which_records(client: FlaskClient, cadre_id: str) -> None:
    paths = set(re.findall(rf'href="(/cadres/{cadre_id}/leaves/[^"]+)"', client.get(f"/cadres/{cadre_id}").text))
    pages = {path: client.get(path).text for path in paths}
    for path, text in pages.items():
        rule = path.rpartition("/")[2].rpartition("-")[0]
        assert f'<dd title="{rule}">' in text
        assert not re.search(r"<d[td]>(?:officer\.md|own|[a-z]+_?[a-z]*)(?: ·|<)", text)
        assert 'id="for"' in text
        assert 'id="against"' in text
        assert "n.id IN $records" in text
    assert any("/evidence/" in text.partition('id="for"')[2].partition('id="against"')[0] for text in pages.values())
    assert client.get(f"/cadres/{cadre_id}/leaves/award-00000000").status_code == 404


def test_what_is_kept_is_kept_by_clearance_and_language(city: City, cadre_id: str) -> None:
    app = create_app(city.settings, city.graph, today=lambda: TODAY)
    chinese, english = (app.test_client().get(f"/cadres/{cadre_id}?lang={each}").text for each in ("zh", "en"))
    again = app.test_client().get(f"/cadres/{cadre_id}?lang=zh").text
    assert "成长轨迹" in again
    assert again == chinese
    assert "Career trajectory" in english
    office = create_app(replace(city.settings, clearance=Access.OFFICE), city.graph, today=lambda: TODAY)
    assert "受限内容" in office.test_client().get(f"/cadres/{cadre_id}").text


def test_the_dossier_to_print_is_a_click_away(client: FlaskClient, cadre_id: str) -> None:
    found = re.search(r'href="([^"]+dossier\.pdf[^"]*)"', client.get(f"/cadres/{cadre_id}?as_of=2020-01").text)
    assert found
    answer = client.get(found[1].replace("&amp;", "&"))
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("name", ["as_of", "known_on", "from", "to"])
def test_the_ends_of_the_calendar_are_days_too(client: FlaskClient, cadre_id: str, name: str, day: str) -> None:
    assert client.get(f"/cadres/{cadre_id}/trajectory?{name}={day}").status_code in (200, 404)
    assert client.get(f"/cadres/{cadre_id}/trajectory?from=0001-01-01&to=9999-12-31").text.count("<line") < 200


@pytest.fixture
def turn(city: City, cadre_id: str) -> Iterator[dict[str, str]]:
    """A post that the cadre held alone, its unit, and two who held it just before and just after."""
    found = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure {kind: 'post'})-[:OF_POST]->(p:Post)-[:IN_UNIT]->(u:Unit) "
        "WHERE t.start IS NOT NULL AND t.end IS NOT NULL AND t.title ENDS WITH '长' AND NOT t.title STARTS WITH '副' "
        "AND NOT EXISTS { MATCH (p)<-[:OF_POST]-(o:Tenure) WHERE o.id <> t.id } "
        "RETURN p.id AS post, u.id AS unit, t.title AS title, t.start AS start, t.end AS end "
        "ORDER BY start DESC, post LIMIT 1",
        id=cadre_id,
    )[0]
    turns = [("前任甲", "1980-01", found["start"]), ("接任乙", found["end"], "2023-12")]
    people = [
        {"id": f"cad_{at:020d}", "tenure": f"ten_{at:020d}", "name": name, "start": start, "end": end}
        for at, (name, start, end) in enumerate(turns)
    ]
    city.graph.write(
        "MATCH (p:Post {id: $post})-[:IN_UNIT]->(u:Unit) UNWIND $people AS one "
        "CREATE (c:Cadre {id: one.id, name: one.name})-[:HELD]->"
        "(t:Tenure {id: one.tenure, title: $title, kind: 'post', "
        "start: one.start, end: one.end, end_status: 'ended'})-[:OF_POST]->(p), (t)-[:AT_UNIT]->(u)",
        post=found["post"],
        title=found["title"],
        people=people,
    )
    yield {name: str(found[name]) for name in ("post", "unit")}
    for label, ids in (("Tenure", [each["tenure"] for each in people]), ("Cadre", [each["id"] for each in people])):
        city.graph.write(f"MATCH (n:{label}) WHERE n.id IN $ids DETACH DELETE n", ids=ids)


def test_who_came_before_and_after_is_told_of_a_cadre(client: FlaskClient, cadre_id: str, turn: dict[str, str]) -> None:
    told = client.get(f"/cadres/{cadre_id}/trajectory").text.partition('id="turns"')[2].partition("</section>")[0]
    row = next(each for each in told.split("<tr") if turn["post"] in each)
    assert re.search(r'data-label="前任"><a href="[^"]*"><bdi>前任甲</bdi>', row)
    assert re.search(r'data-label="接任"><a href="[^"]*"><bdi>接任乙</bdi>', row)
    assert f"/cadres/{cadre_id}/trajectory#turns" in client.get(f"/cadres/{cadre_id}").text


@pytest.mark.parametrize("place", ["posts/{post}", "units/{unit}"])
def test_who_came_next_is_told_of_a_post_and_a_unit(client: FlaskClient, turn: dict[str, str], place: str) -> None:
    text = client.get(f"/{place.format(**turn)}").text
    assert re.search(r'data-label="接任"><a href="[^"]*"><bdi>接任乙</bdi></a> <span class="tag open">推定', text)


def test_before_and_after_are_told_from_present_records_only(client: FlaskClient, cadre_id: str) -> None:
    known = local_day()
    told = client.get(f"/cadres/{cadre_id}/trajectory?known_on={known}").text.partition('id="turns"')[2]
    assert "只按现有材料推定" in told


def test_other_judgements_are_not_said_to_speak_against_a_leaf_in_the_middle(
    client: FlaskClient, cadre_id: str
) -> None:
    whole = client.get(f"/cadres/{cadre_id}").text
    paths = sorted(set(re.findall(rf'href="(/cadres/{cadre_id}/leaves/[^"]+)"', whole)))
    pages = [client.get(path).text for path in paths]
    told = {("sign neutral" in page.partition("</h1>")[0], "相反的记录（" in page) for page in pages}
    assert told == {(True, False), (False, True)}

"""The search: what is typed becomes conditions, each of which can be taken away; hits are marked; classes are kept."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from graph.model.schema import Access
from tests.webui.conftest import ODD_NAME, TODAY, City, id_of
from webui.app import create_app


def test_a_sentence_becomes_conditions_of_the_address(client: FlaskClient) -> None:
    answer = client.get("/search", query_string={"q": "60岁以下、任现职满1年的干部 局长"})
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer.location).query) == {"age_to": ["60"], "in_post": ["1"], "q": ["局长"]}


@pytest.mark.parametrize("typed", ["暴雨转移 60岁以下", "有暴雨转移经历的60岁以下", "做过暴雨转移60岁以下"])
def test_words_that_no_post_holds_are_looked_for_in_the_work_done(client: FlaskClient, typed: str) -> None:
    answer = client.get("/search", query_string={"q": typed})
    assert parse_qs(urlsplit(answer.location).query) == {"age_to": ["60"], "task": ["暴雨转移"]}
    assert client.get(answer.location).status_code == 200


def test_each_condition_can_be_taken_away(client: FlaskClient) -> None:
    text = client.get("/search?age_to=60&in_post=1").text
    assert "60岁以下、任现职满1年的干部" in text
    removals = re.findall(r'href="([^"]+)" aria-label="去掉条件', text)
    assert [urlsplit(each).query for each in removals] == ["in_post=1", "age_to=60"]


def test_a_column_sorts_one_way_and_the_other(client: FlaskClient) -> None:
    def names(sort: str) -> list[str]:
        found = client.get(f"/search?age_to=99&sort={sort}").text.partition("另有")[0]
        return re.findall(r'<a href="/cadres/[^"]+"><bdi>([^<]+)</bdi>', found)

    births = names("birth")
    assert len(births) > 3
    assert births[::-1] == names("-birth")
    assert 'aria-sort="descending"' in client.get("/search?age_to=99&sort=-birth").text


def test_a_result_shows_what_was_asked_for(client: FlaskClient) -> None:
    def columns(address: str) -> list[str]:
        text = client.get(address).text
        return re.findall(r"<th[^>]*>(?:<a[^>]*>)?([^<]+)", text.partition("<thead>")[2].partition("</thead>")[0])

    plain = columns("/search?age_to=99")
    assert {*columns("/search?age_to=99&in_post=1&education=大学")} - {*plain} == {"任现职时间", "学历"}
    text = client.get("/search?in_post=1").text
    assert re.search(r'data-label="任现职时间">\s*(?:<bdi>)?\d{4}\.\d\d（\d+年', text)
    assert "相关经历" in columns("/search?experience=局")
    found = client.get("/search?experience=局").text.partition("<tbody>")[2]
    told = re.findall(r'data-label="相关经历">(.*?)</td>', found, re.DOTALL)
    assert told
    assert all("局" in each for each in told)


def test_the_words_are_marked_and_a_script_is_text(client: FlaskClient, city: City) -> None:
    assert f"<mark>{city.showcase}</mark>" in client.get("/search", query_string={"q": city.showcase}).text
    odd = client.get("/search", query_string={"q": ODD_NAME, "kind": "Cadre"}).text
    assert f"/cadres/{id_of(city.graph, ODD_NAME)}" in odd
    assert "<script>x" not in odd


def test_what_a_class_hides_is_neither_found_nor_offered(city: City) -> None:
    settings = replace(city.settings, clearance=Access.OFFICE)
    office = create_app(settings, city.graph, today=lambda: TODAY).test_client()
    text = office.get("/search?q=谈话").text
    assert 'id="kind-Interview"' not in text
    assert 'name="ability"' not in text
    assert 'id="kind-Interview"' in create_app(city.settings, city.graph).test_client().get("/search?q=谈话").text


def test_a_value_that_does_not_fit_is_refused_with_what_would(client: FlaskClient) -> None:
    answer = client.get("/search?age_to=abc")
    assert answer.status_code == 400
    assert "age_to" in answer.text


def test_a_result_is_kept_as_a_list(client: FlaskClient, city: City) -> None:
    text = client.get("/search?age_to=99").text
    found = re.search(r'name="cadres" value="([^"]+)"', text)
    assert found
    assert id_of(city.graph, city.showcase) in found[1].split(",")


def test_what_was_not_known_then_is_learnt(client: FlaskClient, city: City, cadre_id: str) -> None:
    # nothing had come in by then: all that is known now is learnt since
    before = client.get(f"/cadres/{cadre_id}/difference?known_from={TODAY}")
    assert before.status_code == 200
    told = re.search(r"新知 (\d+) 条，更正 0 条，不再成立 0 条", before.text)
    assert told
    assert int(told[1]) > 10
    same = client.get(f"/cadres/{cadre_id}/difference?known_from=2999-01-01")
    assert "新知 0 条，更正 0 条，不再成立 0 条" in same.text


def test_a_cadre_is_found_by_work_done(client: FlaskClient, city: City, cadre_id: str) -> None:
    rows = city.graph.read(
        "MATCH (:Cadre {id: $id})-[:RESPONSIBLE_FOR]->(w:WorkProject) RETURN w.title AS title ORDER BY title LIMIT 1",
        id=cadre_id,
    )
    text = client.get("/search", query_string={"task": rows[0]["title"]}).text
    assert f"/cadres/{cadre_id}" in text
    assert "做过“" in text


def test_a_case_is_found_by_its_number(client: FlaskClient, city: City) -> None:
    case = city.graph.read("MATCH (k:SelectionCase) RETURN k.id AS id, k.number AS number ORDER BY id LIMIT 1")[0]
    assert f'href="/cases/{case["id"]}"' in client.get("/search", query_string={"q": case["number"]}).text


def test_diplomas_are_told_in_english(client: FlaskClient) -> None:
    text = client.get("/search", query_string={"education": "大学", "lang": "en"}).text
    assert "full-time university" in text
    assert "<bdi>全日制" not in text


def test_a_question_that_is_found_nowhere_leads_to_whom_it_names_and_to_queries(
    client: FlaskClient, city: City, cadre_id: str
) -> None:
    text = client.get("/search", query_string={"q": f"谁和{city.showcase}共事过"}).text
    told = text.partition("也许您要找的是")[2]
    assert f'href="/cadres/{cadre_id}"' in told
    assert f'href="/queries/worked_with?cadre={cadre_id}&amp;run=1"' in told


def test_a_word_without_a_meaning_leads_nowhere(client: FlaskClient) -> None:
    assert "也许您要找的是" not in client.get("/search", query_string={"q": "zzzz"}).text

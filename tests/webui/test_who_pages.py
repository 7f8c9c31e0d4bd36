"""Pairs that may be one person: listed, looked at side by side, decided about, and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.model.schema import Access, Evidence
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from tests.cli.forms import write_form
from tests.webui.conftest import write_form as write_odd_form
from webui.app import create_app
from webui.parts.side_by_side import source_lines


@pytest.fixture
def settings(embedded_settings: Settings, tmp_path: Path) -> Settings:
    return replace(embedded_settings, data=tmp_path / "data")


@pytest.fixture
def graph_of_two(embedded_graph: Graph, settings: Settings, tmp_path: Path) -> Graph:
    """One person under two names, each of a form of its own, and somebody else."""
    write_form(tmp_path / "one.lrmx", "闻照溪", "197901")
    write_form(tmp_path / "two.lrmx", "聞照溪", "197902")
    write_form(tmp_path / "three.lrmx", "桑予安", "198411")
    import_paths(embedded_graph, settings, sorted(tmp_path.glob("*.lrmx")))
    return embedded_graph


@pytest.fixture
def reader(graph_of_two: Graph, settings: Settings) -> Iterator[FlaskClient]:
    with create_app(settings, graph_of_two).test_client() as client:
        yield client


def pair_of(client: FlaskClient, state: str = "") -> str:
    found = set(re.findall(r'href="(/who/cadres/[^"]+)"', client.get(f"/who?state={state}").text))
    assert len(found) == 1
    return str(found.pop())


def decide(client: FlaskClient, address: str, decision: str, **other: str) -> str:
    page = client.get(address).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    told = {"decision": decision, "reason": "两份表一致<b>", "ruled_by": "周试"} | other
    answer = client.post(address, data=told | {"csrf_token": token[1]})
    return str(answer.headers["Location"]) if answer.status_code == 303 else str(answer.status_code)


def undo(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    form = re.search(r'action="(/who/rulings/[^"]+)"', page)
    assert token
    assert form
    assert client.post(form[1], data={"csrf_token": token[1], "why": ""}).status_code == 303


def names(graph: Graph) -> list[str]:
    return [row["name"] for row in graph.read("MATCH (c:Cadre) RETURN c.name AS name ORDER BY name")]


def test_a_pair_is_listed_with_what_speaks_for_it(reader: FlaskClient) -> None:
    page = reader.get("/who").text
    assert "闻照溪" in page
    assert "聞照溪" in page
    assert "桑予安" not in page
    assert "姓名只差异体字" in page
    assert "没有符合筛选条件" in reader.get("/who?q=桑").text


def test_two_records_stand_side_by_side_with_differences_and_sources(reader: FlaskClient) -> None:
    page = reader.get(pair_of(reader)).text
    assert re.search(r'<tr class="differs"><th scope="row"><bdi>出生年月</bdi>', page)
    assert re.search(r'<tr class="same"><th scope="row"><bdi>性别</bdi>', page)
    assert page.count('href="/sources/') == 2
    assert "快捷键：s 同一人" in page


def test_a_document_that_speaks_of_a_record_in_several_places_is_one_source(reader: FlaskClient) -> None:
    said = [Evidence("名册", "doc_1", f"src_{n}", "", "2024-01", "", "甲局", "register") for n in range(3)]
    other = replace(said[0], record_id="src_9", date="2024-05")
    with reader.application.test_request_context():
        reader.application.preprocess_request()
        assert [line.href for line in source_lines([*said, other])] == ["/sources/src_0", "/sources/src_9"]


def test_a_merge_is_kept_shown_and_taken_back_exactly(reader: FlaskClient, graph_of_two: Graph) -> None:
    before = graph_of_two.fingerprint(without=["ImportBatch"])
    everybody = names(graph_of_two)
    address = pair_of(reader)
    assert decide(reader, address, "same").startswith(address)
    assert len(names(graph_of_two)) == 2
    assert "两份表一致&lt;b&gt;" in reader.get(pair_of(reader, "same")).text
    merged = reader.get(address).text
    assert re.search(r'<tr class="differs"><th scope="row"><bdi>出生年月</bdi>', merged)
    assert "两条已并为一条" in merged
    assert "没有待认定" in reader.get("/who").text
    undo(reader, address)
    assert names(graph_of_two) == everybody
    assert graph_of_two.fingerprint(without=["ImportBatch"]) == before
    assert pair_of(reader) == address


def test_the_record_chosen_stays(reader: FlaskClient, graph_of_two: Graph) -> None:
    address = pair_of(reader)
    stays = address.rpartition("/")[2]
    decide(reader, address, "same", stays=stays)
    assert graph_of_two.read("MATCH (r:IdentityRuling) RETURN r.stays AS stays") == [{"stays": stays}]
    assert graph_of_two.read("MATCH (c:Cadre {id: $id}) RETURN count(c) AS n", id=stays) == [{"n": 1}]


@pytest.mark.parametrize("decision", ["different", "undecided"])
def test_what_was_decided_is_not_asked_again_until_there_is_something_new(
    reader: FlaskClient, graph_of_two: Graph, settings: Settings, tmp_path: Path, decision: str
) -> None:
    address = pair_of(reader)
    decide(reader, address, decision)
    assert "没有待认定" in reader.get("/who").text
    assert pair_of(reader, decision) == address
    write_form(tmp_path / "four.lrmx", "闻照溪", "199005")  # somebody else of that name: nothing new about the two
    import_paths(graph_of_two, settings, [tmp_path / "four.lrmx"])
    assert address not in reader.get("/who").text
    graph_of_two.write("MATCH (c:Cadre {name: '聞照溪'}) SET c.birth_month = '1979-01'")
    page = reader.get("/who?fresh=1").text
    assert address in page
    assert "曾认定" in page
    assert "出生年月相同" in reader.get(address).text


@pytest.mark.parametrize(
    ("decision", "other"), [("", {}), ("maybe", {}), ("same", {"reason": " "}), ("same", {"ruled_by": ""})]
)
def test_a_decision_without_reason_or_name_is_refused(
    reader: FlaskClient, graph_of_two: Graph, decision: str, other: dict[str, str]
) -> None:
    assert decide(reader, pair_of(reader), decision, **other) == "400"
    assert graph_of_two.read("MATCH (r:IdentityRuling) RETURN count(r) AS n") == [{"n": 0}]


def test_the_name_is_asked_once(reader: FlaskClient) -> None:
    address = pair_of(reader)
    decide(reader, address, "undecided")
    assert 'value="周试"' in reader.get(address).text


def test_decisions_are_for_those_who_may_see_them(graph_of_two: Graph, settings: Settings) -> None:
    client = create_app(replace(settings, clearance=Access.OFFICE), graph_of_two).test_client()
    assert client.get("/who").status_code == 403
    assert client.get("/who/cadres/a/b").status_code == 403


def test_a_pair_that_is_not_there_says_so(reader: FlaskClient) -> None:
    assert reader.get("/who/cadres/cad_a/cad_b").status_code == 404


@pytest.fixture
def reader_of_units(embedded_graph: Graph, settings: Settings, tmp_path: Path) -> Iterator[FlaskClient]:
    """Two persons at one body, of which each form writes another name."""
    for number, (name, unit) in enumerate((("闻照溪", "甲湾区水管处"), ("桑予安", "甲湾区水务管理处"))):
        write_odd_form(tmp_path / f"{number}.lrmx", name=name, unit=unit)
    import_paths(embedded_graph, settings, sorted(tmp_path.glob("*.lrmx")))
    with create_app(settings, embedded_graph).test_client() as client:
        yield client


def test_units_are_listed_merged_and_parted_exactly(reader_of_units: FlaskClient, embedded_graph: Graph) -> None:
    before = embedded_graph.fingerprint(without=["ImportBatch"])
    listed = reader_of_units.get("/who/units").text
    assert "可能是同一人的记录" not in listed.partition("<main")[2]
    (address,) = set(re.findall(r'href="(/who/units/uni_[^"]+)"', listed))
    page = reader_of_units.get(address).text
    assert "闻照溪 · 副局长" in page
    assert "一长一短" in page
    decide(reader_of_units, address, "same")
    units = embedded_graph.read("MATCH (u:Unit) WHERE u.name STARTS WITH '甲湾区水' RETURN u.name AS name")
    assert len(units) == 1
    merged = reader_of_units.get(address).text
    assert "两个已并为一个" in merged
    assert re.search(r'<tr class="one_only"><th scope="row"><bdi>\w+ · 副局长</bdi>', merged)
    undo(reader_of_units, address)
    assert embedded_graph.fingerprint(without=["ImportBatch"]) == before


def test_a_unit_that_follows_another_is_tied_to_it(reader_of_units: FlaskClient, embedded_graph: Graph) -> None:
    (address,) = set(re.findall(r'href="(/who/units/uni_[^"]+)"', reader_of_units.get("/who/units").text))
    later = address.rpartition("/")[2]
    decide(reader_of_units, address, "succeeded", stays=later, since="2019.01", change="更名")
    tie = embedded_graph.read("MATCH (:Unit)-[r:SUCCEEDED_BY]->(u:Unit) RETURN u.id AS id, r.date AS date")
    assert tie == [{"id": later, "date": "2019-01"}]
    assert "更名" in reader_of_units.get(address).text
    assert "没有待认定的单位" in reader_of_units.get("/who/units").text

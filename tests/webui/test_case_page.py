"""A selection case is read as one way: who is considered, each step in order, what is missing, each with its source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from export.work_records import write_workbook
from graph.model.schema import Access
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from tests.webui.conftest import TODAY, write_form
from webui.app import create_app

NUMBER = "甲选任〔2023〕07号"
CASE = {"选任案卷编号": NUMBER}
FIRST = {"姓名": "闻测试", "出生年月": "1979-01"}
SECOND = {"姓名": "史测试", "出生年月": "1979-01"}


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder for this test alone."""
    return Settings(data=tmp_path_factory.mktemp("viewer"))


@pytest.fixture
def case_id(embedded_graph: Graph, settings: Settings, tmp_path: Path) -> str:
    """One case with two candidates, of whom the one proposed lacks two checks; two stages are missing."""
    for who in (FIRST, SECOND):
        write_form(tmp_path / f"{who['姓名']}.lrmx", name=who["姓名"])
    post = {"案卷编号": NUMBER, "任用方式": "提拔任职", "拟任单位": "甲湾区水利局", "拟任职务": "甲湾区水利局局长"}
    post |= {"启动日期": "2023-04-10", "办结日期": "2023-06-20", "结果": "已任职"}
    people = ((FIRST, "拟任人选"), (SECOND, "考察对象"))
    rows = {
        "选拔任用": [
            post | {"人选姓名": who["姓名"], "人选出生年月": who["出生年月"], "人选身份": role} for who, role in people
        ],
        "程序步骤": [
            CASE | {"步骤": "任职", "开始日期": "2023-06-20"},
            CASE | {"步骤": "讨论决定", "开始日期": "2023-06-01"},
            CASE | {"步骤": "民主推荐", "开始日期": "2023-05-04"},
            CASE | {"步骤": "考察", "开始日期": "2023-05-15", "结束日期": "2023-05-19", "组织实施": "第三考察组"},
        ],
        "推荐": [FIRST | CASE | {"推荐方式": "会议推荐", "推荐日期": "2023-05-04", "推荐人或单位": "甲湾区委"}],
        "凡提四必": [
            FIRST | CASE | {"核查事项": kind, "完成日期": "2023-05-16", "核查结果": "通过"}
            for kind in ("档案审核", "信访举报核查")
        ],
        "廉洁自律结论": [
            FIRST | CASE | {"出具日期": "2023-05-20", "结论": "未发现问题。", "书记签字": "是", "纪检负责人签字": "是"}
        ],
        "会议议题": [
            CASE | {"会议": "区委常委会", "会议日期": "2023-06-01", "应到成员": "11", "实到成员": "10", "同意": "9"}
        ],
    }
    write_workbook(tmp_path / "case.xlsx", rows, Cover())
    import_paths(embedded_graph, settings, [tmp_path])
    return str(embedded_graph.read("MATCH (k:SelectionCase) RETURN k.id AS id")[0]["id"])


@pytest.fixture
def reader(embedded_graph: Graph, settings: Settings) -> FlaskClient:
    """A reader of the highest class."""
    return create_app(settings, embedded_graph, today=lambda: TODAY).test_client()


def section(page: str, heading: str) -> str:
    """The text of one section, tags left out."""
    found = re.search(rf"<h2>{heading}</h2>(.*?)</section>", page, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))


def test_every_step_stands_in_its_order_and_what_is_missing_in_its_place(reader: FlaskClient, case_id: str) -> None:
    way = section(reader.get(f"/cases/{case_id}").text, "全过程")
    told = ["没有记录 动议", "会议推荐", "第三考察组", "档案审核", "廉洁自律结论", "区委常委会", "没有记录 任前公示"]
    places = [way.index(each) for each in (*told, "2023.06.20")]
    assert places == sorted(places)
    assert "应到成员：11；实到成员：10；同意：9" in way


def test_a_step_is_named_once_by_its_stage(reader: FlaskClient, case_id: str) -> None:
    assert "程序步骤" not in section(reader.get(f"/cases/{case_id}").text, "全过程")
    assert "Stage of a selection" not in section(reader.get(f"/cases/{case_id}?lang=en").text, "The whole way")


def test_candidates_stand_side_by_side_with_what_each_lacks(reader: FlaskClient, case_id: str) -> None:
    people = section(reader.get(f"/cases/{case_id}").text, "人选对照")
    first, second = people.index("闻测试"), people.index("史测试")
    assert first < second
    assert people[first:second].count("没有记录") == 2
    assert "双签字 2023.05.20" in people[first:second]
    assert people[second:].count("没有记录") == 6


def test_every_line_leads_to_its_source(reader: FlaskClient, case_id: str) -> None:
    page = reader.get(f"/cases/{case_id}").text
    links = set(re.findall(r'href="(/evidence/(?:stg|nom|chk|opn|agi)_\w+)"', page))
    assert len(links) == 4 + 1 + 2 + 1 + 1
    for link in sorted(links):
        answer = reader.get(link)
        assert answer.status_code == 200
        assert f"/cases/{case_id}" in answer.text, "a part leads back to its case"


def test_the_case_is_held_against_its_rules(reader: FlaskClient, case_id: str) -> None:
    rules = section(reader.get(f"/cases/{case_id}").text, "按规定核对")
    assert "没有记录的步骤：动议、任前公示" in rules.replace("动议, 任前公示", "动议、任前公示")
    assert "个人事项查核" in rules
    assert "没有发现问题" in rules
    assert re.search(r"日期：\d{4}\.\d\d", rules), "as the field writes dates"
    assert not re.search(r"\d{4}-\d\d", rules)


def test_a_reader_of_a_lower_class_is_told_what_is_withheld(
    embedded_graph: Graph, settings: Settings, case_id: str
) -> None:
    lower = Settings(data=settings.data, heap=settings.heap, clearance=Access.ASSESSMENT)
    page = create_app(lower, embedded_graph, today=lambda: TODAY).test_client().get(f"/cases/{case_id}")
    assert page.status_code == 200
    assert "凡提四必核查（需4级权限）" in page.text
    assert "双签字 2023.05.20" not in page.text
    assert "未能核对" in page.text


def test_a_search_leads_to_the_page_of_a_case(reader: FlaskClient, case_id: str) -> None:
    found = reader.get("/search", query_string={"q": "水利局局长", "kind": "SelectionCase"}).text
    assert re.search(rf'class="hit-name">\s*<a href="/cases/{case_id}"', found)


def test_what_is_no_case_is_refused(reader: FlaskClient, case_id: str, embedded_graph: Graph) -> None:
    cadre = embedded_graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id")[0]["id"]
    assert reader.get(f"/cases/{cadre}").status_code == 404
    assert reader.get("/cases/sel_none").status_code == 404
    assert case_id

"""A form of 2.0 says what the same form as .lrmx says, without the ID number."""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.lrmx import write_lrmx
from graph.model.records.cadre import Cadre
from graph.model.records.family_member import FamilyMember
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.errors import SourceError
from ingest.importers import recognise
from ingest.importers.lrm import IMPORTER
from ingest.importers.lrmx import IMPORTER as LRMX
from ingest.run import import_paths
from tests.ingest.importers.test_lrmx import FORM, JPEG
from tests.support.lrm import render_lrm, write_lrm
from tests.support.reading import read

VALUES = {name: text for name, text in FORM.items() if name not in ("ShenFenZheng", "Version")} | {
    "QuanRiZhiJiaoYu_XueLi": "大学",
    "QuanRiZhiJiaoYu_XueWei": "工学学士",
    "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": "甲大学土木工程专业",
    "ZaiZhiJiaoYu_XueLi": "研究生",
    "JiangChengQingKuang": "2014.02，经丁市委批准，荣获“先进工作者”称号。",
    "NianDuKaoHeJieGuo": "2022年年度考核优秀；2023年年度考核称职；",
}
FAMILY = [
    {"ChengWei": "丈夫", "XingMing": "王测试", "ChuShengRiQi": "198003", "GongZuoDanWeiJiZhiWu": "丁市第一中学教师"},
    {"ChengWei": "父亲", "XingMing": "林示例", "ZhengZhiMianMao": "中共党员"},
]


def test_the_same_form_says_the_same(tmp_path: Path) -> None:
    write_lrm(tmp_path / "林.lrm", VALUES, FAMILY, photo=JPEG)
    write_lrmx(tmp_path / "林.lrmx", VALUES | {"ZhaoPian": base64.b64encode(JPEG).decode()}, FAMILY)
    old, new = read(IMPORTER, tmp_path / "林.lrm"), read(LRMX, tmp_path / "林.lrmx")
    assert [replace(each, form=None) for each in old.records] == [replace(each, form=None) for each in new.records]
    assert old.document.photos == new.document.photos != ()
    assert (old.document.importer, old.document.form_date, old.document.issuer) == ("lrm", "2024-01-01", "丁市委组织部")
    assert len(old.drafts(FamilyMember)) == 2


@pytest.mark.parametrize("ending", [".pic", ".PIC", ".Pic"])
def test_the_picture_may_be_called_in_any_letters(tmp_path: Path, ending: str) -> None:
    write_lrm(tmp_path / "林.lrm", VALUES)
    (tmp_path / f"林{ending}").write_bytes(JPEG)
    assert [photo.content for photo in read(IMPORTER, tmp_path / "林.lrm").document.photos] == [JPEG]


def test_it_is_found_by_name_and_content(tmp_path: Path) -> None:
    write_lrm(tmp_path / "林.LRM", VALUES)
    assert recognise(tmp_path / "林.LRM") is IMPORTER


def test_a_folder_takes_the_picture_with_its_form(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    write_lrm(tmp_path / "林.lrm", VALUES, FAMILY, photo=JPEG)
    (tmp_path / "余.pic").write_bytes(JPEG)
    report = import_paths(graph, engine_settings, [tmp_path])
    assert [(each.file, each.status) for each in report.files] == [("余.pic", "rejected"), ("林.lrm", "imported")]
    name = graph.read("MATCH (c:Cadre) RETURN c.photo AS photo")[0]["photo"]
    assert (engine_settings.data / "photos" / name).read_bytes() == JPEG


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'"a","b"', "只有 2 项"),
        (b'"a","b', "引号"),
        (b'"\xff\xff\xff","b"', "GBK"),
        (render_lrm(VALUES | {"XingMing": "无"}), "没有姓名"),
    ],
)
def test_what_is_no_form_is_refused_with_the_reason(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "x.lrm").write_bytes(content)
    with pytest.raises(SourceError, match=told):
        read(IMPORTER, tmp_path / "x.lrm")


def test_a_picture_that_is_none_is_a_finding(tmp_path: Path) -> None:
    write_lrm(tmp_path / "林.lrm", VALUES, photo=b"no picture")
    document = read(IMPORTER, tmp_path / "林.lrm")
    assert "bad-photo" in document.codes
    assert document.values(Cadre)[0]["name"] == "林测试"


@given(cut=st.integers(0, 2000), byte=st.integers(0, 255), at=st.integers(0, 2000))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_bytes_are_read_or_refused(tmp_path: Path, cut: int, byte: int, at: int) -> None:
    content = bytearray(render_lrm(VALUES, FAMILY))
    content[at % len(content)] = byte
    (tmp_path / "x.lrm").write_bytes(bytes(content[: len(content) - cut % 5]))
    with suppress(SourceError):
        read(IMPORTER, tmp_path / "x.lrm")

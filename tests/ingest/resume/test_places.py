"""Places told from the words that only look like them, and the part of a unit another part belongs to."""

from __future__ import annotations

import pytest

from ingest.resume import parse_resume
from ingest.resume.parts import part_holder, wholes
from ingest.resume.places import locate


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("甲城市财政局", "甲城市"),
        ("乙门市财政局", "乙门市"),
        ("天阳市民政局", "天阳市"),
        ("丙山区民政局", "丙山区"),
        ("丁汇区民政局", "丁汇区"),
        ("戊集镇党委", "戊集镇"),
        ("己村镇党委", "己村镇"),
        ("古城镇党委", "古城镇"),
        ("院桥镇党委", "院桥镇"),
        ("西市区民政局", "西市区"),
        ("丁村区民政局", "丁村区"),
        ("戊乡县民政局", "戊乡县"),
        ("甲市镇海区民政局", "甲市镇海区"),
        ("甲市建设街道党工委", "甲市建设街道"),
        ("甲市东区街道办事处", "甲市东区街道"),
        ("庚家乡政府", "庚家乡"),
        ("辛新村党支部", "辛新村"),
        ("乙县城关公社管委会", "乙县城关公社"),
        ("壬仁州能源局", "壬仁州"),
        ("癸阳国家高新技术产业开发区管委会", "癸阳国家高新技术产业开发区"),
    ],
)
def test_names_that_end_like_common_words_are_places(unit: str, place: str) -> None:
    assert locate(unit).place == place


@pytest.mark.parametrize(
    ("unit", "rest"),
    [
        ("乙市城市管理局", "城市管理局"),
        ("乙县城镇集体工业联社", "城镇集体工业联社"),
        ("乙县乡镇企业局", "乡镇企业局"),
        ("乙县山区开发办公室", "山区开发办公室"),
        ("乙县集镇建设办", "集镇建设办"),
        ("乙市城乡规划局", "城乡规划局"),
        ("乙县驻村工作办公室", "驻村工作办公室"),
        ("乙市门市部", "门市部"),
    ],
)
def test_common_words_after_a_place_are_none(unit: str, rest: str) -> None:
    assert locate(unit).rest == rest


@pytest.mark.parametrize("unit", ["住房和城乡建设局", "创建文明城市办公室", "广州银行", "兰州铁路局", "县城市管理局"])
def test_common_words_alone_are_no_places(unit: str) -> None:
    assert locate(unit).places == ()


@pytest.mark.parametrize(
    ("name", "anchor", "holder"),
    [
        ("城关派出所", "乙县公安局禁毒大队", "乙县公安局"),
        ("一中队", "乙县公安局巡警大队", "乙县公安局巡警大队"),
        ("治安支队二大队", "甲市公安局警令部秘书科", "甲市公安局"),
        ("法制科", "乙县公安局刑侦大队", "乙县公安局"),
        ("经济检查大队", "乙县工商局城关工商所", "乙县工商局"),
        ("安全监督处", "丙省交通厅建设管理处", "丙省交通厅"),
        ("会计科", "甲市财政局政府采购科", "甲市财政局"),
        ("综合科", "甲市人社局社会保障中心", "甲市人社局社会保障中心"),
    ],
)
def test_a_part_belongs_to_what_lies_higher(name: str, anchor: str, holder: str) -> None:
    assert part_holder(name, anchor) == holder


def test_the_wholes_of_a_unit_end_where_its_words_end() -> None:
    assert wholes("甲市公安局警令部秘书科") == ("甲市公安局警令部", "甲市公安局")
    assert wholes("甲市人社局社会保障科") == ("甲市人社局",)


def test_an_office_of_the_railway_has_a_discipline_body_of_its_own() -> None:
    (segment,) = parse_resume("2001.01--2002.02  甲市铁路办事处党工委委员、纪工委书记").segments
    assert [held.unit for held in segment.holdings] == ["甲市铁路办事处", "甲市铁路办事处纪工委"]

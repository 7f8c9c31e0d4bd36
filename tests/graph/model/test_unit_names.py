"""One body under several usual names, and never two of different places."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.unit_names import usual_name, usual_words

ONE_BODY = [
    ("青屿区纪委", "青屿区纪律检查委员会", "中共青屿区纪律检查委员会", "中共青屿区纪委"),
    ("青屿区监委", "青屿区监察委员会"),
    ("澜江市纪委监委", "澜江市纪委市监委", "澜江市纪律检查委员会、监察委员会"),
    ("澜江市委组织部", "中共澜江市委组织部", "澜江市委员会组织部", "中共澜江市委员会组织部", "澜江市组织部"),
    ("澜江市委", "中共澜江市委", "澜江市委员会"),
    ("青屿区委政法委", "青屿区政法委", "青屿区委政法委员会"),
    ("青屿区委办公室", "青屿区委办"),
    ("青屿区委编办", "青屿区编办", "青屿区机构编制委员会办公室"),
    ("石泉县甲渡镇党委", "石泉县甲渡镇委员会", "石泉县甲渡镇委", "中共石泉县甲渡镇委员会"),
    ("石泉县甲渡镇人民政府", "石泉县甲渡镇政府"),
    ("石泉县人民政府办公室", "石泉县政府办公室", "石泉县政府办", "石泉县府办"),
    ("杨篁街道办事处", "杨篁街道办"),
    ("杨篁街道党工委", "杨篁街道工委"),
    ("澜江高新区管委会", "澜江高新区管理委员会"),
    ("石泉县人大常委会", "石泉县人民代表大会常务委员会"),
    ("石泉县政协", "政协石泉县委员会", "中国人民政治协商会议石泉县委员会"),
    ("共青团石泉县委", "共青团石泉县委员会", "石泉县团委"),
    ("石泉县人民武装部", "石泉县人武部"),
    ("石泉县人民法院", "石泉县法院"),
    ("澜江市住房和城乡建设局", "澜江市住建局", "澜江市住房城乡建设局"),
    ("澜江市住建局住房保障处", "澜江市住房和城乡建设局住房保障处"),
    ("澜江市人社局", "澜江市人力资源和社会保障局"),
    ("澜江市卫健委", "澜江市卫生健康委员会", "澜江市卫生健康委"),
    ("澜江市发改委", "澜江市发展和改革委员会"),
    (
        "石泉县甲渡镇石埠村委会",
        "石泉县甲渡镇石埠村村委会",
        "石泉县甲渡镇石埠村村民委员会",
        "石泉县甲渡镇石埠村民委员会",
    ),
    ("杨篁街道柳荫居委会", "杨篁街道柳荫社区居委会", "杨篁街道柳荫社区居民委员会", "杨篁街道柳荫居民委员会"),
    ("青屿区市监局", "青屿区市场监督管理局", "青屿区市场监管局"),
    (
        "青屿区教育局（党组）",
        "青屿区教育局(党组)",
        "青屿区 教育局（党组）",
        "青屿区教育局（党组）。",
        "青屿区教育局(党组)；",
    ),
    ("青屿区１号专班", "青屿区1号专班"),
    ("Finance Committee", "Ｆｉｎａｎｃｅ　Committee", "Finance Committee,", "Finance  Committee:"),
    (
        "Комитет по бюджету",
        "«Комитет по бюджету»",
        "“Комитет по бюджету”,",
        "Комитет по бюджету*",
        "* Комитет по бюджету",
    ),
    ('Комитет "Волна"', "Комитет «Волна»", "Комитет „Волна“ †", "Комитет “Волна” [2]"),
    ("Committee on Audit", "Committee on Audit¹", "Committee on Audit¹,", "Committee on Audit **"),
    ("青屿区“三农”专班", '青屿区"三农"专班', "青屿区「三农」专班*", "＊青屿区“三农”专班"),
]


@pytest.mark.parametrize("names", ONE_BODY, ids=lambda names: names[0])
def test_usual_names_of_one_body(names: tuple[str, ...]) -> None:
    assert len({usual_name(name) for name in names}) == 1


def test_bodies_of_the_list_stay_apart() -> None:
    assert len({usual_name(names[0]) for names in ONE_BODY}) == len(ONE_BODY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("石泉县住建局", "青屿区住建局"),
        ("澜江市住建局", "澜江市建设局"),
        ("澜江市纪委", "澜江市监委"),
        ("澜江市纪委", "澜江市纪委监委"),
        ("石泉县委", "石泉县人民政府"),
        ("澜江市环境保护局", "澜江市生态环境局"),
        ("澜江市农业局", "澜江市农业农村局"),
        ("杨篁街道办事处", "杨篁街道办公室"),
        ("霁川省人民政府办公厅", "霁川省人民政府"),
        ("石泉县人大常委会", "石泉县人大"),
        ("甲渡镇石埠村委会", "甲渡镇石埠村党支部"),
        ("甲渡镇石埠村委会", "甲渡镇石埠村"),
        ("杨篁街道柳荫社区居委会", "杨篁街道柳荫社区"),
        ("住建局", "住房和城乡建设局"),
    ],
)
def test_what_stays_two(one: str, other: str) -> None:
    assert usual_name(one) != usual_name(other)


@pytest.mark.parametrize(
    "name", ["青屿区政府采购中心", "甲社区卫生服务中心", "石埠村", "中共澜江市第八届委员会", "澜江市市场监督管理局"]
)
def test_other_names_stay_as_they_are(name: str) -> None:
    assert usual_name(name) == name


def test_typography_makes_no_other_body() -> None:
    names = ["Ministère de l’Intérieur  – Cabinet", unicodedata.normalize("NFD", "Ministère de l'Intérieur - Cabinet")]
    assert len(set(map(usual_name, names))) == 1
    assert usual_name("Finance Committee") != usual_name("Finance Committees")


@given(st.sampled_from([name for names in ONE_BODY for name in names]))
def test_a_usual_name_is_its_own(name: str) -> None:
    assert usual_name(usual_name(name)) == usual_name(name)


@given(st.sampled_from(list(combinations(["石泉县", "青屿区", "澜江市", "霁川省"], 2))), st.sampled_from(ONE_BODY))
def test_two_places_never_become_one(places: tuple[str, str], names: tuple[str, ...]) -> None:
    rest = names[0].removeprefix("青屿区").removeprefix("澜江市").removeprefix("石泉县")
    assert usual_name(places[0] + rest) != usual_name(places[1] + rest)


def test_words_looked_for_need_no_place() -> None:
    assert usual_words("住建局") == "住房和城乡建设局"
    assert usual_words("林一舟") == "林一舟"

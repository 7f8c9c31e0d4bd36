"""The printed form: two A4 pages whatever is in it, the photo, every glyph drawn or named; the same grid in Word."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import export.approval_pdf
import export.pdf
from demo.photos import photo
from export.approval_form import ApprovalForm
from export.approval_form.printed import printed, resume_lines
from export.approval_pdf import render_pdf
from export.approval_word import render_word
from export.fonts import MISSING, can_draw_chinese, missing_characters
from export.grid import SMALLEST, Cell, Grid, Line, fitted
from export.lrmx import form_of
from export.marking import Marking
from graph.errors import InputError
from tests.support.needs import missing

DAY = "2026-11-28"
MARKING = Marking(DAY, "林测试.lrmx（2024-01-01）", "内部资料")
VALUES = {
    "XingMing": "林测试", "XingBie": "女", "ChuShengNianYue": "197908", "MinZu": "汉族",
    "RuDangShiJian": "200108；民建",
    "CanJiaGongZuoShiJian": "20020801", "XianRenZhiWu": "丁市住房和城乡建设局副局长",
    "JiSuanNianLingShiJian": "20240101",
    "TianBiaoShiJian": "20240101", "TianBiaoRen": "周示例", "NiRenZhiWu": "（无）", "Version": "3.2.1.6",
    "JianLi": "2002.08--2012.11  乙县建设局干部\n                  （其间：2009.09--2011.12在丙大学学习）\n"
    "2012.11--         丁市住房和城乡建设局\n                  副局长\n\n丁市第八届党代表",
}  # fmt: skip
FAMILY = [
    {"ChengWei": "丈夫", "XingMing": "王测试", "ChuShengRiQi": "198003", "GongZuoDanWeiJiZhiWu": "丁市第一中学教师"},
    {"ChengWei": "女儿", "ChuShengRiQi": "2015"},
    {"ChengWei": "父亲", "XingMing": "林父", "ChuShengRiQi": "194903", "GongZuoDanWeiJiZhiWu": "农民（已去世）"},
]
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "../../x",
    "</style><script>alert(1)</script>",
    "注" * 10_000,
    "👩‍👧 家",
    "𠮷𡈽㐂",
    "{{ 7*7 }}",
)


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    if not can_draw_chinese():
        missing("a font for Chinese", "apt-get install fonts-noto-cjk")


def approval(changes: dict[str, str] | None = None, family: Sequence[dict[str, str]] = ()) -> ApprovalForm:
    return ApprovalForm(form_of({**VALUES, **(changes or {})}, family), "form", "林测试.lrmx")


def cell_of(grid: Grid, text: str) -> Cell:
    found = [c for page in grid.pages for c in page.cells() if any(text in line.text + line.dates for line in c.lines)]
    return found[0]


def words(grid: Grid) -> str:
    return "\n".join(line.dates + line.text for page in grid.pages for cell in page.cells() for line in cell.lines)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has; WeasyPrint packs its objects into compressed streams."""
    plain = pdf
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            plain += zlib.decompress(packed)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", plain))


def test_values_stand_as_on_paper() -> None:
    grid = printed(approval(family=FAMILY), DAY)
    told = words(grid)
    assert "1979.08\n（44岁）" in told
    assert "2001.08；民建" in told
    assert "2002.08.01" in told
    assert "（无）" not in told
    assert grid.below == "填表人：周示例"


def test_ages_of_the_family() -> None:
    grid = printed(approval(family=FAMILY), DAY)
    rows = [[" ".join(line.text for line in cell.lines) for cell in row] for row in grid.pages[1].rows[4:7]]
    assert [(row[0], row[2]) for row in rows] == [("丈夫", "43"), ("女儿", "2015年生"), ("父亲", "")]


def test_the_resume_in_two_columns() -> None:
    assert list(resume_lines(VALUES["JianLi"])) == [
        Line("乙县建设局干部", "2002.08--2012.11"),
        Line("（其间：2009.09--2011.12在丙大学学习）", hanging=True),
        Line("丁市住房和城乡建设局副局长", "2012.11--"),
        Line(""),
        Line("丁市第八届党代表"),
    ]


def test_the_form_of_4_0_shows_the_age_limit() -> None:
    told = {"DaoLingNianYue": "204008", "GaiGeQianRenZhiNianLingJieXian": "改革前任职年龄界限为60岁"}
    assert "2040.08\n（60岁）" in words(printed(approval(told), DAY))


@given(st.integers(0, 90), st.integers(1, 120))
@settings(max_examples=40, deadline=None)
def test_type_shrinks_in_half_points_until_it_fits(count: int, length: int) -> None:
    lines = tuple(Line("职" * length, "2002.08--2012.11") for _ in range(count))
    size, shown = fitted(lines, 157, 135, 14)
    assert SMALLEST <= size <= 14
    assert size * 2 == int(size * 2)
    assert shown == lines or size == SMALLEST


@pytest.mark.parametrize("segments", [25, 90])
def test_two_pages_whatever_the_length_of_the_resume(segments: int) -> None:
    resume = "\n".join(
        f"{1960 + n % 60}.01--{1961 + n % 60}.01  澜江市财政局国库处副处长、党组成员（兼）" for n in range(segments)
    )
    grid = printed(approval({"JianLi": resume}), DAY)
    assert not grid.cut()
    assert pages_of(render_pdf(grid, MARKING).content) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_two_pages_whatever_is_written_anywhere(text: str) -> None:
    texts = dict.fromkeys([*VALUES, "RenMianLiYou", "JiangChengQingKuang", "ChengBaoDanWei"], text)
    member = dict.fromkeys(("ChengWei", "XingMing", "ZhengZhiMianMao", "GongZuoDanWeiJiZhiWu"), text)
    grid = printed(approval(texts, [member] * 9), DAY)
    marking = replace(MARKING, source=text)
    pdf = render_pdf(grid, marking, photo=_jpeg())
    assert pages_of(pdf.content) == 2
    document = docx.Document(io.BytesIO(render_word(grid, marking)))
    assert len(document.tables) == 2
    assert len(text) > 1000 or any(text in cell.text for cell in document.tables[0]._cells)


def test_many_awards_and_relatives_stay_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    awards = "\n".join(f"{2000 + n}.01，经甲市人民政府批准，荣获甲市劳动模范称号。" for n in range(20))
    post = "甲市第一中学高级教师、教研组组长兼年级主任，甲市人大代表、市教育学会常务理事，甲师范学院兼职教授（已退休）"
    family = [{**FAMILY[0], "GongZuoDanWeiJiZhiWu": post}, *[{**FAMILY[0], "ChengWei": "哥哥"}] * 11]
    grid = printed(approval({"JiangChengQingKuang": awards, "NianDuKaoHeJieGuo": "", "RenMianLiYou": ""}, family), DAY)
    assert cell_of(grid, "劳动模范").size >= 6
    assert cell_of(grid, "第一中学").size >= 7
    assert sum(grid.pages[1].heights) == pytest.approx(sum(printed(approval(), DAY).pages[1].heights))
    set_in: list[float] = []
    html = export.approval_pdf._html

    def noted(*given: Any) -> str:
        set_in.append(given[-1])
        return html(*given)

    monkeypatch.setattr(export.approval_pdf, "_html", noted)
    render_pdf(grid, MARKING)
    assert set_in == [0.0, 0.0], "type had to become smaller than reckoned"


def test_a_text_that_no_type_can_hold_says_so() -> None:
    grid = printed(approval({"JiGuan": "地" * 10_000}), DAY)
    assert grid.cut()
    assert "未完" in words(grid)


def test_a_character_without_a_font_is_named_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = printed(approval({"XingMing": "林𱍐"}), DAY)
    monkeypatch.setattr(export.approval_pdf, "missing_characters", lambda _: frozenset("𱍐"))
    made = render_pdf(grid, MARKING)
    assert made.missing == {"𱍐"}
    assert pages_of(made.content) == 2


def test_which_characters_no_font_has() -> None:
    assert missing_characters("干部任免审批表 abc") == frozenset()
    assert missing_characters("林\U000e0fff\U0010fffe\U0003fffd") == frozenset()  # not printable: nothing to draw
    assert missing_characters("甲\U00032000") in (frozenset(), frozenset("\U00032000"))
    assert len(MISSING) == 1


def test_no_font_for_chinese_is_a_clear_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export.pdf, "can_draw_chinese", lambda: False)
    with pytest.raises(InputError, match=r"没有中文字体.*fonts-noto-cjk"):
        render_pdf(printed(approval(), DAY), MARKING)


def _jpeg() -> bytes:
    import base64

    return base64.b64decode(photo(1))


def test_word_has_photo_marking_and_the_same_bytes_each_time() -> None:
    grid = printed(approval(family=FAMILY), DAY)
    content = render_word(grid, MARKING, photo=_jpeg())
    assert content == render_word(grid, MARKING, photo=_jpeg())
    document = docx.Document(io.BytesIO(content))
    assert MARKING.line() in document.sections[0].footer.paragraphs[0].text
    assert document.core_properties.keywords == "内部资料"
    (picture,) = document.inline_shapes
    assert picture.height / picture.width == pytest.approx(5 / 4, abs=0.01)
    heights = [row.height.mm for table in document.tables for row in table.rows if row.height]
    assert sum(heights[: len(grid.pages[0].heights)]) == pytest.approx(sum(grid.pages[0].heights), abs=1)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None


@given(st.text(max_size=200))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_resume_is_printed_whole(text: str) -> None:
    kept = "".join("".join(line.dates + line.text for line in resume_lines(text)).split())
    plain = "".join(text.split())
    assert sorted(set(plain) - set(kept) - set("-—–－~～至年月/")) == []

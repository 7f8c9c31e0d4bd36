"""The `.lrmx` writer keeps to the official layout."""

from __future__ import annotations

import pytest
from lxml import etree

from export.lrmx import ResumeLine, format_resume, render_lrmx


def test_resume_layout() -> None:
    lines = [
        ResumeLine("2008.03", "2012.11", "乙县建设局副局长", ("其间：2009.09--2011.12在丙大学学习",)),
        ResumeLine("2012.11", None, "丁市住房和城乡建设局副局长"),
    ]
    assert format_resume(lines, ["丁市第八届党代表"]).split("\r\n") == [
        "2008.03--2012.11  乙县建设局副局长",
        "                  （其间：2009.09--2011.12在丙大学学习）",
        "2012.11--         丁市住房和城乡建设局副局长",
        "",
        "丁市第八届党代表",
    ]


def test_text_is_escaped_and_forbidden_characters_left_out() -> None:
    root = etree.fromstring(render_lrmx({"XingMing": "甲<乙&丙\x0b"}))
    assert root.findtext("XingMing") == "甲<乙&丙"


def test_elements_of_4_0_only_where_given() -> None:
    assert b"DaoLingNianYue" not in render_lrmx({"XingMing": "甲"})
    assert b"<DaoLingNianYue>203907</DaoLingNianYue>" in render_lrmx({"DaoLingNianYue": "203907"})


def test_family_and_extra_elements() -> None:
    root = etree.fromstring(render_lrmx({}, [{"ChengWei": "妻子", "XingMing": "乙"}], extra={"QiTa": "值"}))
    assert root.findtext("JiaTingChengYuan/Item/ChengWei") == "妻子"
    assert root[-1].tag == "QiTa"


def test_unknown_element_is_refused() -> None:
    with pytest.raises(KeyError, match="XingMin"):
        render_lrmx({"XingMin": "甲"})

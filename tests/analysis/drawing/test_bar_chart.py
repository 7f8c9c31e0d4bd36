"""The bars of a count: the value beside the name, the bar behind it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from analysis.drawing.bar_chart import Bar, draw_bars

SVG = "{http://www.w3.org/2000/svg}"
NARROW = 390 - 2 * 16
"""Pixels that a telephone shows of a picture."""


@pytest.mark.parametrize("name", ["甲局", "澜江市城乡融合发展与基层治理现代化试点工作联席会议办公室综合协调处"])
def test_name_and_value_are_in_sight_on_a_narrow_screen_and_no_bar_covers_them(name: str) -> None:
    bars = [Bar(name, 12345.5), Bar("乙局", 1), Bar("丙局", None), Bar("丁局", -3)]
    root = ET.fromstring(draw_bars(bars, title="甲", description="乙", language="zh", unit="人"))
    values = [each for each in root.iter(f"{SVG}text") if (each.text or "").endswith(("人", "未知"))]
    assert [each.text for each in values] == ["12345.5人", "1人", "未知", "-3人"]
    assert len({each.attrib["x"] for each in values}) == 1, "they stand under one another"
    assert all(each.attrib["text-anchor"] == "end" and float(each.attrib["x"]) <= NARROW for each in values)
    shapes = [each for each in root.iter(f"{SVG}rect") if each.attrib.get("rx") == "2"]
    assert all(float(each.attrib["x"]) > float(values[0].attrib["x"]) for each in shapes)


@pytest.mark.parametrize(("unit", "said"), [("岁", "37岁"), ("years", "37 years"), ("%", "37%"), ("", "37")])
def test_a_unit_that_is_a_word_stands_apart(unit: str, said: str) -> None:
    root = ET.fromstring(draw_bars([Bar("A", 37)], title="A", description="B", language="en", unit=unit))
    assert said in [each.text for each in root.iter(f"{SVG}text")]

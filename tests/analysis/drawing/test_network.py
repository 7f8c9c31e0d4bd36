"""Relations as a drawing: names are told whole where they can be."""

from __future__ import annotations

import re

from analysis.drawing.network import Point, draw_network


def test_a_long_name_takes_a_second_line() -> None:
    drawn = draw_network(
        [Point("uni_1", "单位", "甲湾区卫生和计划生育委员会医政处")], [], title="图", description="图", language="zh"
    )
    lines = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn)
    assert "".join(lines) == "甲湾区卫生和计划生育委员会医政处"
    assert len(lines) == 2

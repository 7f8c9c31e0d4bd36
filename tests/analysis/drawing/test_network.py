"""Relations as a drawing: names are told whole where they can be."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from analysis.drawing.network import Laid, Line, Point, draw_network

SVG = "{http://www.w3.org/2000/svg}"


def test_a_long_name_takes_a_second_line() -> None:
    drawn = draw_network(
        [Point("uni_1", "单位", "甲湾区卫生和计划生育委员会医政处")], [], title="图", description="图", language="zh"
    )
    lines = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn)
    assert "".join(lines) == "甲湾区卫生和计划生育委员会医政处"
    assert len(lines) == 2


def test_a_name_stands_below_the_ring_of_what_was_chosen() -> None:
    chosen = Point("a", "干部", "甲某", label="Cadre", marks=frozenset({"chosen"}))
    drawn = ET.fromstring(draw_network([chosen], [], title="甲", description="甲", language="zh"))
    name = next(each for each in drawn.iter(f"{SVG}text") if "".join(each.itertext()) == "甲某")
    ring = max(drawn.iter(f"{SVG}circle"), key=lambda each: float(each.attrib["r"]))
    top = float(name.attrib["y"]) - 0.88 * float(name.attrib["font-size"])
    assert top > float(ring.attrib["cy"]) + float(ring.attrib["r"])


def test_a_line_says_what_it_is_only_where_there_is_room() -> None:
    points = [Point("uni_1", "单位", "甲局"), Point("pos_1", "岗位", "局长")]
    lines = [Line("所属单位", "pos_1", "uni_1")]

    def written(far: float) -> bool:
        laid = Laid({"uni_1": (0.0, 0.0), "pos_1": (0.0, far)})
        drawn = draw_network(points, lines, title="图", description="图", language="zh", laid=laid)
        return ">所属单位</text>" in drawn

    assert (written(62), written(186)) == (False, True)

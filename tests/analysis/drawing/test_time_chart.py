"""A chart on an axis of time: each row says what it says, wherever its bar ends."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from analysis.drawing.time_chart import Stretch, draw_times

SVG = "{http://www.w3.org/2000/svg}"


def texts(*rows: Stretch) -> dict[str, float]:
    """Where each text of the chart begins."""
    svg = draw_times(rows, today="2024-12-28", title="甲局", description="任职", language="zh")
    return {each.text or "": float(each.attrib["x"]) for each in ET.fromstring(svg).iter(f"{SVG}text")}


def test_what_lasts_to_the_edge_says_its_text_in_the_bar() -> None:
    told = texts(
        Stretch(name="甲某", start="2014-03", end=None, text="副局长", lasts=True),
        Stretch(name="乙某", start="2012-01", end="2013-01", text="局长", lasts=False),
    )
    assert told["甲某"] < told["副局长"] < told["2024"], "in the bar"
    assert told["局长"] > told["2012"] + 20, "behind it"


def test_a_late_moment_says_its_text_before_it() -> None:
    told = texts(
        Stretch(name="甲某", start="2024-12", end=None, text="到任 · 甲市水利局 · 副局长", lasts=False),
        Stretch(name="乙某", start="1990-01", end=None, text="离任 · 甲市水利局 · 局长", lasts=False),
    )
    assert told["到任 · 甲市水利局 · 副局长"] < told["2020"] + 200, "whole, before the mark"
    assert told["离任 · 甲市水利局 · 局长"] < told["2000"], "behind the mark"


def test_what_goes_on_stands_out_and_the_legend_says_so() -> None:
    rows = [
        Stretch(name="甲某", start="2014-03", end=None, lasts=True),
        Stretch(name="乙某", start="2012-01", end="2013-01"),
    ]
    svg = draw_times(rows, today="2024-12-28", title="甲局", description="任职", language="zh")
    bars = [each.attrib["class"] for each in ET.fromstring(svg).iter(f"{SVG}rect")][1:]
    assert ["zs-fill-accent " in f"{each} " for each in bars] == [True, False, True, False]
    assert {"至今", "已结束"} <= set(texts(*rows))
    assert "已结束" not in texts(rows[0]), "nothing to tell apart"


def test_a_bar_is_higher_than_the_text_in_it() -> None:
    row = Stretch(name="甲某", start="2014-03", end=None, text="副局长", lasts=True)
    root = ET.fromstring(draw_times([row], today="2024-12-28", title="甲局", description="任职", language="zh"))
    bar = next(each for each in root.iter(f"{SVG}rect") if "zs-fill-accent" in each.attrib["class"])
    text = next(each for each in root.iter(f"{SVG}text") if each.text == "副局长")
    top, base = float(bar.attrib["y"]), float(text.attrib["y"])
    assert top <= base - float(text.attrib["font-size"]), "Chinese characters are as high as the letters are large"
    assert base + 2 <= top + float(bar.attrib["height"])

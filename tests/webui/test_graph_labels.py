"""The names in a picture that the reader moves about in: none over another, however dense or far away it is."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MEASURED = """
async ([nodes, scale, beside]) => {
  const { place, overlap, SIZE } = await import("/static/graph/labels.js");
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${SIZE}px sans-serif`;
  const begun = performance.now();
  const placed = place(nodes, scale, (text) => pen.measureText(text).width, beside);
  const ms = performance.now() - begun;
  let over = 0;
  placed.forEach((one, at) => placed.slice(0, at).forEach((other) => { over += overlap(one.box, other.box); }));
  const lines = Math.max(...placed.map((each) => each.lines.length));
  return { named: placed.map((each) => each.id), over, ms, lines };
}
"""


def crowd(count: int, *marks: str) -> list[dict[str, Any]]:
    """Things of long names as near to each other as the lattice of a layout lets them be, in a block."""
    side = int(count**0.5)
    return [
        {
            "id": f"n{at}",
            "name": f"甲湾区住房和城乡建设局第{at}处 党组成员",
            "x": (at % side) * 108 + (54 if (at // side) % 2 else 0),
            "y": (at // side) * 62,
            "size": 9,
            "marks": list(marks) if at == count // 2 else [],
            "weight": count - at,
        }
        for at in range(count)
    ]


@pytest.mark.parametrize("scale", [0.2, 0.46, 1.0, 2.0])
def test_no_name_lies_over_another(page: Page, address: str, scale: float) -> None:
    page.goto(address)
    found = page.evaluate(MEASURED, [crowd(100, "chosen"), scale, False])
    assert found["over"] == 0
    assert found["lines"] <= 2
    assert "n50" in found["named"], "what is chosen has its name"
    assert "n0" in found["named"], "what has the most links comes first"


@pytest.mark.parametrize("name", ["副书记（青屿区委）", "关于垃圾分类、“回头看”整改的说明", "副主任（甲湾区委办）"])
@pytest.mark.parametrize("letters", range(3, 9))
def test_no_mark_begins_or_ends_a_line_that_may_not(page: Page, address: str, name: str, letters: int) -> None:
    page.goto(address)
    lines = page.evaluate(
        "async ([name, letters]) => { const { broken } = await import('/static/graph/labels.js');"
        " return broken(name, letters, 2, (text) => [...text].length); }",
        [name, letters],
    )
    assert len(lines) == 2
    assert lines[0][-1] not in breaking()["no_end"]
    assert lines[1][0] not in breaking()["no_start"]


def breaking() -> dict[str, str]:
    """The marks that may not begin or end a line, as the drawings of the server know them."""
    return tomllib.loads(resources.files("analysis.drawing").joinpath("breaking.toml").read_text("utf-8"))


def test_near_enough_everything_is_named(page: Page, address: str) -> None:
    page.goto(address)
    assert len(page.evaluate(MEASURED, [crowd(100), 1.0, False])["named"]) == 100
    assert len(page.evaluate(MEASURED, [crowd(100), 0.2, False])["named"]) < 50


def test_the_city_is_drawn_without_names_over_each_other(page: Page, address: str, cadre_id: str) -> None:
    steps = f"do=open:{cadre_id}:HELD%3ETenure:200&do=open:{cadre_id}:~colleague%3ECadre:200"
    page.goto(f"{address}/graph?at={cadre_id}&about={cadre_id}&{steps}")
    page.locator("[data-graph-picture][data-ready]").wait_for()
    nodes = page.evaluate("JSON.parse(document.querySelector('[data-graph-picture]').dataset.scene).nodes")
    assert len(nodes) > 10
    for scale in (0.4, 1.0):
        found = page.evaluate(MEASURED, [[each | {"weight": 1} for each in nodes], scale, False])
        assert found["over"] == 0
        assert cadre_id in found["named"]


def test_two_thousand_names_find_their_places_at_once(page: Page, address: str) -> None:
    page.goto(address)
    times = [page.evaluate(MEASURED, [crowd(2000), 0.3, False])["ms"] for _ in range(3)]
    assert min(times) < 500, times


def test_a_name_of_words_fills_its_first_line(page: Page, address: str) -> None:
    page.goto(address)
    lines = page.evaluate(
        "async () => { const { broken } = await import('/static/graph/labels.js');"
        " return ['House Committee on Rules', '甲湾区住房和城乡建设局 党组成员兼副局长'].map("
        "(name) => broken(name, 16, 2, (text) => text.length)); }"
    )
    assert lines == [["House Committee", "on Rules"], ["甲湾区住房和城乡建设局", "党组成员兼副局长"]]

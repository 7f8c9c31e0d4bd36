"""Pictures of relations as files of other programs: what reads the same from both ends is not given a direction."""

from __future__ import annotations

import io
import json
from typing import Any

import networkx as nx
import pytest

from analysis.drawing.network import Line, Point
from export import graphs
from export.graphs import Picture

COLLEAGUES = Line("worked together", "a", "b", derived=True, text="丁市住建局", mutual=True)
CLASSMATES = Line("classmates", "b", "a", derived=True, mutual=True)
SUPERIOR = Line("led", "a", "c", derived=True)


def picture(*lines: Line) -> Picture:
    points = [Point(each, "Cadre", f"{each}某") for each in "abc"]
    places = {"a": (0.0, 1.0), "b": (2.0, 3.0), "c": (4.0, 5.0)}
    return Picture("三人", ("2024.03.15",), points, lines, places, "<svg/>", "zh")


def read(format: str, *lines: Line) -> Any:  # noqa: A002 - its own word
    content = graphs.write(picture(*lines), format)
    return nx.read_graphml(io.BytesIO(content)) if format == "graphml" else nx.read_gexf(io.BytesIO(content))


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_picture_of_mutual_links_alone_is_undirected(format: str) -> None:  # noqa: A002 - its own word
    graph = read(format, COLLEAGUES, CLASSMATES)
    assert not graph.is_directed()
    assert {told["relation"] for *_, told in graph.edges(data=True)} == {"worked together", "classmates"}
    assert all(told["mutual"] is True for *_, told in graph.edges(data=True))


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_among_directed_links_each_says_whether_it_is_mutual(format: str) -> None:  # noqa: A002 - its own word
    graph = read(format, COLLEAGUES, SUPERIOR)
    assert graph.is_directed()
    told = {told["relation"]: told["mutual"] for *_, told in graph.edges(data=True)}
    assert told == {"worked together": True, "led": False}
    assert graph.nodes["a"]["label"] == "a某"


def test_rows_and_json_say_it_too() -> None:
    links = json.loads(graphs.write(picture(COLLEAGUES, SUPERIOR), "json"))["links"]
    assert [each["mutual"] for each in links] == [True, False]
    rows = graphs.write(picture(COLLEAGUES, SUPERIOR), "links.csv").decode("utf-8-sig").splitlines()
    assert [row.split(",")[6] for row in rows] == ["direction", "undirected", "directed"]

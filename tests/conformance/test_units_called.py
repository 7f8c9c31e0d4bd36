"""A unit is found under any usual name of its body, whichever of them a document described."""

from __future__ import annotations

import pytest

from graph.model.keys import make_key
from graph.model.unit_names import usual_name
from graph.store.connection import Graph
from queries.units import units_called, units_inside

UNITS = ("青屿区住房和城乡建设局", "石泉县住建局", "石泉县水利局")


@pytest.fixture
def offices(graph: Graph) -> Graph:
    """Three bureaus, each under the name it was described by and the id of its body."""
    for name in UNITS:
        graph.write(
            "CREATE (:Unit {id: $id, name: $name, short_name: ''})", id=make_key("uni", usual_name(name)), name=name
        )
    return graph


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青屿区住建局", ["青屿区住房和城乡建设局"]),
        ("石泉县住房城乡建设局", ["石泉县住建局"]),
        ("石泉县住建局", ["石泉县住建局"]),
        ("水利局", ["石泉县水利局"]),
        ("住建局", ["青屿区住房和城乡建设局", "石泉县住建局"]),
        ("青屿区水利局", []),
    ],
)
def test_a_unit_is_called_by_any_usual_name(offices: Graph, text: str, names: list[str]) -> None:
    assert [row["name"] for row in units_called(offices, text)] == names


def test_a_unit_is_found_inside_a_text(offices: Graph) -> None:
    (row,) = units_inside(offices, "青屿区住建局评差的项目")
    assert (row["name"], row["ending"]) == ("青屿区住房和城乡建设局", "青屿区住建局")

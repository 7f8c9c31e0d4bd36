"""One body under several names is one unit, and what was held there one tenure with all its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model.records.tenure import Tenure
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from queries.dossier import read_dossier
from queries.search import cadre_named, find_cadres
from tests.ingest.drafting import Held, form, keyring, load, person


@pytest.fixture
def ready(graph: Graph) -> Graph:
    """An empty graph with its constraints and indexes."""
    apply_schema(graph)
    return graph


def held(graph: Graph, tmp_path: Path, *documents: list[Held]) -> list[tuple[object, ...]]:
    """The tenures after loading a personnel form and a collection workbook: title, start, end, number of sources."""
    key = keyring(tmp_path)
    for number, posts in enumerate(documents):
        origin = ("personnel_form", "collection_workbook")[number % 2]
        load(
            graph,
            key,
            f"doc{number}",
            [form(person(), *posts, date=f"2024-0{number + 1}", origin=origin)],
            importer=origin,
        )
    found = read_dossier(graph, cadre_named(graph, "林试禾")).of(Tenure)
    documents_of = [len({each.document_id for each in tenure.sources}) for tenure in found]
    return [(each.title, each.start, each.end, count) for each, count in zip(found, documents_of, strict=True)]


def test_two_sources_that_name_one_body_differently_tell_of_one_tenure(ready: Graph, tmp_path: Path) -> None:
    short, full = "青屿区住建局", "青屿区住房和城乡建设局"
    told = held(ready, tmp_path, [(short, "局长", "2012-11", None)], [(full, "局长", "2012-11", None)])
    assert told == [("局长", "2012-11", None, 2)]
    assert ready.read("MATCH (u:Unit) RETURN u.name AS name") == [{"name": full}]
    assert ready.read("MATCH (p:Post)-[:IN_UNIT]->(u:Unit) RETURN count(*) AS n") == [{"n": 1}]
    (tenure,) = read_dossier(ready, cadre_named(ready, "林试禾")).of(Tenure)
    assert (tenure.unit_name, tenure.disputed) == (full, ())
    assert {short in each.quote for each in tenure.sources} == {True, False}
    assert [row.name for text in (short, full, "住建局") for row in find_cadres(ready, text)] == ["林试禾"] * 3


def test_two_lines_that_name_one_body_differently_are_one_tenure(ready: Graph, tmp_path: Path) -> None:
    lines: list[Held] = [
        ("青屿区纪律检查委员会", "副书记", "2012-11", "2014-05"),
        ("青屿区纪委", "副书记", "2014-05", None),
    ]
    assert held(ready, tmp_path, lines) == [("副书记", "2012-11", None, 1)]


def test_a_body_of_the_same_kind_in_another_place_is_another(ready: Graph, tmp_path: Path) -> None:
    lines: list[Held] = [
        ("青屿区住建局", "局长", "2012-11", "2014-05"),
        ("石泉县住房和城乡建设局", "局长", "2014-05", None),
    ]
    assert len(held(ready, tmp_path, lines)) == 2

"""The examples of the documentation, in both languages, do what they say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.mapping.model import LookupSpec, ReadSpec, RecordSpec, SourceSpec, Value
from ingest.run import import_paths
from tests.architecture.test_imports import ROOT

PAGES = ("mapping.md", "mapping.en.md")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("order", [("members.csv", "offices.json"), ("offices.json", "members.csv")], ids=" ".join)
def test_the_complete_example_gives_what_the_page_says(
    embedded_graph: Graph, tmp_path: Path, page: str, order: tuple[str, ...]
) -> None:
    for _, name, content in BLOCK.findall(text(page)):
        if name:
            (tmp_path / name).write_text(content, "utf-8")
    for name in order:
        path = tmp_path / name
        importer = MappingImporter(load_mapping(path.with_suffix(".toml")))
        (report,) = import_paths(embedded_graph, Settings(data=tmp_path), [path], importer=importer).files
        assert [each for each in report.findings if each.severity != "info"] == []
    rows = embedded_graph.read(
        "MATCH (c:Cadre) OPTIONAL MATCH (c)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "
        "RETURN c.name AS name, c.sex AS sex, c.birth_month AS born, u.name AS unit, t.start AS start, t.end AS end, "
        "t.end_status AS status ORDER BY name, born, start"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Ann Beispiel", "女", "1961-03-14", "Council", "2014", "2019-06-01", "ended"),
        ("Ann Beispiel", "女", "1961-03-14", "Finance Committee", "2019-06", None, "current"),
        ("Ann Beispiel", "女", "1975", "Council", "2020-01-01", None, "current"),
        ("Bo Muster", "男", None, None, None, None, None),
    ]


def test_both_languages_show_the_same_examples() -> None:
    pages = [[_without_remarks(content) for _, _, content in BLOCK.findall(text(page))] for page in PAGES]
    assert pages[0] == pages[1]


def _without_remarks(block: str) -> list[str]:
    return [line for each in block.splitlines() if (line := re.sub(r"\s*# .*$", "", each).strip())]


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_mapping_is_explained(page: str) -> None:
    shown = set(re.findall(r"`(?:\[+)?([a-z_]+)", text(page))) | set(re.findall(r"\b([a-z_]+) = ", text(page)))
    for model in (SourceSpec, ReadSpec, RecordSpec, LookupSpec, Value):
        assert set(model.model_fields) - shown == set(), model.__name__


@pytest.mark.parametrize("page", PAGES)
def test_blocks_of_toml_are_toml(page: str) -> None:
    for kind, name, content in BLOCK.findall(text(page)):
        if kind == "toml" and name:
            assert tomllib.loads(content)

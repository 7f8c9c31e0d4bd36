"""Who a row of a table speaks of, on every engine: identifiers, names and birth years, people with equal names."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.report import FileReport
from ingest.run import import_paths

PEOPLE = "id,name,born\n1,Ann Example,1961-02-03\n2,Ann Example,1975\n3,Bob Example,\n"
BY_ID = "[[record]]\ntype='Cadre'\nidentify={own='id'}\nvalues={name='name',birth_month='born'}\n"
POSTS = "[[record]]\ntype='Tenure'\nvalues={unit_name='unit'}\n[record.links]\ncadre="


@pytest.fixture
def bring(graph: Graph, tmp_path: Path) -> Bring:
    return Bring(graph, tmp_path)


class Bring:
    """Imports tables written in a test."""

    def __init__(self, graph: Graph, folder: Path) -> None:
        self.graph = graph
        self._folder = folder
        self._number = 0

    def __call__(self, table: str, mapping: str, name: str = "") -> FileReport:
        self._number += 1
        path, written = self._folder / f"t{self._number}.csv", self._folder / f"{name or self._number}.toml"
        path.write_text(table, "utf-8")
        written.write_text(mapping, "utf-8")
        importer = MappingImporter(load_mapping(written))
        return import_paths(self.graph, Settings(data=self._folder), [path], importer=importer).files[0]

    def held(self) -> list[tuple[str, str | None, str]]:
        """Name and birth of the holder, and the unit, of every tenure."""
        cypher = (
            "MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN c.name AS name, c.birth_month AS born, t.unit_name AS unit "
            "ORDER BY name, born, unit"
        )
        return [(row["name"], row["born"], row["unit"]) for row in self.graph.read(cypher)]

    def people(self) -> list[tuple[str, str | None]]:
        rows = self.graph.read("MATCH (c:Cadre) RETURN c.name AS name, c.birth_month AS born ORDER BY name, born")
        return [(row["name"], row["born"]) for row in rows]


@pytest.mark.parametrize("first", ["people", "posts"])
def test_files_are_joined_by_name_and_birth_year(bring: Bring, first: str) -> None:
    posts = "who,year,unit\nAnn Example,1975,Rada\nAnn Example,1961,Senat\nBob Example,,Rada\nEve Example,1950,Rada\n"
    mapping = POSTS + "{name='who',birth_month='year',find='unique'}"
    if first == "people":
        bring(PEOPLE, BY_ID)
    report = bring(posts, mapping)
    if first == "posts":
        bring(PEOPLE, BY_ID)
    assert bring.held() == [
        ("Ann Example", "1961-02-03", "Senat"),
        ("Ann Example", "1975", "Rada"),
        ("Bob Example", None, "Rada"),
    ]
    (waiting,) = [each for each in report.findings if each.code == "waiting"]
    assert "Eve Example" in waiting.value


def test_a_name_that_two_bear_names_nobody(bring: Bring) -> None:
    bring(PEOPLE, BY_ID)
    bring("who,unit\nAnn Example,Rada\n", POSTS + "{name='who',find='unique'}")
    assert bring.held() == []


def test_a_shared_identifier_finds_where_one_has_it(bring: Bring) -> None:
    people = "name,born,seat\nAnn Example,1961,North\nAnn Example,1975,South\nBob Example,1980,North\n"
    hint = "{{ name_seat = {{ text = '{{{0}}}/{{{1}}}', shared = true }} }}"
    cadre = "[[record]]\ntype='Cadre'\nvalues={name='name',birth_month='born'}\nidentify=" + hint.format("name", "seat")
    bring(people, cadre)
    bring("who,seat,unit\nAnn Example,South,Rada\n", POSTS + "{identify=" + hint.format("who", "seat") + "}")
    assert bring.held() == [("Ann Example", "1975", "Rada")]
    assert len(bring.people()) == 3


def test_people_with_equal_names_and_no_identifier_are_told_apart_by_a_key(bring: Bring) -> None:
    table = "name,seat\nAnn Example,North\nAnn Example,South\n"
    bring(table, "[ignore]\n[[record]]\ntype='Cadre'\nkey=['seat']\nvalues={name='name'}")
    assert len(bring.people()) == 2


def test_equal_people_of_two_schemes_stay_apart_until_a_person_decides(bring: Bring) -> None:
    bring("id,name,born\n1,Ann Example,1961-02\n", BY_ID)
    bring("id,name,born\n1,Ann Example,1961-02\n2,Ann Example,1961-02\n", BY_ID.replace("own", "other"))
    assert len(bring.people()) == 3


def test_a_corrected_mapping_replaces_what_the_first_said_of_the_same_file(bring: Bring) -> None:
    bring(PEOPLE, BY_ID.replace(",birth_month='born'", ""), "people")
    assert {born for _, born in bring.people()} == {None}
    bring(PEOPLE, BY_ID, "people")
    assert bring.people() == [("Ann Example", "1961-02-03"), ("Ann Example", "1975"), ("Bob Example", None)]


def test_a_complete_file_takes_away_what_it_no_longer_says(bring: Bring) -> None:
    source = "[source]\nissuer='x'\ncomplete=true\ndate='{}'\n"
    bring(PEOPLE, source.format("2020") + BY_ID, "people")
    bring(PEOPLE.replace("3,Bob Example,\n", ""), source.format("2021") + BY_ID, "people")
    assert [name for name, _ in bring.people()] == ["Ann Example", "Ann Example"]


def test_a_table_of_details_adds_to_known_people(bring: Bring) -> None:
    details = "[[record]]\ntype='Cadre'\nknown=true\nidentify={own='id'}\nvalues={birth_place='place'}"
    bring("id,place\n1,Lwiw\n9,Kyjiw\n", details)
    bring(PEOPLE, BY_ID)
    rows = bring.graph.read("MATCH (c:Cadre) RETURN c.birth_place AS place ORDER BY place")
    assert sorted(str(row["place"]) for row in rows) == ["Lwiw", "None", "None"]

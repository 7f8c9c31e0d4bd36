"""Whom the rows of a table are about where it gives no identifiers, on every engine: nobody's records are lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.report import FileReport
from ingest.run import import_paths
from ingest.undo import undo
from tests.conformance.test_undo import state

HEAD = "[source]\nissuer='Example'\n"
PERSON = HEAD + "[[record]]\ntype='Cadre'\nvalues={name='name'BORN}\n"
POST = "[[record]]\ntype='Tenure'\nvalues={unit_name='unit',title='title'}\n"


class Bring:
    """Imports tables written in a test, each as a batch."""

    def __init__(self, graph: Graph, settings: Settings, folder: Path) -> None:
        self.graph = graph
        self.settings = settings
        self._folder = folder
        self.batches: list[str] = []

    def __call__(self, table: str, mapping: str, *, file: str = "a.csv", name: str = "a") -> FileReport:
        path, written = self._folder / file, self._folder / f"{name}.toml"
        path.write_text(table, "utf-8")
        written.write_text(mapping, "utf-8")
        done = import_paths(self.graph, self.settings, [path], importer=MappingImporter(load_mapping(written)))
        self.batches.append(done.batch or "")
        return done.files[0]

    def held(self) -> list[tuple[str, str | None, str]]:
        """Name and birth of the holder, and the unit, of every tenure."""
        cypher = (
            "MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN c.name AS name, c.birth_month AS born, t.unit_name AS unit "
            "ORDER BY name, born, unit"
        )
        return [(row["name"], row["born"], row["unit"]) for row in self.graph.read(cypher)]

    def people(self) -> int:
        return int(self.graph.read("MATCH (c:Cadre) RETURN count(c) AS n")[0]["n"])


@pytest.fixture
def bring(graph: Graph, engine_settings: Settings, tmp_path: Path) -> Bring:
    return Bring(graph, engine_settings, tmp_path)


def warned(report: FileReport) -> list[str]:
    return [each.code for each in report.findings if each.severity != "info" or each.code == "waiting"]


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("", ",birth_month='born'"),
        ("1961", ",birth_month='born'"),
        ("1961-02", ",birth_month='born'"),
        ("1961-02-03", ",birth_month='born'"),
        ("x", ""),
    ],
)
def test_a_record_of_the_same_row_finds_its_person(bring: Bring, born: str, told: str) -> None:
    ignore = "" if told else "[ignore]\nborn='no'\n"
    report = bring(
        f"name,born,unit,title\nAnn Example,{born},Rada,member\n", ignore + PERSON.replace("BORN", told) + POST
    )
    assert bring.held() == [("Ann Example", (born or None) if told else None, "Rada")]
    assert warned(report) == []


def test_records_of_the_same_object_find_their_person(bring: Bring) -> None:
    rows = [{"n": "Ann Example", "p": [{"u": "Rada"}, {"u": "Senat"}]}, {"n": "Bob Example", "p": [{"u": "Rada"}]}]
    mapping = (
        HEAD + "[[record]]\ntype='Cadre'\nvalues={name='n'}\n"
        "[[record]]\ntype='Tenure'\neach='p'\nvalues={unit_name='u',title={constant='x'}}\n"
    )
    report = bring(json.dumps(rows), mapping, file="a.json")
    assert bring.held() == [
        ("Ann Example", None, "Rada"),
        ("Ann Example", None, "Senat"),
        ("Bob Example", None, "Rada"),
    ]
    assert warned(report) == []


EQUAL = "name,seat,unit,title\nAnn Example,North,Rada,member\nAnn Example,South,Senat,member\n"
BY_SEAT = PERSON.replace("BORN", "").replace("type='Cadre'", "type='Cadre'\nkey=['seat']") + POST


def test_two_people_with_equal_names_stay_two_by_a_key(bring: Bring) -> None:
    report = bring(EQUAL, BY_SEAT)
    assert bring.people() == 2
    assert len(bring.held()) == 2
    assert warned(report) == []


def test_two_people_alike_in_all_that_makes_one_stay_two_by_a_key(bring: Bring) -> None:
    table = "no,name,sex,born,since,unit,title\n1,Ann,女,1961-02,1980-01,Rada,x\n2,Ann,女,1961-02,1980-01,Senat,x\n"
    person = PERSON.replace("BORN", ",sex='sex',birth_month='born',work_start='since'")
    bring(table, person.replace("type='Cadre'", "type='Cadre'\nkey=['no']") + POST)
    assert bring.people() == 2
    assert [unit for _, _, unit in bring.held()] == ["Rada", "Senat"]


def test_a_row_of_its_own_is_a_key_and_means_nobody_of_another_file(bring: Bring) -> None:
    mapping = PERSON.replace("BORN", "").replace("type='Cadre'", "type='Cadre'\nkey=['@row']") + POST
    table = "name,unit,title\nAnn Example,Rada,x\nAnn Example,Senat,x\n"
    bring(table, mapping)
    assert bring.people() == 2
    bring(table.replace("Ann", "Bob"), mapping, file="b.csv")
    assert bring.people() == 4
    assert len(bring.held()) == 4


@pytest.mark.parametrize(
    "mapping", [PERSON.replace("BORN", ",birth_month='born'") + POST, BY_SEAT + "[ignore]\nborn='x'\n"]
)
def test_the_next_roster_of_the_same_mapping_speaks_of_the_same_people(bring: Bring, mapping: str) -> None:
    if "seat" not in mapping:
        mapping = "[ignore]\nseat='x'\n" + mapping
    table = "name,born,seat,unit,title\nAnn Example,1961,North,Rada,member\nBob Example,1970-01,South,Rada,member\n"
    bring(table, mapping)
    report = bring(table.replace("member", "chair"), mapping, file="b.csv")
    assert bring.people() == 2
    assert len(bring.held()) == 4
    assert warned(report) == []


FIND = PERSON.replace("BORN", ",birth_month='born'").replace("type='Cadre'", "type='Cadre'\nfind='unique'") + POST
OWN = HEAD + "[[record]]\ntype='Cadre'\nidentify={own='id'}\nvalues={name='name',birth_month='born'}\n"


@pytest.mark.parametrize("born", ["1961", ""])
def test_a_second_file_speaks_of_the_one_person_known(bring: Bring, born: str) -> None:
    bring("id,name,born\n1,Ann Example,1961-02\n2,Bob Example,1950\n", OWN, name="own")
    report = bring(f"name,born,unit,title\nAnn Example,{born},Rada,x\nEve Example,1970,Rada,x\n", FIND, name="find")
    assert bring.people() == 3
    assert bring.held() == [("Ann Example", "1961-02", "Rada"), ("Eve Example", "1970", "Rada")]
    assert warned(report) == []


def test_a_second_file_that_names_one_of_two_says_so(bring: Bring) -> None:
    bring("id,name,born\n1,Ann Example,1961-02\n2,Ann Example,1975\n", OWN, name="own")
    report = bring("name,born,unit,title\nAnn Example,,Rada,x\n", FIND, name="find")
    assert bring.people() == 3
    assert warned(report) == ["ambiguous-person"]
    assert len(bring.held()) == 1


KNOWN = "id,name,born\n1,José O’Neill-Paz,1961-02\n2,Семёнов Пётр,\n3,李伟,\n"


@pytest.mark.parametrize("name", ["JOSE O'Neill Paz", "José O’Neill‐Paz", "ｊｏｓｅ oneill paz"])
@pytest.mark.parametrize("born", ["1961-02", "1961", ""])
def test_a_name_spelled_otherwise_finds_its_person(bring: Bring, name: str, born: str) -> None:
    bring(KNOWN, OWN, name="own")
    link = POST + "links={cadre={name='name',birth_month='born'}}\n"
    report = bring(f"name,born,unit,title\n{name},{born},Rada,x\nCЕМЕНОВ ПЕТР,,Rada,y\n", HEAD + link, name="link")
    assert [held for held in bring.held() if held[1]] == [("José O’Neill-Paz", "1961-02", "Rada")]
    assert warned(report) == ["waiting"], "a Latin C is no Cyrillic one"
    bring(f"name,born,unit,title\n{name},{born},Senat,x\nСЕМЕНОВ ПЕТР,,Senat,x\n李炜,,Senat,x\n", FIND, name="find")
    assert [unit for called, _, unit in bring.held() if called == "José O’Neill-Paz"] == ["Rada", "Senat"]
    assert bring.people() == 4, "another Chinese character is another name"


def test_the_same_spelling_goes_before_another(bring: Bring) -> None:
    bring("id,name,born\n1,José Paz,1961-02\n2,Jose Paz,1961-02\n", OWN, name="own")
    for name in ("José Paz", "Jose Paz"):
        link = POST + "links={cadre={name='name',birth_month='born'}}\n"
        bring(
            f"name,born,unit,title\n{name},1961-02,{name},x\n",
            HEAD + link,
            name=name.encode("ascii", "ignore").decode(),
        )
    assert [(name, unit) for name, _, unit in bring.held()] == [("Jose Paz", "Jose Paz"), ("José Paz", "José Paz")]
    report = bring("name,born,unit,title\nJOSE PAZ,,Rada,x\n", FIND, name="find")
    assert warned(report) == ["ambiguous-person"]
    assert bring.people() == 3


def test_one_name_in_several_rows_is_told_as_one_person(bring: Bring) -> None:
    report = bring("name,unit,title\nAnn Example,Rada,x\nAnn Example,Senat,x\n", PERSON.replace("BORN", "") + POST)
    assert bring.people() == 1
    assert warned(report) == ["same-name"]


FIRST_SPELLS = """name,yob,unit,title,start,end
John Smith,1950,Commons,MP,1983-06-09,1997-05-01
John Smith,1938,Commons,MP,1970-06-18,1994-05-12
Jane Doe,1960,Commons,MP,2001-06-07,
"""
MORE_SPELLS = """name,yob,unit,title,start,end
John Smith,1950,Lords,Peer,1997-10-01,
Jane Doe,,Whips,Whip,2005,2007
"""
SPELL = (
    HEAD
    + "[[record]]\ntype='Cadre'\nfind='unique'\nvalues={name='name',birth_month='yob'}\n[[record]]\ntype='Tenure'\n"
    "values={unit_name='unit',title='title',start='start',end={column='end',empty='current'}}\n"
)


def test_spells_of_people_with_equal_names_come_and_go(bring: Bring) -> None:
    bring(FIRST_SPELLS, SPELL, name="spells")
    before = state(bring.graph)
    assert bring.people() == 3
    bring(MORE_SPELLS, SPELL, file="b.csv", name="spells")
    assert bring.people() == 3
    assert bring.held() == [
        ("Jane Doe", "1960", "Commons"),
        ("Jane Doe", "1960", "Whips"),
        ("John Smith", "1938", "Commons"),
        ("John Smith", "1950", "Commons"),
        ("John Smith", "1950", "Lords"),
    ]
    undo(bring.graph, bring.settings, bring.batches[1])
    assert state(bring.graph) == before
    undo(bring.graph, bring.settings, bring.batches[0])
    assert bring.people() == 0


NUMBERED = (
    HEAD
    + "date='DATE'\n"
    + """
[[record]]
type = "Cadre"
identify = { own = "id" }
values = { name = "name", party_text = "party" }
[[record]]
type = "Tenure"
key = "term"
values = { unit_name = "unit", title = "title" }
"""
)


def test_a_corrected_table_gives_a_numbered_term_to_whom_it_names_now(bring: Bring) -> None:
    table = (
        "term,id,name,party,unit,title\n1,a,Ann Example,Red,Rada,x\n2,a,Ann Example,Blue,Senat,x\n3,b,Bob,Red,Rada,y\n"
    )
    bring(table, NUMBERED.replace("DATE", "2020"))
    before = state(bring.graph)
    corrected = (
        "term,id,name,party,unit,title\n1,a,Ann Example,Green,Rada,x\n2,b,Bob,Green,Senat,x\n3,b,Bob,Green,Rada,z\n"
    )
    bring(corrected, NUMBERED.replace("DATE", "2021"), file="b.csv")
    assert bring.held() == [("Ann Example", None, "Rada"), ("Bob", None, "Rada"), ("Bob", None, "Senat")]
    rows = bring.graph.read("MATCH (c:Cadre)-[:STATED_IN]->(s) RETURN c.name AS name, count(s) AS n ORDER BY name")
    assert [(row["name"], row["n"]) for row in rows] == [("Ann Example", 1), ("Bob", 1)]
    undo(bring.graph, bring.settings, bring.batches[1])
    assert state(bring.graph) == before


def test_who_is_waited_for_is_told_by_name_or_by_an_identifier_that_may_be_read(bring: Bring) -> None:
    who = "{identify={q={column='q',optional=true},staff={column='no',secret=true}}}"
    mapping = f"{HEAD}[[record]]\ntype='Tenure'\nvalues={{unit_name='unit'}}\nlinks={{cadre={who}}}\n"
    (waiting,) = [each for each in bring("q,no,unit\nQ7,12,Rada\n", mapping).findings if each.code == "waiting"]
    assert waiting.value == "q Q7"

"""A suggestion can be used as it is: it is checked against the file it was made from, and nothing refuses it."""

from __future__ import annotations

import json
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.mapping.check import CheckResult, DryReading, check_mapping
from ingest.mapping.load import load_mapping
from ingest.mapping.suggest import suggest_mapping
from ingest.mapping.words import data
from tests.support.reading import TODAY

POPOLO: dict[str, Any] = {
    "persons": [
        {
            "id": "p1",
            "name": "Ann Example",
            "gender": "female",
            "birth_date": "1961-02-03",
            "other_names": [{"name": "Ann Sample", "note": "maiden name", "end_date": "1995"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}, {"scheme": "viaf", "identifier": "7"}],
            "links": [{"note": "web", "url": "https://a.example/"}],
            "contact_details": [{"type": "email", "value": "a@b.example"}],
        },
        {
            "id": "p2",
            "name": "Bob Example",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q2"}, {"scheme": "viaf", "identifier": "7"}],
        },
    ],
    "organizations": [
        {"id": "o1", "name": "House", "classification": "legislature"},
        {"id": "o2", "name": "Finance Committee", "classification": "committee", "parent_id": "o1"},
    ],
    "areas": [{"id": "a1", "name": "North", "type": "constituency", "parent_id": "a0"}, {"id": "a0", "name": "All"}],
    "events": [{"id": "t1", "name": "5th", "classification": "legislative period", "start_date": "2001"}],
    "posts": [{"id": "x1", "label": "Speaker", "role": "speaker", "organization_id": "o1"}],
    "memberships": [
        {"id": "m1", "person_id": "p1", "organization_id": "o1", "role": "member", "start_date": "2001"},
        {"id": "m2", "person_id": "p2", "organization_id": "o2", "role": "chair", "legislative_period_id": "t1"},
        {"id": "m3", "person_id": "p2", "post_id": "x1", "start_date": "2004", "end_date": "2005-06-01"},
    ],
    "meta": {"sources": ["https://x.example"]},
}


def checked(folder: Path, content: str | bytes, name: str) -> CheckResult:
    path, mapping = folder / name, folder / "m.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    mapping.write_text(suggest_mapping(path, TODAY), "utf-8")
    return check_mapping(path, load_mapping(mapping), DryReading(TODAY))


def test_popolo_with_lists_side_by_side(tmp_path: Path) -> None:
    result = checked(tmp_path, json.dumps(POPOLO), "popolo.json")
    assert result.records == {"Cadre": 2, "Unit": 2, "Tenure": 3, "Post": 1}
    assert [each.code for each in result.findings if each.severity != "info"] == []
    assert result.examples["Cadre"]["identify"] == "Cadre(Ann Example, 女, 1961-02-03, own_id p1, wikidata Q1)"
    assert result.filled["Tenure"] == dict.fromkeys(
        ("cadre", "end_status", "kind", "post", "title", "unit", "unit_name"), 3
    ) | {"start": 3, "end": 1}
    assert result.filled["Unit"]["parent"] == 1


def test_popolo_with_memberships_inside_of_persons(tmp_path: Path) -> None:
    inside = [
        {
            **person,
            "memberships": [
                {
                    "organization": {"id": "o1", "name": "House", "classification": "legislature"},
                    "role": "member",
                    "start_date": "2001-02-03",
                    "end_date": None,
                }
            ],
        }
        for person in POPOLO["persons"]
    ]
    for content in (inside, {"persons": inside, "organizations": POPOLO["organizations"]}):
        result = checked(tmp_path, json.dumps(content), "popolo.json")
        assert (result.records["Cadre"], result.records["Tenure"]) == (2, 2)
        assert [each.code for each in result.findings if each.severity != "info"] == []
        assert result.examples["Tenure"]["unit_name"] == "House"


HEADS = {
    "First name,Last name,Gender,Born,Party,Constituency,From,Until": "Ann,Example,F,1961-02-03,Red,North,2001,2005",
    "Given name;Family name;Sex;Date of birth;Office;Ministry;Since;To": "Ann;Example;f;1961;Minister;Finance;2001;",
    "氏名,ふりがな,生年月日,性別,所属,役職,就任,退任": "山田試,やまだ,昭和36年2月3日,男,内閣府,大臣,令和2年7月5日,現職",
    "성명,성별,생년월일,소속기관,직위,취임일,퇴임일": "김시험,남,1961-02-03,기획재정부,장관,2020-07-05,현직",
    "Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Libellé de la fonction;Date de début du mandat": (
        "EXEMPLE;Anne;F;31/01/1961;Maire;13/07/2021"
    ),
    "Imię;Nazwisko;Płeć;Data urodzenia;Stanowisko;Urząd;Od;Do": "Anna;Próba;K;1961-02-03;Dyrektor;Urząd;2001;nadal",
    "Nombre;Apellidos;Sexo;Fecha de nacimiento;Cargo;Ministerio;Fecha de inicio;Fecha de fin": (
        "Ana;Prueba;F;1961-02-03;Ministra;Hacienda;2001;2005"
    ),
}


@pytest.mark.parametrize(("heading", "row"), HEADS.items())
def test_headings_of_many_countries(tmp_path: Path, heading: str, row: str) -> None:
    result = checked(tmp_path, f"{heading}\n{row}\n", "t.csv")
    assert {"name", "sex", "birth_month"} <= result.filled["Cadre"].keys()
    assert {"title", "start"} <= result.filled["Tenure"].keys()
    assert [str(each.reason) for each in result.findings if each.severity != "info"] == []


def test_a_head_of_two_lines_whose_second_tells_how_names_are_written(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (
        ["부서", "성명", None, "인적사항", None, "현직", None],
        [None, "한글", "한자", "생년월일", "성별", "직위", "임용일"],
        ["기획실", "김 시험", "金試驗", "1968. 3. 4.", "남", "실장", "2022. 1. 3."],
        ["감사관", "박예시", "朴例示", "1970-05", "남", "감사관", "2020년 8월"],
    ):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    result = checked(tmp_path, (tmp_path / "book.xlsx").read_bytes(), "t.xlsx")
    assert {"name", "sex", "birth_month"} <= result.filled["Cadre"].keys()
    assert {"title", "start", "unit_name"} <= result.filled["Tenure"].keys()
    assert result.examples["Cadre"]["name"] == "김 시험"


def test_what_stands_under_one_heading_of_two_lines_goes_together(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (
        ["Name of the Officer (Shri/Smt.)", "Date of", None, "Present Posting", None, None, "Previous Posting", None],
        [None, "Birth", "Entry in service", "Designation", "Department", "Since", "Designation", "Department"],
        ["Ann Probe", "05-07-1967", "03-09-1992", "Chief", "Finance", "12-01-2021", "Clerk", "Home"],
        ["Bo Probe", "25-12-1975", "03-09-2001", "Collector", "Revenue", "15-06-2022", None, None],
    ):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    result = checked(tmp_path, (tmp_path / "book.xlsx").read_bytes(), "t.xlsx")
    assert result.filled["Cadre"] == dict.fromkeys(("name", "birth_month", "work_start"), 2)
    assert result.records == {"Cadre": 2, "Present Posting": 2, "Previous Posting": 1}
    posts = [result.examples[each]["post"] for each in ("Present Posting", "Previous Posting")]
    assert posts == ["Post(Unit(Finance), Chief)", "Post(Unit(Home), Clerk)"]


@pytest.mark.parametrize(
    ("content", "absent"),
    [
        ("Department;x\nFinance Department;1\nHome Office;2\n", "Cadre"),
        ("Title;Name;Born\nSir;Ann Probe;1961\nDr;Bo Probe;1962\n", "Tenure"),
        ("الاسم,الرمز\nهيئة,1\nمركز,2\n", "Cadre"),
    ],
)
def test_a_known_heading_is_not_taken_for_something_else(tmp_path: Path, content: str, absent: str) -> None:
    (tmp_path / "t.csv").write_text(content, "utf-8")
    suggestion = tomllib.loads(suggest_mapping(tmp_path / "t.csv", TODAY))
    assert absent not in [each["type"] for each in suggestion.get("record", ())]


def test_awards_are_known_with_whom_they_went_to(tmp_path: Path) -> None:
    result = checked(tmp_path, "Agraciado;Prêmio;Data\nAna Prova;Medalha;7 de setembro de 2013\n", "t.csv")
    assert (result.records, result.examples["Award"]["date"]) == ({"Cadre": 1, "Award": 1}, "2013-09-07")


def test_a_form_of_dates_is_proposed_with_what_else_the_column_has(tmp_path: Path) -> None:
    content = (
        "Servidor;Cargo;Início\nAna Prova;Chefe;01/02/1995\nCia Prova;Chefe;31/01/1996\nBia Prova;Chefe;mar/2010\n"
    )
    assert checked(tmp_path, content, "t.csv").filled["Tenure"]["start"] == 3
    assert 'date = ["dd/mm/yyyy", "auto"]' in (tmp_path / "m.toml").read_text("utf-8")


def test_what_lies_deep_inside_is_accounted_for_too(tmp_path: Path) -> None:
    deep = {"name": "Ann Probe", "born": 1961, "a": {"b": [{"c": {"d": {"e": {"f": 1}}}, "g": 2}]}}
    result = checked(tmp_path, json.dumps([deep]), "t.json")
    assert [each.code for each in result.findings if each.severity != "info"] == []


def test_names_without_a_heading_that_is_known_are_a_guess(tmp_path: Path) -> None:
    result = checked(tmp_path, "alpha;beta\nAnn Example;1\nBob Example-Test;2\n", "t.csv")
    assert result.records == {"Cadre": 2}
    assert "请核对" in (tmp_path / "m.toml").read_text("utf-8")


HEADINGS = sorted(
    {
        word
        for label, fields in data("aliases").items()
        if label not in ("holders", "lists", "words")
        for words in fields.values()
        for word in words
    }
)
CELLS = ["Ann Example", "林试禾", "1961-02-03", "31/12/2001", "12", "S", "x; y", "", "女", "Q12", "2001", "{a}", '"q"']
KEYS = ["id", "name", "memberships", "posts", "terms", "organization", "identifiers", "person_id", "parent_id", "a b"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=8), st.integers(0, 2**32))
def test_the_suggestion_for_any_headings_is_accepted(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str], seed: int
) -> None:
    draw = random.Random(seed)
    rows = [[draw.choice(CELLS) for _ in headings] for _ in range(6)]
    text = "\n".join("\t".join(cells) for cells in [headings, *rows])
    _accepted(tmp_path_factory.mktemp("headings"), text, "t.tsv")


OBJECTS = st.recursive(
    st.sampled_from([*CELLS, 7, None, True]),
    lambda inner: (
        st.dictionaries(st.sampled_from(KEYS), inner, min_size=1, max_size=5)
        | st.lists(st.dictionaries(st.sampled_from(KEYS), inner, min_size=1, max_size=4), min_size=1, max_size=3)
    ),
    max_leaves=25,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), OBJECTS, min_size=1), min_size=1, max_size=4), st.booleans())
def test_the_suggestion_for_any_objects_is_accepted(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]], several: bool
) -> None:
    content: Any = {"persons": rows, "organizations": rows, "memberships": rows} if several else rows
    _accepted(tmp_path_factory.mktemp("objects"), json.dumps(content), "t.json")


def _accepted(folder: Path, content: str, name: str) -> None:
    (folder / name).write_text(content, "utf-8")
    text = suggest_mapping(folder / name, TODAY)
    if "\n[[record]]" in text:  # else it says that nothing was recognised
        checked(folder, content, name)

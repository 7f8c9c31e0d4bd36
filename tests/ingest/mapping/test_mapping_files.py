"""What is wrong with a mapping is said with its line; what it may aim at comes from the model; suggestions hold."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl import Workbook

from graph.model.records import record_types
from ingest.errors import SourceError
from ingest.mapping.absent import load_mapping_for
from ingest.mapping.check import DryReading, check_mapping
from ingest.mapping.errors import MappingError
from ingest.mapping.importer import MappingImporter
from ingest.mapping.lines import line_numbers
from ingest.mapping.load import load_mapping
from ingest.mapping.model import RecordSpec
from ingest.mapping.suggest import suggest_mapping
from ingest.mapping.targets import fields_of, targets
from ingest.mapping.words import data
from tests.ingest.mapping.tables import PERSON, drafts, of, read_file, read_table, told
from tests.ingest.mapping.test_forms_of_tables import POPOLO, roster
from tests.support.reading import TODAY

FAULTS = [
    ("[[record]\n", 1, "TOML"),
    ("\n[[record]]\ntype = 'Cadr'\n", 3, "Cadre"),
    ("[[record]]\ntype='Cadre'\n[record.values]\nname='n'\nbirth='b'\n", 5, "birth_month"),
    ("[[record]]\ntype='Cadre'\nvalues={birth_month='b'}\n", 1, "name"),
    ("[[record]]\ntype='Cadre'\nvalues={name='n'}\nlinks={unit='u'}\n", 4, "unit"),
    ("[[record]]\ntype='Tenure'\nvalues={title='t'}\n", 1, "cadre"),
    ("[[record]]\ntype='Tenure'\nvalues={cadre='t'}\nlinks={cadre={name='n'}}", 3, "links"),
    ("[[record]]\ntype='Tenure'\nlinks={cadre={record='x'}}", 3, "no record named"),
    ("[[record]]\ntype='Cadre'\n\n\nvalues={name={colum='n'}}", 5, "column"),
    ("[[record]]\ntype='Cadre'\nvalues={name={column='n',text='{n}'}}", 3, "exactly one"),
    ("[[record]]\ntype='Cadre'\nvalues={name={text='{n'}}", 3, "不成对"),
    ("[[record]]\ntype='Cadre'\nvalues={name={column='n',match='('}}", 3, "pattern"),
    ("[[record]]\ntype='Cadre'\nvalues={name='n',birth_month={column='b',date='dd.mm'}}", 3, "form of dates"),
    ("[[record]]\ntype='Cadre'\nvalues={name='n',sex={column='s',table='sx'}}", 3, "sx"),
    ("[[record]]\ntype='Cadre'\nvalues={name='n',sex={column='s',date='yyyy'}}", 3, "no date"),
    ("[[record]]\ntype='Cadre'\nvalues={name='n'}\nidentify={person_key='n'}", 4, "person_key"),
    ("[[record]]\ntype='Post'\nvalues={title='n'}\nlinks={unit={code='n'}}", 4, "code"),
    ("[source]\ndate='1 May'\n[[record]]\ntype='Cadre'\nvalues={name='n'}", 2, "2024"),
    ("[read]\nheader='x'\n[[record]]\ntype='Cadre'\nvalues={name='n'}", 2, "要写 不加引号的整数"),
    ("[read]\nformat='xls'\n[[record]]\ntype='Cadre'\nvalues={name='n'}", 2, "'jsonl'"),
    ("[record]\ntype='Cadre'\nvalues={name='n'}", 1, "double brackets"),
    ("[[record]]\ntype='Cadre'\nvalues={name='@item'}\neach={column='n',match='('}", 4, "pattern"),
    ("[tabels.x]\na='b'\n[[record]]\ntype='Cadre'\nvalues={name='n'}", 1, "tables"),
    ("[lookup.x]\nfile='../x.csv'\nkey='id'\n[[record]]\ntype='Cadre'\nvalues={name='n'}", 2, "leads out"),
]


@pytest.mark.parametrize(("text", "line", "word"), FAULTS, ids=[word for _, _, word in FAULTS])
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(MappingError) as caught:
        load_mapping(path)
    assert any(fault.line == line and word in f"{fault.key} {fault.reason}" for fault in caught.value.faults), (
        caught.value
    )


@pytest.mark.parametrize(
    "text",
    [
        "[read]\ndates='dd.mm.yyyy'\nempty='-9'\nfill_down='n'\n",
        "[source]\ndate=2024-06-30\n",
        "[source]\ndate=2024\n",
    ],
)
def test_one_text_stands_for_a_list_and_a_day_needs_no_quotes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text + "[[record]]\ntype='Cadre'\nkey='n'\nvalues={name='n'}\n", "utf-8")
    spec = load_mapping(path).spec
    assert spec.record[0].key == ["n"]
    assert (spec.read.dates or ["dd.mm.yyyy"]) == ["dd.mm.yyyy"]
    assert (spec.source.date or "2024")[:4] == "2024"


def test_no_fault_of_a_mapping_is_told_in_one_language_only() -> None:
    for text, _, _ in FAULTS:
        assert any("\u4e00" <= char <= "\u9fff" for char in _faults_of(text)), text


def _faults_of(text: str) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "m.toml"
        path.write_text(text, "utf-8")
        with pytest.raises(MappingError) as caught:
            load_mapping(path)
    return "".join(str(fault.reason) for fault in caught.value.faults)


def test_lines_of_keys() -> None:
    text = "a = 1\n# no\n[t.'x y']\nb = [\n  1,\n]\n[[r]]\nc = {d = 1}\n[[r]]\n[r.v]\ne = '''\n[z]\n'''\nf = 2\n"
    lines = line_numbers(text)
    assert lines["a",] == 1
    assert lines["t", "x y", "b"] == 4
    assert lines["r", 0, "c", "d"] == 8
    assert lines["r", 1, "v", "f"] == 14
    assert ("z",) not in lines


def test_every_record_type_is_a_target_or_has_a_reason_not_to_be() -> None:
    assert {*targets(), *data("targets")["kept"]} == set(record_types())
    assert not set(targets()) & set(data("targets")["kept"])


@pytest.mark.parametrize("label", targets())
def test_a_target_tells_all_its_fields(label: str) -> None:
    declared = targets()[label]
    assert {each.name for each in fields_of(declared)} == {*declared.properties, *declared.links}


def suggested(path: Path) -> str:
    """A suggested mapping that names every column and passes the check."""
    text = suggest_mapping(path, TODAY)
    written = path.with_suffix(".toml")
    written.write_text(text, "utf-8")
    result = check_mapping(path, load_mapping(written), DryReading(TODAY))
    assert [each for each in result.findings if each.severity != "info"] == []
    assert all(result.records.values())
    return text


def test_a_roster_is_suggested_whole(tmp_path: Path) -> None:
    roster(tmp_path / "roster.xlsx")
    found = tomllib.loads(suggested(tmp_path / "roster.xlsx"))
    assert found["read"] == {"header": [3, 4]}
    assert [each["type"] for each in found["record"]] == ["Cadre", "Education"]
    assert set(found["ignore"]) <= {"序号", "任现职"}


def test_foreign_columns_are_known_by_their_aliases(tmp_path: Path) -> None:
    path = tmp_path / "abgeordnete.csv"
    path.write_text("id;Vorname;Nachname;Geschlecht;Geburtsdatum;x\n1;Ann;Beispiel;weiblich;02/03/1961;q\n", "utf-8")
    text = suggested(path)
    found = tomllib.loads(text)
    (record,) = found["record"]
    assert record["identify"] == {"own_id": "id"}
    assert record["values"]["name"] == {"text": "[{Vorname} ]{Nachname}"}
    assert record["values"]["sex"] == "Geschlecht"
    assert record["values"]["birth_month"]["date"] == "dd/mm/yyyy"
    assert "mm/dd/yyyy" in text
    assert list(found["ignore"]) == ["x"]


def test_numbers_of_units_are_looked_up_and_no_names(tmp_path: Path) -> None:
    path = tmp_path / "organizations.csv"
    path.write_text("id,name,classification,parent_id\no1,Rada,legislature,\no2,Finance,committee,o1\n", "utf-8")
    found = tomllib.loads(suggested(path))
    (record,) = found["record"]
    assert found["lookup"] == {"parents": {"key": "id"}}
    assert record["values"] == {"code": "id", "name": "name", "category": "classification"}
    checked = check_mapping(path, load_mapping(path.with_suffix(".toml")), DryReading(TODAY))
    assert checked.records == {"Unit": 2}
    assert record["compute"][record["links"]["parent"]]["by"] == "parent_id"


def test_numbers_of_persons_and_units_become_keys(tmp_path: Path) -> None:
    path = tmp_path / "memberships.csv"
    path.write_text("id,person_id,organization_id,role,start_date\nm1,p1,o1,member,2014\n", "utf-8")
    found = tomllib.loads(suggest_mapping(path, TODAY))
    (record,) = found["record"]
    assert record["links"]["cadre"]["identify"] == {"own_id": "person_id"}
    assert record["key"] == "id"
    assert record["compute"][record["values"]["unit_name"]]["by"] == "organization_id"
    assert "ignore" not in found


def test_names_go_before_numbers(tmp_path: Path) -> None:
    path = tmp_path / "flat.csv"
    path.write_text("person_id,person,org_id,organization,post,from\np1,Ann Example,o1,Rada,member,2014\n", "utf-8")
    found = tomllib.loads(suggested(path))
    assert found["record"][1]["values"]["unit_name"] == "organization"
    assert list(found["ignore"]) == ["org_id"]


def test_a_slip_among_the_dates_does_not_hide_their_form(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    rows = "".join(f"P {n},x,{n + 1:02}/05/1999,2001-02-{n + 1:02},{1_500_000_000 + n * 86400}\n" for n in range(20))
    path.write_text(f"name,office,born,from,until\n{rows}Q,x,31/02/1999,2023-13-01,1700000000\n", "utf-8")
    text = suggest_mapping(path, TODAY)
    found = tomllib.loads(text)
    assert found["record"][0]["values"]["birth_month"] == {"column": "born", "date": "dd/mm/yyyy"}
    (line,) = [line for line in text.splitlines() if line.startswith("start")]
    assert line.startswith('start = "from"  #')
    assert line.endswith("2023-13-01")
    assert 'date = "unix"' in text


def test_nested_json_is_suggested(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text(json.dumps(POPOLO["persons"]), "utf-8")
    found = tomllib.loads(suggested(path))
    assert [(each["type"], each.get("each")) for each in found["record"]] == [
        ("Cadre", None),
        ("Tenure", "memberships"),
    ]
    assert found["record"][1]["values"]["unit_name"] == "organization.name"


def test_a_check_counts_records_and_shows_one_of_each(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("name,born\nA B,1961\nC D,x\n", "utf-8")
    mapping = tmp_path / "m.toml"
    mapping.write_text("[[record]]\ntype='Cadre'\nvalues={name='name',birth_month='born'}", "utf-8")
    found = check_mapping(tmp_path / "t.csv", load_mapping(mapping), DryReading(TODAY)).as_json()
    assert (found["rows"], found["records"][0]["count"]) == (2, 2)
    assert found["records"][0]["example"]["birth_month"] == "1961"
    (finding,) = [each for each in found["findings"] if each["severity"] == "warning"]
    assert (finding["row"], finding["column"], finding["value"]) == (3, "born", "x")
    assert "mapping line 3" in finding["reason"]


def test_the_number_of_the_row_may_be_used_in_columns_of_the_whole_file(tmp_path: Path) -> None:
    mapping = """
[compute]
label = { text = "{@file}-{@row}" }
[[record]]
type = "Cadre"
identify = { own = "label" }
values = { name = "name" }
"""
    read = read_table(tmp_path, "name\nAnn Bee\n", mapping)
    assert drafts(read, "Cadre")
    assert read.records[0].subject.values["keys"] == [["own", "table-2"]]
    assert told(read) == []


def test_names_that_begin_with_an_at_sign_are_columns_like_others(tmp_path: Path) -> None:
    """Programs that turn XML into JSON write attributes so."""
    mapping = PERSON + "identify = { own = '@id' }\n"
    read = read_table(tmp_path, '[{"@id": "7", "@lang": "de", "name": "Ann Bee"}]', mapping, name="t.json")
    assert read.records[0].subject.values["keys"] == [["own", "7"]]
    assert [(code, column) for code, _, _, column in told(read)] == [("unread-column", "@lang")]


def test_a_date_without_quotes_is_a_value_and_is_shown_as_it_is_written(tmp_path: Path) -> None:
    mapping = "[[record]]\ntype = 'Cadre'\nvalues = { name = 'name', birth_month = 1970-05-01 }"
    assert of(read_table(tmp_path, "name\nAnn Bee\n", mapping), "Cadre")[0]["birth_month"] == "1970-05-01"
    with pytest.raises(MappingError) as error:
        read_table(tmp_path, "name,from\nAnn Bee,1\n", PERSON + "[ignore]\nfrom = 2001-01-01\n")
    assert "datetime" not in str(error.value)
    assert "2001-01-01" in str(error.value)


@pytest.mark.parametrize(
    ("path", "counts"), [("@row", True), ("../@row", True), ("../../@row", True), ("no/@row", False), ("@rows", False)]
)
def test_a_key_counts_rows_where_its_path_leads_to_the_number_of_the_row(path: str, *, counts: bool) -> None:
    assert RecordSpec(type="Cadre", key=["name", path]).counts_rows is counts


def test_a_table_that_is_looked_up_in_makes_another_edition_of_the_document(tmp_path: Path) -> None:
    table, names, mapping = tmp_path / "t.csv", tmp_path / "names.csv", tmp_path / "m.toml"
    table.write_text("id\n1\n", "utf-8")
    names.write_text("id,name\n1,Ann\n", "utf-8")
    mapping.write_text(
        "[lookup.names]\nfile='names.csv'\nkey='id'\n"
        "[[record]]\ntype='Cadre'\nvalues={name={lookup='names',by='id',take='name'}}\n",
        "utf-8",
    )
    importer = MappingImporter(load_mapping(mapping))
    before = importer.edition(table)
    assert importer.edition(table) == before
    names.write_text("id,name\n1,Bob\n", "utf-8")
    assert importer.edition(table) != before


def test_a_check_counts_how_many_records_have_each_property(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n,name,born\n1,Ann Bee,1970\n2,Bo Cee,\n", "utf-8")
    (tmp_path / "m.toml").write_text(PERSON.replace('name = "name"', "name='name',birth_month='born'"), "utf-8")
    result = check_mapping(tmp_path / "t.csv", load_mapping(tmp_path / "m.toml"), DryReading(TODAY))
    assert result.as_json()["records"][0]["filled"] == {"birth_month": 1, "name": 2}


def test_faults_of_both_kinds_are_told_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    record = "[[record]]\ntype='Cadre'\nfnd='unique'\nvalues={name={column='n',colum='x'},birth='b'}\n"
    path.write_text(f"[read]\nheader='x'\n{record}", "utf-8")
    with pytest.raises(MappingError) as caught:
        load_mapping(path)
    assert sorted((fault.line, fault.key) for fault in caught.value.faults) == [
        (2, "read.header"),
        (5, "record[1].fnd"),
        (6, "record[1].values.birth"),
        (6, "record[1].values.name.colum"),
    ]


def test_faults_of_the_mapping_and_columns_that_are_not_there_are_told_together(tmp_path: Path) -> None:
    table, mapping = tmp_path / "t.csv", tmp_path / "m.toml"
    table.write_text("No,Name\n1,Ann\n", "utf-8")
    mapping.write_text(
        "[[record]]\ntype = 'Cadre'\nvalues = { name = 'Name', birth = 'Born' }\nfnd = 'unique'\n"
        "[[record]]\ntype = 'Tenure'\nvalues = { unit_name = 'constant: U' }\n"
        "links = { cadre = { name = 'Nam', born = 'x' } }\n",
        "utf-8",
    )
    with pytest.raises(MappingError) as refused:
        load_mapping_for(mapping, table)
    text = str(refused.value)
    assert [word in text for word in ("fnd", "birth_month", "constant: U", "“Nam”", "born")] == [True] * 5
    assert "m.toml:7" in text
    assert "UTF-8" in text


def test_a_mapping_without_faults_is_loaded(tmp_path: Path) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text("[[record]]\ntype = 'Cadre'\nvalues = { name = 'Name' }\n", "utf-8")
    assert load_mapping_for(mapping, tmp_path / "nowhere.csv").spec.record[0].type == "Cadre"


def test_columns_that_are_not_there_are_told_of_every_list_of_the_file(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    for name in ("one", "two"):
        sheet = book.create_sheet(name)
        sheet.append(["Name", "x"])
        sheet.append(["Ann", "1"])
    book.save(tmp_path / "t.xlsx")
    record = "[[record]]\ntype='Cadre'\nname='{0}'\nsheet='{0}'\nvalues={{name='Name',sex='no {0}'}}\n"
    with pytest.raises(SourceError) as refused:
        read_file(tmp_path / "t.xlsx", record.format("one") + record.format("two"))
    assert "no one" in str(refused.value)
    assert "no two" in str(refused.value)


def test_a_mapping_without_records_is_told_where_to_find_their_types(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text("[source]\nissuer = 'x'\n", "utf-8")
    with pytest.raises(MappingError, match="zhishi mapping targets"):
        load_mapping(tmp_path / "m.toml")

"""Text in any encoding, with any delimiter, titles and two-line heads; workbooks; JSON in its many shapes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import openpyxl
import pytest

from ingest.errors import SourceError
from ingest.mapping.readers.encodings import Encoding, encoding_of, shown
from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.tables import PERSON, drafts, links, of, read_file, read_table, told
from tests.support.reading import TODAY

_LONG_ADDRESS = "a.very.long.address.of.somebody@administration.example.org"
ZH = "[[record]]\ntype = 'Cadre'\nvalues = { name = '姓名', birth_month = '出生年月' }\n"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 (BOM)"),
        ("gbk", "GB18030 (GBK)"),
        ("gb18030", "GB18030 (GBK)"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
    ],
)
def test_an_encoding_is_found_and_named(tmp_path: Path, encoding: str, shown: str) -> None:
    text = "姓名,出生年月\n林试禾,1979.08\n王试, 1980年3月\n" * 1
    read = read_table(tmp_path, text.encode(encoding), ZH)
    assert [each["birth_month"] for each in of(read, "Cadre")] == ["1979-08", "1980-03"]
    assert f"Read as {shown}," in str(read.document.findings[0].reason)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_latin_1_and_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["name", "born", "note"],
        ["José Núñez", "14.03.1961", "né à Orléans"],
        ["André Müller", "1.2.1970", "a, b"],
    ]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    mapping = "[ignore]\nnote = 'n'\n[[record]]\ntype = 'Cadre'\nvalues = { name = 'name', birth_month = 'born' }"
    read = read_table(tmp_path, text.encode("latin-1"), mapping)
    assert [(each["name"], each["birth_month"]) for each in of(read, "Cadre")] == [
        ("José Núñez", "1961-03-14"),
        ("André Müller", "1970-02-01"),
    ]
    assert "Latin-1" in str(read.document.findings[0].reason)


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("Name;Ort\nJürgen Größer;Würzburg\n", "latin-1", "ISO-8859-1 (Latin-1)"),
        ("Name;Ort\nJürgen „Größer“;Würzburg\n", "cp1252", "Windows-1252 (Latin-1)"),
        ("Nom;Lieu\nHélène Bâtard;Besançon\n", "latin-1", "ISO-8859-1 (Latin-1)"),
        ("Nome;Órgão\nJoão Conceição;São Paulo\n", "latin-1", "ISO-8859-1 (Latin-1)"),
        ("Imię;Urząd\nŁukasz Żółć;Wójt gminy Święta\n", "cp1250", "CP1250"),
        ("Imię;Urząd\nŁukasz Żółć;Wójt gminy Święta\n", "iso8859-2", "ISO-8859-2 (Latin-2)"),
        ("Imię;Urząd\nAnna Nowak;wójt\n", "iso8859-2", "ISO-8859-2 (Latin-2)"),
        ("Imię;Urząd\nAnna Nowak;wójt\n", "cp1250", "CP1250"),
        ("kod;nazwa\nA1;młodszy referent\nB2;inspektor\n", "cp1250", "CP1250"),
        ("Nombre;Nota\nJosé Núñez;¿Quién? ¡Sí!\n", "latin-1", "ISO-8859-1 (Latin-1)"),
        ("Jméno;Funkce\nŽaneta Dvořáková;Ústí nad Labem\n", "cp1250", "CP1250"),
        ("Név;Tisztség\nSzűcs Győző;polgármester\n", "cp1250", "CP1250"),
        ("Ad;Görev\nŞükrü Çağlayan;Başkan\nGülşah Ağaoğlu;Üye\n", "cp1254", "CP1254"),
        ("Имя;Должность\nИванов Иван;Министр\n", "cp1251", "CP1251"),
        ("姓名,职务\n李雷,局长\n韩梅梅,副局长\n", "gbk", "GB18030 (GBK)"),
        ("이름,직위\n김철수,국장\n이영희,과장\n", "euc-kr", "EUC-KR"),
        ("氏名,役職\n山田たろう,局長\n", "shift_jis", "Shift-JIS (CP932)"),
        ("番号,氏名,選挙区\n1,山田太郎,東京都\n2,鈴木一郎,北海道\n", "shift_jis", "Shift-JIS (CP932)"),
        ("番号,氏名,選挙区\n1,山田太郎,東京都\n2,鈴木一郎,北海道\n", "euc_jp", "EUC-JP"),
        ("氏名,会派\n志位和夫,日本共産党\n石破茂,自由民主党\n", "euc_jp", "EUC-JP"),
        ("姓名,職務\n王偉,局長\n李娜,副局長\n", "big5", "BIG5"),
        ("姓名,性别\n欧阳娜娜,女\n诸葛孔明,男\n", "gbk", "GB18030 (GBK)"),
        ("שם;תפקיד\nדוד כהן;שר\nרות לוי;חברת כנסת\n", "cp1255", "CP1255"),
        ("Όνομα;Θέση\nΑλέξης Παπαδόπουλος;Υπουργός\n", "cp1253", "CP1253"),
        ("ФИО;Должность\nИванов Иван Иванович;министр\n", "koi8_r", "KOI8-R"),
        (f"Имя;Почта;Ссылка\nИванов Иван;{_LONG_ADDRESS};{_LONG_ADDRESS}\n", "cp1251", "CP1251"),
        (f"ПІБ;Пошта\nЇжакевич Єва;{_LONG_ADDRESS}\nШевченко Тарас;{_LONG_ADDRESS}\n", "cp1251", "CP1251"),
    ],
)
def test_alphabets_with_several_encodings_are_told_apart(tmp_path: Path, text: str, encoding: str, found: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    told = encoding_of(path, None)
    assert (path.read_text(told.name), shown(told.name), told.sure) == (text, found, True)


def test_an_encoding_that_is_a_guess_is_told_and_can_be_stated(tmp_path: Path) -> None:
    text = "name,born\nДь,1970\n"
    read = read_table(tmp_path, text.encode("koi8_r"), PERSON + "\n[ignore]\nborn = 'n'")
    doubts = [str(each.reason) for each in read.document.findings if each.code == "encoding-guessed"]
    assert len(doubts) == 1
    assert 'encoding = "' in doubts[0]
    mapping = f"[read]\nencoding = 'koi8_r'\n[ignore]\nborn = 'n'\n{PERSON}"
    stated = read_table(tmp_path, text.encode("koi8_r"), mapping)
    assert [each["name"] for each in of(stated, "Cadre")] == ["Дь"]
    assert told(stated) == []


def test_that_the_encoding_of_a_lookup_is_a_guess_is_told(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_bytes("no,party\n1,Единая".encode("koi8_r"))
    lookup = "[lookup.codes]\nfile = 'codes.csv'\nkey = 'no'\n"
    party = "party_text = { lookup = 'codes', by = 'p', take = 'party' }"
    mapping = f"{lookup}[[record]]\ntype = 'Cadre'\n[record.values]\nname = 'name'\n{party}\n"
    read = read_table(tmp_path, "name,p\nAnn,1\n", mapping)
    (doubt,) = [str(each.reason) for each in read.document.findings if each.code == "encoding-guessed"]
    assert "codes.csv" in doubt


def test_a_wrong_encoding_is_an_error_that_says_where(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="encoding"):
        read_table(tmp_path, "姓名,出生年月\n林试禾,1979\n".encode("gbk"), "[read]\nencoding='utf-8'\n" + ZH)


def roster(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名册"
    sheet.append(["甲湾区建设局干部名册"])
    sheet.append(["填报单位：甲湾区建设局"])
    sheet.append(["序号", "姓名", "全日制教育", None, "出生年月", "任现职"])
    sheet.append([None, None, "学历", "毕业院校", None, None])
    sheet.append([1, "林试禾", "大学", "甲大学", 29068, "局长"])
    sheet.append([2, "王试", "大专", None, "1980.03", "副局长"])
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("C3:D3")
    book.save(path)


ROSTER = """
[ignore]
"序号" = "行号"
[read]
dates = ["yyyy.mm", "excel"]
[[record]]
type = "Cadre"
values = { name = "姓名", birth_month = "出生年月", current_post_text = "任现职" }
[[record]]
type = "Education"
values = { level = "全日制教育/学历", school = "全日制教育/毕业院校", mode = { constant = "全日制" } }
"""


def test_titles_and_a_merged_head_of_two_lines(tmp_path: Path) -> None:
    roster(tmp_path / "roster.xlsx")
    read = read_file(tmp_path / "roster.xlsx", ROSTER)
    assert [each["birth_month"] for each in of(read, "Cadre")] == ["1979-08-01", "1980-03"]
    assert of(read, "Education")[0] == {"level": "大学", "school": "甲大学", "mode": "全日制"}
    assert [draft.place.row for draft in drafts(read, "Cadre")] == [5, 6]
    assert told(read) == []


def test_the_second_line_of_a_head_may_give_years_and_merged_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["某县干部名册"],
        ["单位", "姓名", "性别", "现任职务", "任现职时间", "年度考核", None],
        [None, None, None, None, None, "2022年", "2023年"],
        ["甲局", "林试禾", "女", "局长", "2021.05", "优秀", "称职"],
        [None, "王小测", "男", "副局长", "2019年8月", "称职", "称职"],
        ["合计", None, "2人"],
    ):
        sheet.append(row)
    for cells in ("A1:G1", "A2:A3", "F2:G2", "A4:A5"):
        sheet.merge_cells(cells)
    path = tmp_path / "t.xlsx"
    book.save(path)
    suggestion = suggest_mapping(path, TODAY)
    assert tomllib.loads(suggestion)["read"] == {"header": [2, 3], "fill_down": ["单位"]}
    read = read_file(path, suggestion)
    assert [each["unit_name"] for each in of(read, "Tenure")] == ["甲局", "甲局"]
    assert [(each["year"], each["grade"]) for each in of(read, "Assessment")][:2] == [(2022, "优秀"), (2023, "称职")]
    assert [each["name"] for each in of(read, "Cadre")] == ["林试禾", "王小测"]


def test_cells_merged_downwards_are_filled(tmp_path: Path) -> None:
    text = "单位,姓名,职务\n甲局,林试,局长\n,王试,副局长\n乙局,陈试,局长\n"
    mapping = (
        "[read]\nfill_down=['单位']\n[[record]]\ntype='Cadre'\nvalues={name='姓名'}\n"
        "[[record]]\ntype='Tenure'\nvalues={unit_name='单位',title='职务'}"
    )
    read = read_table(tmp_path, text, mapping)
    assert [each["unit_name"] for each in of(read, "Tenure")] == ["甲局", "甲局", "乙局"]


def test_a_table_without_headings(tmp_path: Path) -> None:
    mapping = (
        "[read]\nheader=false\ncolumns=['who','born']\n[[record]]\ntype='Cadre'\nvalues={name='who',birth_month='born'}"
    )
    assert len(of(read_table(tmp_path, "Ann Example,1961\nBob Example,1962\n", mapping), "Cadre")) == 2


def test_lines_of_a_cell_with_breaks_are_counted(tmp_path: Path) -> None:
    text = 'name,born\n"Ann\nExample",1961\nBob Example,19x2\n'
    read = read_table(tmp_path, text, "[[record]]\ntype='Cadre'\nvalues={name='name',birth_month='born'}")
    assert told(read) == [("bad-date", "19x2", 4, "born")]


POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Олена Приклад",
            "gender": "female",
            "birth_date": "1971-02",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}, {"scheme": "x", "identifier": "7"}],
            "memberships": [
                {"organization": {"name": "Рада"}, "role": "член", "start_date": "2014", "end_date": "2019-08-29"},
                {"organization": {"name": "Комітет"}, "role": "голова", "start_date": "2019", "mood": "ok"},
            ],
        },
        {"id": "p2", "name": "علي مثال", "gender": None, "memberships": []},
    ],
    "organizations": [{"id": "o1", "name": "Рада", "classification": "legislature"}],
    "memberships": [{"person_id": "p2", "organization_id": "o1", "start_date": "2020-01-01"}],
}
POPOLO_MAPPING = """
[lookup.bodies]
key = "id"
read = { rows = "organizations" }

[[record]]
type = "Cadre"
rows = "persons"
identify = { popolo = "id", wikidata = "identifiers[scheme=wikidata].identifier" }
values = { name = "name", sex = "gender", birth_month = "birth_date" }

[[record]]
type = "Tenure"
name = "nested"
rows = "persons"
each = "memberships"
links = { cadre = { identify = { popolo = "../id" } } }
[record.values]
unit_name = "organization.name"
title = "role"
start = "start_date"
end = { column = "end_date", empty = "current" }

[[record]]
type = "Tenure"
name = "beside"
rows = "memberships"
values = { unit_name = { lookup = "bodies", by = "organization_id", take = "name" }, start = "start_date" }
links = { cadre = { identify = { popolo = "person_id" } } }
"""


def test_nested_and_parallel_lists_of_json(tmp_path: Path) -> None:
    read = read_table(tmp_path, json.dumps(POPOLO), POPOLO_MAPPING, name="ep.json")
    assert [each["name"] for each in of(read, "Cadre")] == ["Олена Приклад", "علي مثال"]
    assert of(read, "Cadre")[0]["sex"] == "女"
    assert [(each.get("unit_name"), each.get("end"), each["end_status"]) for each in of(read, "Tenure")] == [
        ("Рада", "2019-08-29", "ended"),
        ("Комітет", None, "current"),
        ("Рада", None, "unknown"),
    ]
    assert [links(each)["cadre"].values["keys"] for each in drafts(read, "Tenure")] == [
        [["popolo", "p1"]],
        [["popolo", "p1"]],
        [["popolo", "p2"]],
    ]
    assert read.records[0].subject.values["keys"] == [["popolo", "p1"], ["wikidata", "Q1"]]
    assert told(read) == [("unread-column", "", None, "memberships.mood")]


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.json", '[{"name": "A B"}, {"name": "C D"}]', ""),
        ("a.json", '{"meta": {"n": 2}, "people": [{"name": "A B"}, {"name": "C D"}]}', ""),
        ("a.json", '{"data": {"people": [{"name": "A B"}, {"name": "C D"}]}}', "rows='data.people'"),
        ("a.json", '{"x1": {"name": "A B"}, "x2": {"name": "C D"}}', "rows='*'"),
        ("a.jsonl", '{"name": "A B"}\n\n{"name": "C D"}\n', ""),
        ("a.ndjson", '{"name": "A B"}\n{"name": "C D"}', ""),
    ],
)
def test_shapes_of_json(tmp_path: Path, name: str, content: str, rows: str) -> None:
    read = read_table(
        tmp_path, content.encode("utf-16" if rows == "" else "utf-8"), f"[read]\n{rows}\n{PERSON}", name=name
    )
    assert [each["name"] for each in of(read, "Cadre")] == ["A B", "C D"]


def test_a_bad_line_of_json_lines_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    read = read_table(tmp_path, '{"name": "A B"}\n{"name": \n{"name": "C D"}\n', PERSON, name="a.jsonl")
    assert len(of(read, "Cadre")) == 2
    assert told(read) == [("bad-line", '{"name":', 2, None)]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.csv", b"", "empty"),
        ("a.json", b'{"a": [{"b": 1}], "c": [{"d": 1}]}', "rows"),
        ("a.json", b'[{"name": "A"}, {"na', "JSON"),
        ("a.csv", b"other,born\nA,1961\n", "no column 'name'"),
        ("a.xlsx", b"PK\x03\x04rubbish", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    with pytest.raises(SourceError, match=why):
        read_table(tmp_path, content, PERSON, name=name)


_FRENCH = "Nom de l'élu;Prénom de l'élu\nLŒB;Irène\nBOËT;Françoise\nMÜLLER;Élise\n"


def test_latin_words_with_rare_capitals_are_not_read_as_cyrillic(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(_FRENCH.encode("cp1252"))
    assert encoding_of(path, None).name == "cp1252"


def test_the_columns_of_the_mapping_decide_between_encodings(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(_FRENCH.encode("cp1252"))
    assert encoding_of(path, None, ["Прenom"]).name == "cp1252"
    misread = _FRENCH.encode("cp1252").decode("cp1251").split("\n")[0].split(";")
    assert encoding_of(path, None, misread) == Encoding("cp1251")


def test_a_document_is_called_by_the_table_and_by_its_file(tmp_path: Path) -> None:
    mapping = f"[source]\ntitle = 'Members'\n{PERSON}"
    assert read_table(tmp_path, "name\nAnn Test\n", mapping, name="2024.csv").document.title == "Members (2024.csv)"

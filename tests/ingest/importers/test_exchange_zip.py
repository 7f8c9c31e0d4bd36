"""An exchange package says what the workbook says, in codes; a package made to harm is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.model.records.assessment import Assessment
from graph.model.records.cadre import Cadre
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.errors import SourceError
from ingest.importers import recognise
from ingest.importers.exchange_zip import IMPORTER
from ingest.run import import_paths
from tests.support.exchange import INDEX, TABLES
from tests.support.exchange_zip import write_exchange_zip
from tests.support.reading import ID_NUMBER, read


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_exchange_zip(tmp_path / "包.zip", TABLES, INDEX)
    return tmp_path / "包.zip"


def test_codes_become_words_and_rows_find_their_person(package: Path) -> None:
    said = read(IMPORTER, package)
    people = {each["name"]: each for each in said.values(Cadre)}
    assert (people["林测试"]["sex"], people["林测试"]["ethnicity"]) == ("女", "汉族")
    assert people["林测试"]["political_status"] == "中共党员"
    assert {each["title"] for each in said.values(Tenure)} >= {"局长", "副局长"}
    assert [each["grade"] for each in said.values(Assessment)] == ["优秀"]
    assert [each["appellation"] for each in said.values(FamilyMember)] == ["妻子"]
    assert [each["rank"] for each in said.values(RankRecord)] == ["乡科级正职"]
    assert [each["mode"] for each in said.values(Education)] == ["全日制"]
    assert [each["admin_quota"] for each in said.values(Unit)] == [12]
    assert (said.document.form_date, said.document.issuer) == ("2024-01-05", "丁市委组织部")
    assert {"unread-table", "person-not-in-A01"} <= set(said.codes)
    assert ID_NUMBER not in said.everything()


def test_it_is_recognised_and_imported_once(graph: Graph, engine_settings: Settings, package: Path) -> None:
    assert recognise(package) is IMPORTER
    report = import_paths(graph, engine_settings, [package])
    assert [each.status for each in report.files] == ["imported"]
    assert import_paths(graph, engine_settings, [package]).writes == 0
    assert graph.read("MATCH (c:Cadre) RETURN count(c) AS n") == [{"n": 2}]


def added(package: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return package


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><xml><data><row A0000="1" A1701="&b;"/></data></xml>'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("../../etc/cron.d/x", b"x", "leads out"),
        ("..\\x.xml", b"x", "leads out"),
        ("/etc/x", b"x", "leads out"),
        ("C:\\x", b"x", "leads out"),
        ("Photos/a.jpg", b"\0" * (96 << 20), "zip bomb"),
        ("Table/A14.xml", ENTITIES, "DOCTYPE"),
        ("Table/A14.xml", b"<xml><data>", "不是完整的 XML"),
    ],
)
def test_a_package_made_to_harm_is_refused(package: Path, name: str, content: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        read(IMPORTER, added(package, name, content))


@pytest.mark.parametrize("at", range(40, 1400, 90))
def test_a_damaged_package_is_read_or_refused(package: Path, tmp_path: Path, at: int) -> None:
    content = bytearray(package.read_bytes())
    content[at % len(content)] ^= 0x55
    damaged = tmp_path / "坏.zip"
    damaged.write_bytes(content)
    try:
        recognise(damaged)
        read(IMPORTER, damaged)
    except SourceError:
        return


JPEG = b"\xff\xd8\xff\xe0 a picture \xff\xd9"


def pictured(tmp_path: Path, tables: dict[str, list[dict[str, str]]], photos: dict[str, bytes]) -> Path:
    write_exchange_zip(tmp_path / "照片.zip", TABLES | tables, INDEX, photos=photos)
    return tmp_path / "照片.zip"


@pytest.mark.parametrize(
    ("file", "a57"),
    [("g2.JPG", ""), ("周示例.jpg", ""), ("0007.jpg", "Photos\\0007.JPG"), ("0007.jpg", "0007.jpg")],
)
def test_a_picture_finds_its_person(tmp_path: Path, file: str, a57: str) -> None:
    path = pictured(tmp_path, {"A57": [{"A0000": "g2", "A5714": a57}]}, {file: JPEG})
    said = read(IMPORTER, path)
    photos = list(said.document.photos)
    assert [photo.content for photo in photos] == [JPEG]
    names = {each["name"]: each.get("photo") for each in said.values(Cadre)}
    assert names == {"林测试": None, "周示例": photos[0].name}
    assert "unread-table" not in {each.code for each in said.document.findings if each.value == "A57"}


def test_a_picture_called_by_an_id_number_shows_it_nowhere(tmp_path: Path) -> None:
    said = read(IMPORTER, pictured(tmp_path, {}, {f"{ID_NUMBER}.jpg": JPEG, "陌生人110105194912310029.jpg": JPEG}))
    assert [bool(each.get("photo")) for each in said.values(Cadre)] == [True, False]
    assert "unowned-photos" in said.codes
    assert ID_NUMBER not in said.everything()


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    said = read(IMPORTER, pictured(tmp_path, {}, {"g1.jpg": b"GIF89a", "g2.jpg": JPEG[:-2]}))
    assert said.codes.count("bad-photo") == 2
    assert list(said.document.photos) == []


def test_pictures_lie_beside_the_graph(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    import_paths(graph, engine_settings, [pictured(tmp_path, {}, {"g2.jpg": JPEG})])
    [row] = graph.read("MATCH (c:Cadre {name: '周示例'}) RETURN c.photo AS photo")
    assert (engine_settings.data / "photos" / row["photo"]).read_bytes() == JPEG


def test_what_no_field_takes_is_told_and_kept(tmp_path: Path) -> None:
    person = TABLES["A01"][1] | {"A0122": "高级", "QRZXL": "大学", "A0999": "另有一说", "A0998": ID_NUMBER}
    write_exchange_zip(tmp_path / "包.zip", TABLES | {"A01": [TABLES["A01"][0], person]}, INDEX)
    said = read(IMPORTER, tmp_path / "包.zip")
    unread = [each.value for each in said.document.findings if each.code == "unread-column"]
    assert unread == ["全日制学历", "A0999", "A0998"]
    kept = {name: text for record in said.records for cells in record.extra.values() for name, text in cells.items()}
    assert kept == {"专业技术类公务员任职资格": "高级", "全日制学历": "大学", "A0999": "另有一说"}
    assert ID_NUMBER not in said.everything()


def test_entrance_and_the_body_above_are_read(tmp_path: Path) -> None:
    bodies = [{"B0101": "乙县", "B0111": "001"}, {"B0101": "乙县财政局", "B0111": "001.003", "B0121": "001"}]
    entered = [{"A0000": "g2", "A99Z101": "1", "A99Z102": "200008", "A99Z103": "0"}]
    write_exchange_zip(tmp_path / "包.zip", TABLES | {"B01": bodies, "A99Z1": entered}, INDEX)
    said = read(IMPORTER, tmp_path / "包.zip")
    assert [each["entry_source"] for each in said.values(Cadre) if each.get("entry_source")] == ["考录"]
    links = [(draft.values["name"], [link.target.values for link in draft.links]) for draft in said.drafts(Unit)]
    assert links == [("乙县", []), ("乙县财政局", [{"name": "乙县"}])]
    assert [each.value for each in said.document.findings if each.code == "unread-table"] == ["A60"]


def test_namesakes_without_an_id_number_stay_two_by_the_key_of_the_package(tmp_path: Path) -> None:
    people = [{"A0000": "p1", "A0101": "曹测", "A0107": "197609"}, {"A0000": "p2", "A0101": "曹测", "A0107": "198506"}]
    posts = [
        {"A0000": "p2", "A0201A": "辛市民政局", "A0215A": "科员", "A0243": "2010", "A0219": "2", "A0279": "1"},
        {"A0000": "p9", "A0201A": "辛市民政局", "A0215A": "局长", "A0243": "2001"},
    ]
    write_exchange_zip(tmp_path / "包.zip", {"A01": people, "A02": posts}, INDEX)
    said = read(IMPORTER, tmp_path / "包.zip")
    held = {record.drafts[0].values["birth_month"]: [draft.type for draft in record.drafts] for record in said.records}
    assert held == {"1976-09": ["Cadre"], "1985-06": ["Cadre", "Tenure"]}
    (tenure,) = said.values(Tenure)
    assert (tenure["is_leader"], tenure["main"]) == (False, True)
    assert [each.value for each in said.document.findings if each.code == "doubled-person"] == []
    assert sum(each.code == "person-not-in-A01" for each in said.document.findings) == 1

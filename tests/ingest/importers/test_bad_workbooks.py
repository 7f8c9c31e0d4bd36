"""Workbooks that are damaged, locked, empty, none at all, or made to exhaust the machine are refused with a remedy."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from export.work_records import write_template
from ingest.errors import SourceError
from ingest.importers import importers, recognise
from tests.support.reading import FakeReading

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        recognise(path).read(path, FakeReading())
    assert caught.value.hint
    assert caught.value.place is not None
    assert caught.value.place.file == path.name
    return caught.value


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空"),
        (b"not a workbook", "不是 Excel"),
        (b"PK\x03\x04" + b"\0" * 60, "损坏"),
        (OLE + b"\0" * 600, "损坏"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_what_is_no_workbook(tmp_path: Path, suffix: str, content: bytes, word: str) -> None:
    path = tmp_path / f"表{suffix}"
    path.write_bytes(content)
    assert word in refused(path).message


def test_a_workbook_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_template(path)
    path.write_bytes(path.read_bytes()[:-500])
    assert "损坏" in refused(path).message


def test_a_workbook_with_a_damaged_part(tmp_path: Path) -> None:
    whole, path = tmp_path / "whole.xlsx", tmp_path / "表.xlsx"
    write_template(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, b"<worksheet><sheetData><row" if "sheet2.xml" in part.filename else content)
    with pytest.raises(SourceError, match="损坏"):
        list(recognise(path).read(path, FakeReading()).records)


def test_a_workbook_whose_directory_cannot_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_template(path)
    with zipfile.ZipFile(path) as packed:
        start = packed.getinfo("xl/workbook.xml").header_offset + 30 + len("xl/workbook.xml")
    content = bytearray(path.read_bytes())
    content[start : start + 8] = b"\xff" * 8
    path.write_bytes(content)
    assert "损坏" in refused(path).message


@pytest.mark.parametrize(
    ("cell", "fits"), [("XFD1048576", False), ("XFD40", True), ("C1048576", True), ("ZZ90000", False)]
)
def test_a_cell_too_far_away_does_not_take_all_memory(tmp_path: Path, cell: str, fits: bool) -> None:
    whole, path = tmp_path / "whole.xlsx", tmp_path / "表.xlsx"
    write_template(whole)
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, content.replace(b"</sheetData>", far) if "sheet2.xml" in part.filename else content)
    if fits:
        assert recognise(path).read(path, FakeReading()).importer == "work_records"
    else:
        assert "太远" in refused(path).message


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    write_template(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/media/x.bin", "w") as part:
        for _ in range(70):
            part.write(b"\0" * (1 << 20))
    assert "恶意" in refused(path).message


def test_a_huge_workbook_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "表.xls"
    with path.open("wb") as file:
        file.write(OLE)
        file.truncate(1 << 30)
    assert "上限" in refused(path).message


@pytest.mark.parametrize("name", ["包.hzb", "包.ZB3", "包.zzb3", "老表.lrm", "说明.docx", "名册.csv", "包.zip"])
def test_known_formats_that_cannot_be_read_are_named_with_a_remedy(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"something")
    assert path.suffix in refused(path).message


def test_an_unknown_format_lists_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "x.dat"
    path.write_bytes(b"something")
    hint = refused(path).hint or ""
    assert all(importer.title.zh in hint and importer.title.en in hint for importer in importers())

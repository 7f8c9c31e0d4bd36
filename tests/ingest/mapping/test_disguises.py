"""A file that is something else by its content is refused with what it is and what to do; so is text of no encoding."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.mapping.sampling import samples
from tests.ingest.mapping.tables import PERSON, of, read_table


def _zipped(name: str) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr(name, "name\nAnn Example\n")
    return into.getvalue()


DISGUISED = {
    "xml": (b'<?xml version="1.0"?>\n<people><p><name>Ann</name></p></people>', "XML", "JSON"),
    "xml of utf-16": ("<people><p/></people>".encode("utf-16"), "XML", "JSON"),
    "html": (b"\xef\xbb\xbf\n<!DOCTYPE HTML>\n<html><table></table></html>", "HTML", ".xlsx"),
    "table": (b"<TABLE border=1><tr><td>name</td></tr></TABLE>", "HTML", ".xlsx"),
    "pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF", "xlsx"),
    "zip": (_zipped("a.csv"), "zip", ".zip"),
    "docx": (_zipped("word/document.xml"), "Word", ".xlsx"),
    "gzip": (b"\x1f\x8b\x08\x00abc", "gzip", "gunzip"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "图片", ".xlsx"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture", ".xlsx"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office", ".xls"),
    "rtf": (b"{\\rtf1\\ansi name}", "RTF", ".xlsx"),
    "sqlite": (b"SQLite format 3\x00" + bytes(80), "SQLite", "CSV"),
}


@pytest.mark.parametrize("kind", DISGUISED)
@pytest.mark.parametrize("name", ["table.csv", "table.txt", "table.json"])
def test_what_is_no_table_is_called_what_it_is(tmp_path: Path, kind: str, name: str) -> None:
    content, what, remedy = DISGUISED[kind]
    with pytest.raises(SourceError) as refused:
        read_table(tmp_path, content, PERSON, name=name)
    assert what in str(refused.value)
    assert remedy in str(refused.value)
    with pytest.raises(SourceError, match=what):
        samples(tmp_path / name)


def test_a_web_page_that_is_called_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="HTML"):
        read_table(tmp_path, b"<html><table><tr><td>name</td></tr></table></html>", PERSON, name="table.xls")


@pytest.mark.parametrize("heading", ["<name>", "BM", "PK", "GIF", "%PDF"])
def test_headings_that_look_a_little_like_it(tmp_path: Path, heading: str) -> None:
    read = read_table(tmp_path, f"{heading},x\nAnn Example,1\n", PERSON.replace('"name"', f'"{heading}"'))
    assert [each["name"] for each in of(read, "Cadre")] == ["Ann Example"]


@pytest.mark.parametrize(
    ("content", "read", "tried"),
    [
        (b"name\nAnn \xff\xfe\x81\n", "encoding='utf-8'", "UTF-8"),
        (b'name\n"Ann', "encoding='latin-1'\nheader=3", "3"),
        (bytes(range(8)) * 9, "", "UTF-16"),
        ("nom\nAnn\n".encode("utf-16"), "", "UTF-16"),
        (b'[{"name": "Ann]', "format='json'", "UTF-8"),
    ],
)
def test_refusals_name_the_encoding(tmp_path: Path, content: bytes, read: str, tried: str) -> None:
    with pytest.raises(SourceError, match=tried):
        read_table(tmp_path, content, f"[read]\n{read}\n{PERSON}")


def test_damaged_json_shows_nothing_of_the_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read_table(tmp_path, '[{"name": "Ann", "no": 110105}, {"secret" 1}]', PERSON, name="t.json")
    assert "secret" not in str(refused.value)

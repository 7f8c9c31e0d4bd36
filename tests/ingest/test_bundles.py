"""A folder or a zip of many files is one batch; a zip made to harm is refused, and its names never become paths."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from export.lrmx import write_lrmx
from graph.settings import Settings
from graph.store.connection import Graph
from ingest import limits
from ingest.bundles import is_bundle
from ingest.gather import gathered
from ingest.run import import_paths
from tests.support.reading import ID_NUMBER

Writer = Callable[[Path, str, bytes], Path]
LINK = 0o120777 << 16


@pytest.fixture
def form(tmp_path: Path) -> bytes:
    """One personnel form."""
    write_lrmx(tmp_path / "林测试.lrmx", FIELDS)
    content = (tmp_path / "林测试.lrmx").read_bytes()
    (tmp_path / "林测试.lrmx").unlink()
    return content


FIELDS = {"XingMing": "林测试", "XingBie": "男", "ChuShengNianYue": "197908", "JianLi": "2008.03--  乙县建设局副局长"}


def bundle(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def labels(path: Path, data: Path) -> list[str]:
    with gathered([path], data) as found:
        return [each.label for each in found]


def test_a_zip_of_many_files_is_one_batch(graph: Graph, engine_settings: Settings, tmp_path: Path, form: bytes) -> None:
    other = form.replace("林测试".encode(), "周示例".encode())
    parts = {"甲县/林测试.lrmx": form, "乙县/林测试.lrmx": other, "__MACOSX/._x": b"x", "甲县/说明.txt": b"hello"}
    report = import_paths(graph, engine_settings, [bundle(tmp_path / "材料.zip", parts)])
    told = {each.file: each.status for each in report.files}
    assert told == {
        "材料.zip/甲县/林测试.lrmx": "imported",
        "材料.zip/乙县/林测试.lrmx": "imported",
        "材料.zip/甲县/说明.txt": "rejected",
    }
    assert graph.read("MATCH (c:Cadre) RETURN count(c) AS n") == [{"n": 2}]
    assert graph.read("MATCH (b:ImportBatch) RETURN count(b) AS n") == [{"n": 1}]
    assert list(engine_settings.data.glob("unpacked-*")) == []
    assert import_paths(graph, engine_settings, [tmp_path / "材料.zip"]).writes == 0


def gbk_named(path: Path, name: str, content: bytes) -> Path:
    """A zip as Chinese Windows writes it: the name in GBK, and no mark that tells so."""
    stand_in = "x" * len(name.encode("gbk"))
    bundle(path, {stand_in: content})
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode("gbk")))
    return path


def utf8_unmarked(path: Path, name: str, content: bytes) -> Path:
    stand_in = "x" * len(name.encode())
    bundle(path, {stand_in: content})
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode()))
    return path


def with_unicode_path(path: Path, name: str, content: bytes) -> Path:
    """A zip whose name in the system's own encoding says nothing, with the real one beside it."""
    info = zipfile.ZipInfo("____.lrmx")
    real = b"\x01" + b"\0\0\0\0" + name.encode()
    info.extra = struct.pack("<HH", 0x7075, len(real)) + real
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(info, content)
    return path


@pytest.mark.parametrize("write", [gbk_named, utf8_unmarked, with_unicode_path])
def test_names_are_read_in_any_encoding(tmp_path: Path, form: bytes, write: Writer) -> None:
    path = write(tmp_path / "包.zip", "丁市/林测试.lrmx", form)
    assert labels(path, tmp_path / "data") == ["包.zip/丁市/林测试.lrmx"]


@pytest.mark.parametrize("name", ["../../x.lrmx", "..\\x.lrmx", "/etc/x.lrmx", "C:\\x.lrmx"])
def test_a_path_that_leads_out_is_refused(
    graph: Graph, engine_settings: Settings, tmp_path: Path, form: bytes, name: str
) -> None:
    report = import_paths(graph, engine_settings, [bundle(tmp_path / "坏.zip", {name: form, "好.lrmx": form})])
    assert [(each.file, each.status) for each in report.files] == [("坏.zip", "rejected")]
    assert "leads out" in str(report.files[0].findings[0].reason)


def test_odd_names_become_no_paths(tmp_path: Path, form: bytes) -> None:
    parts = {"a\u202etxt.lrmx": form, "A.lrmx": form, "a.lrmx": form, "长" * 300 + ".lrmx": form, "x/con:1.lrmx": form}
    with gathered([bundle(tmp_path / "怪.zip", parts)], tmp_path / "data") as found:
        inside = [each.path.relative_to(tmp_path / "data") for each in found]
        assert len({each.as_posix().lower() for each in inside}) == len(parts)
        assert all(each.suffix == ".lrmx" and ".." not in each.parts for each in inside)
        assert all((tmp_path / "data" / each).read_bytes() == form for each in inside)
    assert not any((tmp_path / "data").iterdir())


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = bundle(tmp_path / "弹.zip", {"x.txt": b"\0" * (96 << 20)})
    with gathered([path], tmp_path / "data") as found:
        assert ["a zip bomb" in str(each.problem) for each in found] == [True]


def test_bundles_in_bundles_share_one_allowance(tmp_path: Path, form: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = bundle(tmp_path / "内.zip", {"a.lrmx": form, "b.lrmx": form}).read_bytes()
    path = bundle(tmp_path / "外.zip", {"内.zip": inner, "c.lrmx": form})
    assert labels(path, tmp_path / "data") == ["外.zip/内.zip/a.lrmx", "外.zip/内.zip/b.lrmx", "外.zip/c.lrmx"]
    table = limits.limits()
    less = {**table, "bundle": {**table["bundle"], "unpacked": len(inner) + 2 * len(form)}}
    monkeypatch.setattr("ingest.bundles.limits", lambda: less)
    with gathered([path], tmp_path / "data") as found:
        assert [each.problem is not None for each in found] == [True, False]


def test_bundles_are_opened_to_a_depth(tmp_path: Path, form: bytes) -> None:
    path = bundle(tmp_path / "0.zip", {"x.lrmx": form})
    for number in range(1, 5):
        path = bundle(tmp_path / f"{number}.zip", {f"{number - 1}.zip": path.read_bytes()})
    with gathered([path], tmp_path / "data") as found:
        assert ["zips within zips" in str(each.problem) for each in found] == [True]


def test_a_link_and_a_locked_file_are_refused_by_themselves(tmp_path: Path, form: bytes) -> None:
    path = tmp_path / "混.zip"
    link = zipfile.ZipInfo("链接.lrmx")
    link.external_attr = LINK
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(link, "/etc/passwd")
        packed.writestr("好.lrmx", form)
        packed.writestr("锁.lrmx", form)
    content = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(mark) + flags] |= 1
    path.write_bytes(content)
    with gathered([path], tmp_path / "data") as found:
        told = {each.label: str(each.problem or "") for each in found}
    assert "a link" in told["混.zip/链接.lrmx"]
    assert "password" in told["混.zip/锁.lrmx"]
    assert told["混.zip/好.lrmx"] == ""


def test_a_damaged_file_costs_only_itself(tmp_path: Path, form: bytes) -> None:
    path = tmp_path / "损.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.lrmx", form)
        packed.writestr("b.lrmx", form)
    content = bytearray(path.read_bytes())
    content[content.index(form) + 40] ^= 0x55
    path.write_bytes(content)
    with gathered([path], tmp_path / "data") as found:
        assert ["damaged" in str(each.problem) for each in found] == [True, False]


def test_an_id_number_in_a_name_is_not_shown(tmp_path: Path, form: bytes) -> None:
    path = bundle(tmp_path / "号.zip", {f"{ID_NUMBER}/林测试{ID_NUMBER}.lrmx": form})
    assert not any(ID_NUMBER in label for label in labels(path, tmp_path / "data"))


def test_what_a_killed_import_left_unpacked_is_removed(tmp_path: Path, form: bytes) -> None:
    left = tmp_path / "data" / "unpacked-dead"
    left.mkdir(parents=True)
    (left / "林测试.lrmx").write_bytes(form)
    assert labels(bundle(tmp_path / "包.zip", {"a.lrmx": form}), tmp_path / "data") == ["包.zip/a.lrmx"]
    assert not left.exists()


def test_pictures_of_old_forms_go_with_them(tmp_path: Path) -> None:
    path = bundle(tmp_path / "旧.zip", {"x/林.lrm": b'"x"', "x/林.pic": b"jpeg", "y/周.pic": b"jpeg"})
    assert labels(path, tmp_path / "data") == ["旧.zip/x/林.lrm", "旧.zip/y/周.pic"]


def test_formats_that_are_zips_are_no_bundles(tmp_path: Path) -> None:
    for name in ("[Content_Types].xml", "mimetype", "包/gwyinfo.xml"):
        assert not is_bundle(bundle(tmp_path / "x.zip", {name: b""}))
    assert is_bundle(bundle(tmp_path / "x.zip", {}))
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 damaged")
    assert not is_bundle(tmp_path / "no.zip")

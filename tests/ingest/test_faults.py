"""A disk that is full, a folder that cannot be written, a file of a gigabyte: said plainly, nothing half written."""

from __future__ import annotations

import base64
import resource
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from export.lrmx import write_lrmx
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.errors import DataFolderError, QueryTimeout
from ingest import parts
from ingest.errors import SourceError
from ingest.gather import gathered
from ingest.importers import recognise
from ingest.run import import_paths
from tests.cli.program import Program
from tests.support.reading import FakeReading

FULL = 64 << 10
PICTURE = b"\xff\xd8\xff\xe0" + b"\0" * (2 * FULL) + b"\xff\xd9"
FIELDS = {"XingMing": "闻一舟", "XingBie": "男", "ChuShengNianYue": "198001", "JianLi": "2008.03--  乙县建设局副局长"}


@contextmanager
def full_disk(most: int = FULL) -> Iterator[None]:
    """No file of this process may grow beyond `most`: the system answers as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_zip_that_does_not_fit_the_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "多.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("大.lrmx", b"x" * (2 * FULL))
    with full_disk(), pytest.raises(DataFolderError, match="磁盘已满"), gathered([path], tmp_path / "data"):
        pytest.fail("it fits after all")
    assert list((tmp_path / "data").iterdir()) == []


def test_a_photo_that_does_not_fit_the_disk_rejects_its_form_whole(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    form = tmp_path / "闻一舟.lrmx"
    write_lrmx(form, {**FIELDS, "ZhaoPian": base64.b64encode(PICTURE).decode()})
    photos = set((engine_settings.data / "photos").glob("*"))
    with full_disk():
        report = import_paths(graph, engine_settings, [form])
    [file] = report.files
    assert file.status == "rejected"
    assert "磁盘已满" in str(file.findings[-1].reason)
    assert graph.read("MATCH (c:Cadre) RETURN c.id AS id") == []
    assert set((engine_settings.data / "photos").glob("*")) == photos
    again = import_paths(graph, engine_settings, [form])
    assert [each.status for each in again.files] == ["imported"]
    [photo] = set((engine_settings.data / "photos").glob("*")) - photos
    assert photo.read_bytes() == PICTURE


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_what_the_graph_refuses_in_the_middle_ends_the_import_and_no_file_is_blamed(
    graph: Graph, engine_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    forms = [tmp_path / f"{name}.lrmx" for name in ("闻一舟", "闻二舟", "闻三舟")]
    for form in forms:
        write_lrmx(form, {**FIELDS, "XingMing": form.stem})
    writes = count(1)
    write: Callable[..., int] = Graph.write_transaction

    def failing_once(self: Graph, *work: Any) -> int:
        if next(writes) == failing:
            raise QueryTimeout("too long")
        return write(self, *work)

    with monkeypatch.context() as patched:
        patched.setattr(parts, "PORTION", 1)  # each form is written by itself
        patched.setattr(Graph, "write_transaction", failing_once)
        with pytest.raises(QueryTimeout):
            import_paths(graph, engine_settings, forms)
    again = import_paths(graph, engine_settings, forms)
    assert [each.status for each in again.files] == ["imported"] * len(forms)
    assert graph.read("MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN count(t) AS n") == [{"n": len(forms)}]


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    forbidden = Path("/proc/zhishi")  # where nobody may make a folder, the system's own user neither
    done = Program(Settings(data=forbidden))("import", tmp_path)
    assert done.code == 1
    assert str(forbidden) in done.err
    assert "ZHISHI_DATA" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["大.lrmx", "大.lrm", "大.xlsx", "大.zip"])
def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b'"x"' if name.endswith(".lrm") else b"<Person>" if name.endswith(".lrmx") else b"\xd0\xcf\x11\xe0")
        file.truncate(1 << 30)
    with pytest.raises(SourceError) as refused:
        recognise(path).read(path, FakeReading())
    assert refused.value.hint

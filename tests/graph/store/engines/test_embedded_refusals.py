"""What keeps the embedded engine from starting is said plainly, and what it must never do it refuses."""

from __future__ import annotations

import importlib.util
import shutil
import socket
from pathlib import Path
from typing import NamedTuple

import pytest
from neo4j.exceptions import ClientError, Neo4jError

from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from graph.store.engines.embedded.admin import AdminError
from graph.store.engines.embedded.folder import EngineFolder
from graph.store.engines.embedded.runtime import Ports, Runtime, check_glibc, write_arguments
from graph.store.engines.embedded.supervisor import Supervisor
from graph.store.errors import DataFolderError, EngineMissing, EngineUnavailable


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_missing_wheel_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EngineMissing, match=r"pip install arcadedb-embedded.*NEO4J_URI"):
        open_graph(Settings(data=tmp_path))


@pytest.mark.parametrize(("library", "version"), [("glibc", "2.31"), ("glibc", "2.9")])
def test_an_old_c_library_is_named(library: str, version: str) -> None:
    with pytest.raises(EngineMissing, match=rf"glibc {version}.*2\.34.*NEO4J_URI"):
        check_glibc(library, version)


@pytest.mark.parametrize(("library", "version"), [("glibc", "2.34"), ("glibc", "2.41"), ("", ""), ("libc", "")])
def test_a_new_or_unknown_c_library_passes(library: str, version: str) -> None:
    check_glibc(library, version)


def test_a_file_where_the_data_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(DataFolderError, match=r"ZHISHI_DATA") as refused:
        open_graph(Settings(data=tmp_path / "data"))
    assert str(tmp_path / "data") in refused.value.message


def test_a_full_disk_is_named_before_anything_starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12, 1000))
    with pytest.raises(DataFolderError, match="磁盘已满"):
        open_graph(Settings(data=tmp_path))
    assert not (tmp_path / "engine" / "state.json").exists()


def test_a_heap_the_machine_has_not_got_ends_in_javas_own_words(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"(?s)heap.*engine\.log.*ZHISHI_HEAP"):
        open_graph(Settings(data=tmp_path, heap="99999999g"))


def test_a_port_taken_in_between_is_replaced_by_another(tmp_path: Path) -> None:
    folder = EngineFolder.prepare(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = Ports(bolt=other.getsockname()[1], http=Ports.free().http)
        supervisor = Supervisor(folder, "256m", 10.0, ports=taken)
        java, state = supervisor.start()
        java.terminate()
        java.wait(30)
    assert state.bolt_port != taken.bolt


def test_arguments_survive_blanks_quotes_and_backslashes(tmp_path: Path) -> None:
    folder = EngineFolder.prepare(tmp_path / 'a "b" \\c')
    write_arguments(folder, Runtime.find(), Ports(1, 2), heap="1g", timeout=1.5, password="secret")
    lines = folder.arguments_file.read_text("utf-8").splitlines()
    assert f'"-Djava.io.tmpdir={tmp_path}/a \\"b\\" \\\\c/engine"' in lines
    assert '"-Darcadedb.command.timeout=1500"' in lines


@pytest.mark.parametrize("place", ["file:///etc/hostname", "http://127.0.0.1:9/rows.csv"])
def test_load_csv_is_off_for_writers_too(embedded_graph: Graph, place: str) -> None:
    with embedded_graph.engine.write_session() as session, pytest.raises(Neo4jError):
        session.run("LOAD CSV FROM $place AS line RETURN line", place=place).consume()


@pytest.mark.parametrize("statement", ["SHOW USERS", "CREATE USER intruder SET PASSWORD 'intruder1'"])
def test_the_reader_may_not_touch_users(embedded_graph: Graph, statement: str) -> None:
    with embedded_graph.engine.read_session() as session, pytest.raises(ClientError):
        session.run(statement).consume()


def test_the_admin_passes_on_the_engines_words(embedded_graph: Graph) -> None:
    with pytest.raises(AdminError, match="NoSuchType"):
        embedded_graph.engine.admin.sql("SELECT FROM NoSuchType")  # type: ignore[attr-defined]

"""The embedded engine is shared by its users, outlives none of them, and heals after every kind of death."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.settings import Settings
from graph.store.connection import open_graph
from graph.store.engines.embedded.folder import EngineFolder, State
from tests.support.clients import client, engines_of, eventually, hear, say, start_client

COUNT = "MATCH (n:Kept) RETURN count(n) AS n"


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder with blanks and Chinese in its name; no engine may be left on it."""
    folder = tmp_path / "数据 folder"
    yield folder
    assert eventually(lambda: engines_of(folder) == [])


def _settings(data: Path) -> Settings:
    return Settings(data=data, heap="512m")


def _state(data: Path) -> State:
    state = EngineFolder(data / "engine").read_state()
    assert state is not None
    return state


def test_two_processes_share_one_engine_and_the_starter_may_leave_first(data: Path) -> None:
    starter = start_client(data)
    engine = hear(starter)
    with open_graph(_settings(data)) as graph:
        assert _state(data).java_pid == engine
        say(starter, "CREATE (:Kept)")
        assert hear(starter) == 2
        starter.communicate(timeout=30)
        assert not eventually(lambda: not psutil.pid_exists(engine), within=4)
        assert graph.read(COUNT) == [{"n": 1}]
    assert eventually(lambda: not psutil.pid_exists(engine))


def test_three_that_start_at_once_get_one_engine(data: Path) -> None:
    starters = [start_client(data) for _ in range(3)]
    assert len({hear(one) for one in starters}) == 1
    for one in starters:
        one.communicate(timeout=30)


def test_a_killed_client_leaves_no_engine_behind_and_nothing_acknowledged_is_lost(data: Path) -> None:
    killed = start_client(data)
    hear(killed)
    say(killed, "CREATE (:Kept)")
    assert hear(killed) == 2
    killed.kill()
    killed.communicate()
    assert eventually(lambda: engines_of(data) == [])
    with open_graph(_settings(data)) as graph:
        assert graph.read(COUNT) == [{"n": 1}]


def test_a_killed_engine_comes_back_under_its_users(data: Path) -> None:
    with open_graph(_settings(data)) as graph:
        graph.write("CREATE (:Kept)")
        psutil.Process(_state(data).java_pid).kill()
        assert graph.read(COUNT) == [{"n": 1}]


def test_a_killed_supervisor_takes_the_engine_with_it_and_the_next_read_starts_another(data: Path) -> None:
    with open_graph(_settings(data)) as graph:
        graph.write("CREATE (:Kept)")
        lost = _state(data)
        psutil.Process(lost.supervisor_pid).kill()
        assert eventually(lambda: not psutil.pid_exists(lost.java_pid))
        assert graph.read(COUNT) == [{"n": 1}]
        assert _state(data).java_pid != lost.java_pid


def test_all_killed_at_once_heals_at_the_next_start(data: Path) -> None:
    """The state file is left behind, and so are a lease, the locks and the arguments."""
    killed = start_client(data)
    hear(killed)
    say(killed, "CREATE (:Kept)")
    hear(killed)
    state = _state(data)
    for pid in (state.supervisor_pid, state.java_pid, killed.pid):
        psutil.Process(pid).kill()
    killed.communicate()
    assert (data / "engine" / "state.json").exists()
    with open_graph(_settings(data)) as graph:
        assert graph.read(COUNT) == [{"n": 1}]


@pytest.mark.parametrize("content", ["", "{", '{"bolt_port": "x"}', "[]", "\x00\x01"])
def test_a_spoilt_state_file_heals_at_the_next_start(data: Path, content: str) -> None:
    folder = EngineFolder.prepare(data)
    folder.state_file.write_text(content, "utf-8")
    assert folder.read_state() is None
    with open_graph(_settings(data)) as graph:
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_state_file_spoilt_under_a_running_engine_is_written_again(data: Path) -> None:
    with open_graph(_settings(data)) as graph:
        before = _state(data)
        EngineFolder(data / "engine").state_file.write_text("spoilt", "utf-8")
        with client(data) as other:
            assert hear(other) == before.java_pid
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_everything_on_disk_is_its_owners_alone_and_no_password_is_on_a_command_line(data: Path) -> None:
    with open_graph(_settings(data)) as graph:
        graph.write("CREATE (:Kept)")
        state = _state(data)
        commands = [" ".join(one.cmdline()) for one in engines_of(data)]
        assert len(commands) == 2
        assert not [text for text in commands if state.root_password in text or state.reader_password in text]
        assert state.root_password not in repr(state)
        assert stat.S_IMODE((data / "engine").stat().st_mode) == 0o700
        for name in ("state.json", "java.args", "engine.log"):
            assert stat.S_IMODE((data / "engine" / name).stat().st_mode) == 0o600, name
        assert state.root_password not in (data / "engine" / "engine.log").read_text("utf-8")
    assert eventually(lambda: engines_of(data) == [])
    assert not (data / "engine" / "state.json").exists()
    assert not (data / "engine" / "java.args").exists()


def test_passwords_are_new_at_each_start(data: Path) -> None:
    seen = set()
    for _ in range(2):
        with open_graph(_settings(data)):
            seen.add(_state(data).root_password)
        assert eventually(lambda: engines_of(data) == [])
    assert len(seen) == 2


def test_commands_that_follow_each_other_share_one_start(data: Path) -> None:
    with open_graph(_settings(data)):
        first = _state(data).java_pid
    with open_graph(_settings(data)):
        assert _state(data).java_pid == first

"""What keeps running, and what looks after the rest: serve, demo, doctor, schema."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path
from urllib.request import urlopen

from graph.settings import Settings
from tests.cli.program import ROOT, Program


def serving(program: Program, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        program.command(*arguments),
        cwd=ROOT,
        env=program.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_serve_prints_the_address_it_answers_at_and_ends_when_interrupted(department: Program) -> None:
    with serving(department, "serve", "--port", "0") as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        try:
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address) as answer:
                assert answer.status == 200
        finally:
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err


def test_serve_makes_the_indexes_that_are_missing(new_program: Program) -> None:
    with serving(new_program, "serve", "--port", "0") as process:
        assert process.stdout is not None
        try:
            with urlopen(f"{process.stdout.readline().strip()}search?q=ql") as answer:
                text = answer.read().decode()
        finally:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert 'value="ql"' in text
    assert "还没有全文索引" not in text


def test_serve_ends_when_terminated(department: Program) -> None:
    with serving(department, "serve", "--port", "0") as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, "Traceback" in err) == (0, "", False)


def test_a_port_that_is_taken_is_a_failure_with_a_remedy(department: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = department("serve", "--port", port)
    assert (done.code, done.out) == (1, "")
    assert port in done.err
    assert "--port 0" in done.err


def test_the_demo_goes_from_files_to_trajectory_and_tree(new_program: Program, tmp_path: Path) -> None:
    done = new_program("demo", "--cadres", "1", "--files", tmp_path / "files", "--no-serve")
    assert done.code == 0
    assert str(tmp_path / "files") in done.err
    assert {path.suffix for path in (tmp_path / "files").rglob("*") if path.is_file()} == {".lrmx", ".xlsx"}
    assert "成长轨迹 · 截至 2024.03.01" in done.out
    assert "信息缺口" in done.out


def test_schema_prints_the_committed_file(zhishi: Program) -> None:
    done = zhishi("schema")
    assert (done.code, done.err) == (0, "")
    assert done.out == (ROOT / "schema.cypher").read_text("utf-8")


def test_schema_applied_twice_makes_nothing_new(department: Program) -> None:
    assert department.inside("schema", "--apply").code == 0
    again = department.inside("schema", "--apply")
    assert (again.code, again.out) == (0, "")
    assert "约束 0, 索引 0" in again.err


def test_vocabulary_prints_the_committed_page(zhishi: Program) -> None:
    assert zhishi.inside("vocabulary").out == (ROOT / "docs" / "vocabulary.md").read_text("utf-8")


def test_doctor_finds_everything_well(department: Program) -> None:
    done = department("doctor")
    assert (done.code, done.err) == (0, "")
    assert {line[0] for line in done.out.splitlines()} == {"✓"}
    assert str(department.settings.data) in done.out


def test_doctor_finds_a_server_that_is_away_and_hides_the_password(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = Settings(data=tmp_path, neo4j_uri=f"bolt://127.0.0.1:{port}", neo4j_password="not-to-be-shown")
    done = Program(settings)("doctor")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if line.startswith("✗") and str(port) in line]
    assert "not-to-be-shown" not in done.out + done.err

"""Two imports at once, each a process of its own: the second waits for the first or says that it is busy."""

from __future__ import annotations

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from tests.cli.forms import write_form
from tests.cli.program import Program


def test_two_real_imports_at_once_both_come_in_or_the_second_says_why(
    embedded_graph: Graph, embedded_settings: Settings, tmp_path: Path
) -> None:
    import_paths(embedded_graph, embedded_settings, [])  # the key, the schema: what both would make
    forms = [write_form(tmp_path / f"{name}.lrmx", name, f"1980{month:02}") for month, name in enumerate(NAMES, 1)]
    program = Program(embedded_settings)
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda form: program("import", form, "--json"), forms)
    assert {first.code, second.code} <= {0, 1}
    assert 0 in {first.code, second.code}
    for done, form in zip((first, second), forms, strict=True):
        if done.code == 1:  # it waited as long as it may
            assert "请稍" in done.err or "请等" in done.err, done.err
            assert program("import", form).code == 0
    assert embedded_graph.read("MATCH (b:ImportBatch) WHERE b.state <> 'done' RETURN b.id AS id") == []
    names = embedded_graph.read("MATCH (c:Cadre) RETURN c.name AS name ORDER BY name")
    assert [row["name"] for row in names] == sorted(NAMES)


def test_an_import_that_cannot_wait_longer_says_that_another_is_writing(
    embedded_graph: Graph, embedded_settings: Settings, tmp_path: Path
) -> None:
    import_paths(embedded_graph, embedded_settings, [])
    form = write_form(tmp_path / "闻一舟.lrmx", "闻一舟", "198001")
    program = Program(embedded_settings)
    with embedded_graph.writer():
        begun = time.monotonic()
        child = subprocess.Popen(
            program.command("import", form), env=program.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        _, said = child.communicate(timeout=100)
        assert time.monotonic() - begun >= 4
    assert child.returncode == 1
    assert "Traceback" not in said.decode()
    assert "请" in said.decode()
    assert embedded_graph.read("MATCH (c:Cadre) RETURN c.id AS id") == []


NAMES = ("闻一舟", "岑二川")

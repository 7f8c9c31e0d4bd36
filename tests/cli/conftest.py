"""Data folders for all tests of the command line, their engines kept running, filled once through the program.

The invented city has a folder of its own: tests of the forms count who is there, in whatever order the files are run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demo.city import generate
from graph.settings import Settings
from graph.store.connection import open_graph
from tests.cli.forms import write_department
from tests.cli.program import Program


@pytest.fixture(scope="session")
def zhishi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program on a graph that is empty at first."""
    settings = settings_of(tmp_path_factory.mktemp("cli"))
    with open_graph(settings):
        yield Program(settings)


@pytest.fixture
def new_program(tmp_path: Path) -> Program:
    """The program in an office that has just got it: no graph yet, and no engine running."""
    return Program(settings_of(tmp_path / "new"))


def settings_of(data: Path) -> Settings:
    """Settings of an embedded engine on this folder."""
    return Settings(data=data, heap="512m", query_timeout=60.0)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three forms: two of namesakes, one of somebody else."""
    return write_department(tmp_path_factory.mktemp("department"))


@pytest.fixture(scope="session")
def first_import(zhishi: Program, folder: Path) -> Any:
    """What the program reported of these forms, which are in the graph from then on."""
    done = zhishi("import", folder, "--json")
    assert (done.code, done.err) == (0, "")
    return done.json("import")


@pytest.fixture(scope="session")
def department(zhishi: Program, first_import: Any) -> Program:
    """The program on a graph that holds these forms."""
    assert first_import["batch"]
    return zhishi


@pytest.fixture(scope="session")
def city_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program on a graph of its own, empty at first."""
    settings = settings_of(tmp_path_factory.mktemp("cli-city"))
    with open_graph(settings):
        yield Program(settings)


@pytest.fixture(scope="session")
def city(city_program: Program, tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, str]:
    """The program on a graph that holds two cadres of the invented city, and the name of the first."""
    manifest = generate(tmp_path_factory.mktemp("city"), cadres=2, seed=5)
    done = city_program("import", manifest.folder, "--json")
    assert done.code == 0
    assert {each["status"] for each in done.json("import")["files"]} == {"imported"}
    return city_program, manifest.showcase

"""What the two READMEs show is there: commands with their options, make targets, files and settings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest
from typer.testing import CliRunner

from cli.main import build, command_names
from graph.settings import Settings
from tests.architecture.test_imports import ROOT

PAGES = ("README.md", "README.en.md")
FOLDERS = "graph|ingest|queries|analysis|webui|export|cli|demo|docs|tests|bench"


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def shown(page: str) -> set[str]:
    """Every `zhishi …` the page shows, without the remark behind it."""
    found = re.findall(r"(?<![\w/])zhishi ([a-z][^`\n]*)", text(page))
    return {line.split("#")[0].split(">")[0].strip() for line in found}


def commands() -> list[tuple[str, str]]:
    return [(page, line) for page in PAGES for line in sorted(shown(page))]


@pytest.mark.parametrize(("page", "line"), commands(), ids=str)
def test_a_command_shown_exists_with_its_options(page: str, line: str) -> None:
    name, *arguments = line.split()
    assert name in command_names()
    path = [name, *[word for word in arguments if word == "work-records"]]
    help_page = CliRunner().invoke(build(), [*path, "--help"], prog_name="zhishi")
    assert help_page.exit_code == 0
    assert [word for word in arguments if word.startswith("--") and word not in help_page.stdout] == []


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_shown_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r"\bmake ([a-z]+)", text(page)))
    assert {"demo", "test", "check"} <= asked
    assert asked <= targets


@pytest.mark.parametrize("page", PAGES)
def test_files_shown_exist(page: str) -> None:
    paths = set(re.findall(rf"`((?:{FOLDERS})/[^`<]*|[\w.]+\.cypher)`", text(page)))
    links = set(re.findall(r"\]\(([^)#]+)\)", text(page)))
    assert len(paths) >= 15
    assert {path for path in paths | links if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("page", PAGES)
def test_settings_shown_exist(page: str) -> None:
    variables = {one.metadata["variable"] for one in fields(Settings)}
    assert set(re.findall(r"`((?:ZHISHI|NEO4J)_[A-Z0-9_]+)", text(page))) <= variables


def test_both_pages_show_the_same_commands_and_files() -> None:
    names = [{line.split()[0] for line in shown(page)} for page in PAGES]
    assert names[0] == names[1]
    paths = [set(re.findall(rf"`((?:{FOLDERS})/[^`<]*)`", text(page))) for page in PAGES]
    assert paths[0] == paths[1]


def test_the_python_version_shown_is_the_one_required() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = project["requires-python"].removeprefix(">=")
    assert [page for page in PAGES if f"Python {required}" not in text(page)] == []
    assert project["readme"] == "README.md"


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert len(numbers) == len(set(numbers))

"""Settings are one table: nothing else reads the environment, and the table in the documents is printed from it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Final

import pytest

from graph.settings import Settings
from tests.architecture.test_imports import FILES, ROOT

READERS: Final = {"environ", "getenv", "environb"}
ENTRANCES: Final = {"cli"}
"""The rooms that may hand `os.environ` to `Settings.from_env`."""


def _reads_environment(source: str) -> bool:
    return any(_is_reader(node) for node in ast.walk(ast.parse(source)))


def _is_reader(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in READERS and isinstance(node.value, ast.Name) and node.value.id == "os"
    return isinstance(node, ast.ImportFrom) and node.module == "os" and any(one.name in READERS for one in node.names)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.relative_to(ROOT).parts[0] not in ENTRANCES],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_nothing_reads_the_environment(path: Path) -> None:
    assert not _reads_environment(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "source", ["import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ"]
)
def test_the_search_finds_a_reader(source: str) -> None:
    assert _reads_environment(source)


def test_every_setting_has_a_variable_of_its_own_and_a_sentence() -> None:
    variables = [one.metadata["variable"] for one in fields(Settings)]
    assert len(set(variables)) == len(variables)
    assert [one.name for one in fields(Settings) if not one.metadata["sentence"].endswith(".")] == []


def test_every_setting_stands_in_the_documents() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows == [_row(one.metadata, one.default) for one in fields(Settings)]


def _row(metadata: Mapping[str, str], default: object) -> str:
    shown = "" if default is None or isinstance(default, Path) or default == "" else f"`{default}`"
    return f"| `{metadata['variable']}` | {shown} | {metadata['sentence']} |"

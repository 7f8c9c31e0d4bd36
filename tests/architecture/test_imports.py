"""Imports point one way, and nobody else's module bears the name of one of our rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
MAY_IMPORT: Final[dict[str, tuple[str, ...]]] = {
    "graph": (),
    "ingest": ("graph",),
    "queries": ("graph",),
    "analysis": ("graph.model", "graph.errors"),
    "export": ("graph.model", "graph.errors", "queries", "analysis"),
    "demo": ("graph.model", "graph.errors", "export"),
    "webui": ("graph", "ingest", "queries", "analysis", "export"),
    "cli": ("graph", "ingest", "queries", "analysis", "export", "demo", "webui"),
}
FILES: Final = sorted(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.py"))


VIEWER: Final = ("held", "frame", "parts", "shows", "life", "explorer", "pages")
"""The rooms of the viewer: each sees those before it."""
FILES_OF_VIEWER: Final = sorted(path for room in VIEWER for path in (ROOT / "webui" / room).rglob("*.py"))


def imported(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of each module, or name in a module, that Python source imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write imports from the top, so that their direction can be read"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def wrong_imports(room: str, source: str) -> list[str]:
    """The imports of other rooms that a file of `room` may not have."""
    allowed = (room, *MAY_IMPORT[room])
    return [
        f"line {line}: {name}"
        for line, name in imported(source)
        if name.split(".")[0] in MAY_IMPORT and not any(f"{name}.".startswith(f"{one}.") for one in allowed)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    assert wrong_imports(path.relative_to(ROOT).parts[0], path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("graph", "import ingest"),
        ("analysis", "from graph.store.connection import open_graph"),
        ("analysis", "from graph import store"),
        ("queries", "def late():\n    from webui import app"),
        ("demo", "import graph.settings"),
    ],
)
def test_the_reading_of_imports_finds_a_wrong_one(room: str, source: str) -> None:
    assert len(wrong_imports(room, source)) == 1


def test_every_room_is_there() -> None:
    assert [room for room in MAY_IMPORT if not (ROOT / room / "__init__.py").exists()] == []


def test_no_dependency_brings_a_module_with_the_name_of_a_room() -> None:
    """An application's own environment may have packages called `graph` or `cli`, as long as nobody else has."""
    rooms = {*MAY_IMPORT, "tests"}
    foreign = {name: owners for name, owners in packages_distributions().items() if name in rooms}
    assert {owner for owners in foreign.values() for owner in owners} <= {"zhishi"}


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("graph.model", ("neo4j", "flask", "lxml", "openpyxl")),
        ("graph.store.engines.embedded.supervisor", ("neo4j", "flask", "pydantic", "jpype")),
    ],
)
def test_what_must_be_light_loads_nothing_heavy(module: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", FILES_OF_VIEWER, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_of_the_viewer_sees_only_those_before_it(path: Path) -> None:
    room = path.relative_to(ROOT / "webui").parts[0]
    later = VIEWER[VIEWER.index(room) + 1 :]
    seen = [name.split(".") for _, name in imported(path.read_text("utf-8"))]
    assert not [".".join(each) for each in seen if each[0] == "webui" and len(each) > 1 and each[1] in later]


@pytest.mark.parametrize("path", sorted((ROOT / "webui" / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_imports_no_page(path: Path) -> None:
    """What two pages share is a part."""
    names = [name for _, name in imported(path.read_text("utf-8"))]
    assert [name for name in names if name.startswith("webui.pages.")] == []


@pytest.mark.parametrize("path", sorted((ROOT / "webui").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_to_save_are_answered_in_one_place(path: Path) -> None:
    """Their names carry the day and the marking, and are quoted for every browser."""
    text = path.read_text("utf-8")
    assert path == ROOT / "webui" / "parts" / "files.py" or not re.search("Content-Disposition|as_attachment", text)

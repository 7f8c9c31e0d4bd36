"""What to do next is said in both languages wherever a page may show it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = ("analysis", "export", "graph", "queries", "webui")
"""Rooms whose errors a page shows."""
COMMANDS_ONLY = {
    "export/marking.py",
    "export/pdf.py",
    "export/work_records.py",
    "export/graph_files/__init__.py",
    "graph/settings.py",
    "queries/catalogue.py",
    "queries/computed/__init__.py",
    "queries/file.py",
    "queries/runner.py",
    "queries/desk/drafts.py",
    "webui/serve.py",
}
"""Files whose one-language hints only a terminal or the author of a query file sees."""
HAN = re.compile("[一-鿿]")
ENGLISH = re.compile(r"\([ -~]*[a-z]{2}[ -~]*\)")


def hints(path: Path) -> Iterator[str]:
    """The literal text of each hint that is not given as `Both`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for keyword in node.keywords if isinstance(node, ast.Call) else ():
            if keyword.arg == "hint" and "Both(" not in ast.unparse(keyword.value):
                parts = (each.value for each in ast.walk(keyword.value) if isinstance(each, ast.Constant))
                yield "".join(each for each in parts if isinstance(each, str))


@pytest.mark.parametrize("room", SHOWN)
def test_a_hint_speaks_both_languages(room: str) -> None:
    files = [path for path in sorted((ROOT / room).rglob("*.py")) if "store/engines/embedded" not in path.as_posix()]
    alone = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in files
        if path.relative_to(ROOT).as_posix() not in COMMANDS_ONLY and path.name != "neo4j_server.py"
        for text in hints(path)
        if HAN.search(text) and not ENGLISH.search(text)
    ]
    assert alone == []

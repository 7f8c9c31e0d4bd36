"""What a reader is told of errors, faults and findings stands in TOML in both languages, never in the code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("analysis", "cli", "export", "graph", "ingest", "queries", "webui")
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]|[一-鿿]")
"""Two words or a Chinese character: what is no name, no key and no mark."""
MAKERS = frozenset({"Both", "Fault", "Problem", "FindingDraft", "Remark", "ValueProblem"})
"""What else takes a text that is told, beside the errors themselves."""
REFUSING = frozenset({"refused", "_refused", "_refuse", "_wrong"})
"""Functions that make an error of a text."""
KEYWORDS = frozenset({"hint", "message", "reason"})
PLACES = {"graph/errors.py": "Both", "queries/lint.py": "Fault"}
"""`第5行`, the row of a sheet, and `ORDER BY`, a clause of Cypher: names of places, made of what is given."""


@cache
def modules(room: str) -> tuple[tuple[str, ast.Module], ...]:
    """Each module of a room by its path, read."""
    found = sorted((ROOT / room).rglob("*.py"))
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in found)


@cache
def errors() -> frozenset[str]:
    """The names of all errors a user may be shown: `ZhishiError` and what is derived from it, however far."""
    bases: dict[str, set[str]] = defaultdict(set)
    for room in ROOMS:
        for _, tree in modules(room):
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    bases[node.name] |= {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    found = {"ZhishiError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return frozenset(found)


def written(value: ast.expr) -> str:
    """The text that an argument has in the code; empty where it is asked for elsewhere."""
    if isinstance(value, ast.Constant):
        return value.value if isinstance(value.value, str) else ""
    if isinstance(value, ast.JoinedStr):
        return "".join(written(each) for each in value.values)
    if isinstance(value, ast.BinOp):
        return written(value.left) + written(value.right)
    if isinstance(value, ast.IfExp):
        return written(value.body) + written(value.orelse)
    if isinstance(value, ast.BoolOp):
        return "".join(map(written, value.values))
    return ""


def told_in_code(room: str) -> Iterator[str]:
    """Each text that an error, a fault or a finding is given in the code."""
    for path, tree in modules(room):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = ast.unparse(call.func).rpartition(".")[2]
            if PLACES.get(path) == name:
                continue
            told = name in errors() | MAKERS | REFUSING
            named = [each.value for each in call.keywords if told or each.arg in KEYWORDS]
            for text in map(written, [*(call.args if told else ()), *named]):
                if SENTENCE.search(text):
                    yield f"{path}:{call.lineno}: {text}"


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_that_is_told_stands_in_the_code(room: str) -> None:
    assert list(told_in_code(room)) == []


def test_a_text_in_the_code_would_be_found() -> None:
    """The test above can fail: it knows the errors, and a text put together of parts."""
    assert {"InputError", "UnsafeQuery", "SourceError", "EngineMissing", "WithheldError"} <= errors()
    call = ast.parse('InputError(f"no {name} there" if name else "nothing at all")', mode="eval").body
    assert isinstance(call, ast.Call)
    assert SENTENCE.search(written(call.args[0]))

"""A measure that an office may change changes something: code reads every one of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis.image_tree
from analysis.image_tree import notes
from analysis.image_tree.rules import Rules, read_rules, rules
from tests.analysis.image_tree.growing import leaves, note, tree_of

ROOM = Path(analysis.image_tree.__file__).parent
RULES = (ROOM / "rules.toml").read_text("utf-8")


def texts(source: str) -> Iterator[str]:
    """Every text in Python source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def measures_read(source: str) -> Iterator[tuple[str, str]]:
    """Rule and measure of each reading: a function names its rule, `rules()["id"]`, and the measures of it."""
    for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        named = {node.slice.value for node in ast.walk(function) if _is_rule(node)}  # type: ignore[attr-defined]
        for measure in filter(None, map(_measure, ast.walk(function))):
            yield from ((name, measure) for name in named)


def _is_rule(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "rules"
    )


def _measure(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Attribute(attr="number" | "words"), args=[ast.Constant(value=str(name))]):
            return name
        case ast.Subscript(value=ast.Attribute(attr="measures"), slice=ast.Constant(value=str(name))):
            return name
    return None


SOURCES = [path.read_text("utf-8") for path in sorted(ROOM.rglob("*.py"))]


def test_every_measure_of_a_rule_is_read() -> None:
    told = {(name, measure) for name, rule in rules().by_id.items() for measure in rule.measures}
    assert told - {each for source in SOURCES for each in measures_read(source)} == set()


def test_every_list_is_read() -> None:
    assert rules().lists.keys() - {text for source in SOURCES for text in texts(source)} == set()


def test_the_reading_of_measures_finds_what_a_function_reads() -> None:
    source = 'def f():\n    rule = rules()["a"]\n    return rule.number("x")\ndef g():\n    rules()["b"].words("y")'
    assert set(measures_read(source)) == {("a", "x"), ("b", "y")}


@pytest.mark.parametrize(("least", "made"), [(1, 1), (2, 1), (3, 0)])
def test_in_how_many_units_praise_must_be_heard_is_a_measure(
    least: int, made: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed() -> Rules:
        return read_rules(RULES.replace("least_units = 2", f"least_units = {least}"))

    monkeypatch.setattr(notes, "rules", changed)
    two = tree_of(note("2021-05-10", "丙"), note("2023-06-12", "丁", unit_name="青屿区人民政府"))
    assert len(leaves(two, "good-in-two-units")) == made

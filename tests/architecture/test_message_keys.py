"""A key of a message says what it is about, and a room says one thing under one key."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("analysis", "cli", "export", "graph", "ingest", "queries", "webui")
CODES = re.compile(r"(?:error|status)_\d{3}(?:_hint)?|marking_[1-4]")
"""Keys that end in the number they are about: what the address answers with, the class of a file."""


def texts_of(path: Path) -> dict[str, tuple[str, str]]:
    """By key, the two texts of a file of messages or words; what is no text in two languages is left out."""
    read = tomllib.loads(path.read_text("utf-8"))
    said = {key: each for key, each in read.items() if isinstance(each, dict) and {"zh", "en"} <= each.keys()}
    return {key: (str(each["zh"]), str(each["en"])) for key, each in said.items()}


def messages(room: str) -> Iterator[tuple[Path, str, tuple[str, str]]]:
    """What a room says in sentences: whole files of messages, and of its words those that end with a full stop.

    Not the help of commands, whose keys are the places where it stands.
    """
    for path in sorted((ROOT / room).rglob("*.toml")):
        if path.name == "help.toml":
            continue
        whole = path.name in ("messages.toml", "findings.toml")
        for key, text in texts_of(path).items():
            if whole or text[0].endswith("。"):
                yield path, key, text


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_is_numbered(room: str) -> None:
    keys = [f"{path.name} {key}" for path in sorted((ROOT / room).rglob("*.toml")) for key in texts_of(path)]
    assert keys
    assert [each for each in keys if re.search(r"[_-]\d+$", each) and not CODES.fullmatch(each.split()[-1])] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_one_thing_under_one_key(room: str) -> None:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, key, text in messages(room):
        found[text].append(f"{path.relative_to(ROOT)} [{key}]")
    assert [keys for keys in found.values() if len(keys) > 1] == []


def test_no_two_rooms_say_the_same_error() -> None:
    """What several rooms say stands in the room below them, as `graph.model.suggestions` does."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for room in ROOMS:
        for path, key, text in messages(room):
            if path.name == "messages.toml":
                found[text].append(f"{path.relative_to(ROOT)} [{key}]")
    assert [keys for keys in found.values() if len(keys) > 1] == []


class Asked(NamedTuple):
    """A text that a module asks for: where it stands, its key, and the names of what fills its blanks."""

    package: str
    file: str
    key: str
    given: frozenset[str | None]


def asked(room: str) -> Iterator[Asked]:
    """Each text that a module asks for by a name bound to `sayings(…)`."""
    for path in sorted((ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        bound = {
            each.target.id: tuple(ast.literal_eval(argument) for argument in each.value.args)
            for each in tree.body
            if isinstance(each, ast.AnnAssign)
            and isinstance(each.target, ast.Name)
            and isinstance(each.value, ast.Call)
            and ast.unparse(each.value.func) == "sayings"
            and all(isinstance(argument, ast.Constant) for argument in each.value.args)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
            if isinstance(call.func, ast.Name) and call.func.id in bound:
                package, file = (*bound[call.func.id], "messages.toml")[:2]
                first = call.args[0]
                for key in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(key, ast.Constant):
                        yield Asked(package, file, str(key.value), frozenset(each.arg for each in call.keywords))


@pytest.mark.parametrize("room", ROOMS)
def test_every_key_that_is_asked_for_is_there(room: str) -> None:
    assert [each for each in asked(room) if each.key not in said(each.package, each.file)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_blank_of_a_text_is_filled_where_it_is_asked_for(room: str) -> None:
    assert [each for each in asked(room) if None not in each.given and blanks(each) - each.given] == []


@cache
def said(package: str, file: str) -> dict[str, tuple[str, str]]:
    """The texts of a file of a package."""
    return texts_of(ROOT / package.replace(".", "/") / file)


def blanks(text: Asked) -> set[str]:
    """The names in braces of either language."""
    both = said(text.package, text.file)[text.key]
    return {name.partition(".")[0] for each in both for _, name, _, _ in Formatter().parse(each) if name}


@pytest.mark.parametrize("room", ["analysis", "cli", "export", "graph", "queries", "webui"])
def test_every_message_is_asked_for(room: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / room).rglob("*.py")))
    keys = [key for path in sorted((ROOT / room).rglob("messages.toml")) for key in texts_of(path)]
    assert [key for key in keys if not re.search(f"[\"']{key}[\"']", code)] == []

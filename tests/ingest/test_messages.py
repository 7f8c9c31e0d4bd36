"""What an import says, it says whole in Chinese and in English, and only from its files of messages."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "ingest"
FILES = sorted({*ROOT.rglob("messages.toml"), *ROOT.rglob("findings.toml")})
MODULES = sorted(ROOT.rglob("*.py"))
SENTENCES = [path for path in FILES if path.parts[-3:] != ("mapping", "data", "messages.toml")]
"""All but what is listed of a mapping file, a line each."""
PARTS = {
    "title",
    "who-decided",
    "why",
    "date-of-change",
    "at-place",
    "disk-full",
    "as-told",
    "of-photo",
    "mapping-line",
}
"""Names and parts of sentences."""
HALF_WIDTH = re.compile(r"[一-鿿][,;:!?]|[,;:!?][一-鿿]|[一-鿿]\.(?:\s|$)")


def texts_of(path: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads(path.read_text("utf-8"))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_text_speaks_both_languages_with_the_same_values(path: Path) -> None:
    for key, text in texts_of(path).items():
        assert {"zh", "en"} <= set(text), key
        assert placeholders(text["zh"]) == placeholders(text["en"]), key
        assert not re.search("[、。，；：“”]", text["en"]), key
        assert not HALF_WIDTH.search(re.sub(r"[{\"\[].*?[}\"\]]", "", text["zh"])), key


@pytest.mark.parametrize("path", SENTENCES, ids=name_of)
def test_sentences_are_whole(path: Path) -> None:
    for key in texts_of(path).keys() - PARTS:
        text = texts_of(path)[key]
        assert text["zh"].endswith("。"), key
        assert not text["zh"].endswith("。。"), key
        assert text["en"].endswith((".", "?")), key
        assert not text["en"][0].islower(), key


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_text_is_said_in_its_room(path: Path) -> None:
    room = path.parents[1] if path.parent.name == "data" else path.parent
    code = "\n".join(module.read_text("utf-8") for module in sorted(room.rglob("*.py")))
    beginnings = tuple(re.findall(r'f"([\w-]+-)\{', code))
    said = set(re.findall(r'"([\w-]+)"', code))
    assert [key for key in texts_of(path) if key not in said and not key.startswith(beginnings or "\0")] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_sentence_stands_in_the_code(path: Path) -> None:
    """`Both`, which a finding and a refused value are made with, is never made of texts in the code."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    made = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Both"]
    literals = [each for node in made for each in node.args if isinstance(each, ast.Constant | ast.JoinedStr)]
    assert [each.lineno for each in literals] == []

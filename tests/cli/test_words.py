"""What commands print is there in both languages, with the same placeholders, and each text is used."""

from __future__ import annotations

import string
from pathlib import Path

from graph.model.data_files import load_toml

CLI = Path(__file__).resolve().parents[2] / "cli"
WORDS = load_toml("cli", "words.toml")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same() -> None:
    for key, text in WORDS.items():
        assert _fields(text["zh"]) == _fields(text["en"]), key
        assert text["zh"].count("|") == text["en"].count("|"), key


def test_every_text_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in CLI.rglob("*.py"))
    assert [key for key in WORDS if f'"{key}"' not in code] == []

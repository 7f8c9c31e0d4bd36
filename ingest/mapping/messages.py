"""What is said about mapping files and the tables they read: Chinese first, then English, from `data/messages.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model.words import load_words


def say_any(some: Iterable[tuple[str, Mapping[str, object]]]) -> Both:
    """Several things of which any would do, each by its key and what fills its placeholders."""
    words = load_words("ingest.mapping", "data/messages.toml")
    once = dict(some)
    return Both(
        " 或 ".join(words(key, "zh", **values) for key, values in once.items()),
        " or ".join(words(key, "en", **values) for key, values in once.items()),
    )


@dataclass(frozen=True, slots=True)
class Both:
    """A part of a sentence in both languages."""

    zh: str
    en: str


def say(key: str, **values: object) -> str:
    """The sentence in both languages, its placeholders filled in; raises KeyError for a key that is not there."""
    words = load_words("ingest.mapping", "data/messages.toml")
    zh = {name: each.zh if isinstance(each, Both) else each for name, each in values.items()}
    en = {name: each.en if isinstance(each, Both) else each for name, each in values.items()}
    return f"{words(key, 'zh', **zh)} ({words(key, 'en', **en)})"

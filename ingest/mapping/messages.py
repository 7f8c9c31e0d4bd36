"""What is said about mapping files and the tables they read: Chinese first, then English, from `data/messages.toml`."""

from __future__ import annotations

from graph.model.words import load_words


def say(key: str, **values: object) -> str:
    """The sentence in both languages, its placeholders filled in; raises KeyError for a key that is not there."""
    words = load_words("ingest.mapping", "data/messages.toml")
    return f"{words(key, 'zh', **values)} ({words(key, 'en', **values)})"

"""What is said about mapping files (`data/messages.toml`) and of the tables they read (`data/findings.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from graph.model.words import Both, sayings

say: Final = sayings("ingest.mapping", "data/messages.toml")
"""What is wrong with a mapping, or a part of it, in both languages."""
tell: Final = sayings("ingest.mapping", "data/findings.toml")
"""A sentence about a table in both languages."""


def say_any(some: Iterable[tuple[str, Mapping[str, object]]]) -> Both:
    """Several things of which any would do, each by its key and what fills its placeholders."""
    said = [say(key, **values) for key, values in dict(some).items()]
    return Both(" 或 ".join(each.zh for each in said), " or ".join(each.en for each in said))


def said_by(error: Exception) -> Both:
    """What an error says that was raised with something said; the words of any other stand for both languages."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Both) else Both(str(error), str(error))

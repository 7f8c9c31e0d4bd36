"""What is said about mapping files (`data/messages.toml`) and of the tables they read (`data/findings.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from graph.model.words import Both, sayings

_fault: Final = sayings("ingest.mapping", "data/messages.toml")
tell: Final = sayings("ingest.mapping", "data/findings.toml")
"""A sentence about a table in both languages."""


def say_any(some: Iterable[tuple[str, Mapping[str, object]]]) -> Both:
    """Several things of which any would do, each by its key and what fills its placeholders."""
    said = [_fault(key, **values) for key, values in dict(some).items()]
    return Both(" 或 ".join(each.zh for each in said), " or ".join(each.en for each in said))


def say(key: str, **values: object) -> str:
    """What is wrong, Chinese first, its placeholders filled in; raises KeyError for a key that is not there."""
    return str(_fault(key, **values))

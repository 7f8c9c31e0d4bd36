"""What to write in the place of a word, function or procedure that is refused, where that is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.model.data_files import load_toml
from graph.model.words import Both


def instead_of(name: str) -> Both | None:
    """The advice for a word, or for a name with dots by its longest part that is known; None where there is none."""
    parts = name.lower().split(".")
    known = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_advice()[each] for each in known if each in _advice()), None)


@cache
def _advice() -> Mapping[str, Both]:
    table = load_toml(__package__, "instead.toml")
    return {name: Both(each["zh"], each["en"]) for each in table.values() for name in each["names"]}

"""What a body may be called after an institutional reform: 青屿区环境保护局 is 青屿区生态环境局. Data: `reforms.toml`.

It never makes a fact: a place names its bodies as it sees fit. It keeps a true résumé from being doubted, and brings
two units before the person who decides whether one succeeded the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from graph.model.data_files import load_toml

RENAMED: Final = "更名"
"""One body under another name, where 组建 is a new body with several predecessors."""

_AFTER_PLACE: Final = "(?:^|(?<=[省市县区州盟旗]))"


@dataclass(frozen=True, slots=True)
class Renaming:
    """One change of names: `since` is the year of the reform, `kind` how it was made, `source` what ordered it."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    since: str
    kind: str
    source: str


@cache
def renamings() -> tuple[Renaming, ...]:
    """All of them, the newest reform first as in the file."""
    table = load_toml(__package__, "reforms.toml")["renaming"]
    return tuple(Renaming(**{**each, "old": tuple(each["old"]), "new": tuple(each["new"])}) for each in table)


@lru_cache(maxsize=1 << 14)
def later_names(name: str) -> tuple[tuple[str, Renaming], ...]:
    """What the body of this name may be called after a reform, with what changed; a division keeps its own part."""
    return tuple(_later(name))


def _later(name: str) -> Iterator[tuple[str, Renaming]]:
    for each, pattern in _patterns():
        if found := pattern.search(name):
            for new in each.new:
                yield name[: found.start()] + new + name[found.end() :], each


@cache
def _patterns() -> tuple[tuple[Renaming, re.Pattern[str]], ...]:
    return tuple(
        (each, re.compile(_AFTER_PLACE + f"(?:{'|'.join(map(re.escape, sorted(each.old, key=len, reverse=True)))})"))
        for each in renamings()
    )

"""Which names mean the same body: 青屿区纪律检查委员会 is 青屿区纪委. The usual names are data (`unit_names.toml`).

What a source wrote is kept as it wrote it; the usual name only tells what is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from graph.model.data_files import load_toml
from graph.model.name_keys import holds_han, one_typography

_BEFORE: Final = {
    "place": "(?<=[省市县区州盟旗])",
    "town": "(?<=[镇乡])",
    "street": "(?<=街道)",
    "zone": "(?<=区)",
    "committee": "(?<=委)",
}


@dataclass(frozen=True, slots=True)
class _Usage:
    """One way of writing: what is found becomes the usual name, unless it is one of the words kept."""

    found: re.Pattern[str]
    usual: str
    kept: frozenset[str] | None

    def apply(self, name: str) -> str:
        """The name with the usual one in the place of the other."""
        if self.kept is None:
            return self.found.sub(self.usual, name)
        return self.found.sub(self._replacement, name)

    def _replacement(self, found: re.Match[str]) -> str:
        assert self.kept is not None
        return found[0] if found[0] in self.kept else self.usual


@lru_cache(maxsize=1 << 17)
def usual_name(name: str) -> str:
    """The name under which a body is one, whatever usual name of it was written; places stay as they are.

    How it was typed makes no difference: `one_typography`.
    """
    name = one_typography(name)
    if not holds_han(name):
        return name
    for usage in _usages():
        name = usage.apply(name)
    return name


def usual_words(text: str) -> str:
    """Text somebody looks for, with usual names in it even where no place stands before them."""
    for usage in _usages(anywhere=True):
        text = usage.apply(text)
    return text


@cache
def _usages(*, anywhere: bool = False) -> tuple[_Usage, ...]:
    table = load_toml(__package__, "unit_names.toml")
    forms = (_Usage(re.compile(each["pattern"]), each["usual"], None) for each in table["form"])
    return (*forms, *_bodies(table["body"], anywhere=anywhere))


def _bodies(table: Iterable[Mapping[str, Any]], *, anywhere: bool) -> Iterable[_Usage]:
    for each in table:
        kept = frozenset((each["usual"], *each.get("unlike", ())))
        words = sorted({*each["also"], *kept}, key=lambda word: (-len(word), word))
        if anywhere:
            words = [word for word in words if len(word) > 2]
        before = "" if anywhere else "|".join(_BEFORE[name] for name in each.get("follows", ()))
        after = "|".join(re.escape(word) or "$" for word in each.get("then", ()))
        pattern = f"(?:{before})(?:{'|'.join(map(re.escape, words))})(?={after})"
        if words:
            yield _Usage(re.compile(pattern), each["usual"], kept)

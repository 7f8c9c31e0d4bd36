"""Code lists: the values a property may take, their other spellings and official codes, read from `codes.toml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal

from graph.errors import NotFoundError
from graph.model.data_files import load_toml
from graph.model.suggestions import there_are
from graph.model.words import sayings

_say: Final = sayings("graph.model")

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list: what is stored, how it is shown, its official code and its other spellings."""

    name: str
    zh: str
    en: str
    code: str | None
    group: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class CodeList:
    """The values of one list in their order; an `open` list also lets other values stand as they are written."""

    name: str
    source: str
    open: bool
    items: tuple[Code, ...]
    _spellings: Mapping[str, Code] = field(repr=False)
    _codes: Mapping[str, Code] = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The stored values in their order."""
        return tuple(each.name for each in self.items)

    def get(self, text: str) -> Code | None:
        """The value that `text` spells, by its name, shown name or alias; None where the list has no such value."""
        return self._spellings.get(text) or self._spellings.get(_fold(text))

    def find(self, text: str) -> str | None:
        """The stored value that `text` spells, else None."""
        found = self.get(text)
        return found.name if found else None

    @property
    def any_spelling(self) -> str:
        """A regular expression for any of its spellings as written, the longest that fits first."""
        spellings = (spelling for each in self.items for spelling in (each.name, *each.aliases))
        return "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))

    def of_code(self, code: str) -> str | None:
        """The stored value of an official code, else None."""
        found = self._codes.get(code)
        return found.name if found else None

    def label(self, name: str, language: Literal["zh", "en"]) -> str:
        """How the interface shows a stored value; a value the list does not hold is shown as it is."""
        found = self._spellings.get(_fold(name))
        return name if found is None else found.en if language == "en" else found.zh


def _fold(text: str) -> str:
    """Widths made one and white space removed, so that `全 日制` and `（` spell the same as `全日制` and `(`."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _code(item: Mapping[str, Any]) -> Code:
    name = item["name"]
    zh = item.get("zh", name)
    return Code(name, zh, item.get("en", zh), item.get("code"), item.get("group"), tuple(item.get("aliases", ())))


def _code_list(name: str, table: Mapping[str, Any]) -> CodeList:
    items = tuple(_code(item) for item in table["items"])
    spellings: dict[str, Code] = {}
    # An alias never takes a spelling from another value's own name.
    for spelled in (lambda each: (each.name, each.zh), lambda each: each.aliases):
        for each in items:
            for spelling in spelled(each):
                spellings.setdefault(_fold(spelling), each)
    codes = {each.code: each for each in items if each.code}
    return CodeList(name, table["source"], table.get("open", False), items, spellings, codes)


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Every code list by its name."""
    tables = load_toml(__package__, "codes.toml")
    return {name: _code_list(name, table) for name, table in tables.items()}


def code_list(name: str) -> CodeList:
    """The code list of that name; raises NotFoundError naming the lists there are."""
    try:
        return code_lists()[name]
    except KeyError:
        raise NotFoundError(_say("no_such_code_list", name=name), hint=there_are(code_lists())) from None


def worded(text: str, lists: Iterable[str], language: Literal["zh", "en"]) -> str:
    """How a text is shown that may spell a value of these lists: in English by the first list that has it.

    In Chinese a stored value has the name the interface shows, and another spelling stands as it was written.
    """
    code = next((code for name in lists if (code := code_list(name).get(text))), None)
    if code is None:
        return text
    return code.en if language == "en" else code.zh if code.name == text else text

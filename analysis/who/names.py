"""Whether two names may be one: spaces, variant characters, former names, pinyin, unreadable characters.

`characters.txt` gives for each traditional or variant character the usual simplified one (made from OpenCC's tables,
Apache-2.0; see docs/decisions); `variants.txt` adds what registers of residents are known for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

UNREADABLE: Final = "?"
"""Stands for one character that a computer could not write."""

_FORMER: Final = re.compile(r"(?:曾用名|原名|又名|曾名)[:：为是]*")
_BRACKETS: Final = re.compile(r"[(（\[【〔](.*?)[)）\]】〕]")
_HOLES: Final = frozenset("?？□■*＊〓�●○◇")
_DOTS: Final = frozenset("·•・．.‧∙-'’")
_SHORTEST: Final = 3
"""Fewest characters of names that may differ in one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: in usual characters, with the former names written beside it."""

    text: str
    usual: str
    former: tuple[str, ...]


@cache
def _usual_characters() -> dict[int, str]:
    pairs: dict[int, str] = {}
    for name in ("characters.txt", "variants.txt"):
        for line in files(__package__).joinpath(name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                other, usual = line.split()
                pairs[ord(other)] = usual
    return pairs


def _usual(text: str) -> str:
    kept = (each for each in unicodedata.normalize("NFKC", text) if not each.isspace() and each not in _DOTS)
    marked = (UNREADABLE if each in _HOLES or unicodedata.category(each) == "Co" else each for each in kept)
    shown = "".join(each for each in marked if unicodedata.category(each) != "Cf")
    return shown.translate(_usual_characters()).translate(_usual_characters()).lower()


@lru_cache(maxsize=262144)
def read_name(text: str) -> Name:
    """A name as sources write it, `王 芳（曾用名：王小芳）`, taken apart."""
    former = [part for note in _BRACKETS.findall(text) if _FORMER.search(note) for part in _names_in(note)]
    plain = _BRACKETS.sub("", text)
    plain, *after = _FORMER.split(plain)
    former += [part for each in after for part in _names_in(each)]
    return Name("".join(plain.split()), _usual(plain), tuple(_usual(each) for each in former))


def _names_in(note: str) -> list[str]:
    return [part for part in re.split(r"[、，,;；/ ]+", _FORMER.sub("", note)) if part]


def compare_names(one: Name, other: Name, sounds: tuple[str, str]) -> str | None:
    """The code of what two names have in common, None for nothing; `sounds` are both in pinyin."""
    if one.usual == other.usual and UNREADABLE not in one.usual:
        return "same_name" if one.text == other.text else "name_variant"
    if one.usual in other.former or other.usual in one.former or set(one.former) & set(other.former):
        return "former_name"
    if _fits(one.usual, other.usual) or _fits(other.usual, one.usual):
        return "name_unreadable"
    if sounds[0] and sounds[0] == sounds[1]:
        return "name_latin" if one.usual.isascii() or other.usual.isascii() else "name_sounds"
    return "name_one_character" if _one_character_apart(one.usual, other.usual) else None


def _fits(holed: str, whole: str) -> bool:
    if UNREADABLE not in holed or len(holed) != len(whole) or set(holed) == {UNREADABLE}:
        return False
    return all(a in (b, UNREADABLE) for a, b in zip(holed, whole, strict=True))


def _one_character_apart(one: str, other: str) -> bool:
    """Equal but for one character of the given name."""
    if len(one) != len(other) or len(one) < _SHORTEST or one.isascii() or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1

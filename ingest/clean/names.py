"""Pinyin of names, for search: polyphonic surnames are read as surnames (`surnames.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin

from graph.model.data_files import load_toml
from graph.model.name_keys import plain_letters


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    tables = load_toml(__package__, "surnames.toml")
    return {surname: tuple(reading.split()) for surname, reading in tables["surnames"].items()}


def _letters(text: str) -> list[str]:
    """Syllables and words in small plain letters (Müller: muller); all but Chinese, letters and digits is left out."""
    words = (word for part in lazy_pinyin(plain_letters(text), style=Style.NORMAL) for word in part.split())
    return [letters for word in words if (letters := "".join(filter(str.isalnum, word)))]


@lru_cache(maxsize=65536)
def _name_syllables(name: str) -> tuple[str, ...]:
    for length in (2, 1):
        surname = name[:length]
        if len(name) > length and surname in _surnames():
            return (*_surnames()[surname], *_letters(name[length:]))
    return tuple(_letters(name))


def pinyin(name: str) -> str:
    """A person's name as syllables without tones, joined: `单立人` -> `shanliren`; ü is written v."""
    return "".join(_name_syllables(name))


def initials(name: str) -> str:
    """The first letter of each syllable of a person's name: `欧阳林` -> `oyl`."""
    return "".join(syllable[0] for syllable in _name_syllables(name))


@lru_cache(maxsize=65536)
def unit_pinyin(name: str) -> tuple[str, str]:
    """Pinyin and initials of a unit's name, read as ordinary words."""
    syllables = _letters(name)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def given_name(name: str) -> str:
    """The name without its surname: 林试禾 -> 试禾; the whole name where only a surname is left."""
    length = 2 if len(name) > 2 and name[:2] in _surnames() else 1
    return name[length:] or name

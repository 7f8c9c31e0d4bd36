"""Pinyin of names, for search: polyphonic surnames are read as surnames (`surnames.toml`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin

from graph.model.data_files import load_toml

# Letters of Latin alphabets that no decomposition makes plain.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
)


def _plain(text: str) -> str:
    """Latin letters without their accents; other scripts stay as they are, for their marks may be letters."""
    return "".join(_bare(each) for each in text.translate(_PLAIN_LETTERS))


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    tables = load_toml(__package__, "surnames.toml")
    return {surname: tuple(reading.split()) for surname, reading in tables["surnames"].items()}


def _letters(text: str) -> list[str]:
    """Syllables and words in small plain letters (Müller: muller); all but Chinese, letters and digits is left out."""
    parts = (word for part in lazy_pinyin(text, style=Style.NORMAL) for word in _plain(part).split())
    return [letters.lower() for part in parts if (letters := "".join(filter(str.isalnum, part)))]


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

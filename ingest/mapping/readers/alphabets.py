"""Which of the old encodings a text is in, where its characters tell: Latin alphabets, other alphabets, East Asia.

The characters beyond ASCII alone are evidence: how many columns of plain addresses stand beside them says nothing.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ingest.mapping.words import data

Likely = list[tuple[str, float]]
"""Encodings with how well the text fits them, the best first."""

_ENOUGH: Final = 0.9
_COMMON: Final = 0.25
"""So many of the characters of a text are common ones at least; read in a wrong encoding it is a tenth."""
_LEAST: Final = -4.6
"""A mean below this is no text of the language: letters drawn by chance give about -5."""
_STRANGE: Final = math.log(0.0005)
_C1: Final = range(0x80, 0xA0)
_SIGNS: Final = ("No", "Sc", "So", "Sk", "Sm", "Cc")
_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_FOREIGN: Final = re.compile(rb"[\x80-\xff]{3,}")
_EAST_ASIAN: Final = {
    "gb18030": ("zh", "zh_hant"),
    "big5": ("zh_hant",),
    "euc_jp": ("ja",),
    "cp932": ("ja",),
    "euc_kr": ("ko",),
}


def latin_encodings(sample: bytes) -> Likely:
    """The encodings under which some language writes nearly all the letters of a text in Latin letters."""
    if not has_latin_words(sample):
        return []
    shares = [(name, *_shares(sample, name)) for name in data("alphabets")]
    told = sorted((each for each in shares if each[2] >= _ENOUGH), key=lambda each: -each[1])
    plain = not any(byte in _C1 for byte in sample)
    return [("latin_1" if name == "cp1252" and plain else name, best) for name, best, _ in told]


def has_latin_words(sample: bytes) -> bool:
    """Whether the letters beyond ASCII stand among others in words: `Müller`, not `Иванов`."""
    words = _WORD.findall(sample)
    mixed = sum(any(byte < 0x80 for byte in each) for each in words)
    foreign = sum(bool(_FOREIGN.fullmatch(each)) for each in words)
    return 0 < mixed >= foreign


def is_inside_latin_words(sample: bytes, encoding: str) -> bool:
    """Whether the characters of an East Asian reading mostly stand inside words of small Latin letters: `m這dszy`."""
    text = codecs.getincrementaldecoder(encoding)("ignore").decode(sample)
    beyond = [at for at, char in enumerate(text) if char > "\x7f" and char.isalpha()]
    inside = sum(any("a" <= char <= "z" for char in text[max(at - 1, 0) : at + 2]) for at in beyond)
    return inside * 2 > len(beyond)


def has_signs_only(sample: bytes) -> bool:
    """Whether what is beyond ASCII stands alone everywhere, as signs do in Latin text: `Pay (£)`, `12 °C`, `§ 3`."""
    words = _WORD.findall(sample)
    return bool(words) and all(len(each) == 1 and not each.decode("cp1252", "replace").isalpha() for each in words)


def _shares(sample: bytes, encoding: str) -> tuple[float, float]:
    """How many of the letters beyond ASCII, and marks inside words, the best language knows, and all together."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0, 0.0
    counts = Counter(char for at, char in enumerate(text) if char > "\x7f" and _is_of_a_word(text, at))
    if not counts:
        return 0.0, 0.0
    languages = data("alphabets")[encoding].values()
    best = max(sum(counts[char] for char in letters) for letters in languages)
    together = sum(counts[char] for char in set().union(*languages))
    return best / counts.total(), together / counts.total()


def _is_of_a_word(text: str, at: int) -> bool:
    """Whether a character is a letter, or a sign where a letter should be: `³` in `¿ó³æ`, `¶` in `Wi¶niewski`."""
    if text[at].isalpha():
        return True
    beside = [char.isalpha() for char in text[max(at - 1, 0) : at] + text[at + 1 : at + 2]]
    kind = unicodedata.category(text[at])
    return any(beside) if kind in _SIGNS else kind == "Po" and beside == [True, True]


def east_asian_encodings(sample: bytes) -> Likely:
    """The encodings under which the sample is full of the common characters of a language."""
    found = [(name, max(_common(text, each) for each in some)) for name, some, text in _east_asian_texts(sample)]
    return sorted((each for each in found if each[1] >= _COMMON), key=lambda each: -each[1])


def _east_asian_texts(sample: bytes) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    for name, languages in _EAST_ASIAN.items():
        try:
            text = codecs.getincrementaldecoder(name)().decode(sample)
        except UnicodeDecodeError:
            continue
        beyond = [char for char in text if char > "\x7f" and char.isalpha()]
        if beyond:
            yield name, languages, beyond


def _common(beyond: list[str], language: str) -> float:
    """How many of the characters are common ones of the language; of Japanese its syllables too."""
    known = _characters(language)
    kana = language == "ja"
    return sum(char in known or (kana and "\u3041" <= char <= "\u30ff") for char in beyond) / len(beyond)


@cache
def _characters(language: str) -> frozenset[str]:
    return frozenset(data("common_characters")[language])


def other_encodings(sample: bytes) -> Likely:
    """The encodings under which the letters beyond ASCII are likely ones of a language without Latin letters."""
    found = [(name, max(_likelihood(text, each) for each in ranked)) for name, ranked, text in _other_texts(sample)]
    return sorted((each for each in found if each[1] >= _LEAST), key=lambda each: -each[1])


def _other_texts(sample: bytes) -> Iterator[tuple[str, list[Mapping[str, float]], str]]:
    for name, languages in data("scripts").items():
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        if any(char > "\x7f" for char in text):
            yield name, [_ranked(letters) for letters in languages.values()], text


@cache
def _ranked(letters: str) -> Mapping[str, float]:
    """The logarithm of about how often each letter is met: the second half as often as the first, and so on."""
    weights = {char: 1 / (rank + 3) for rank, char in reversed(list(enumerate(letters)))}
    whole = sum(weights.values())
    return {char: math.log(weight / whole) for char, weight in weights.items()}


def _likelihood(text: str, ranked: Mapping[str, float]) -> float:
    """The mean over the characters beyond ASCII; a capital after a small letter is as strange as another's letter."""
    total, count = 0.0, 0
    before = " "
    for char in text:
        if char > "\x7f" and not char.isspace() and unicodedata.category(char)[0] != "P":
            mixed = char.isupper() and before.islower()
            total += _STRANGE if mixed else ranked.get(char.lower(), _STRANGE)
            count += 1
        before = char
    return total / count if count else -math.inf

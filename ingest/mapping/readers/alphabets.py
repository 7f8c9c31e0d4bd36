"""Which of the old encodings a text is in, where its letters tell: Latin alphabets (`data/alphabets.toml`), Chinese."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from typing import Final

from ingest.mapping.words import data

_ENOUGH: Final = 0.9
_MOSTLY: Final = 0.8
_FIRST_LEVEL: Final = range(0xB0, 0xD8)
_C1: Final = range(0x80, 0xA0)
_SIGNS: Final = ("No", "Sc", "So", "Sk", "Cc")


def latin_encoding(sample: bytes) -> str | None:
    """The encoding under which some language writes nearly all the letters of the sample; None for no such text."""
    if sum(byte < 0x80 and chr(byte).isalpha() for byte in sample) <= sum(byte >= 0x80 for byte in sample):
        return None
    found = max(data("alphabets"), key=lambda each: _share(sample, each))
    if _share(sample, found) < _ENOUGH:
        return None
    return "latin_1" if found == "cp1252" and not any(byte in _C1 for byte in sample) else found


def _share(sample: bytes, encoding: str) -> float:
    """How many of the letters beyond ASCII, and of the marks inside words, the best language of the encoding knows."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    counts = Counter(char for at, char in enumerate(text) if char > "\x7f" and _is_of_a_word(text, at))
    if not counts:
        return 0.0
    best = max(sum(counts[char] for char in letters) for letters in data("alphabets")[encoding].values())
    return best / counts.total()


def _is_of_a_word(text: str, at: int) -> bool:
    """Whether a character is a letter, or a sign that stands where a letter should: `³` in `¿ó³æ`."""
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at].isalpha() or (unicodedata.category(text[at]) in _SIGNS and any(map(str.isalpha, beside)))


def is_chinese(sample: bytes) -> bool:
    """Whether the sample read as GB18030 is nearly all in common Chinese characters, and no Korean."""
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(sample)
    except UnicodeDecodeError:
        return False
    beyond = [char for char in text if char > "\x7f" and char.isalpha()]
    common = sum(_is_common(char) for char in beyond)
    return bool(beyond) and common >= _MOSTLY * len(beyond) and not _is_korean(sample)


def _is_common(char: str) -> bool:
    """Whether a character is of the first level of GB 2312: the 3,755 that are most used."""
    written = char.encode("gb2312", "ignore")
    return len(written) > 1 and written[0] in _FIRST_LEVEL


def _is_korean(sample: bytes) -> bool:
    return is_plausible(sample.decode("euc_kr", "ignore"), "euc_kr")


def is_plausible(text: str, encoding: str) -> bool:
    """Whether a text has the script that its encoding is there for: Korean is no row of Chinese characters."""
    beyond = [char for char in text if char > "\x7f" and char.isalpha()]
    if encoding == "euc_kr":
        return sum("\uac00" <= char <= "\ud7a3" for char in beyond) >= _ENOUGH * len(beyond)
    if encoding in ("euc_jp", "shift_jis"):
        return any("\u3041" <= char <= "\u30ff" for char in beyond)
    return True

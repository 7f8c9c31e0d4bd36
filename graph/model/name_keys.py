"""The one key under which the spellings of a name meet: JOSÉ O’NEILL-PAZ is Jose O'Neill Paz.

Letter case, apostrophes, hyphens, dots and blanks, accents of Latin and Greek letters, the width of characters and how
Unicode composes them make no difference. Chinese characters are never folded: another character is another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# Letters of Latin alphabets that no decomposition makes plain.
_PLAIN_LETTERS: Final = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss",
     "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ё": "е", "Ё": "Е"}
)  # fmt: skip
_DASHES: Final = "-‐‑‒–—―−﹣－"
_APOSTROPHES: Final = "'’‘‛`´′＇ʼʻʽʹʾʿˈˊˋ᾿῾՚"
_BETWEEN: Final = f"{_DASHES}_.．·•・･‧∙⋅᛫"
_LEFT_OUT: Final = str.maketrans(dict.fromkeys(_APOSTROPHES, None))
_QUOTES: Final = "«»“”„‟〝〞＂″"
_TYPED: Final = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_QUOTES, '"')
)
_JOINED: Final = str.maketrans(dict.fromkeys(_BETWEEN, None))
# Vowel points of Arabic and Hebrew, which most texts leave out, and the stroke that stretches Arabic words.
_POINTS: Final = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u0652\u0670]")
_HAN: Final = re.compile(r"[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_TYPED_IN_HAN: Final = str.maketrans(
    {chr(0xFEE0 + each): chr(each) for each in range(0x21, 0x7F) if chr(each).isalnum()}
    | {"(": "（", ")": "）", "\u3000": " ", "\u200b": None, "\ufeff": None}
)
_BETWEEN_HAN: Final = re.compile(rf"(?<={_HAN.pattern[:-1]}) (?={_HAN.pattern[:-1]})")
_QUOTES_IN_HAN: Final = str.maketrans(dict.fromkeys(f"{_QUOTES}「」『』", '"'))
_QUOTED: Final = re.compile(r'"([^"]*)"')
# Marks of footnotes before a name; these, and what ends a list or a sentence, behind it.
_ENDS: Final = re.compile(
    r"^[*＊†‡][*＊†‡\s]*(?=[^*＊†‡\s])|(?<=[^\s*＊†‡])(?:\s*(?:[*＊†‡¹²³⁰⁴-⁹,;:，；：、。]|\[\d{1,2}\]))+\s*$"
)


def plain_letters(text: str) -> str:
    """Small letters of one width, composed one way, without apostrophes, and in Latin and Greek without accents.

    Marks of other scripts stay: they may be letters of their own.
    """
    text = unicodedata.normalize("NFKC", text.translate(_LEFT_OUT)).casefold()
    text = unicodedata.normalize("NFC", text.translate(_PLAIN_LETTERS))
    return text if text.isascii() else "".join(map(_bare, _POINTS.sub("", text)))


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii() or "\u0370" <= base <= "\u03ff":
        return base
    return "" if "\u0300" <= letter <= "\u036f" else letter


@lru_cache(maxsize=1 << 17)
def name_key(name: str) -> str:
    """The name for comparing; the name itself, without blanks, where nothing of it is left."""
    squeezed = "".join(plain_letters(name).translate(_JOINED).split())
    return squeezed or "".join(name.split())


def is_spelling_of(one: object, other: object) -> bool:
    """Whether two names differ in how they are spelled only."""
    return one == other or name_key(str(one)) == name_key(str(other))


def best_spelled(name: str, others: Iterable[str]) -> str:
    """Of the spellings of a name the one that tells most: small letters and capitals, then accents and marks."""
    spellings = [name, *sorted(each for each in others if each != name and is_spelling_of(each, name))]
    return max(spellings, key=lambda each: (each not in (each.upper(), each.lower()), _marks_in(each)))


def _marks_in(name: str) -> int:
    return sum(not char.isascii() or not (char.isalnum() or char.isspace()) for char in name)


def one_typography(name: str) -> str:
    """The name as it would be typed: plain apostrophes, hyphens and blanks, letters of one width composed one way.

    In a name with Chinese characters brackets are wide and no blank stands between two of these; the characters stay
    as they are. Quotation marks are one kind, and none where they hold the whole name. Commas, semicolons and colons
    at the end are left out, marks of footnotes, and the full stop that is no mark of a shortened word.
    """
    name = _ENDS.sub("", name.strip())
    if _HAN.search(name):
        name = _BETWEEN_HAN.sub("", " ".join(name.translate(_TYPED_IN_HAN).split()))
        name = _QUOTED.sub(r"“\1”", name.translate(_QUOTES_IN_HAN))
        return _unquoted(_ENDS.sub("", name), "“”")
    name = " ".join(unicodedata.normalize("NFKC", name.translate(_TYPED)).split())
    return _unquoted(_ENDS.sub("", name), '""')


def _unquoted(name: str, marks: str) -> str:
    """The name without the quotation marks that hold the whole of it."""
    inner = name[1:-1].strip()
    held = name[:1] == marks[0] and name[-1:] == marks[1] and not set(marks) & set(inner)
    return _ENDS.sub("", inner) if held and inner else name


def holds_han(name: str) -> bool:
    """Whether a Chinese character stands in the name."""
    return _HAN.search(name) is not None


def is_in_han(name: str) -> bool:
    """Whether the name is of Chinese characters and nothing else: it has one spelling."""
    return _HAN.fullmatch(name) is not None

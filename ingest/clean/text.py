"""Cleaning of text from official forms: what cannot be seen, double escapes, and the many spellings of nothing."""

from __future__ import annotations

import re

# NBSP, ideographic and the typographic spaces look like a space; the rest cannot be seen at all.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
_UNSEEN = (
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5,
    0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0,
    *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC),
)  # fmt: skip
_CLEAN = {**dict.fromkeys(_UNSEEN, None), **dict.fromkeys(map(ord, _SPACES), " ")}

_ESCAPED = {
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
    "amp": "&",
    "#10": "\n",
    "#13": "\r",
    "#xD": "\r",
}
_ESCAPE = re.compile(rf"&1?({'|'.join(_ESCAPED)});")
# How spreadsheets write a control character within a cell (ECMA-376, ST_Xstring); some programs save it as it stands.
_CELL_ESCAPE = re.compile(r"_x00(09|0[aA]|0[dD])_")
_NOTHING = frozenset({"", "无", "（无）", "(无)", "［无］", "[无]", "/", "—", "-", "--", "——"})

_DASHES = "－—–―─‐‑‒−﹣﹘～~"
# One character for one character, so that a column in the normalised text is the column in the source.
_COMPARABLE = str.maketrans(
    "０１２３４５６７８９．／,;:()[]【】〔〕［］ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "0123456789./，；：（）（）（）（）（）ABCDEFGHIJKLMNOPQRSTUVWXYZ",
)
_DASHED = str.maketrans(dict.fromkeys(_DASHES, "-"))
_RUN = re.compile(r"\s+")


def strip_invisible(text: str) -> str:
    """The text without characters that cannot be seen, odd spaces and tabs as plain ones; line breaks stay."""
    return text.translate(_CLEAN)


def undo_escapes(text: str) -> str:
    """The text with the double escapes that some programs write undone once: `&1lt;`, `&lt;`, `_x000D_`."""
    if "_x00" in text:
        text = _CELL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return _ESCAPE.sub(lambda found: _ESCAPED[found[1]], text) if "&" in text else text


def is_nothing(text: str) -> bool:
    """Whether the text is one of the spellings of an empty field: 无, （无）, (无), a dash, blank."""
    return strip_invisible(text).strip() in _NOTHING


def clean(text: str) -> str | None:
    """A field's value: escapes undone, unseen characters gone, trimmed; None where the form says nothing."""
    text = strip_invisible(undo_escapes(text)).strip()
    return None if text in _NOTHING else text


def widths(text: str) -> str:
    """Digits and letters half width, punctuation and brackets full width, one character for one (columns stay)."""
    return text.translate(_COMPARABLE)


def comparable(text: str) -> str:
    """A form of the text for comparing only: widths and dashes made one, all white space removed."""
    return _RUN.sub("", widths(strip_invisible(text)).translate(_DASHED))

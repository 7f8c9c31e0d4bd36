"""A post said in one line with its unit, in any script: 甲湾区财政局副局长, but `House of Example Member`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_CHINESE_FROM: Final = "\u2e80"
"""Where the characters begin that stand side by side without a space (Unicode: CJK Radicals Supplement)."""


def posting(unit: str | None, title: str | None) -> str:
    """Unit and title side by side; a space parts them unless both are Chinese where they meet."""
    parts = [part for part in (unit, title) if part]
    return _gap(parts).join(parts)


def postings(texts: Iterable[str]) -> str:
    """Several such lines in one, each once, in their order."""
    told = list(dict.fromkeys(filter(None, texts)))
    return ("，" if any(_is_chinese(sign) for text in told for sign in text) else ", ").join(told)


def _gap(parts: list[str]) -> str:
    return "" if len(parts) < 2 or (_is_chinese(parts[0][-1]) and _is_chinese(parts[1][0])) else " "


def _is_chinese(sign: str) -> bool:
    return sign >= _CHINESE_FROM

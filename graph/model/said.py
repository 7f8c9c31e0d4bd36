"""Messages said in both languages at once, `没有这张照片 (no such photo)。`, taken apart into the two."""

from __future__ import annotations

import re
from typing import Final

from graph.model.words import Both, full_width

_BOTH: Final = re.compile(r"(?P<zh>.*?\S)\s*\((?P<en>[ -~]*[a-z]{2}[ -~]*)\)(?P<stop>[。.]?)", re.DOTALL)
_VALUE: Final = re.compile(r"'[^']*'")
_QUOTED: Final = re.compile(r" ?(?<![A-Za-z])'([^']*)'(?![A-Za-z]) ?")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def said(message: str | Both) -> Both:
    """The message in each language, in English with the values that only the Chinese part quotes.

    What is said in one language only stands for both.
    """
    if isinstance(message, Both):
        return Both(_set(message.zh), message.en)
    both = _BOTH.fullmatch(message.strip())
    if both is None:
        return Both(_set(message), message)
    english = both["en"].strip()
    values = [each for each in _VALUE.findall(both["zh"]) if each not in english]
    told = ": ".join([english[:1].upper() + english[1:], *([", ".join(values)] if values else [])])
    return Both(_set(both["zh"] + both["stop"]), f"{told.rstrip('.')}.")


def _set(chinese: str) -> str:
    """The Chinese of a message with Chinese marks: values stand in “…”, commas are wide."""
    return full_width(_QUOTED.sub(r"“\1”", chinese)) if _HAN.search(chinese) else chinese

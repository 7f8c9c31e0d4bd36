"""Messages said in both languages at once, `没有这张照片 (no such photo)。`, as a page of one language says them."""

from __future__ import annotations

import re
from typing import Final

from graph.model.words import Language

_BOTH: Final = re.compile(r"(?P<zh>.*?\S)\s*\((?P<en>[ -~]*[a-z]{2}[ -~]*)\)(?P<stop>[。.]?)", re.DOTALL)
_VALUE: Final = re.compile(r"'[^']*'")


def said_in(message: str, language: Language) -> str:
    """The part in this language, in English with the values that only the Chinese part quotes; else all of it."""
    both = _BOTH.fullmatch(message.strip())
    if both is None:
        return message
    if language == "zh":
        return both["zh"] + both["stop"]
    english = both["en"].strip()
    values = [each for each in _VALUE.findall(both["zh"]) if each not in english]
    told = ": ".join([english[:1].upper() + english[1:], *([", ".join(values)] if values else [])])
    return f"{told.rstrip('.')}."

"""Messages said in both languages at once, `没有这张照片 (no such photo)。`, taken apart into the two."""

from __future__ import annotations

import re
from typing import Final

from graph.model.words import Both

_BOTH: Final = re.compile(r"(?P<zh>.*?\S)\s*\((?P<en>[ -~]*[a-z]{2}[ -~]*)\)(?P<stop>[。.]?)", re.DOTALL)
_VALUE: Final = re.compile(r"'[^']*'")


def said(message: str | Both) -> Both:
    """The message in each language, in English with the values that only the Chinese part quotes.

    What is said in one language only stands for both.
    """
    if isinstance(message, Both):
        return message
    both = _BOTH.fullmatch(message.strip())
    if both is None:
        return Both(message, message)
    english = both["en"].strip()
    values = [each for each in _VALUE.findall(both["zh"]) if each not in english]
    told = ": ".join([english[:1].upper() + english[1:], *([", ".join(values)] if values else [])])
    return Both(both["zh"] + both["stop"], f"{told.rstrip('.')}.")

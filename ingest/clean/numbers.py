"""A text becomes a number: which mark is the decimal one, and which only groups thousands, where the text tells it.

`1,234` and `1.234` may be either. Alone they are read as the model's own way has it (the point is decimal); a table
says how it writes them with `decimal`.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Mark = Literal[",", "."]

# Words that count and change no figure; 万元 or % would.
_COUNTED: Final = re.compile(r"(.*\d)\s*(?:人|名|个|项|次|件|票|分|学时|课时|小时|天|场|篇)")
_BLANK: Final = r"[ \u00a0\u2007\u2009\u202f'’]"
_FIRST: Final = r"[1-9]\d{0,2}"
_GROUPED: Final = rf"{_FIRST}(?:{_BLANK}\d{{3}})+"
_TAIL: Final = r"(?:[eE][+-]?\d+)?"
_SIGN: Final = r"[+\-−]?"


def _form(decimal: str, thousands: str, lakhs: str = "") -> re.Pattern[str]:
    whole = rf"\d+|{_GROUPED}|{_FIRST}(?:{thousands}\d{{3}})+{lakhs}"
    return re.compile(rf"({_SIGN})({whole}|)(?:{decimal}(\d*))?({_TAIL})")


_FORMS: Final = {
    ".": _form(r"\.", "[,，]", r"|[1-9]\d?(?:,\d{2})+,\d{3}"),
    ",": _form(",", r"\."),
}
"""How a number is written where this mark is the decimal one; `1,23,456` is how India groups."""

_EITHER: Final = re.compile(rf"{_SIGN}[1-9]\d{{0,2}}[.,]\d{{3}}")


class Figure(str):
    """A number that the file itself keeps as one, as text: its mark is the point, whatever the table writes."""

    __slots__ = ()


def is_either(text: str) -> bool:
    """Whether the one mark of a number may be the decimal one as well as that of thousands: `1,234`, `1.234`."""
    return not isinstance(text, Figure) and _EITHER.fullmatch(text) is not None


def decimal_mark(text: str) -> Mark | None:
    """The decimal mark by which a text is a number; the point where both would do; None where it is none."""
    if _value(text, ".") is not None:
        return "."
    return "," if _value(text, ",") is not None else None


def _value(text: str, decimal: Mark) -> float | None:
    found = _FORMS[decimal].fullmatch(text)
    if found is None:
        return None
    sign, whole, part, tail = found[1], found[2], found[3] or "", found[4]
    if not whole and not part:
        return None
    digits = re.sub(r"\D", "", whole) or "0"
    return float(f"{sign.replace('−', '-')}{digits}.{part or '0'}{tail}")


def number_in(text: str, decimal: Mark | None = None) -> float | None:
    """The finite number that a text is, thousands in groups of three and a counting word after it (26人) allowed.

    None where it is none, also where it would be one only if marks meant something else than `decimal`.
    """
    counted = _COUNTED.fullmatch(text)
    bare = counted[1] if counted else text
    mark = "." if isinstance(text, Figure) else decimal or decimal_mark(bare)
    number = _value(bare, mark) if mark else None
    return number if number is not None and abs(number) < float("inf") else None

"""ID numbers: whether one is right, and how to keep them out of everything else. Nothing here repeats a number."""

from __future__ import annotations

import re
from typing import Final

from graph.model.kept_form import HIDDEN_ID_NUMBER
from graph.model.words import Both, sayings
from ingest.clean.dates import DateError, parse_date

_say: Final = sayings("ingest.clean")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_SHAPE: Final = re.compile(r"[1-9]\d{16}[\dX]")
_WIDE: Final = str.maketrans("０１２３４５６７８９Ｘｘx×", "0123456789XXXX")
# In running text: 18 characters with a year where the birth date stands or X at the end, or the old 15 digits with a
# possible birth date; a longer row of digits is something else. Document and case numbers of such lengths stay.
_ANYWHERE: Final = re.compile(
    r"(?<!\d)(?:"
    r"[1-8]\d{5}[\s\-]?(?:18|19|20)\d{2}[\s\-]?\d{4}[\s\-]?\d{3}[\dX]"
    r"|[1-8]\d{16}X"
    r"|[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
    r")(?!\d)"
)

# 18 characters with any spacing: so loose that only a right check digit tells them from a row of dates.
_SPACED: Final = re.compile(r"(?<!\d)[1-8](?:[^\S\n]?-?\d){16}[^\S\n]?-?[\dX](?!\d)")

# Within a longer row of digits only a number of a province, with a birth date, is one; of 18 characters whatever its
# check digit, of the old 15 digits not in a row so long that chance would make one.
_PROVINCE: Final = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])"
_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_GLUED: Final = re.compile(rf"(?=({_PROVINCE}\d{{4}}(?:18|19|20)\d{{2}}{_DAY}\d{{3}}[\dX]|[1-8]\d{{16}}[\dX]))")
_GLUED_OLD: Final = re.compile(rf"(?=({_PROVINCE}\d{{4}}\d{{2}}{_DAY}\d{{3}}))")
_ROW: Final = re.compile(r"\d{16,20}")
_BORN: Final = re.compile(rf"{_PROVINCE}\d{{4}}(?:18|19|20)\d{{2}}{_DAY}")

# What every one of them has, for a quick look: fourteen digits, blanks and dashes in a row, on one line.
_BLANKS: Final = " \t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LIKELY: Final = re.compile(rf"\d[\d{_BLANKS}-]{{13}}")


def bad_id_number() -> Both:
    """What is said of a number of the wrong length or check digit, without the number."""
    return _say("bad-id-number")


def normalise_id_number(text: str) -> str:
    """The number with plain digits, a capital X and no white space."""
    return "".join(text.translate(_WIDE).split())


def is_id_number(text: str) -> bool:
    """Whether a normalised text is an ID number of 18 characters with a real birth date and the right check digit.

    Source of the check: GB 11643-1999, ISO 7064 MOD 11-2.
    """
    if not _SHAPE.fullmatch(text):
        return False
    try:
        parse_date(text[6:14])
    except DateError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return _CHECKS[total % 11] == text[17]


def birth_month_of(number: str) -> str:
    """The birth month, `YYYY-MM`, that a right ID number holds."""
    return f"{number[6:10]}-{number[10:12]}"


def sex_of(number: str) -> str:
    """The sex, 男 or 女, that a right ID number holds."""
    return "男" if int(number[16]) % 2 else "女"


def hide_id_numbers(text: str) -> str:
    """The text with everything that looks like an ID number replaced by 〔身份证号〕."""
    if len(text) < 15 or not _LIKELY.search(text):
        return text
    # Widths are made one for the search only: one character for one, so the spans hold for the text itself.
    for found in reversed(list(_ANYWHERE.finditer(text.translate(_WIDE)))):
        text = text[: found.start()] + HIDDEN_ID_NUMBER + text[found.end() :]
    for found in reversed(list(_SPACED.finditer(text.translate(_WIDE)))):
        plain = re.sub(r"[\s\-]", "", found[0])
        if is_id_number(plain) or _BORN.match(plain):
            text = text[: found.start()] + HIDDEN_ID_NUMBER + text[found.end() :]
    return _hide_glued(text)


def _hide_glued(text: str) -> str:
    for start, end in reversed(_glued_spans(text.translate(_WIDE))):
        text = text[:start] + HIDDEN_ID_NUMBER + text[end:]
    return text


def _glued_spans(text: str) -> list[tuple[int, int]]:
    """Where numbers stand within longer rows of digits, none over another."""
    found = [each.span(1) for each in _GLUED.finditer(text) if is_id_number(each[1]) or _BORN.match(each[1])]
    for row in _ROW.finditer(text):
        found += [each.span(1) for each in _GLUED_OLD.finditer(text, row.start(), row.end())]
    found.sort(key=lambda span: (span[0] - span[1], span))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if all(end <= other[0] or start >= other[1] for other in apart):
            apart.append((start, end))
    return sorted(apart)


def holds_id_number(text: str) -> bool:
    """Whether something in the text looks like an ID number."""
    return hide_id_numbers(text) != text


def is_id_cell(heading: str, text: str) -> bool:
    """Whether a cell that nobody reads must not be kept: it holds, or by its heading should hold, an ID number."""
    return "身份证" in heading or "证件" in heading or holds_id_number(text)

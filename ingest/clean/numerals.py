"""Dates in Chinese numerals: 二〇〇三年十二月, 二○○三年, 二00三年."""

from __future__ import annotations

import re
from typing import Final

_VALUES: Final = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_NUMERAL: Final = "[〇○零Ｏ0一二三四五六七八九]"
_DATE: Final = re.compile(
    rf"(?<!{_NUMERAL})([一二]{_NUMERAL}{{3}})年(?:(十[一二]?|[一二三四五六七八九])月"
    rf"(?:(三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)

_PART: Final = re.compile(r"[〇○零一二三四五六七八九十百]+(?=[年月日])")


_WIDE: Final = str.maketrans("０１２３４５６７８９．", "0123456789.")


def plain_dates(text: str) -> str:
    """The text with digits and points half width, and with dates in Chinese numerals written in digits."""
    return dates_in_digits(text.translate(_WIDE))


def dates_in_digits(text: str) -> str:
    """The text with dates in Chinese numerals written in digits; all else stays."""
    return _DATE.sub(_in_digits, text) if "年" in text else text


def numerals_in_digits(text: str) -> str:
    """The text with each number before 年, 月 or 日 in digits: 令和六年七月五日 is 令和6年7月5日."""
    return _PART.sub(lambda found: str(_number(found[0])), text) if "年" in text else text


def _in_digits(found: re.Match[str]) -> str:
    rest = "".join(f"{_number(value)}{word}" for value, word in ((found[2], "月"), (found[3], "日")) if value)
    return f"{found[1].translate(_VALUES)}年{rest}"


def _number(numerals: str) -> int:
    """The value of 一百零九, 十二, 二十 or 三 (1 to 999), or of single numerals: 二〇一九."""
    hundreds, hundred, rest = numerals.rpartition("百")
    if hundred:
        return int(hundreds.translate(_VALUES) or 1) * 100 + (_number(rest.lstrip("零〇○")) if rest else 0)
    tens, ten, ones = numerals.rpartition("十")
    unit = int(ones.translate(_VALUES)) if ones else 0
    return (int(tens.translate(_VALUES)) if tens else 1) * 10 + unit if ten else unit

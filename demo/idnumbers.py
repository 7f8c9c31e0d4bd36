"""ID numbers of nobody: right in form and check digit, of a region code that was never given out."""

from __future__ import annotations

from demo.draw import Draw
from demo.months import compact

# GB/T 2260 gives no region a number that begins with 99.
REGIONS = ("990102", "990103", "990122", "990123")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS = "10X98765432"


def check_digit(first_17: str) -> str:
    """The last character of an ID number (GB 11643, ISO 7064 MOD 11-2)."""
    return _DIGITS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_17, strict=True)) % 11]


def id_number(draw: Draw, birth: int, sex: str) -> str:
    """A number for somebody born in that month; the seventeenth digit is odd for men."""
    serial = draw.randrange(0, 500) * 2 + (1 if sex == "男" else 0)
    first_17 = f"{draw.choice(REGIONS)}{compact(birth)}{draw.randint(1, 28):02d}{serial:03d}"
    return first_17 + check_digit(first_17)


def mistyped(number: str) -> str:
    """The number with a wrong check digit."""
    return number[:17] + _DIGITS[(_DIGITS.index(number[17]) + 3) % 11]

"""Pictures for the forms: drawn, of nobody."""

from __future__ import annotations

from demo.draw import table


def photo(number: int) -> str:
    """The picture of that number (any; they repeat): a JPEG of 96 x 120 in base64."""
    pictures: list[str] = table("photos")["pictures"]
    return pictures[number % len(pictures)]

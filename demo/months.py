"""Months as whole numbers (months since year 0), as the sources write them."""

from __future__ import annotations

from graph.model.values import month_index


def at(year: int, month: int) -> int:
    """The number of a month."""
    return year * 12 + month - 1


def month(text: str) -> int:
    """The number of the month `YYYY-MM`."""
    return month_index(text)


def year_of(number: int) -> int:
    """The year a month lies in."""
    return number // 12


def dotted(number: int) -> str:
    """`2008.03`, as a résumé writes it."""
    return f"{number // 12:04d}.{number % 12 + 1:02d}"


def compact(number: int) -> str:
    """`200803`, as the official forms write it."""
    return f"{number // 12:04d}{number % 12 + 1:02d}"


def dashed(number: int, day: int | None = None) -> str:
    """`2008-03`, or `2008-03-15` with a day, as the work-record workbook writes it."""
    text = f"{number // 12:04d}-{number % 12 + 1:02d}"
    return text if day is None else f"{text}-{day:02d}"

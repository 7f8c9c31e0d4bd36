"""The days that an address names."""

from __future__ import annotations

from datetime import date

from flask import request

from graph.errors import UsageError
from graph.model.values import first_day, is_partial_date


def known_day() -> str:
    """The day of `?known_on=`, as `day_asked` gives it."""
    return day_asked("known_on")


def day_asked(name: str) -> str:
    """The day of `?name=` as `YYYY-MM-DD`, a partial date being its first day; empty where none is asked for.

    Raises UsageError for what is no day.
    """
    text = request.args.get(name, "").strip()
    if not text:
        return ""
    try:
        return date.fromisoformat(first_day(text) if is_partial_date(text) else "").isoformat()
    except ValueError as error:
        raise UsageError(
            f"{text[:40]!r} 不是日期 (not a date)。", hint="请写成 2024、2024-03 或 2024-03-15。"
        ) from error

"""The days that readers ask for, on a command line or in an address."""

from __future__ import annotations

from datetime import date
from typing import Final

from graph.errors import UsageError
from graph.model.values import first_day, is_partial_date
from graph.model.words import sayings

_say: Final = sayings("graph.model")


def date_asked(text: str, name: str = "") -> str:
    """The text where it is a date, as exact as it is; raises UsageError, which says `name`, for anything else."""
    day_asked(text, name)
    return text


def day_asked(text: str, name: str = "") -> str:
    """The day `YYYY-MM-DD` of a date, a partial one being its first day; raises UsageError as `date_asked` does."""
    said = f"{name} {text[:40]!r}".strip()
    if not is_partial_date(text):
        raise UsageError(_say("not_date", said=said), hint=_say("not_date_hint"))
    try:
        return date.fromisoformat(first_day(text)).isoformat()
    except ValueError:
        raise UsageError(_say("no_such_day", said=said), hint=_say("no_such_day_hint")) from None

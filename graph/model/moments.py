"""Moments as records keep them (UTC, to the microsecond, so that text order is time order), and the office's days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now_text(moment: datetime | None = None) -> str:
    """The present moment, or the one given, as records keep it; one without a time zone is the office's."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def local_day(moment: str | None = None) -> str:
    """The day that a moment of a record falls on where the office is, `YYYY-MM-DD`; without one, today."""
    return datetime.fromisoformat(moment or now_text()).astimezone().date().isoformat()


def end_of_day(day: str) -> str:
    """The moment at which a day (`YYYY-MM-DD`) ends where the office is, as records keep moments."""
    try:
        return now_text(datetime.fromisoformat(day) + timedelta(days=1))
    except OverflowError:  # the last day of the calendar has none after it
        return now_text(datetime.max.replace(tzinfo=UTC))

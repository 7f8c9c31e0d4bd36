"""The days that an address names."""

from __future__ import annotations

from flask import request

from graph.model.days import date_asked, day_asked


def known_day() -> str:
    """The day of `?known_on=`, as `day_of` gives it."""
    return day_of("known_on")


def day_of(name: str) -> str:
    """The day of `?name=` as `YYYY-MM-DD`, a partial date being its first day; empty where none is asked for.

    Raises UsageError for what is no day.
    """
    text = as_written(request.args.get(name, ""))
    return day_asked(text) if text else ""


def date_of(name: str) -> str:
    """The date of `?name=` as exact as it is; empty where none is asked for. Raises UsageError for what is no date."""
    text = as_written(request.args.get(name, ""))
    return date_asked(text) if text else ""


def as_written(text: str) -> str:
    """A date as a reader types it, in the form of the graph: `2016.03` and `2016/03` are `2016-03`."""
    return text.strip().replace(".", "-").replace("/", "-")

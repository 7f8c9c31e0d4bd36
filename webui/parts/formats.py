"""How values are shown: dates in the field's own form, spans of months, counts, records by name."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from flask import Flask
from markupsafe import Markup, escape

from graph.model.values import is_partial_date
from webui.frame.language import language, say

_DATE: Final = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])", re.ASCII)


def install_formats(app: Flask) -> None:
    """Make these the filters of the templates."""
    for make in (date_text, interval_text, instant_text, months_text, size_text):
        app.add_template_filter(make, make.__name__.removesuffix("_text"))
    app.add_template_filter(whole_days)


def date_text(date: str | None) -> str:
    """`2016-03` as the field writes it: `2016.03` in Chinese; text that is no date stays as it is, None is empty."""
    if date is None:
        return ""
    return date.replace("-", ".") if language() == "zh" and is_partial_date(date) else date


def dated_text(text: str) -> str:
    """A sentence whose dates stand as `date_text` writes them: `2016.03–2019.01 局长`."""
    return _DATE.sub(lambda found: date_text(found[0]), text)


def whole_days(text: str) -> str:
    """A text in whose lines no date is broken: `2016-03` may otherwise be parted behind its hyphen."""
    if not _DATE.search(text):
        return text
    return Markup(_DATE.sub(lambda found: f'<span class="nowrap">{found[0]}</span>', str(escape(text))))  # noqa: S704 - escaped


def interval_text(start: str | None, end: str | None, status: str | None) -> str:
    """A half-open interval: `2016.03—2019.01`, `2016.03—至今`, `2016.03—不详`."""
    unknown = say("unknown_date")
    last = date_text(end) or (say("until_now") if status == "current" else unknown)
    return f"{date_text(start) or unknown}—{last}"


def instant_text(instant: str | None) -> str:
    """A moment to the minute, as the clock of the office shows it: `2024.03.05 14:07`; None is empty."""
    if not instant:
        return ""
    day, time = datetime.fromisoformat(instant).astimezone().strftime("%Y-%m-%d %H:%M").split()
    return f"{date_text(day)} {time}"


def months_text(months: int | None) -> str:
    """`28` as `2年4个月`; None is empty."""
    if months is None:
        return ""
    years, rest = divmod(months, 12)
    if years and rest:
        return say("years_months", years=years, months=rest)
    return say("years", years=years) if years else say("months", months=rest)


def size_text(size: int | None) -> str:
    """Bytes for people: `12 KB`; None is empty."""
    if size is None:
        return ""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"

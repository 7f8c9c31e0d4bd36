"""Dates, lengths and values of the trajectory as the interface says them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from analysis.career.levels import level_names, short_name
from analysis.career.model import Career, CurrentPost, Held, Marker, Remark
from graph.model.codes import code_list
from graph.model.codes import worded as in_words
from graph.model.records import record_types
from graph.model.records.rank_record import RANKS
from graph.model.words import Language, Words, load_words

_STOPS: Final = "。；;，,"


def words() -> Words:
    """The texts of this package."""
    return load_words("analysis.career")


def say(key: str, language: Language, /, **values: object) -> str:
    """One text of this package, with its places filled."""
    return words()(key, language, **values)


def term(family: str, value: str | None, language: Language) -> str:
    """A value such as the change 提任 as it is shown; a value without words is shown as it is, None as nothing."""
    if value is None:
        return ""
    key = f"{family}.{value}"
    return say(key, language) if key in words() else value


def coded(name: str, value: str | None, language: Language) -> str:
    """A value of a code list as it is shown."""
    if value is None:
        return ""
    return term("grade", value, language) if f"grade.{value}" in words() else code_list(name).label(value, language)


def worded(name: str | Iterable[str], text: str | None, language: Language) -> str:
    """A text kept as it was written, in English by a code list, or the first of several that has it; empty for None."""
    return in_words(text, (name,) if isinstance(name, str) else name, language) if text else ""


def rank_text(rank: str | None, language: Language) -> str:
    """A rank as it was written; empty for None."""
    return worded(RANKS, rank, language)


def post_text(held: Held | CurrentPost, language: Language) -> str:
    """The post that is held, or the rank where only a rank is told; empty where neither is."""
    return held.post or rank_text(held.rank, language)


def show_date(date: str | None, language: Language) -> str:
    """A partial date: 2019.05 in Chinese, as on the official forms; 2019-05 in English."""
    if date is None:
        return say("unknown", language)
    return date.replace("-", ".") if language == "zh" else date


def show_span(start: str | None, end: str | None, status: str, language: Language) -> str:
    """An interval: 2016.05—2019.02, 2019.02—至今, with 不详 for what is unknown."""
    last = say("to_now", language) if end is None and status == "current" else show_date(end, language)
    return say("span", language, start=show_date(start, language), end=last)


def show_months(months: int | None, language: Language) -> str:
    """A length: 5年3个月, 5年, 3个月."""
    if months is None:
        return say("unknown", language)
    years, rest = divmod(months, 12)
    if not years:
        return say("months", language, months=rest)
    return say("years_months" if rest else "years", language, years=years, months=rest)


def show_level(level: str | None, language: Language) -> str:
    """A leading-post level by its short name."""
    return short_name(level, language) if level in level_names() else level or ""


def show_counts(counts: Mapping[str, int], codes: str, language: Language) -> str:
    """Counts by grade: 好3 较好4 一般1."""
    shown = (say("count", language, name=coded(codes, name, language), count=count) for name, count in counts.items())
    return (", " if language == "en" else " ").join(shown)


def join(parts: Iterable[str | None], language: Language, key: str = "list") -> str:
    """The parts there are, with the mark that joins them; a sentence gives up its own full stop to a mark behind it."""
    told = [part for part in parts if part]
    if key == "sentence":
        told[:-1] = [part.rstrip(_STOPS) for part in told[:-1]]
    return say(key, language).join(told)


def marker_text(marker: Marker, language: Language) -> str:
    """What a marker is called: a punishment or measure with the end of its effect, petitions by their number."""
    if marker.kind == "petition":
        return say("petition.count", language, count=marker.count)
    title = worded(("award_name", "punishment_name"), marker.title, language)
    if not marker.takes_effect:
        return title
    if marker.end is None:
        return say("effect.unknown", language, name=title)
    return say("effect.until", language, name=title, end=show_date(marker.latest_end or marker.end, language))


def remark_text(remark: Remark, language: Language) -> str:
    """A finding as a sentence: the importer's own, or the words for its code."""
    if remark.reason:
        return remark.reason.text(language)
    values = dict(remark.values)
    if "field" in values:
        values["field"] = term("field", values["field"], language)
    for name in ("start", "end", "since", "stated_since"):
        if name in values:
            values[name] = show_date(values[name], language)
    for name in ("level", "stated"):
        if name in values:
            values[name] = show_level(values[name], language)
    return say(f"finding.{remark.code}", language, **values)


def withheld_text(career: Career, language: Language, *labels: str) -> str | None:
    """The sentence that says that one of these kinds of record is beyond the reader's clearance; None where none is."""
    hidden = [record_types()[label].TYPE.access for label in labels if label in career.withheld]
    return say("withheld", language, level=int(max(hidden))) if hidden else None

"""Texts kept as a key and its values, so that the same statement can be said in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.codes import code_list, worded
from graph.model.words import Language, Words, load_words


@dataclass(frozen=True)
class Coded:
    """A value of a code list, shown in the reader's language."""

    list: str
    name: str


@dataclass(frozen=True)
class Worded:
    """A text kept as it was written, which a code list has the English words of."""

    list: str
    text: str


@dataclass(frozen=True)
class Day:
    """A date as exact as its source: `2023-05` is said `2023.05`."""

    date: str


@dataclass(frozen=True)
class Months:
    """A duration in whole months: 63 is said `5年3个月`."""

    months: int


@dataclass(frozen=True)
class Small:
    """A small number that Chinese writes in characters: `近五年`."""

    number: int


@dataclass(frozen=True)
class Years:
    """Years in ascending order; three or more in a row are said as a range."""

    years: tuple[int, ...]


@dataclass(frozen=True)
class Items:
    """Several values said one after the other, in the order given."""

    items: tuple[Value, ...]
    mark: str = "list"

    def phrase(self) -> Phrase:
        """The values as a text of its own."""
        return Phrase("as_it_is", {"text": self})


@dataclass(frozen=True)
class Phrase:
    """A text of `words.toml` with its values."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


_DIGITS = "零一二三四五六七八九十"

Value = str | int | Coded | Worded | Day | Months | Small | Years | Items | Phrase


def say(value: Value, language: Language) -> str:  # noqa: PLR0911 - one line a kind of value
    """The value as a reader of `language` expects it."""
    match value:
        case Phrase(key, values):
            return _words()(key, language, **{name: say(each, language) for name, each in values.items()})
        case Coded(name, stored):
            return code_list(name).label(stored, language)
        case Worded(name, text):
            return worded(text, (name,), language)
        case Day(date):
            return date.replace("-", ".") if language == "zh" else date
        case Months(months):
            return _duration(months, language)
        case Small(number) if language == "zh" and number <= 10:
            return _DIGITS[number]
        case Small(number):
            return str(number)
        case Years(years):
            return _words()("list_mark", language).join(_runs(years))
        case Items(items, mark):
            return _words()(f"{mark}_mark", language).join(say(each, language) for each in items)
        case _:
            return str(value)


def _words() -> Words:
    return load_words("analysis.image_tree")


def _duration(months: int, language: Language) -> str:
    years, rest = divmod(months, 12)
    key = "duration_months" if not years else "duration_years" if not rest else "duration_both"
    return _words()(key, language, years=years, months=rest)


def _runs(years: tuple[int, ...]) -> list[str]:
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [part for run in runs for part in ([f"{run[0]}—{run[-1]}"] if len(run) > 2 else [str(year) for year in run])]

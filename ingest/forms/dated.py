"""A sentence parted before each date that opens something new: `2018年获嘉奖，2019年记三等功`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.model.data_files import load_toml
from ingest.clean.values import ValueProblem, read_date

_YEAR: Final = r"(?:19|20)\d{2}"
_DAY: Final = r"[.\-/年]\s?\d{1,2}(?!\d)(?:[.\-/月]\s?\d{1,2}日?(?!\d)|月)?"
DATE: Final = rf"{_YEAR}(?:{_DAY}|\d{{2}}(?:\d{{2}})?(?!\d)|年)?度?(?!\d)"
_LIST: Final = rf"{DATE}(?:[、，,\s和及]+{DATE})*"
_SPAN: Final = rf"(?P<first>{_YEAR})年?度?\s*(?:至|到|[-—～~]+)\s*(?P<last>{_YEAR})年?度?"
_WHEN: Final = re.compile(rf"(?:{_SPAN}|(?P<dates>{_LIST}))(?:[，,：:\s]|(?=\D)|$)")
_ONE: Final = re.compile(DATE)
_BRACKETED: Final = re.compile(rf"[（(](?P<dates>{_LIST})[）)]$")
_BRACKETS: Final = re.compile(r"[（(][^（()）]*[）)]")
_STOPS: Final = " 　\t，,、"
_GROUND: Final = "因"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a sentence tells of one date or of a row of dates; `rest` is what stands around them.

    A date that is none stands as it is written. `is_span` says that the dates are the years of a span, written by its
    ends.
    """

    text: str
    rest: str
    dates: tuple[str, ...]
    is_span: bool = False


def pieces(sentence: str, ends: tuple[str, ...]) -> Iterator[Piece]:
    """The pieces of a sentence in their order; words before the first date belong to it.

    A date opens a piece where it stands first, after a stop, or after one of the words in `ends`. What gives the
    ground for what follows (`因2018年、2019年考核优秀，2020年…`) is no piece of its own.
    """
    bare = _without_brackets(sentence)
    starts = [found.start() for found in _WHEN.finditer(bare) if _opens(bare[: found.start()], ends)]
    if starts and bare[: starts[0]].strip(_STOPS).endswith(_GROUND) and len(starts) > 1:
        starts = starts[1:]
    starts = [0, *starts[1:]]
    for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True):
        yield _piece(sentence[start:end].strip(_STOPS), last=start == 0 and _GROUND in sentence[:2])


def _without_brackets(text: str) -> str:
    """The text with what stands in brackets blotted out, every other character in its place."""
    return _BRACKETS.sub(lambda found: "＊" * len(found[0]), text)


def _opens(before: str, ends: tuple[str, ...]) -> bool:
    return not before or before[-1] in _STOPS or before.endswith((*ends, _GROUND))


def _piece(text: str, *, last: bool) -> Piece:
    found = list(_WHEN.finditer(_without_brackets(text)))
    if not found:
        bracketed = _BRACKETED.search(text)
        rest = text[: bracketed.start()] if bracketed else text
        return Piece(text, rest, _dates(bracketed["dates"]) if bracketed else ())
    when = found[-1] if last else found[0]
    rest = (text[: when.start()] + text[when.end() :]).strip("，,：: ")
    if when["dates"]:
        return Piece(text, rest, _dates(when["dates"]))
    years = range(int(when["first"]), int(when["last"]) + 1)
    return Piece(text, rest, tuple(map(str, years)), is_span=True)


def honour_words(name: str) -> list[str]:
    """The words of one kind by which 奖惩情况 speaks."""
    words: list[str] = load_toml(__package__, "honours.toml")[name]
    return words


def _dates(text: str) -> tuple[str, ...]:
    """The dates of a row; one that is none (2012.13) as it is written, so that whoever uses it can say so."""
    return tuple(read_or_none(each) or each for each in _ONE.findall(text))


def read_or_none(text: str) -> str | None:
    """The date a text tells, 度 allowed after a year; None where it tells none."""
    try:
        return read_date(text.removesuffix("度"))
    except ValueProblem:
        return None

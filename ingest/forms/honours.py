"""奖惩情况: a running text, read sentence by sentence; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from graph.model.codes import Code, code_list
from graph.model.data_files import load_toml
from ingest.clean.text import is_nothing
from ingest.clean.values import ValueProblem, read_date

SENTENCES: Final = re.compile(r"[。；;\n\r]+")
_YEAR: Final = r"(?:19|20)\d{2}"
_DAY: Final = r"[.\-/年]\s?\d{1,2}(?!\d)(?:[.\-/月]\s?\d{1,2}日?(?!\d)|月)?"
_DATE: Final = rf"{_YEAR}(?:{_DAY}|\d{{2}}(?:\d{{2}})?(?!\d)|年)?度?(?!\d)"
_AND: Final = r"[、，,\s和及]+"
_LIST: Final = rf"{_DATE}(?:{_AND}{_DATE})*"
_SPAN: Final = rf"(?P<first>{_YEAR})年?度?\s*(?:至|到|[-—～~]+)\s*(?P<last>{_YEAR})年?度?"
_WHEN: Final = re.compile(rf"(?:{_SPAN}|(?P<dates>{_LIST}))(?:[，,：:\s]|(?=\D))")
_ONE: Final = re.compile(_DATE)
_BRACKETED: Final = re.compile(rf"[（(](?P<dates>{_LIST})[）)]$")
_BRACKETS: Final = re.compile(r"[（(][^（()）]*[）)]")
_EACH: Final = re.compile("各|分别|均|都|每年")
_RUNNING: Final = re.compile(r"^连续[两二三四五六七八九十\d]+(?:个?年度?|次)")
_APPROVED: Final = re.compile(
    r"(?:经|由|被)(?P<authority>[^，,。；]+?)(?:批准|决定|研究决定|授予|评为|表彰|记|给予|通报)"
)
_APPROVAL: Final = re.compile(r"^(?:经|由)[^，,。；]+?(?:批准|决定)[，,]?")
_CAUSE: Final = re.compile(r"因(?P<cause>[^，,。；]+?)(?=被|受|给予|[，,。；]|$)")
_TIMES: Final = re.compile(r"(?<=[功奖])(?P<times>[一两二三四五1-5])次$")
_DIGITS: Final = str.maketrans("一两二三四五", "122345")
_GROUND: Final = re.compile("考核|经")
"""In what leads to an award and is none where one follows: 年度考核优秀，记三等功."""


@dataclass(frozen=True, slots=True)
class Honour:
    """One award or punishment told in a text: the record type, its values, and the words that tell it."""

    type: str
    values: Mapping[str, Any]
    quote: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one sentence tells of one date or of a row of dates; `rest` is what stands after them."""

    text: str
    rest: str
    dates: tuple[str, ...]


def _words() -> Mapping[str, list[str]]:
    return load_toml(__package__, "honours.toml")


def read_honours(text: str) -> tuple[list[Honour], list[str]]:
    """The awards and punishments of 奖惩情况, and the parts of sentences that are neither.

    A sentence may tell of several, each with its date: `2018年获嘉奖，2019年记三等功`; one told with several dates is
    as many awards.
    """
    found: list[Honour] = []
    unread: list[str] = []
    for sentence in (each.strip(" 　，,") for each in SENTENCES.split(text)):
        if not is_nothing(sentence):
            for piece in _pieces(sentence):
                _take(piece, found, unread)
    return found, unread


def _take(piece: _Piece, found: list[Honour], unread: list[str]) -> None:
    punishment = _punishment(piece)
    awards = [] if punishment else _awards(piece)
    if not awards and found and _is_open(found[-1]) and (lifted := _lifting(piece)):
        found[-1] = replace(found[-1], values={**found[-1].values, "lifted_on": lifted})
    elif punishment:
        found.append(punishment)
    elif awards:
        found.extend(awards)
    else:
        unread.append(piece.text)


def _pieces(sentence: str) -> Iterator[_Piece]:
    """The sentence, parted before each date that opens something new; words before the first date belong to it."""
    bounds = [found.start() for found in _WHEN.finditer(_without_brackets(sentence)) if _opens(sentence, found)]
    starts = [0, *bounds[1:]] if bounds and not _tells(sentence[: bounds[0]]) else sorted({0, *bounds})
    for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True):
        yield _piece(sentence[start:end].strip(" 　，,、"))


def _without_brackets(sentence: str) -> str:
    """The sentence with what stands in brackets blotted out, every other character in its place."""
    return _BRACKETS.sub(lambda found: "＊" * len(found[0]), sentence)


def _opens(sentence: str, found: re.Match[str]) -> bool:
    """Whether a date opens something new: it stands first, after a stop or after an award, and tells of no lifting."""
    before, after = sentence[: found.start()], sentence[found.start() :]
    opens = not before or before[-1] in "，,、 　" or before.endswith(tuple(_words()["award_words"]))
    return opens and not _lifted().match(after)


def _tells(text: str) -> bool:
    piece = _Piece(text, text.strip(" 　，,、"), ())
    return bool(piece.rest) and bool(_punishment(piece) or _awards(piece))


def _piece(text: str) -> _Piece:
    when = _WHEN.search(_without_brackets(text))
    if when is None:
        bracketed = _BRACKETED.search(text)
        rest = text[: bracketed.start()] if bracketed else text
        return _Piece(text, rest, _dates(bracketed["dates"]) if bracketed else ())
    rest = (text[: when.start()] + text[when.end() :]).strip("，,：: ")
    dates = (
        _dates(when["dates"]) if when["dates"] else tuple(map(str, range(int(when["first"]), int(when["last"]) + 1)))
    )
    if len(dates) > 1 and not _is_each(rest, span=not when["dates"]):
        dates = dates[-1:]
    return _Piece(text, _RUNNING.sub("", rest), dates)


def _is_each(rest: str, *, span: bool) -> bool:
    """Whether something was given on each of several dates: `连续三年获嘉奖`, but not `连续三年考核优秀，记三等功`."""
    if _EACH.search(rest):
        return True
    given = re.search("|".join(_words()["awarded"]), rest)
    return "考核" not in rest[: given.start() if given else 0] and (not span or bool(_RUNNING.match(rest)))


def _dates(text: str) -> tuple[str, ...]:
    return tuple(date for each in _ONE.findall(text) if (date := _date(each)))


@cache
def _punishment_pattern() -> re.Pattern[str]:
    spellings = [s for each in code_list("punishment_name").items for s in (each.name, *each.aliases)]
    return re.compile("|".join(sorted(map(re.escape, spellings), key=len, reverse=True)))


def find_punishment(text: str) -> Code | None:
    """The punishment a text names, the longest name that fits; None where it names none."""
    found = _punishment_pattern().search(text)
    return code_list("punishment_name").get(found.group()) if found else None


def _punishment(piece: _Piece) -> Honour | None:
    code = find_punishment(piece.text)
    if code is None or not any(word in piece.text for word in _words()["punished"]):
        return None
    values: dict[str, Any] = {"date": piece.dates[0] if piece.dates else None, "authority": _authority(piece.rest)}
    values |= {"name": code.name, "track": code.group}
    if cause := _CAUSE.search(piece.text):
        values["cause"] = cause["cause"]
    if lifted := _lifted().search(piece.text, 8):
        values["lifted_on"] = _date(lifted["date"])
    return Honour("Punishment", _filled(values), piece.text)


@cache
def _lifted() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{_DATE})[^，,。；受获记]{{0,12}}?(?:{'|'.join(_words()['lifted'])})")


def _lifting(piece: _Piece) -> str | None:
    """The date of a part that tells only that the punishment before it was lifted: `2021年10月解除处分`."""
    told = any(word in piece.text for word in _words()["lifted"]) and not re.search("受|给予", piece.text)
    return piece.dates[0] if told and piece.dates else None


def _is_open(honour: Honour) -> bool:
    return honour.type == "Punishment" and "lifted_on" not in honour.values


def _awards(piece: _Piece) -> list[Honour]:
    """The awards of a piece, each on each of its dates; what leads to an award is told with the award it leads to."""
    found: list[Honour] = []
    before = ""
    parts = _and_then().split(piece.rest)
    for number, part in enumerate(parts, start=1):
        name = _award_name(_APPROVAL.sub("", part.strip(), count=1))
        if name is None or (name == part.strip() and _GROUND.search(part) and number < len(parts)):
            before += f"{part}，"
            continue
        values = {"authority": _authority(before + part), "name": _once(name, len(piece.dates))}
        found += [Honour("Award", _filled({"date": date} | values), piece.text) for date in piece.dates or (None,)]
        before = ""
    return found


def _once(name: str, dates: int) -> str:
    """The name without how often it was given, where that is once on each date, or as often as there are dates."""
    times = _TIMES.search(name)
    if times and int(times["times"].translate(_DIGITS)) in (1, dates):
        return name[: times.start()]
    return name


@cache
def _and_then() -> re.Pattern[str]:
    """Before a further award of the same date: `获嘉奖，并被评为先进个人`."""
    return re.compile(rf"[，,](?=(?:并|同时|还|又|再次)*(?:{'|'.join(_introductions())}))")


@cache
def _introductions() -> list[str]:
    return sorted(_words()["awarded"], key=len, reverse=True)


def _award_name(rest: str) -> str | None:
    found = re.search(rf"(?:{'|'.join(_introductions())})(?P<name>.+)$", rest)
    if found and len(found["name"].strip("“”\"' ")) >= 2:
        before = "记" if found.group().startswith(("记", "被记")) and "功" in found["name"] else ""
        return before + found["name"].replace("“", "").replace("”", "").strip("\"' ")
    return rest if any(word in rest for word in _words()["award_words"]) else None


def _authority(text: str) -> str | None:
    approved = _APPROVED.search(text)
    return approved["authority"].strip() if approved else None


def _date(text: str) -> str | None:
    try:
        return read_date(text.removesuffix("度"))
    except ValueProblem:
        return None


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}

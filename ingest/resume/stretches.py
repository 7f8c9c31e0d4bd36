"""Cutting a résumé into dated stretches: dates, dashes, continuation lines, the last paragraph of memberships.

Format: 干部任免审批表 简历, `yyyy.MM--yyyy.MM` and two spaces; writers vary dates, dashes and wrapping freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.clean.dates import DateError, parse_date, pattern
from ingest.resume.spellings import DASH, NOW, plain

_RANGE = (
    rf"({pattern(2)})(?:\.(?![.\d]))?\s*(?:起|开始)?(?:{DASH}(?:({pattern(4)})(?:\.(?![.\d])|\s*止)?|({NOW}))?|({NOW}))"
)
_HEADER = re.compile(
    rf"\s*(?:\d{{1,2}}[、.)）]\s*(?=\d{{4}}\D))?[（(\[【〔]?\s*(?:自|从)?\s*{_RANGE}\s*[）\]】〕]?\s*[：，、]?\s*"
)
_SINGLE = re.compile(rf"\s*({pattern(2)})(?:\s+|\s*[：，]|(?:起|开始)(?=担?任|在|兼)|(?=(?:办理)?[退离]休|参加工作))")
RANGE = re.compile(_RANGE)
# A number before a line: （1）, ①, 一、.
_ORDINAL = re.compile(r"(?:（\d{1,2}）|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*(?=[\[【〔]?\d{4})")
_ORDINALS = frozenset("（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十")
# 98.13--02.09: what `spellings` has not made whole years of.
_SHORT_YEARS = re.compile(rf"(\d{{2}}[.年/]\d{{1,2}}月?{DASH}(?:\d{{2}}[.年/]\d{{1,2}}月?|{NOW})?)(?![\d.])")
# A line that begins like a date but is none: digits, look-alike letters, separators and dashes.
_BROKEN = re.compile(r"\s*([0-9OoIl][0-9OoIl.\-—–－～~―─‐−/年月日]{4,}(?:至今)?(?:至[0-9OoIl.]{4,})?)")
_BROKEN_END = re.compile(r"[0-9OoIl]{1,4}[.\-/年][0-9OoIl.\-/年月日]*|[0-9OoIl]{3,8}(?=\s)")
# Digits right after what looked like the end of the dates.
_GOES_ON = re.compile(r"(?<=\d)[.\-—–－～~―─/年月]+\d[\d.\-—–－～~/年月]*")
_SPLIT_DASH = re.compile(DASH)
_INNER = re.compile(rf"(?<=[\s；。]){_RANGE}")
_NOTE = re.compile(r"\s*（?\s*(?:其间|期间)\s*[：，]?")
# A note that is not closed yet, and over how many lines it may go on.
_OPEN_NOTE = re.compile(r"（\s*(?:其间|期间|\d{4})[^（）]*(?:（[^（）]*）[^（）]*)*$")
_LONGEST_NOTE = 12
_LIST_GOES_ON = re.compile("（(?:其间|期间)[^（）]*；）$")
_MEMBERSHIP = re.compile(r"[届次](?:[^，；。]{0,30})(?:代表|委员|常委)")
_LINES = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Stretch:
    """One dated stretch before its text is understood; `pieces` are (line number, text), `bad` the unreadable dates."""

    line: int
    start: str | None = None
    end: str | None = None
    open: bool = False
    dated: bool = True
    pieces: list[tuple[int, str]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    bad: list[tuple[int, int | None, str]] = field(default_factory=list)
    depth: int = 0

    def add(self, line: int, text: str, raw: str) -> None:
        """Append one line's text."""
        self.pieces.append((line, text))
        if raw:
            self.raw.append(raw)
        self.depth = max(0, self.depth + text.count("（") - text.count("）"))

    def ends_in_list(self) -> bool:
        """Whether the last line is a note that says by its ； that the next dated line is one as well."""
        last = self.pieces[-1][1] if self.pieces else ""
        return last.endswith("；）") and _LIST_GOES_ON.match(last) is not None

    def text(self) -> str:
        """All lines joined as the writer meant them, wrapped words rejoined."""
        return "".join(piece for _, piece in self.pieces)

    def line_at(self, offset: int) -> int:
        """The source line of a character of `text()`."""
        line = self.line
        for number, piece in self.pieces:
            line = number
            if offset < len(piece):
                break
            offset -= len(piece)
        return line


@dataclass(slots=True)
class Cut:
    """A résumé cut into stretches and the lines of its last paragraph of memberships."""

    stretches: list[Stretch]
    memberships: list[tuple[int, str]]
    concluded: list[tuple[int, str, str]]
    """Dates that are not written whole: the line, the code of the finding, the date."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates a text begins with, how far they reach in it, and what in them cannot be read."""

    start: str | None
    end: str | None
    open: bool
    length: int
    bad: tuple[str, ...] = ()


def _read(value: str | None, bad: list[str]) -> str | None:
    if value is None:
        return None
    try:
        return parse_date(value)
    except DateError:
        bad.append(value)
        return None


def from_range(found: re.Match[str]) -> Dates:
    """The dates of a match of RANGE (or of an expression that begins with it)."""
    bad: list[str] = []
    start, end = _read(found[1], bad), _read(found[3], bad)
    return Dates(start, end, found[3] is None, found.end(), tuple(bad))


def _header(text: str) -> Dates | None:
    """The dates at the start of a line, or None where it does not begin with any."""
    if not (text[:1].isdigit() or text[:1] in "（自从OIl [【〔"):
        return None
    found = _HEADER.match(text)
    if found and (not text.startswith("（") or "）" in text[: found.end()]):
        dates = from_range(found)
        if more := _GOES_ON.match(text, found.end()):
            return Dates(dates.start, None, open=False, length=more.end(), bad=(text[: more.end()].strip(),))
        if dates.open and not (found[5] or found[6]) and (rest := _BROKEN_END.match(text, found.end())):
            return Dates(dates.start, None, open=False, length=rest.end(), bad=(text[: rest.end()].strip(),))
        if dates.bad:
            return Dates(dates.start, dates.end, dates.open, dates.length, (text[: found.end()].strip(),))
        return dates
    return _short(text) or _broken(text) or _single(text)


def _short(text: str) -> Dates | None:
    """Years of two digits with months that there are not: both dates stay unknown."""
    found = _SHORT_YEARS.match(text)
    return Dates(None, None, open=False, length=found.end(), bad=(found[1].strip(),)) if found else None


def _broken(text: str) -> Dates | None:
    found = _BROKEN.match(text)
    if not found or not re.search(r"\d{3}", found[1]):
        return None
    if not _SPLIT_DASH.search(found[1]) and not re.search(r"[Ool]", found[1]):
        return None
    pieces = _SPLIT_DASH.split(found[1].strip())
    ignored: list[str] = []
    start = _read(pieces[0], ignored)
    end = _read(pieces[1], ignored) if len(pieces) == 2 and pieces[1] else None
    if not ignored and len(pieces) <= 2:
        return None
    opened = len(pieces) == 2 and not pieces[1]
    return Dates(start, end, opened, found.end(), (found[1].strip(),))


def _single(text: str) -> Dates | None:
    found = _SINGLE.match(text)
    if not found:
        return None
    bad: list[str] = []
    start = _read(found[1], bad)
    return Dates(start, None, open=False, length=found.end(), bad=tuple(bad))


def _inner_cuts(text: str) -> Iterator[int]:
    """Where further dated stretches begin within one physical line, outside of brackets."""
    depth = seen = 0
    for found in _INNER.finditer(text):
        depth += text.count("（", seen, found.start()) - text.count("）", seen, found.start())
        seen = found.start()
        if depth <= 0:
            yield found.start()


class _Cutter:
    """Walks the lines; knows the stretch being written and the undated lines after a blank one."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.tail: list[tuple[int, str, str]] = []
        self.blank = False

    def line(self, number: int, raw: str, text: str, following: Sequence[str]) -> None:
        """Take the next line, raw and as `plain` reads it, with the lines that follow it."""
        if not text.strip():
            self.blank = True
            return
        current = self.stretches[-1] if self.stretches else None
        stripped = _ORDINAL.sub("", text.lstrip(), count=1) if text.lstrip()[:1] in _ORDINALS else text.lstrip()
        dates = None if self._within_note(current, stripped, following) else _header(stripped)
        if current is not None and dates is not None and current.ends_in_list():
            self._continue(current, number, f"其间：{stripped}", raw)
        elif dates is not None:
            self._flush()
            self._start(number, stripped, raw, dates)
        elif current is None:
            self.stretches.append(Stretch(number, dated=False))
            self.stretches[-1].add(number, stripped, raw)
        else:
            self._continue(current, number, stripped, raw)
        self.blank = False

    @staticmethod
    def _within_note(current: Stretch | None, text: str, following: Sequence[str]) -> bool:
        """A dated line inside a bracket is part of that note where it, or soon a line after it, closes the bracket."""
        if current is None or current.depth == 0:
            return False
        if text.count("）") > text.count("（"):
            return True
        depth = current.depth if _OPEN_NOTE.search(current.text()) else 0
        for line in (text, *following) if depth else ():
            depth += line.count("（") - line.count("）")
            if depth <= 0 or not line.strip():
                return depth <= 0
        return False

    def _start(self, number: int, text: str, raw: str, dates: Dates) -> None:
        body = text[dates.length :]
        cuts = [0, *_inner_cuts(body), len(body)]
        for index, (first, last) in enumerate(pairwise(cuts)):
            piece = body[first:last]
            inner = from_range(found) if index and (found := RANGE.match(piece)) else dates
            stretch = Stretch(number, inner.start, inner.end, inner.open)
            stretch.dated = inner.start is not None or bool(inner.bad)
            stretch.bad = [(number, raw.find(value) + 1 or None, value) for value in inner.bad]
            rest = piece[inner.length :] if index else piece
            stretch.add(number, rest.strip().rstrip("；。"), raw)
            self.stretches.append(stretch)

    def _continue(self, current: Stretch, number: int, text: str, raw: str) -> None:
        if _NOTE.match(text):
            note = text if text.startswith("（") else f"（{text}）"
            current.add(number, note, raw)
        elif (self.blank and current.depth == 0) or self.tail or self._is_membership(current, text):
            self.tail.append((number, text, raw))
        else:
            current.add(number, text, raw)

    @staticmethod
    def _is_membership(current: Stretch, text: str) -> bool:
        """An undated line of terms of office that nothing before it leads into."""
        if current.depth or not _MEMBERSHIP.search(text) or current.pieces[-1][1].endswith(("、", "，", "（", "；")):
            return False
        return not text.startswith(("）", "、", "，"))

    def _flush(self) -> None:
        for number, text, raw in self.tail:
            self.stretches[-1].add(number, text, raw)
        self.tail.clear()


def cut(text: str, year: int) -> Cut:
    """The stretches of a résumé of that year as written; texts have half-width digits and full-width punctuation."""
    cutter = _Cutter()
    raws = _LINES.split(text)
    lines = [plain(raw, year) for raw in raws]
    texts = [line.text for line in lines]
    for number, raw in enumerate(raws, start=1):
        cutter.line(number, raw, texts[number - 1], texts[number : number + _LONGEST_NOTE])
    concluded = [(number, *each) for number, line in enumerate(lines, start=1) for each in line.concluded]
    return Cut(cutter.stretches, [(number, line) for number, line, _ in cutter.tail], concluded)

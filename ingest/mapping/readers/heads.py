"""Which rows are the headings: titles may stand above them, and a head may take two lines, the upper one merged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ingest.clean.tables import heading_key
from ingest.clean.values import cell_text, tidy
from ingest.errors import SourceError
from ingest.mapping.messages import tell

SEARCHED: Final = 30
"""Rows in which the head is looked for."""

_OF_FOUR: Final = 3
"""Of four rows so many may be narrower than those by which a head is known: titles, groups, feet of a short table."""
_A_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:年度?)?")
_DATA: Final = re.compile(r"[\d.,:/\-\s年月日%$€+()]+")


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of the head as the file shows them (1-based; none where there is no head) and the name of each column.

    `skipped` is how many of the rows that were looked at come before the first row of data.
    """

    rows: tuple[int, ...]
    columns: tuple[str, ...]
    skipped: int


def find_head(
    rows: Sequence[Sequence[Any]], wanted: Collection[str], given: int | list[int] | bool | None, own: Sequence[str]
) -> Head:
    """The head: the rows `given`, else those with the most `wanted` columns, else the first that looks like one."""
    texts = [[_text(cell) for cell in row] for row in rows]
    if given is False or (own and given is None):
        width = max(map(len, texts), default=0)
        return Head((), _distinct([*own, *[""] * (width - len(own))]), 0)
    if given is not None:
        numbers = [int(given)] if isinstance(given, int) else [int(each) for each in given]
        if not numbers or max(numbers) > len(texts):
            raise SourceError(tell("no-such-header", rows=numbers, count=len(texts)))
        return _head(texts, [number - 1 for number in numbers])
    return _wanted_head(texts, wanted) or _guessed_head(texts)


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a reader gives
    return "" if cell is None or cell == "" else (tidy(cell_text(cell)) or "")


def _head(texts: Sequence[Sequence[str]], indexes: Sequence[int]) -> Head:
    names = list(texts[indexes[0]])
    for index in indexes[1:]:
        names = _joined(names, texts[index])
    numbers = tuple(index + 1 for index in indexes)
    return Head(numbers, _distinct(["".join(each.splitlines()) for each in names]), max(numbers))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two lines as one: `全日制教育` over `学历` is `全日制教育/学历`; a merged cell reaches to the next one filled."""
    width = max(len(upper), len(lower))
    upper = [*upper, *[""] * (width - len(upper))]
    lower = [*lower, *[""] * (width - len(lower))]
    names: list[str] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above or (over if below else "")
        names.append(f"{over}/{below}" if over and below and over != below else above or below)
    return names


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Every column with a name of its own: a heading that comes again gets `#2`, one without a name its number."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        seen[name] += 1
        found.append(f"#{number}" if not name else name if seen[name] == 1 else f"{name}#{seen[name]}")
    return tuple(found)


def _wanted_head(texts: Sequence[Sequence[str]], wanted: Collection[str]) -> Head | None:
    keys = {heading_key(name) for name in wanted}
    best, most = None, 0
    for index in (number for number, row in enumerate(texts) if any(row)):
        for indexes in ([index], [index, index + 1]):
            if indexes[-1] < len(texts):
                head = _head(texts, indexes)
                count = len(keys & {heading_key(name) for name in head.columns})
                if count > most:
                    best, most = head, count
    return best


def _guessed_head(texts: Sequence[Sequence[str]]) -> Head:
    """The first row that is filled about as widely as the rows below it, with words only, each once."""
    widths = sorted(_filled(row) for row in texts if _filled(row))
    if not widths:
        raise SourceError(tell("no-header"))
    usual = widths[len(widths) * _OF_FOUR // 4]
    for index, row in enumerate(texts):
        if _filled(row) >= max(1, usual * 0.5) and _is_head(row) and not _is_title(row, usual):
            two = index + 1 < len(texts) and _goes_on(row, texts[index + 1])
            return _head(texts, [index, index + 1] if two else [index])
    raise SourceError(tell("no-header"))


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _is_head(row: Sequence[str]) -> bool:
    """Whether the cells can be headings: most are words, and none comes twice unless it is a merged cell."""
    cells = _without_years([cell for cell in row if cell])
    return sum(bool(_DATA.fullmatch(cell)) for cell in cells) * 3 < len(cells)


def _without_years(cells: Sequence[str]) -> Sequence[str]:
    """The cells of a head but those that give each of several columns its year."""
    years = [cell for cell in cells if _A_YEAR.fullmatch(cell)]
    return [each for each in cells if each not in years] if len(years) > 1 and years == sorted(set(years)) else cells


def _is_title(row: Sequence[str], usual: int) -> bool:
    return _filled(row) == 1 and usual > 2


def _goes_on(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the row below is the second line of the head: it fills the gaps of the first, and holds words."""
    pairs = [
        (upper[n] if n < len(upper) else "", lower[n] if n < len(lower) else "") for n in range(max(len(upper), 2))
    ]
    below = [cell for cell in lower if cell]
    fills = any(not above and under for above, under in pairs)
    leaves = any(above and not under for above, under in pairs)
    return bool(below) and fills and leaves and not any(map(_DATA.fullmatch, _without_years(below)))

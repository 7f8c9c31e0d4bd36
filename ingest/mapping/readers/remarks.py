"""Which rows of a table are no rows of it: remarks, totals, signatures and footnotes, mostly at its foot.

The form of a row decides first: one cell where records have many, at the foot, behind an empty row. Words
(`data/words.toml`) decide where the form leaves it open. A row with a name alone is somebody's.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ingest.clean.values import cell_text
from ingest.mapping.words import begins_a_note, ends_a_table, is_a_total, names_a_note

NOTE: Final = "@note"
"""The key under which the text of such a row is handed over."""

_HELD_BACK: Final = 50
"""Sparse rows that wait for what comes behind them; longer feet are taken for rows."""
_WIDE: Final = 2
"""Filled cells of usual rows from which on one cell alone says that a row is none."""
_MANY: Final = 5
"""Filled cells of usual rows from which on two are few."""
_SHARE: Final = 2
_LONG: Final = 60
_WORDS: Final = 7
_LONG_HAN: Final = 12
_FIGURE: Final = re.compile(r"[\d\s.,'%()（）+–—/-]+[人名个명]?")
_ASIDE: Final = "※"
_MARKED: Final = re.compile(r"\s*(?:[※†‡§•●▲△■◆☆★]|\*+\s|\*{2,}|[¹²³⁴⁵⁶⁷⁸⁹])")
_PROSE: Final = re.compile(r"[:：。；！？;!?※†‡]|\d{1,4}\s*[年./-]\s*\d{1,2}|^[^\w]*\d+[)）]")
_HAN: Final = re.compile("[\u3400-\u9fff]")

Row = tuple[int, Sequence[Any]]


@dataclass(slots=True)
class _Sparse:
    """A row with few cells, whose nature what follows will tell."""

    row: Row
    texts: list[str]
    apart: bool
    """Whether an empty row stands before it."""
    whole: str
    """All that stands in it."""


@dataclass(slots=True)
class _Seen:
    """What the rows so far tell of how rows usually are."""

    widths: Counter[int] = field(default_factory=Counter)
    blanks: int = 0
    """Empty rows between rows of the table: where there are such, another tells nothing."""

    @property
    def usual(self) -> int:
        """How many cells are filled in most rows; 0 before the first."""
        return max(self.widths, key=lambda each: (self.widths[each], each)) if self.widths else 0


def told_apart(
    rows: Iterable[Row], columns: Sequence[str], fill_down: Sequence[str], added: int = 0
) -> Iterator[tuple[Row, str]]:
    """Every row that is not empty, with the text of the remark it is; an empty text for a row of the table.

    The last `added` cells of each row were put there by the reader: they tell nothing of what the row is.
    """
    filled_down = {number for number, name in enumerate(columns) if name in fill_down}
    seen, waiting, apart = _Seen(), deque[_Sparse](), False
    for row in rows:
        cells = row[1][: len(row[1]) - added]
        texts = _own_texts(cells, filled_down)
        if not texts:
            apart = True
            continue
        if _is_by_words(texts, seen.usual) or (filled_down and _is_by_words(_all_texts(cells), seen.usual)):
            yield row, " ".join(_all_texts(cells))
            continue  # an empty row before it is one before the next too
        if len(texts) <= 1 or (len(texts) == 2 and seen.usual >= _MANY):
            waiting.append(_Sparse(row, texts, apart, " ".join(_all_texts(cells))))
            if len(waiting) > _HELD_BACK:
                yield waiting.popleft().row, ""
        else:
            seen.blanks += bool(seen.widths) and (apart or any(each.apart for each in waiting))
            yield from ((each.row, "") for each in waiting)
            waiting.clear()
            seen.widths[len(texts)] += 1
            yield row, ""
        apart = False
    yield from _foot(waiting, seen)


def _own_texts(cells: Sequence[Any], filled_down: set[int]) -> list[str]:
    """What is filled beside the columns that are filled down anyway; those too where there is nothing else."""
    texts = {number: text for number, cell in enumerate(cells) if (text := _text(cell))}
    return [text for number, text in texts.items() if number not in filled_down] or list(texts.values())


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a reader gives
    if isinstance(cell, str):
        return cell.strip()
    return "" if cell is None else cell_text(cell).strip()


def _is_by_words(texts: Sequence[str], usual: int) -> bool:
    """Whether the words of a row make it a remark, wherever it stands."""
    first, *rest = texts
    few = not rest or len(texts) * _SHARE <= usual
    if first.startswith(_ASIDE) and few:
        return True
    if (few or all(map(begins_a_note, rest))) and begins_a_note(first):
        return True
    if is_a_total(first) and all(_FIGURE.fullmatch(each) or is_a_total(each) for each in rest):
        return True
    return bool(rest) and few and names_a_note(first)


def _foot(waiting: Iterable[_Sparse], seen: _Seen) -> Iterator[tuple[Row, str]]:
    """The sparse rows that nothing followed: remarks behind an empty row, or by what they look like."""
    apart = False
    for each in waiting:
        apart = apart or (each.apart and not seen.blanks)
        if seen.usual >= _WIDE and (apart or _is_prose(each.texts)):
            yield each.row, each.whole
        else:
            yield each.row, ""


def _is_prose(texts: Sequence[str]) -> bool:
    """Whether a row with hardly a cell reads like a remark and not like a name."""
    text = texts[0]
    if len(texts) > 1:
        return False
    long = len(text) > _LONG or len(text.split()) >= _WORDS or len(_HAN.findall(text)) > _LONG_HAN
    wordless = not any(map(str.isalpha, text))
    return long or wordless or bool(_MARKED.match(text) or _PROSE.search(text)) or ends_a_table(text)


def _all_texts(cells: Sequence[Any]) -> list[str]:
    return [text for cell in cells if (text := _text(cell))]

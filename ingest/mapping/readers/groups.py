"""Titles of groups between the rows of a table (`一、县委组织部（2人）`): the rows below them are of that group."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from ingest.clean.values import cell_text
from ingest.mapping.words import are_bodies, begins_a_note, is_a_total

Row = tuple[int, Sequence[Any]]

_UNITS: Final = "所在单位"
_GROUPS: Final = "分组"
_WIDE: Final = 3
"""Filled cells from which on a row is one of the table."""
_HAN_NUMBER: Final = "[一二三四五六七八九十百]+"
_HELD_BACK: Final = 50
"""Rows with one text that wait for what comes behind them; more in a row are rows of the table."""
_ORDINAL: Final = re.compile(rf"\s*(?:{_HAN_NUMBER}\s*[、.．]|[（(]{_HAN_NUMBER}[）)])\s*")
_COUNT: Final = re.compile(r"\s*[（(]\s*(?:共\s*)?\d+\s*[人名个]?\s*[）)]\s*$|\s*[:：]\s*$")
_FIGURE: Final = re.compile(rf"[\d\s.,]+[人名个]?|{_HAN_NUMBER}|[IVXLC]+")


def under_titles(rows: Iterable[Row], width: int) -> Iterator[Row]:
    """Every row that is no title, with the title above it, `""` where there is none, as a cell behind `width` cells."""
    title = ""
    waiting: list[tuple[Row, str]] = []
    for row in rows:
        texts = _texts(row[1])
        said = _title(texts)
        if said is not None or (waiting and not texts):
            waiting.append((row, said or ""))
            if len(waiting) < _HELD_BACK:
                continue
        elif len(texts) >= _WIDE and waiting:
            title = [said for _, said in waiting if said][-1]
            waiting.clear()
        yield from (_with(each, width, title) for each, _ in waiting)
        waiting.clear()
        if said is None:
            yield _with(row, width, title) if texts else row
    yield from (_with(each, width, title) for each, _ in waiting)  # nothing follows: remarks, or rows


def column_of_titles(rows: Iterable[Sequence[Any]], columns: Collection[str]) -> str:
    """What to call the column of the titles of groups, where some stand among these rows; else an empty text."""
    titles = _titles_in(rows)
    if not titles:
        return ""
    return _UNITS if are_bodies(titles) and _UNITS not in columns else _GROUPS


def _titles_in(rows: Iterable[Sequence[Any]]) -> list[str]:
    """The titles of groups among some rows: such as are numbered as these are, or name bodies."""
    found: list[str] = []
    waiting: list[str] = []
    for cells in rows:
        texts = _texts(cells)
        if (said := _title(texts)) is not None:
            waiting += [said] if any(map(is_numbered, texts)) or are_bodies([said]) else []
        elif len(texts) >= _WIDE:
            found += waiting
            waiting.clear()
    return found


def _title(texts: Sequence[str]) -> str | None:
    """What a row is the title of: its only text beside a number; None for any other row."""
    words = [text for text in texts if not _FIGURE.fullmatch(text)]
    if len(words) != 1 or len(texts) >= _WIDE or is_a_total(words[0]) or begins_a_note(words[0]):
        return None
    return plain_title(words[0])


def is_numbered(text: str) -> bool:
    """Whether a text begins as titles of groups do: `一、`, `（二）`."""
    return _ORDINAL.match(text) is not None


def plain_title(text: str) -> str:
    """A title without its number and without how many the group has."""
    return _COUNT.sub("", _ORDINAL.sub("", text, count=1)) or text


def _texts(cells: Sequence[Any]) -> list[str]:
    return [text for cell in cells if cell not in (None, "") and (text := cell_text(cell).strip())]


def _with(row: Row, width: int, title: str) -> Row:
    number, cells = row
    return number, [*cells[:width], *[""] * (width - len(cells)), title]

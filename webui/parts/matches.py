"""The cadres whom conditions leave, as a table that every column sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph.model.codes import code_list, worded
from graph.model.values import completed_years, is_partial_date, months_between
from queries.conditions import Condition, Matched, conditions
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.components import Cell, Column, Order, Shape, Table, table
from webui.parts.formats import date_text, months_text

_LEVELS: Final = "position_level"
_DATED: Final = ("birth", "since")
Value = tuple[bool, str | int]
"""Whether it is missing, which comes last, and what it sorts by."""


def _of(value: str | int | None) -> Value:
    return (value is None, value if value is not None else "")


def _rank(level: str | None) -> Value:
    """The place of a level in its list, the highest first."""
    names = code_list(_LEVELS).names
    return (level is None, names.index(level) if level in names else len(names))


_KEYS: Final[dict[str, Callable[[Matched], Value]]] = {
    "name": lambda each: _of(each.name),
    "birth": lambda each: _of(each.birth_month),
    "level": lambda each: _rank(each.level),
    "since": lambda each: _of(each.level_since),
    "grade": lambda each: _of(each.grade),
    "post": lambda each: _of(each.post),
}
"""What each column sorts by; what is unknown comes last, whichever way."""


def sorted_matches(found: Sequence[Matched], sort: str) -> list[Matched]:
    """By a column, `-` before its name for the other way round; as found where there is no such column."""
    key = _KEYS.get(sort.removeprefix("-"))
    if key is None:
        return list(found)
    known = [each for each in found if not key(each)[0]]
    known.sort(key=lambda each: str(key(each)[1]) if isinstance(key(each)[1], str) else f"{key(each)[1]:06}")
    if sort.startswith("-"):
        known.reverse()
    return known + [each for each in found if key(each)[0]]


def matches_table(
    found: Sequence[Matched], address: Callable[[str], str], sort: str, *, unknown: bool = False
) -> Table:
    """The rows in their order; with `unknown` a last column says what the records do not tell."""
    telling = [conditions()[name] for name in (found[0].shown if found else ())]
    columns = [_column(name, address, sort) for name in _KEYS]
    columns[-1:-1] = [Column((each.column or each.title)(language()), _shape(each, found)) for each in telling]
    if unknown:
        columns.append(Column(say("match_unknown")))
    return table(
        say("match_unknown_caption" if unknown else "match_caption"),
        columns,
        [_row(each, telling, unknown) for each in found],
    )


def _shape(condition: Condition, found: Sequence[Matched]) -> Shape:
    """Dates are kept in one line, unless somebody has several: that line would be wider than paper has room for."""
    if not condition.shows_since:
        return "long"
    return "date" if all(len(each.shown[condition.name]) <= 1 for each in found) else "text"


def _column(name: str, address: Callable[[str], str], sort: str) -> Column:
    order: Order | None = "ascending" if sort == name else "descending" if sort == f"-{name}" else None
    shape: Shape = "date" if name in _DATED else "text"
    return Column(say(f"match_{name}"), shape, address(f"-{name}" if sort == name else name), order)


def _row(each: Matched, telling: Sequence[Condition], unknown: bool) -> list[Cell]:
    levels, today = code_list(_LEVELS), services().today()
    cells = [
        Cell(each.name, href=Urls().cadre(each.id), pick=each.id),
        Cell(_with(date_text(each.birth_month), _age(each.birth_month, today))),
        Cell(levels.label(each.level, language()) if each.level else ""),
        Cell(_with(date_text(each.level_since), _span(each.level_since, today))),
        Cell(code_list("grade").label(each.grade, language()) if each.grade else ""),
        *(Cell(_shown(each.shown[one.name], one, today)) for one in telling),
        Cell(each.post or ""),
    ]
    if unknown:
        cells.append(Cell(say("list_comma").join(conditions()[name].title(language()) for name in each.unknown)))
    return cells


def _shown(texts: Sequence[str], condition: Condition, today: str) -> str:
    """How a cadre meets a condition: dates with how long that is, or the texts."""
    if condition.shows_since:
        return say("list_comma").join(_with(date_text(each), _span(each, today)) for each in texts)
    return say("case_between").join(_told(each, condition) for each in texts)


def _told(text: str, condition: Condition) -> str:
    """A text whose parts are dates, values of code lists, or names."""
    return " ".join(_part(each, condition.worded) for each in text.split(" "))


def _part(text: str, lists: Sequence[str]) -> str:
    if len(text) > len("2016") and is_partial_date(text):
        return date_text(text)
    return worded(text, lists, language())


def _with(text: str, more: str) -> str:
    return say("in_brackets", text=text, more=more) if more else text


def _age(birth: str | None, today: str) -> str:
    return say("age_years", years=completed_years(birth, today)) if birth and len(birth) >= 7 else ""


def _span(since: str | None, today: str) -> str:
    return months_text(months_between(since, today)) if since and len(since) >= 7 else ""

"""A result as a table to be written out, with its title, its headings and where it is from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from graph.model.schema import Access
from graph.model.words import Language
from queries.arguments import BELOW
from queries.file import Header, Parameter, described
from queries.in_words import coded
from queries.running import Result
from queries.sentence import filled, kept, names_in

_LABEL: Final = re.compile(r"[;；,，:：(（]")
"""Where the first words of a parameter's help end, which name it."""


def headings(result: Result, language: Language) -> tuple[tuple[str, str, str], ...]:
    """Name, title and type of each column shown; the title is its meaning in the reader's language, with its unit.

    A column that holds the English of another is not shown beside it.
    """
    hidden = _english(result).values()
    return tuple((name, _title(result, name, language), kind) for name, kind in result.columns if name not in hidden)


def cells_shown(result: Result, row: Sequence[Any], language: Language) -> tuple[tuple[str, str, Any], ...]:
    """Name, type and cell of each column shown, as `headings` names them: of two languages the reader's where it is."""
    english = _english(result)
    cells = dict(zip((name for name, _ in result.columns), row, strict=True))
    said = {name: cells[other] for name, other in english.items() if language == "en" and cells[other] is not None}
    return tuple((name, kind, (cells | said)[name]) for name, kind in result.columns if name not in english.values())


def _english(result: Result) -> Mapping[str, str]:
    """By the name of a column, that of the one that holds the same in English."""
    declared, names = result.query.header.columns, {name for name, _ in result.columns}
    return {each.english_of: name for name, each in declared.items() if each.english_of in names and name in names}


def _title(result: Result, name: str, language: Language) -> str:
    column = result.query.header.columns.get(name)
    if column is None:
        return name
    meaning, unit = column.meaning(language), column.unit(language) if column.unit else ""
    return f"{meaning} ({unit})" if unit and unit.casefold() not in meaning.casefold() else meaning


def sentence(result: Result, language: Language) -> str:
    """What was asked, in one sentence: the query's template, or its title, with all values that were given.

    Its question where no value was chosen at all: a sentence of blanks tells less.
    """
    header, shown, chosen = result.query.header, result.arguments.shown, result.arguments.chosen
    told = {name: said(result, name, value, language) for name, value in shown.items() if value is not None}
    if not chosen:
        return header.question(language)
    if header.sentence is None:
        return _with(header.title(language), header, told, language)
    template = header.sentence(language)
    blank = "any" if language == "en" else "不限"
    asked, named = filled(template, told, blank), names_in(kept(template, told))
    unsaid = {name: value for name, value in told.items() if name not in named and name in chosen}
    return _with(asked, header, unsaid, language) if unsaid else asked


def _with(start: str, header: Header, told: Mapping[str, str], language: Language) -> str:
    """`班子的变动（单位: 澜江市财政局；从哪一天: 2021.01.01）`: each value after the first words of its help."""
    values = [
        f"{_LABEL.split(header.parameters[name].help(language))[0].strip()}: {value}"
        for name, value in told.items()
        if name in header.parameters
    ]
    opening, closing, between = (" (", ")", "; ") if language == "en" else ("（", "）", "；")
    return f"{start}{opening}{between.join(values)}{closing}"


def said(result: Result, name: str, value: object, language: Language) -> str:
    """One value that was given, as a reader would write it; of `today` the day that was, of an id the name."""
    names, parameter = result.arguments.names, result.query.header.parameters.get(name)
    below = result.arguments.shown.get(name + BELOW) if parameter and parameter.type == "unit" else None
    if isinstance(value, str) and value in names:
        return names[value] + _reach(below, language)
    if isinstance(value, list) and names and parameter and parameter.type == "cadres":
        return described([names.get(each, each) for text in value for each in text.split(",")])
    bound = result.arguments.bound.get(name, value)
    if parameter is None:
        return described(value)
    return value_said(parameter, value, bound, language) + _reach(below, language)


def _reach(below: object, language: Language) -> str:
    """Whether what is below a unit counts, where the reader chose other than the query does by itself."""
    if below is None:
        return ""
    if language == "en":
        return " (with what is below it)" if below == "yes" else " (without what is below it)"
    return "（含下属单位）" if below == "yes" else "（不含下属单位）"


def value_said(parameter: Parameter, value: object, bound: object, language: Language) -> str:
    """A value as it was given, and as it was sent to the engine, in words."""
    if parameter.type in ("day", "month"):
        day = str(bound) if value == "today" else described(value)
        return day.replace("-", ".") if language == "zh" else day
    if isinstance(bound, bool) and language == "zh":
        return "是" if bound else "否"
    choices = "position_level" if parameter.type == "level" else parameter.choices
    if isinstance(bound, str) and parameter.type in ("one_of", "level"):
        return coded(choices, bound, language)
    if isinstance(bound, list) and parameter.type == "several_of":
        return described([coded(choices, each, language) for each in bound])
    return described(value)


def cut_off(result: Result, language: Language) -> str:
    """That there are more rows, and how many where that is known; empty where these are all."""
    if not result.truncated:
        return ""
    shown = len(result.rows)
    if language == "en":
        return f"Cut off: {shown} of {result.total} rows." if result.total else "Cut off: there are more rows."
    return f"结果已截断: 共 {result.total} 行, 只列出 {shown} 行。" if result.total else "结果已截断: 还有更多行。"


def marks(result: Result, clearance: Access, today: str, language: Language) -> tuple[str, ...]:
    """Lines that say what the result is: the sentence, the query and its parameters, the day and the class."""
    given = "; ".join(f"{k} = {described(v)}" for k, v in result.arguments.shown.items() if v is not None) or "-"
    lines = [sentence(result, language), f"{result.query.name} · {given}"]
    if language == "en":
        lines.append(
            f"Run on {today} · class {max(result.query.access, 1)} of {int(clearance)} · {len(result.rows)} rows"
        )
        lines += [cut_off(result, "en")] if result.truncated else []
    else:
        lines.append(
            f"查询日期 {today} · 密级 {int(result.query.access)} (权限 {int(clearance)}) · {len(result.rows)} 行"
        )
        lines += [cut_off(result, "zh")] if result.truncated else []
    return tuple(lines)

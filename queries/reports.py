"""A result as a table to be written out, with its title, its headings and where it is from."""

from __future__ import annotations

from graph.model.schema import Access
from graph.model.words import Language
from queries.file import Header, described
from queries.running import Result


def headings(result: Result, language: Language) -> tuple[tuple[str, str, str], ...]:
    """Name, title and type of each column; the title is its meaning in the reader's language, with its unit."""
    return tuple((name, _title(result, name, language), kind) for name, kind in result.columns)


def _title(result: Result, name: str, language: Language) -> str:
    column = result.query.header.columns.get(name)
    if column is None:
        return name
    unit = f" ({column.unit(language)})" if column.unit else ""
    return column.meaning(language) + unit


def sentence(result: Result, language: Language) -> str:
    """What was asked, in one sentence: the query's template with the values given, else its question.

    The question too where nothing was given that might be left out: a sentence of blanks tells less.
    """
    header = result.query.header
    asked = [value for name, value in result.arguments.shown.items() if name in _open(header)]
    if header.sentence is None or (asked and all(value is None for value in asked)):
        return header.question(language)
    blank = "any" if language == "en" else "不限"
    told = {
        name: blank if value is None else said(result, name, value, language)
        for name, value in result.arguments.shown.items()
    }
    return header.sentence(language).format_map(dict.fromkeys(header.parameters, blank) | told)


def _open(header: Header) -> set[str]:
    """The parameters that may be left out and have no value of their own."""
    return {name for name, each in header.parameters.items() if not each.required and each.default is None}


def said(result: Result, name: str, value: object, language: Language) -> str:
    """One value that was given, as a reader would write it; of `today` the day that was, of an id the name."""
    if name in result.arguments.names:
        return result.arguments.names[name]
    parameter = result.query.header.parameters.get(name)
    if parameter is None or parameter.type not in ("day", "month"):
        return described(value)
    day = str(result.arguments.bound.get(name, value)) if value == "today" else described(value)
    return day.replace("-", ".") if language == "zh" else day


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

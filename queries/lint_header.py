"""What a header declares held against itself: names, bounds and defaults that no reader could have given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from graph.model.codes import code_list
from graph.model.values import is_partial_date
from graph.model.words import Both, listed, sayings
from queries.arguments import BELOW
from queries.fault import Fault
from queries.file import TAKEN, Parameter, QueryFile

_say: Final = sayings("queries")


def header_faults(query: QueryFile) -> Iterator[Fault]:
    """Every parameter that could not be given or whose default is no value of its type, and columns called alike."""
    for name, each in query.header.parameters.items():
        where = f"parameters.{name}"
        if name in TAKEN or not name.isidentifier():
            yield Fault(where, _say("parameter_name_reserved", name=name, of_the_page=listed(TAKEN)))
        if each.type == "unit" and name + BELOW in query.header.parameters:
            yield Fault(f"parameters.{name}{BELOW}", _say("parameter_name_of_unit", name=name + BELOW, unit=name))
        if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:
            yield Fault(f"{where}.minimum", _say("minimum_above_maximum", minimum=each.minimum, maximum=each.maximum))
        for value in _defaults(each):
            if wrong := _no_value(each, value):
                yield Fault(f"{where}.default", _say("default_wrong", value=value, wrong=wrong))
    yield from _called_alike(query)


def _called_alike(query: QueryFile) -> Iterator[Fault]:
    """Columns that a reader of one language could not tell apart; a text in two languages is one column."""
    for language in ("zh", "en"):
        first: dict[str, str] = {}
        for name, column in query.header.columns.items():
            meaning = getattr(column.meaning, language)
            if column.english_of is None and first.setdefault(meaning, name) != name:
                told = _say("columns_called_alike", name=name, other=first[meaning], meaning=meaning)
                yield Fault(f"columns.{name}.meaning.{language}", told)


def _defaults(parameter: Parameter) -> list[Any]:
    default = parameter.default
    return [] if default is None else default if isinstance(default, list) else [default]


def _no_value(parameter: Parameter, value: Any) -> Both | None:  # noqa: ANN401 - as TOML has it
    """Why a default is no value of its type; None where it is one, or where only the graph can tell."""
    match parameter.type:
        case "integer":
            low, high = parameter.minimum, parameter.maximum
            whole = isinstance(value, int) and not isinstance(value, bool)
            inside = whole and (low is None or low <= value) and (high is None or value <= high)
            return None if inside else _say("default_no_whole_number")
        case "yes_no":
            return None if isinstance(value, bool) else _say("default_no_yes_or_no")
        case "day" | "month":
            return None if value == "today" or is_partial_date(str(value)) else _say("default_no_date")
        case "one_of" | "several_of" | "level":
            return _no_choice("position_level" if parameter.type == "level" else parameter.choices, str(value))
    return None if isinstance(value, str) else _say("default_no_text")


def _no_choice(choices: object, value: str) -> Both | None:
    if isinstance(choices, str):
        known = code_list(choices)
        return None if known.open or known.find(value) else _say("default_not_in_code_list", choices=choices)
    if isinstance(choices, tuple) and value not in choices:
        return _say("default_not_among_choices", choices=listed(choices))
    return None

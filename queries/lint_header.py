"""What a header declares held against itself: names, bounds and defaults that no reader could have given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.model.codes import code_list
from graph.model.values import is_partial_date
from queries.fault import Fault
from queries.file import OF_THE_PAGE, Parameter, QueryFile


def header_faults(query: QueryFile) -> Iterator[Fault]:
    """Every parameter that could not be given, or whose default is no value of its type."""
    for name, each in query.header.parameters.items():
        where = f"parameters.{name}"
        if name in OF_THE_PAGE or not name.isidentifier():
            yield Fault(where, f"{name!r} is no name for a parameter: an address uses {', '.join(OF_THE_PAGE)} itself")
        if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:
            yield Fault(f"{where}.minimum", f"{each.minimum} is above the maximum, {each.maximum}")
        for value in _defaults(each):
            if wrong := _no_value(each, value):
                yield Fault(f"{where}.default", f"{value!r} {wrong}")


def _defaults(parameter: Parameter) -> list[Any]:
    default = parameter.default
    return [] if default is None else default if isinstance(default, list) else [default]


def _no_value(parameter: Parameter, value: Any) -> str:  # noqa: ANN401 - as TOML has it
    """Why a default is no value of its type; empty where it is one, or where only the graph can tell."""
    match parameter.type:
        case "integer":
            low, high = parameter.minimum, parameter.maximum
            whole = isinstance(value, int) and not isinstance(value, bool)
            inside = whole and (low is None or low <= value) and (high is None or value <= high)
            return "" if inside else "is no whole number between minimum and maximum"
        case "yes_no":
            return "" if isinstance(value, bool) else "is neither true nor false"
        case "day" | "month":
            return "" if value == "today" or is_partial_date(str(value)) else "is no date such as 2024-03 or today"
        case "one_of" | "several_of" | "level":
            return _no_choice("position_level" if parameter.type == "level" else parameter.choices, str(value))
    return "" if isinstance(value, str) else "is no text"


def _no_choice(choices: object, value: str) -> str:
    if isinstance(choices, str):
        known = code_list(choices)
        return "" if known.open or known.find(value) else f"is not in the code list {choices}"
    if isinstance(choices, tuple) and value not in choices:
        return f"is not among the choices: {', '.join(choices)}"
    return ""

"""What columns of saved queries say in codes, in the reader's words: fields, kinds of record, findings, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.schema import Property
from queries.computed.stretches import LASTS
from webui.frame.language import language, say, words
from webui.parts.findings import code_text
from webui.parts.formats import date_text
from webui.parts.names import field_title, kind_name


def worded(column: str, value: Any) -> Any:  # noqa: ANN401 - a cell of a result
    """The value of a column of this name in words; any other value, and what no word is known for, as it is."""
    say_it = _WORDS.get(column)
    if say_it is None or isinstance(value, Mapping):
        return value
    if isinstance(value, list):
        return say("list_comma").join(str(say_it(str(each))) for each in value)
    return say_it(value) if isinstance(value, str) else value


def importer_title(name: str) -> str:
    """What an importer is called; an office's own as it calls itself."""
    return say(f"importer_{name}") if f"importer_{name}" in words() else name


def _field(name: str) -> str:
    declared = _properties().get(name)
    return field_title(declared) if declared else name


@cache
def _properties() -> Mapping[str, Property]:
    """One property of each name: those of one name are called alike or nearly so."""
    return {name: each for cls in reversed(list(record_types().values())) for name, each in cls.TYPE.properties.items()}


def _coded(name: str) -> Callable[[str], str]:
    return lambda value: code_list(name).label(value, language())


_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "field": _field,
    "fields": _field,
    "matter": _field,
    "kind": kind_name,
    "level": _coded("position_level"),
    "unit_level": _coded("unit_level"),
    "code": code_text,
    "codes": code_text,
    "severity": _coded("severity"),
    "origin": _coded("origin"),
    "importer": importer_title,
    "end": lambda value: say("until_now") if value == LASTS else date_text(value),
}

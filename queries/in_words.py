"""What a result says in the reader's language: values of code lists, and what the queries themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, Self

from graph.model.codes import code_list, code_lists, worded
from graph.model.data_files import load_toml
from graph.model.records import record_types
from graph.model.words import Language
from queries.contract import properties_returned
from queries.file import QueryFile

_PART: Final = re.compile(r"\{(\w+)\}")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_DAY: Final = r"\d{4}(?:-\d\d){0,2}"
_STANDS_FOR: Final = {"day": _DAY, "first_day": _DAY, "year": r"\d{4}", "count": r"\d+"}
"""What parts of some names stand for; any other part may be anything, and is told in English itself."""

_UNKNOWN: Final = "不详"
"""What queries say in place of a property that is not known."""

_SAID: Final = ("text", "texts", "value")
"""Types of columns that hold words."""


class Told(str):
    """A text a computation made, Chinese as the graph is, that knows how it reads in English."""

    __slots__ = ("en",)
    en: str

    def __new__(cls, zh: str, en: str) -> Self:
        """The text in both languages."""
        told = super().__new__(cls, zh)
        told.en = en
        return told


def in_words(query: QueryFile, column: str, value: Any, language: Language) -> Any:  # noqa: ANN401 - a cell of a result
    """The cell of this column as a reader of the language sees it; what no word is known for as it is."""
    declared = query.header.columns.get(column)
    if isinstance(value, bool) and language == "en":
        return "yes" if value else "no"
    if declared is None or declared.type not in _SAID:
        return value
    lists = _lists(query.cypher, column)
    if not isinstance(value, list):
        return _worded(value, lists, language)
    told = [_worded(each, lists, language) for each in value]
    return "; ".join(told) if language == "en" and all(isinstance(each, str) for each in told) else told


def coded(choices: object, value: str, language: Language) -> str:
    """A value of the code list of this name, or of those a query lists itself; any other value as it is."""
    if isinstance(choices, str):
        return code_list(choices).label(value, language)
    return phrase(value) if isinstance(choices, tuple) and language == "en" else value


def _worded(value: Any, lists: tuple[str, ...] | None, language: Language) -> Any:  # noqa: ANN401 - a cell of a result
    if isinstance(value, Told):
        return value.en if language == "en" else value
    if not isinstance(value, str):
        return value
    if (told := worded(value, lists or (), language)) != value:
        return told
    if language == "zh":
        return value
    return phrase(value) if lists is None or value == _UNKNOWN else value


@cache
def _lists(cypher: str, column: str) -> tuple[str, ...] | None:
    """The code lists a column takes its values from; None for what the query makes up itself.

    A map that the query makes has keys that are no properties of the model.
    """
    name = properties_returned(cypher).get(column)
    return None if name is None else _choices().get(name)


@cache
def _choices() -> Mapping[str, tuple[str, ...]]:
    """By the name of a property, the code lists that properties of this name take their values from."""
    found: dict[str, dict[str, None]] = {}
    for cls in record_types().values():
        ties = (each for link in cls.TYPE.links.values() for each in link.properties)
        for each in (*cls.TYPE.properties.values(), *ties):
            found.setdefault(each.name, {}).update(dict.fromkeys(each.lists))
    return {name: tuple(lists) for name, lists in found.items()}


def phrase(text: str) -> str:
    """A text that a query says, in English: a phrase whole or with its parts, or a value of any code list.

    A day and whatever else has nothing Chinese in it stays as it is.
    """
    said = phrases().get(text) or _codes().get(text)
    if said or not _HAN.search(text):
        return said or text
    for pattern, english in _templates():
        if found := pattern.fullmatch(text):
            parts = found.groupdict().items()
            return english.format_map({name: part if name in _STANDS_FOR else phrase(part) for name, part in parts})
    return text


def phrases() -> Mapping[str, str]:
    """What queries say, by the Chinese; some with `{parts}`."""
    return load_toml(__package__, "phrases.toml")


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_pattern(zh)), en) for zh, en in phrases().items() if _PART.search(zh))


def _pattern(template: str) -> str:
    pieces = _PART.split(template)
    return "".join(
        f"(?P<{piece}>{_STANDS_FOR.get(piece, '.+?')})" if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )


@cache
def _codes() -> Mapping[str, str]:
    """The values of all code lists; of a value that stands in several, what the first says."""
    return {code.name: code.en for code in reversed(list(_every_code()))}


def _every_code() -> Iterator[Any]:
    for each in code_lists().values():
        yield from each.items

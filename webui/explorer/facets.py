"""Properties by whose values a picture is filtered: those with a list of values that may play a part."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.records import record_types
from graph.model.schema import Access
from queries.parts import Node
from webui.frame.language import language
from webui.parts.names import field_title, kind_title

_SHAPE: Final = re.compile(r"([A-Za-z]{1,40})\.([a-z_]{1,40})=(.{1,60})")


@dataclass(frozen=True)
class Facet:
    """One property of one kind of thing: what both are called, and each value with its number of things."""

    label: str
    name: str
    title: str
    values: tuple[tuple[str, int], ...]


def is_facet(text: str) -> bool:
    """Whether `Label.property=value` names a property that a picture may be filtered by."""
    found = _SHAPE.fullmatch(text)
    return found is not None and (found[1], found[2]) in offered()


@cache
def offered() -> Mapping[tuple[str, str], str]:
    """The list of values of each property that is offered, by label and name."""
    never = set(load_toml(__package__, "facets.toml")["never"])
    return {
        (label, name): declared.choices
        for label, cls in record_types().items()
        if cls.TYPE.access < Access.RESTRICTED
        for name, declared in cls.TYPE.properties.items()
        if declared.choices and f"{label}.{name}" not in never
        if (declared.access or cls.TYPE.access) < Access.RESTRICTED
    }


def facets(things: Iterable[Node], chosen: Sequence[str]) -> tuple[Facet, ...]:
    """What these things can be told apart by: properties with two values or more, and those chosen already."""
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for thing in things:
        for name, value in _told(thing):
            counted[thing.label, name][value] += 1
    asked = _asked(chosen)
    return tuple(
        Facet(*key, _title(*key), tuple(sorted(values.items(), key=lambda each: (-each[1], each[0]))))
        for key, values in sorted(counted.items())
        if len(values) > 1 or key in asked
    )


def passes(thing: Node, chosen: Sequence[str]) -> bool:
    """Whether a thing has a chosen value of each property chosen for its kind; other kinds always pass."""
    told: dict[str, set[str]] = defaultdict(set)
    for name, value in _told(thing):
        told[name].add(value)
    return all(told[name] & values for (label, name), values in _asked(chosen).items() if label == thing.label)


def value_name(label: str, name: str, value: str) -> str:
    """What a value is called in the language of the page."""
    return code_list(offered()[label, name]).label(value, language())


def facet_name(text: str) -> str:
    """`Label.property=value` as a reader would say it."""
    found = _SHAPE.fullmatch(text)
    return f"{_title(found[1], found[2])} {value_name(found[1], found[2], found[3])}" if found else text


def _asked(chosen: Sequence[str]) -> Mapping[tuple[str, str], set[str]]:
    asked: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text in chosen:
        if found := _SHAPE.fullmatch(text):
            asked[found[1], found[2]].add(found[3])
    return asked


def _told(thing: Node) -> Iterator[tuple[str, str]]:
    for label, name in offered():
        value = thing.properties.get(name) if label == thing.label else None
        if value not in (None, "", []):
            yield from ((name, str(each)) for each in (value if isinstance(value, list) else [value]))


def _title(label: str, name: str) -> str:
    declared = record_types()[label].TYPE
    return f"{kind_title(declared)} · {field_title(declared.properties[name])}"

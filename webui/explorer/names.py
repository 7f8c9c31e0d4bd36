"""What kinds of things and relations are called in the language of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from analysis.network.ties import kind
from graph.model.records import record_types
from graph.model.values import is_partial_date
from queries.parts import Node
from webui.explorer.state import Way
from webui.frame.language import language
from webui.parts.formats import date_text


def label_name(label: str) -> str:
    """What a label is called; the label itself where the model has none."""
    declared = record_types().get(label)
    return label if declared is None else declared.TYPE.zh if language() == "zh" else declared.TYPE.en


def thing_name(thing: Node) -> str:
    """What a thing is called; a day in its name as the language writes days, and its kind where nothing names it."""
    head, _, tail = thing.name.rpartition(" ")
    if not is_partial_date(tail) or len(tail) < 7:
        return label_name(thing.label) if thing.name == _kind_zh(thing.label) else thing.name
    return f"{label_name(thing.label) if head == _kind_zh(thing.label) else head} {date_text(tail)}"


def _kind_zh(label: str) -> str:
    declared = record_types().get(label)
    return declared.TYPE.zh if declared else ""


def relation_name(type: str, *, outward: bool = True) -> str:  # noqa: A002 - Neo4j's own word
    """What a relation of the graph is called, along its arrow or against it."""
    told = relation_names().get(type)
    return told[language() if outward else f"back_{language()}"] if told else type


def way_name(way: Way) -> str:
    """What a relation or derived kind is called, seen from a thing."""
    if way.kind:
        return kind(way.kind).title(language(), outward=way.outward)
    return relation_name(way.type, outward=way.outward)


@cache
def relation_names() -> Mapping[str, Mapping[str, str]]:
    """Every relation of the model, with its names."""
    return tomllib.loads(files(__package__).joinpath("relations.toml").read_text("utf-8"))

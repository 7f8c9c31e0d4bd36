"""What the things of a picture and the ways between them are called in the language of the page."""

from __future__ import annotations

from analysis.network.ties import kind
from graph.model.records import record_types
from graph.model.values import is_partial_date
from queries.parts import Node
from webui.explorer.state import Way
from webui.frame.language import language
from webui.parts.formats import date_text
from webui.parts.names import kind_name, relation_name


def thing_name(thing: Node) -> str:
    """What a thing is called; a day in its name as the language writes days, and its kind where nothing names it."""
    head, _, tail = thing.name.rpartition(" ")
    if not is_partial_date(tail) or len(tail) < 7:
        return kind_name(thing.label) if thing.name == _kind_zh(thing.label) else thing.name
    return f"{kind_name(thing.label) if head == _kind_zh(thing.label) else head} {date_text(tail)}"


def _kind_zh(label: str) -> str:
    declared = record_types().get(label)
    return declared.TYPE.zh if declared else ""


def way_name(way: Way) -> str:
    """What a relation or derived kind is called, seen from a thing."""
    if way.kind:
        return kind(way.kind).title(language(), outward=way.outward)
    return relation_name(way.type, outward=way.outward)

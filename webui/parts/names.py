"""What kinds of things, their fields and relations, and topics of queries are called in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.model.codes import worded
from graph.model.data_files import load_toml
from graph.model.records import record_types
from graph.model.records.rank_record import RANKS
from graph.model.schema import Link, Property, RecordType
from graph.model.values import is_partial_date
from webui.frame.language import language, say, words
from webui.parts.formats import date_text


def kind_title(declared: RecordType) -> str:
    """What a record type is called."""
    return declared.title(language())


def kind_name(label: str) -> str:
    """What a label is called; any other text as it is."""
    declared = record_types().get(label)
    return kind_title(declared.TYPE) if declared else label


def thing_name(label: str, name: str) -> str:
    """What a thing is called; a day in its name as the language writes days, its kind or a coded value in words."""
    head, _, tail = name.rpartition(" ")
    if not head or not is_partial_date(tail):
        return _called(label, name)
    return f"{_called(label, head)} {date_text(tail)}"


def _called(label: str, said: str) -> str:
    return kind_name(label) if said == _kind_zh(label) else worded(said, _lists(label), language())


def post_name(title: str | None) -> str:
    """What a post is called that may be a mere rank; None is empty."""
    return worded(title, RANKS, language()) if title else ""


@cache
def _lists(label: str) -> tuple[str, ...]:
    """The code lists that have the words a thing of a kind is called by: those of its name, or else of all it says."""
    declared = record_types().get(label)
    properties = declared.TYPE.properties if declared else {}
    naming = (properties["name"],) if "name" in properties else properties.values()
    return tuple(dict.fromkeys(name for each in naming for name in each.lists))


def _kind_zh(label: str) -> str:
    declared = record_types().get(label)
    return declared.TYPE.zh if declared else ""


def field_title(declared: Property | Link) -> str:
    """What a property or relation of a record is called."""
    return declared.zh if language() == "zh" else declared.en


def relation_name(type: str, *, outward: bool = True) -> str:  # noqa: A002 - Neo4j's own word
    """What a relation of the graph is called, along its arrow or against it; any other type as it is."""
    told = relation_names().get(type)
    return told[language() if outward else f"back_{language()}"] if told else type


def relation_names() -> Mapping[str, Mapping[str, str]]:
    """Every relation of the model, with its names."""
    return load_toml(__package__, "relations.toml")


def topic_title(topic: str) -> str:
    """A topic's name in the reader's language; that of an office's own topic as its folder is called."""
    key = f"topic_{topic}"
    return say(key) if key in words() else topic

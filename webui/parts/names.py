"""What kinds of things, their fields and relations, and topics of queries are called in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model.data_files import load_toml
from graph.model.records import record_types
from graph.model.schema import Link, Property, RecordType
from webui.frame.language import language, say, words


def kind_title(declared: RecordType) -> str:
    """What a record type is called."""
    return declared.title(language())


def kind_name(label: str) -> str:
    """What a label is called; any other text as it is."""
    declared = record_types().get(label)
    return kind_title(declared.TYPE) if declared else label


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

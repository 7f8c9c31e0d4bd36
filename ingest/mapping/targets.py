"""What a mapping may aim at: every record type of the model but those the program keeps itself, with their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.schema import Kind, Link, Property, RecordType
from ingest.mapping.words import data

PERSON_PARTS = ("name", "sex", "birth_month", "work_start", "id_number")
"""What names a cadre in a link, besides `identify`."""


@cache
def targets() -> Mapping[str, RecordType]:
    """The record types a mapping may make, by label."""
    kept = data("targets")["kept"]
    return {label: cls.TYPE for label, cls in record_types().items() if label not in kept}


@dataclass(frozen=True, slots=True)
class TargetField:
    """One property or link of a target, as the reference shows it."""

    name: str
    role: str
    zh: str
    en: str
    kind: str
    required: bool
    key: bool
    help: str
    choices: tuple[str, ...] = ()


def fields_of(declared: RecordType) -> Iterator[TargetField]:
    """The properties, then the links, of a target."""
    for prop in declared.properties.values():
        yield _property(declared, prop)
    for link in declared.links.values():
        yield _link(declared, link)


def _property(declared: RecordType, prop: Property) -> TargetField:
    choices = code_list(prop.choices).names if prop.choices else ()
    key = prop.name in declared.key
    return TargetField(
        prop.name, "value", prop.zh, prop.en, prop.kind.value, prop.required, key, prop.help, tuple(choices)
    )


def _link(declared: RecordType, link: Link) -> TargetField:
    parts = PERSON_PARTS if link.target == "Cadre" else record_types()[link.target].TYPE.key
    told = f"→ {link.target} ({', '.join(parts)})"
    if link.properties:
        told += f"; with {', '.join(each.name for each in link.properties)}"
    return TargetField(link.name, "link", link.zh, link.en, told, link.required, link.name in declared.key, "")


def target_as_json(declared: RecordType) -> dict[str, Any]:
    """A target with its fields, for pages and programs."""
    return {
        "type": declared.label,
        "zh": declared.zh,
        "en": declared.en,
        "help": declared.help,
        "key": list(declared.key),
        "fields": [asdict(each) for each in fields_of(declared)],
    }


def is_date(prop: Property) -> bool:
    """Whether a property holds a date or a year."""
    return prop.kind in (Kind.DATE, Kind.YEAR)

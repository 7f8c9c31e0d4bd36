"""What a mapping says that the model does not have: record types, properties, links, keys, tables, aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.schema import Kind, Link, Property, RecordType
from graph.model.values import is_partial_date
from graph.model.words import Both, listed
from ingest.mapping.lines import Path
from ingest.mapping.messages import said_by, say
from ingest.mapping.model import AnyLink, AnyValue, LinkSpec, MappingSpec, RecordSpec, Value
from ingest.mapping.reading import value_reader
from ingest.mapping.shapes import sentence_of
from ingest.mapping.targets import PERSON_PARTS, is_date, targets
from ingest.mapping.templates import parse_template
from ingest.mapping.values import Sources, raw_value

Found = tuple[Path, Both]

_SCHEME: Final = re.compile(r"[a-z][a-z0-9_.\-]{0,39}")
RESERVED: Final = frozenset({"person_key", "name_birth", "id_number"})
"""Schemes the program keeps itself; `id_number` may be given, and is hashed."""

_KEEPING: Final = (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.YEAR)
"""Kinds of which some words say that nothing is known, unless the mapping keeps them."""

VALUE: Final[TypeAdapter[Value]] = TypeAdapter(AnyValue)
LINK: Final[TypeAdapter[LinkSpec]] = TypeAdapter(AnyLink)


def faults_in(spec: MappingSpec) -> Iterator[Found]:
    """Every fault with the key it is at."""
    yield from _source_faults(spec)
    sources = Sources(spec.read, spec.tables, {name: {} for name in spec.lookup})
    for name, each in spec.compute.items():
        yield from _value_faults(each, None, sources, spec, ("compute", name))
    for number, record in enumerate(spec.record):
        path: Path = ("record", number)
        if record.type not in targets():
            yield (*path, "type"), _no_target(record.type)
            continue
        yield from _record_faults(record, spec, sources, path)
    yield from _name_faults(spec)


def _source_faults(spec: MappingSpec) -> Iterator[Found]:
    date = spec.source.date
    if date is not None and not is_partial_date(date):
        yield ("source", "date"), say("bad-source-date", value=date)
    for number, origin in enumerate([spec.source.origin, *(each.origin for each in spec.record)]):
        if origin is not None and origin not in code_list("origin").names:
            at: Path = ("source", "origin") if number == 0 else ("record", number - 1, "origin")
            yield at, say("no-such-origin", value=origin, there=listed(code_list("origin").names))
    for name, each in spec.lookup.items():
        if each.records is not None and each.records not in targets():
            yield ("lookup", name, "records"), _no_target(each.records)
        if each.file is not None and (each.file.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", each.file)):
            yield ("lookup", name, "file"), say("path-leads-out", path=each.file)


def _no_target(label: str) -> Both:
    near = get_close_matches(label, targets(), n=3)
    return say("no-such-type", value=label, there=listed(near or targets()))


def _record_faults(record: RecordSpec, spec: MappingSpec, sources: Sources, path: Path) -> Iterator[Found]:
    declared = targets()[record.type]
    yield from _each_faults(record, path)
    for name, value in record.compute.items():
        yield from _value_faults(value, None, sources, spec, (*path, "compute", name))
    for name, value in record.values.items():
        prop = declared.properties.get(name)
        if name == "id_number" and declared.label == "Cadre":
            yield (*path, "values", name), say("id-number-is-identify")
        elif prop is None:
            yield (*path, "values", name), _no_field(declared, name)
        else:
            yield from _value_faults(value, prop, sources, spec, (*path, "values", name))
    yield from _required_faults(record, declared, spec, path)
    yield from _identify_faults(record.identify, sources, spec, (*path, "identify"))
    if declared.label != "Cadre" and (record.identify or record.known or record.find):
        yield path, say("only-for-cadre")
    for name, link in record.links.items():
        if name not in declared.links:
            yield (*path, "links", name), _no_field(declared, name)
        else:
            yield from _link_faults(declared.links[name], link, sources, spec, (*path, "links", name))
    for part in ("date", "author"):
        if value_spec := getattr(record, part):
            yield from _value_faults(value_spec, None, sources, spec, (*path, part))


def _each_faults(record: RecordSpec, path: Path) -> Iterator[Found]:
    each = record.each
    for pattern in (each.match, each.columns) if each else ():
        if isinstance(pattern, str):
            try:
                re.compile(pattern)
            except re.error as error:
                yield (*path, "each"), say("bad-pattern", pattern=pattern, error=error)


def _no_field(declared: RecordType, name: str) -> Both:
    names = [*declared.properties, *declared.links]
    if name in declared.links:
        return say("is-a-link", name=name, type=declared.label)
    if name in declared.properties:
        return say("is-a-value", name=name, type=declared.label)
    near = get_close_matches(name, names, n=4)
    return say("no-such-field", name=name, type=declared.label, there=listed(near or names))


def _required_faults(record: RecordSpec, declared: RecordType, spec: MappingSpec, path: Path) -> Iterator[Found]:
    for prop in declared.properties.values():
        if prop.required and prop.name not in record.values and not (declared.label == "Cadre" and record.known):
            yield path, say("missing-field", name=prop.name, type=declared.label, what=prop)
    persons = [each for each in spec.record if each.type == "Cadre"]
    for link in declared.links.values():
        implied = link.target == "Cadre" and len(persons) == 1
        if link.required and link.name not in record.links and not implied:
            yield path, say("missing-link", name=link.name, type=declared.label, target=link.target)


def _value_faults(
    value: Value, prop: Property | None, sources: Sources, spec: MappingSpec, path: Path
) -> Iterator[Found]:
    try:
        raw_value(value, sources)
        if prop is not None:
            value_reader(prop, value, spec.read, "2000-01-01")
    except ValueError as error:
        yield path, said_by(error)
        return
    if prop is not None and not is_date(prop) and (value.date is not None or value.inclusive or value.empty):
        yield path, say("no-date-property", name=prop.name)
    if prop is not None and value.keep is not None and (prop.choices or prop.kind not in _KEEPING):
        yield path, say("keep-without-use", name=prop.name)
    if value.empty and prop is not None and prop.name != "end":
        yield path, say("empty-only-for-end")
    if prop is not None and value.text is not None and not parse_template(value.text).columns:
        yield path, say("text-without-columns")


def _identify_faults(given: dict[str, Value], sources: Sources, spec: MappingSpec, path: Path) -> Iterator[Found]:
    for scheme, value in given.items():
        if scheme != "id_number" and (scheme in RESERVED or not _SCHEME.fullmatch(scheme)):
            yield (*path, scheme), say("bad-scheme", value=scheme)
        yield from _value_faults(value, None, sources, spec, (*path, scheme))


def _link_faults(link: Link, given: LinkSpec, sources: Sources, spec: MappingSpec, path: Path) -> Iterator[Found]:
    if given.record is not None:
        named = [each for each in spec.record if each.alias == given.record]
        if not named:
            there = listed(each.alias for each in spec.record)
            yield path, say("no-such-record", value=given.record, there=there)
        elif named[0].type != link.target:
            yield path, say("wrong-record", value=given.record, type=named[0].type, target=link.target)
    edges = {each.name: each for each in link.properties}
    for name, value in given.values.items():
        if name not in edges:
            yield (*path, "with", name), say("no-such-edge", name=name, there=listed(edges))
        else:
            yield from _value_faults(value, edges[name], sources, spec, (*path, "with", name))
    if given.record is None:
        yield from _part_faults(link.target, given, sources, spec, path)


def _part_faults(target: str, given: LinkSpec, sources: Sources, spec: MappingSpec, path: Path) -> Iterator[Found]:
    declared = record_types()[target].TYPE
    allowed = PERSON_PARTS if target == "Cadre" else declared.key
    if target != "Cadre" and (given.identify or given.find):
        yield path, say("only-for-cadre")
    yield from _identify_faults(given.identify, sources, spec, (*path, "identify"))
    for name, raw in given.parts.items():
        if name not in allowed:
            yield (*path, name), say("no-such-part", name=name, target=target, there=listed(allowed))
            continue
        try:
            if name in declared.links:
                yield from _link_faults(declared.links[name], LINK.validate_python(raw), sources, spec, (*path, name))
            else:
                prop = declared.properties.get(name)
                yield from _value_faults(VALUE.validate_python(raw), prop, sources, spec, (*path, name))
        except ValidationError as error:
            yield from (((*path, name), sentence_of(each)) for each in error.errors()[:1])
    if target != "Cadre":
        for name in needed_parts(declared):
            if name not in given.parts:
                yield path, say("missing-part", name=name, target=target)


def needed_parts(declared: RecordType) -> Iterable[str]:
    """Parts of a key that must be there: those the model requires."""
    return [
        name
        for name in declared.key
        if (declared.properties[name].required if name in declared.properties else declared.links[name].required)
    ]


def _name_faults(spec: MappingSpec) -> Iterator[Found]:
    seen: set[Any] = set()
    for number, record in enumerate(spec.record):
        if record.name is not None and record.name in seen:
            yield ("record", number, "name"), say("doubled-name", value=record.name)
        seen.add(record.name)

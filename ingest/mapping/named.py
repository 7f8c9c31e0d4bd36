"""Which columns a mapping names, each as it is written and as seen from the row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from ingest.mapping.faults import LINK, VALUE
from ingest.mapping.lines import Path as Key
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.model import Each, LinkSpec, RecordSpec, Value
from ingest.mapping.scope import ROW, climbed
from ingest.mapping.targets import targets
from ingest.mapping.templates import parse_template
from ingest.mapping.together import first_of

Named = tuple[Key, str, bool]
"""Where a mapping names a column, the column, and whether the table may lack it."""


def value_columns(value: Value) -> Iterator[tuple[str, bool]]:
    """The columns a value is taken from, each with whether the table may lack it."""
    if value.column is not None:
        yield value.column, value.optional
    if value.text is not None:
        yield from ((name, value.optional) for name in parse_template(value.text).columns)
    for each in (*(value.first_of or ()), *([value.by] if value.by else ())):
        yield from ((name, optional or value.optional) for name, optional in value_columns(each))


def _link_columns(link: LinkSpec, target: str, path: Key) -> Iterator[Named]:
    for name, value in link.values.items():
        yield from _of(value, (*path, "with", name))
    for name, value in link.identify.items():
        yield from _of(value, (*path, "identify", name))
    for name, raw in link.parts.items():
        declared = targets().get(target)
        try:
            if declared is not None and name in declared.links:
                yield from _link_columns(LINK.validate_python(raw), declared.links[name].target, (*path, name))
            else:
                yield from _of(VALUE.validate_python(raw), (*path, name))
        except ValidationError:
            continue


def _of(value: Value, path: Key) -> Iterator[Named]:
    yield from ((path, name, optional) for name, optional in value_columns(value))


def _own_columns(record: RecordSpec, path: Key) -> Iterator[Named]:
    """The columns one `[[record]]` names, as written; what it computes itself is none."""
    own: set[str] = set()
    used = set(_used(record.compute, (name for _, name, _ in _record_columns(record, path))))
    for name, value in record.compute.items():
        if name in used:
            yield from (each for each in _of(value, (*path, "compute", name)) if each[1] not in own)
        own.add(name)
    yield from (each for each in _record_columns(record, path) if each[1] not in own)


def _used(computed: Mapping[str, Value], names: Iterable[str]) -> Iterator[str]:
    """Those of the computed columns that are read, by others of them too."""
    wanted = set(names)
    for name, value in reversed(list(computed.items())):
        if name in wanted:
            yield name
            wanted.update(climbed(column)[1] for column, _ in value_columns(value))


def unused_compute(mapping: LoadedMapping) -> Iterator[Key]:
    """Where a column is computed that nothing reads."""
    names: set[str] = set()
    for number, record in enumerate(mapping.spec.record):
        path: Key = ("record", number)
        used = set(_used(record.compute, (name for _, name, _ in _record_columns(record, path))))
        yield from ((*path, "compute", name) for name in record.compute if name not in used)
        names |= {climbed(each.name)[1] for each in record_columns(record, path)}
    shared = set(_used(mapping.spec.compute, names))
    yield from (("compute", name) for name in mapping.spec.compute if name not in shared)


def _record_columns(record: RecordSpec, path: Key) -> Iterator[Named]:
    for part in ("values", "identify"):
        for name, value in getattr(record, part).items():
            yield from _of(value, (*path, part, name))
    for part in ("key", "when", "unless"):
        yield from (((*path, part), name, False) for name in getattr(record, part))
    for part in ("date", "author"):
        if value := getattr(record, part):
            yield from _of(value, (*path, part))
    declared = targets()[record.type]
    for name, link in record.links.items():
        yield from _link_columns(link, declared.links[name].target, (*path, "links", name))


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a mapping names: where, how, whether the table may lack it, and what it may mean.

    `paths` are what it may lead to as seen from the row, of which one is enough: none where it can lead to nothing,
    None where the item itself gives it.
    """

    key: Key
    name: str
    optional: bool
    paths: tuple[str, ...] | None

    def is_among(self, computed: Collection[str]) -> bool:
        """Whether it names a column that is computed for the row, from inside an item with or without `../`."""
        return self.name in computed or any(path in computed for path in self.paths or ())


def record_columns(record: RecordSpec, path: Key) -> Iterator[Column]:
    """The columns that one `[[record]]` names."""
    each = record.each
    for key, name, optional in _own_columns(record, path):
        yield Column(key, name, optional, _leads_to(name, each))
    if each is None:
        return
    if each.items is not None:
        yield Column((*path, "each"), each.items, True, (each.items,))
    elif each.column is not None:
        yield Column((*path, "each"), each.column, False, (each.column,))
    elif each.together is not None:
        yield from (Column((*path, "each"), name, False, first_of(name)) for name in each.together)
    elif isinstance(each.columns, list):
        yield from (Column((*path, "each"), name, True, (name,)) for name in each.columns)


def _leads_to(name: str, each: Each | None) -> tuple[str, ...] | None:
    """See `Column.paths`."""
    ups, bare = climbed(name)
    if bare in (ROW, "@file", "@sheet"):
        return None
    if each is not None and each.items is not None:
        return _in_items(ups, bare, each.items)
    if each is not None and not ups:
        if bare in _given_by(each):
            return None
        return (bare,) if bare.startswith("@") else ()
    return (bare,) if ups == (0 if each is None else 1) else ()


def _in_items(ups: int, bare: str, items: str) -> tuple[str, ...] | None:
    """The same for an item of a nested list: which parts of its path are lists, the file tells."""
    if bare in ("@item", "@number", "@key"):
        return None
    names = items.split(".")
    if ups > len(names):
        return ()
    if not ups and not bare.startswith("@"):
        return (f"{items}.{bare}",)
    return tuple(".".join([*names[:length], bare]) for length in range(len(names) - ups, -1, -1))


def _given_by(each: Each) -> set[str]:
    """What a part of a cell, or of several cells side by side, or one of several columns, holds itself."""
    if each.together is not None:
        return {"@number", *each.together}
    pattern = each.match if each.columns is None else each.columns
    groups = set(re.compile(pattern).groupindex) if isinstance(pattern, str) else set()
    return {"@item", "@number", *(() if each.columns is None else ("@column",)), *groups}


def all_named(mapping: LoadedMapping, records: Iterable[tuple[int, RecordSpec]]) -> Iterator[Column]:
    """The columns that these records read, themselves or by what is computed for the row; computed ones are none."""
    compute = mapping.spec.compute
    names: set[str] = set()
    for number, record in records:
        for each in record_columns(record, ("record", number)):
            names.add(climbed(each.name)[1])
            if not each.is_among(compute):
                yield each
    used, before = set(_used(compute, names)), set[str]()
    for name, value in compute.items():
        if name in used:
            for key, column, optional in _of(value, ("compute", name)):
                if column not in before:
                    yield Column(key, column, optional, _leads_to(column, None))
        before.add(name)


def needed_columns(mapping: LoadedMapping, records: Mapping[int, RecordSpec]) -> frozenset[str]:
    """The columns without which some record cannot be made: what the model requires, and what tells who it is."""
    found: set[str] = set()
    for number, record in records.items():
        declared = targets()[record.type]
        required = {each.name for each in declared.properties.values() if each.required}
        required |= {each.name for each in declared.links.values() if each.required}
        for path, name, _ in _record_columns(record, ("record", number)):
            part, field = (*path[2:4], "", "")[:2]
            if part == "identify" or field in required:
                found.update(columns_behind(name, {**mapping.spec.compute, **record.compute}))
    return frozenset(found)


def columns_behind(name: str, computed: Mapping[str, Value]) -> Iterator[str]:
    """The column itself, and those it is computed of."""
    yield name
    if name in computed:
        rest = {other: value for other, value in computed.items() if other != name}
        for column, _ in value_columns(computed[name]):
            yield from columns_behind(column, rest)


def columns_named(mapping: LoadedMapping, records: Iterable[RecordSpec]) -> list[str]:
    """Every column the mapping reads or ignores, for finding the head."""
    named = [path for each in all_named(mapping, enumerate(records)) for path in each.paths or ()]
    return list(dict.fromkeys([*named, *mapping.spec.ignore]))

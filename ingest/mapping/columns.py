"""Which columns a mapping names, which of them a table lacks, and which of the table's nobody reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from graph.errors import Place
from ingest.mapping.faults import LINK, VALUE
from ingest.mapping.findings import Findings
from ingest.mapping.lines import Path as Key
from ingest.mapping.load import LoadedMapping
from ingest.mapping.messages import say
from ingest.mapping.model import Each, LinkSpec, RecordSpec, Value
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.scope import DEPTH, GIVEN, UP, paths_in
from ingest.mapping.targets import targets
from ingest.mapping.templates import parse_template

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


def record_columns(record: RecordSpec, path: Key, computed: Collection[str]) -> Iterator[Named]:
    """The columns one `[[record]]` names, as seen from its own rows or items; what is computed is none."""
    own = set(computed)
    for name, value in record.compute.items():
        yield from (each for each in _of(value, (*path, "compute", name)) if each[1] not in own)
        own.add(name)
    yield from (each for each in _record_columns(record, path) if each[1] not in own)


def _record_columns(record: RecordSpec, path: Key) -> Iterator[Named]:
    for part in ("values", "identify"):
        for name, value in getattr(record, part).items():
            yield from _of(value, (*path, part, name))
    for name in (*record.key, *record.when, *record.unless):
        yield path, name, False
    for part in ("date", "author"):
        if value := getattr(record, part):
            yield from _of(value, (*path, part))
    declared = targets()[record.type]
    for name, link in record.links.items():
        yield from _link_columns(link, declared.links[name].target, (*path, "links", name))


def _seen_from_row(record: RecordSpec, named: Iterable[Named]) -> Iterator[Named]:
    """The same as seen from the row: paths inside an item get the item's path before them."""
    each = record.each
    if each is None:
        yield from named
        return
    for path, name, _ in named:
        if name.startswith(UP):
            yield path, name.split(UP)[-1], True
        elif each.items is not None:
            yield path, f"{each.items}.{name}", True
    if each.items is not None:
        yield (), each.items, True
    elif each.column is not None:
        yield (), each.column, False
    elif isinstance(each.columns, list):
        yield from (((), name, True) for name in each.columns)


def _all_named(mapping: LoadedMapping, records: Iterable[tuple[int, RecordSpec]]) -> Iterator[Named]:
    computed = set(GIVEN)
    for name, value in mapping.spec.compute.items():
        yield from (each for each in _of(value, ("compute", name)) if each[1] not in computed)
        computed.add(name)
    for number, record in records:
        named = record_columns(record, ("record", number), computed)
        yield from _seen_from_row(record, named)


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
    named = [name for _, name, _ in _all_named(mapping, enumerate(records))]
    return list(dict.fromkeys([*named, *mapping.spec.ignore]))


class Columns:
    """Watches over the columns of one file."""

    def __init__(self, mapping: LoadedMapping) -> None:
        self._mapping = mapping
        self._filled: dict[str, Any] = {}

    def missing(self, table: OpenTable, records: Mapping[int, RecordSpec]) -> list[str]:
        """A line for each column the mapping needs and the table lacks; objects of JSON need have none."""
        if table.columns is None:
            return []
        found: list[str] = []
        for path, name, optional in _all_named(self._mapping, records.items()):
            shared = path[:1] == ("compute",) and len(self._parts()) > 1
            if optional or shared or name in table.columns:
                continue
            near = get_close_matches(name, table.columns, n=3, cutoff=0.5)
            there = "、".join(near or table.columns[:12])
            line = self._mapping.line(*path)
            found.append(f"  {self._mapping.path.name}:{line or '?'}: {say('no-such-column', name=name, there=there)}")
        return list(dict.fromkeys(found))

    def _parts(self) -> set[tuple[str | None, str | None]]:
        return {(each.rows, each.sheet) for each in self._mapping.spec.record}

    def see(self, data: Mapping[str, Any], columns: tuple[str, ...] | None) -> None:
        """Notice what the row holds."""
        filled = self._filled
        if columns is None:
            for path in paths_in(data):
                if path not in filled:
                    filled[path] = None
        elif len(filled) < len(columns):
            for name, cell in data.items():
                if name not in filled and cell not in ("", None):
                    filled[name] = None

    def unread(self, records: Iterable[RecordSpec]) -> list[str]:
        """Columns that hold something, and that the mapping neither reads nor ignores."""
        named = [name for _, name, _ in _all_named(self._mapping, enumerate(records))]
        patterns = [each.each.columns for each in self._mapping.spec.record if each.each and _is_pattern(each.each)]
        read = {part for name in named for part in _read_by(name)} | _looked_at(self._mapping)
        ignored = {_bare(name) for name in self._mapping.spec.ignore}
        # keys of an object whose values are items are no columns
        ignored |= {name.split(".*", maxsplit=1)[0] for name in named if ".*" in name}
        return [
            path
            for path in self._filled
            if not _is_read(path, read | ignored)
            and not _is_ignored(path, ignored)
            and not any(re.fullmatch(str(each), path) for each in patterns)
        ]

    def report(self, table: OpenTable, findings: Findings, records: Collection[RecordSpec]) -> None:
        """One finding for each column nobody reads; the next part starts anew."""
        unread = self.unread(records)
        shown = [path for path in unread if not any(path.startswith(f"{other}.") for other in unread)]
        row = table.header_rows[0] if table.header_rows else None
        for path in shown:
            findings.add(
                Place(sheet=table.sheet, row=row, column=path), "", "unread-column", say("unread-column", name=path)
            )
        if table.columns is None and self._filled:
            self._report_empty(table, findings, records)
        if table.columns is not None:
            for name in self._mapping.spec.ignore:
                if name not in table.columns and len(self._parts()) == 1:
                    line = self._mapping.line("ignore", name)
                    findings.add(
                        Place(column=name), "", "ignored-absent", say("ignored-absent", name=name), "info", line=line
                    )
        self._filled = {}

    def _report_empty(self, table: OpenTable, findings: Findings, records: Collection[RecordSpec]) -> None:
        """One remark for each path of objects that never led to anything: it may be written wrongly."""
        for number, record in enumerate(self._mapping.spec.record):
            if record not in records:
                continue
            named = record_columns(record, ("record", number), {*GIVEN, *self._mapping.spec.compute})
            for path, name in _paths_of_items(record, named):
                if name not in self._filled:
                    near = get_close_matches(name, self._filled, n=3, cutoff=0.6)
                    reason = say("never-there", name=name, near="、".join(near) or "-")
                    line = self._mapping.line(*path)
                    findings.add(Place(sheet=table.sheet, column=name), "", "never-there", reason, "info", line=line)


def _paths_of_items(record: RecordSpec, named: Iterable[Named]) -> Iterator[tuple[Key, str]]:
    """The paths that must lead to something, as seen from the row; those that cannot be followed there are left out."""
    each = record.each
    if each is not None and each.items is None:
        return
    for path, name, optional in named:
        whole = _bare(name if each is None else f"{each.items}.{name}")
        if not optional and not name.startswith(UP) and "*" not in whole and whole.count(".") <= DEPTH:
            yield path, whole


def _is_pattern(each: Each) -> bool:
    return isinstance(each.columns, str)


def _bare(path: str) -> str:
    """A path without what picks items of lists."""
    return re.sub(r"\[[^\]]*\]", "", path)


def _read_by(path: str) -> Iterator[str]:
    """What a path reads: where it leads to, and what it picks items of lists by (`a[scheme=x].b` reads `a.scheme`)."""
    yield _bare(path)
    for found in re.finditer(r"\[([^\]=]+)=[^\]]*\]", path):
        yield f"{_bare(path[: found.start()])}.{found[1]}"


def _is_read(path: str, read: Collection[str]) -> bool:
    """Whether a path is read, or leads to one that is."""
    return path in read or any(each.startswith(f"{path}.") for each in read)


def _is_ignored(path: str, ignored: Collection[str]) -> bool:
    """Whether a path, or one that it leads through, is ignored."""
    parts = path.split(".")
    return any(".".join(parts[:length]) in ignored for length in range(1, len(parts) + 1))


def _looked_at(mapping: LoadedMapping) -> set[str]:
    """Columns of a file's own table that a lookup reads."""
    return {each.key for each in mapping.spec.lookup.values() if each.file is None and each.records is None}

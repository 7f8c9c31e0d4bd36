"""The first rows of a table, column by column, with the lists inside its rows: what a mapping is suggested from."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graph.model.words import Both
from ingest.clean.values import ValueProblem
from ingest.clean.workbooks import open_workbook, seen_only
from ingest.errors import SourceError
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers import format_of, open_table
from ingest.mapping.readers.encodings import encoding_of
from ingest.mapping.readers.json_items import lists_of, objects_of
from ingest.mapping.readers.remarks import NOTE
from ingest.mapping.scope import GIVEN, is_nil, is_of_xml
from ingest.mapping.values import plain

ROWS: Final = 1000
_DEPTH: Final = 4
_SEVERAL: Final = 2
_MOST_SHEETS: Final = 20
_VALUES: Final = ("identifier", "id", "value")


@dataclass(slots=True)
class Sample:
    """One table of a file: the distinct texts of each column, and the same for each list inside the rows."""

    rows: str | None = None
    sheet: str | None = None
    """Its sheet in a workbook of several."""
    told: Both | None = None
    doubt: Both | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    inner: dict[str, Sample] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Of a list of identifiers: each scheme with each value."""
    schemes: dict[str, str] = field(default_factory=dict)
    """Of a list of identifiers: the key of the value by scheme, of those schemes in which nobody has another's."""
    count: int = 0
    """How many rows were looked at."""
    filled: dict[str, int] = field(default_factory=dict)
    """In how many of them each column holds something."""
    keys: list[str] = field(default_factory=list)
    """The keys of the rows, where they are the values of an object of objects."""


def samples(path: Path) -> list[Sample]:
    """The tables of a file: one, of JSON each list of objects, of a workbook each sheet, the first at the head.

    Raises SourceError as reading does.
    """
    read = ReadSpec()
    kind = format_of(path, read)
    lists = _lists_in(path) if kind == "json" else [""]
    if len(lists) < 2:
        only = _only_sample(path, read)
        return [only, *_other_sheets(path, read, only)] if kind == "excel" else [only]
    return [_sample(path, read.model_copy(update={"rows": rows}), rows) for rows in lists]


def _other_sheets(path: Path, read: ReadSpec, first: Sample) -> Iterator[Sample]:
    """The tables of the other sheets that are to be seen; those without headings are left out."""
    with open_workbook(path) as book:
        names = [name for name in seen_only(book) if name != first.sheet]
    for name in names[:_MOST_SHEETS]:
        with suppress(SourceError):
            yield _sample(path, read.model_copy(update={"sheet": name}), None)


def _lists_in(path: Path) -> list[str]:
    encoding = encoding_of(path, None).name
    return lists_of(path, encoding) or objects_of(path, encoding)


def _only_sample(path: Path, read: ReadSpec) -> Sample:
    """The only table; one in which no row can be the headings is taken for one without."""
    try:
        return _sample(path, read, None)
    except SourceError:
        bare = read.model_copy(update={"header": False})
        try:
            sample = _sample(path, bare, None)
        except SourceError:
            sample = Sample()
        if len(sample.columns) < _SEVERAL:
            raise
        sample.settings = {**sample.settings, "header": False}
        return sample


def _sample(path: Path, read: ReadSpec, rows: str | None) -> Sample:
    table = open_table(path, read)
    if groups := table.settings.get("groups"):
        settings = table.settings
        table = open_table(path, read.model_copy(update={"groups": groups}))
        table.settings = settings
    sample = Sample(rows, table.sheet, table.told, table.doubt, {} if rows else table.settings)
    if table.columns is not None:
        sample.columns = {name: [] for name in table.columns}
    rows_of_it = [row for _, row in itertools.islice(table.rows, ROWS) if NOTE not in row]
    sample.keys = [str(row["@key"]) for row in rows_of_it if "@key" in row]
    sample.count = len(rows_of_it)
    _take(sample, rows_of_it, "", 0)
    _gather(sample)
    if table.columns is not None:
        sample.columns = {name: texts for name, texts in sample.columns.items() if texts or not name.startswith("#")}
    return sample


def _gather(sample: Sample) -> None:
    """What stands in some rows as a list and in others as the only item without its list is one: the list."""
    for path, inner in sample.inner.items():
        sample.columns.pop(path, None)
        for name in [each for each in sample.columns if each.startswith(f"{path}.")]:
            texts = sample.columns.pop(name)
            some = inner.columns.setdefault(name.removeprefix(f"{path}."), [])
            some += [text for text in texts if text not in some]
        _gather(inner)
    for path in [each for each, texts in sample.columns.items() if not texts]:
        if any(each.startswith(f"{path}.") for each in sample.columns):
            del sample.columns[path]  # an object that is nothing in some rows


def _take(sample: Sample, rows: Iterable[Mapping[str, Any]], prefix: str, depth: int) -> None:
    for row in rows:
        for name, value in row.items():
            if name in GIVEN or is_of_xml(name) or (isinstance(value, Mapping) and is_nil(value)):
                continue
            path = f"{prefix}{name}"
            if depth > _DEPTH:
                sample.columns.setdefault(path, [])  # not looked into, but there
            elif isinstance(value, Mapping):
                _take(sample, [value], f"{path}.", depth + 1)
            elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
                inner = sample.inner.setdefault(path, Sample())
                items = [each for each in value if isinstance(each, Mapping)]
                _take(inner, items, "", depth + 1)
                _take_schemes(inner, items)
            else:
                sample.filled[path] = sample.filled.get(path, 0) + (value not in ("", None))
                _add(sample.columns.setdefault(path, []), value)


def _take_schemes(inner: Sample, items: Iterable[Mapping[str, Any]]) -> None:
    """The schemes of a list of identifiers; one in which a value comes twice is given an empty key."""
    for item in items:
        key = next((name for name in _VALUES if name in item), None)
        scheme = item.get("scheme")
        if key is None or not isinstance(scheme, str):
            continue
        pair = (scheme, str(item[key]))
        inner.schemes[scheme] = key if pair not in inner.pairs and inner.schemes.get(scheme, key) == key else ""
        inner.pairs.add(pair)


def _add(texts: list[str], value: object) -> None:
    try:
        found = plain(value)
    except ValueProblem:
        return
    for text in [found] if isinstance(found, str) else found or []:
        if len(texts) < ROWS and text not in texts[-50:]:
            texts.append(text)


def names_twice(sample: Sample, column: str) -> bool:
    """Whether several rows have the same in a column."""
    return len(set(sample.columns.get(column, ()))) < sample.filled.get(column, 0)

"""Other tables that rows are looked up in, read whole into memory: of a file beside this one, of this, of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.model.words import Both
from ingest.clean.values import ValueProblem
from ingest.errors import SourceError
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.messages import tell
from ingest.mapping.model import LookupSpec
from ingest.mapping.readers import open_table
from ingest.mapping.scope import Scope, getter
from ingest.mapping.values import Lookup, plain

if TYPE_CHECKING:
    from ingest.importers import Reading

Doubts = Callable[[Both], None]
"""Told of what is not sure of how a file was read."""

_MOST: Final = 2_000_000
"""Rows of a table that is looked up in."""


def lookup_file(spec: LookupSpec, path: Path, mapping: Path) -> Path | None:
    """The file of a lookup: beside the imported one, else beside the mapping; None where the graph is asked."""
    if spec.records is not None:
        return None
    if spec.file is None:
        return path
    for folder in (path.parent, mapping.parent):
        if (folder / spec.file).is_file():
            return folder / spec.file
    raise SourceError(tell("no-lookup-file", file=spec.file, folder=path.parent.name or "."))


def read_lookups(loaded: LoadedMapping, path: Path, reading: Reading, doubts: Doubts) -> dict[str, Lookup]:
    """Every table of `[lookup]`; of rows with the same key the first holds. `doubts` hears of files read by a guess."""
    return {name: _read(name, spec, path, loaded, reading, doubts) for name, spec in loaded.spec.lookup.items()}


def _read(name: str, spec: LookupSpec, path: Path, loaded: LoadedMapping, reading: Reading, doubts: Doubts) -> Lookup:
    file = lookup_file(spec, path, loaded.path)
    if file is None:
        return _by_key(name, spec.key, reading.records(spec.records or ""))
    wanted = [spec.key]
    read = spec.read
    if spec.file is None and read.rows is None and read.sheet is None:
        read = loaded.spec.read
    table = open_table(file, read, wanted)
    if table.doubt and file != path:
        doubts(table.doubt + tell("of-lookup", name=name, file=file.name))
    return _by_key(name, spec.key, (row for _, row in table.rows))


def _by_key(name: str, key: str, rows: Iterable[Mapping[str, Any]]) -> Lookup:
    get = getter(key)
    table: dict[str, Mapping[str, Any]] = {}
    for number, row in enumerate(rows):
        if number >= _MOST:
            raise SourceError(tell("lookup-too-long", name=name, most=_MOST))
        try:
            text = plain(get(Scope(row, number)))
        except ValueProblem:
            continue
        if isinstance(text, str):
            table.setdefault(text, row)
    return table

"""JSON and JSON Lines, one object at a time."""

from __future__ import annotations

import codecs
import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import ijson

from ingest.errors import SourceError
from ingest.mapping.messages import say
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.readers.encodings import encoding_of, shown

_PIECE: Final = 1 << 16
_LOOKED_AT: Final = 50
_ALL: Final = ".*"
BAD: Final = "@bad"
"""The key under which a line that is no JSON object is handed over."""


class _Utf8:
    """Text of any encoding as the UTF-8 that the parser wants."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready = b""

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer at the end; all without a size."""
        while size < 0 or len(self._ready) < size:
            piece = self._source.read(_PIECE)
            self._ready += self._decoder.decode(piece, final=not piece).encode()
            if not piece:
                break
        given, self._ready = (self._ready, b"") if size < 0 else (self._ready[:size], self._ready[size:])
        return given


def open_json(path: Path, read: ReadSpec) -> OpenTable:
    """The objects of the list at `rows`; of the only list of objects there is where nothing is said."""
    found = encoding_of(path, read.encoding)
    encoding = found.name
    where = read.rows if read.rows is not None else _only_list(path, encoding)
    told = say("read-as-json", encoding=shown(encoding), rows=where or "[]")
    settings = found.settings | ({"rows": where} if where else {})
    return OpenTable(None, (), told, _items(path, encoding, where), settings=settings, doubt=found.doubt)


def _items(path: Path, encoding: str, where: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with path.open("rb") as file:
        try:
            yield from enumerate(_objects(_Utf8(file, encoding), where), start=1)
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            raise SourceError(say("bad-json", error=error)) from error


def _objects(source: _Utf8, where: str) -> Iterator[Mapping[str, Any]]:
    if where.endswith(_ALL) or where == "*":
        prefix = "" if where == "*" else where.removesuffix(_ALL)
        for key, item in ijson.kvitems(source, prefix, use_float=True):
            yield {**item, "@key": key} if isinstance(item, dict) else {"@item": item, "@key": key}
        return
    prefix = f"{where}.item" if where else "item"
    for item in ijson.items(source, prefix, use_float=True):
        yield item if isinstance(item, dict) else {"@item": item}


def _only_list(path: Path, encoding: str) -> str:
    """Where the objects are: at the top, in the only list of objects further down, or the values of the only object."""
    lists = lists_of(path, encoding)
    if "" in lists:
        return ""
    if not lists and _is_of_objects(path, encoding):
        return "*"
    if not lists:
        raise SourceError(say("no-list"))
    if len(lists) != 1:
        raise SourceError(say("say-rows", lists=", ".join(lists) or "-"))
    return lists[0]


def _is_of_objects(path: Path, encoding: str) -> bool:
    """Whether the file is one object whose values are objects."""
    with path.open("rb") as file:
        try:
            values = [value for _, value in itertools.islice(ijson.kvitems(_Utf8(file, encoding), ""), _LOOKED_AT)]
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            raise SourceError(say("bad-json", error=error)) from error
    return bool(values) and all(isinstance(value, dict) for value in values)


def lists_of(path: Path, encoding: str | None = None) -> list[str]:
    """The paths of the lists of objects in a file: `""` is the file itself; two levels are looked into."""
    found: list[str] = []
    with path.open("rb") as file:
        try:
            for prefix, event, _ in ijson.parse(_Utf8(file, encoding or encoding_of(path, None).name), use_float=True):
                if event == "start_map" and prefix.endswith("item") and prefix.count(".") <= 2:
                    where = prefix.removesuffix("item").removesuffix(".")
                    if where not in found and not any(f"{where}.".startswith(f"{each}.item.") for each in found):
                        found.append(where)
                if found == [""]:
                    break
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            raise SourceError(say("bad-json", error=error)) from error
    return [each for each in found if "item" not in each.split(".")]


def open_json_lines(path: Path, read: ReadSpec) -> OpenTable:
    """One object a line; the row is the line."""
    found = encoding_of(path, read.encoding)
    told = say("read-as-json", encoding=shown(found.name), rows="JSON Lines")
    return OpenTable(None, (), told, _lines(path, found.name), settings=found.settings, doubt=found.doubt)


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with path.open(encoding=encoding) as file:
        for number in itertools.count(1):
            try:
                line = file.readline()
            except UnicodeError as error:
                raise SourceError(say("undecodable", encoding=shown(encoding), line=number)) from error
            if not line:
                return
            if line.strip():
                yield number, _object(line)


def _object(line: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {BAD: line.strip()[:80]}
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else {BAD: line.strip()[:80]}

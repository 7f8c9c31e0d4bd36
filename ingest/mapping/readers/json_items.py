"""JSON and JSON Lines, one object at a time."""

from __future__ import annotations

import codecs
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import ijson

from ingest.errors import SourceError
from ingest.mapping.messages import tell
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.readers.encodings import encoding_of, shown
from ingest.mapping.readers.json_rows import names_beside, with_names

_PIECE: Final = 1 << 16
_LOOKED_AT: Final = 50
_DEEP: Final = 4
"""So many objects inside of one another are gone through for lists of objects."""
_PLAIN: Final = frozenset({"string", "number", "boolean"})
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
    told = tell("read-as-json", encoding=shown(encoding), rows=where or "[]")
    settings = found.settings | ({"rows": where} if where else {})
    rows = with_names(_items(path, encoding, where), read, lambda width: _names(path, encoding, where, width))
    return OpenTable(None, (), told, rows, settings=settings, doubt=found.doubt)


def _items(path: Path, encoding: str, where: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    number = 0
    with _opened(path, encoding) as source:
        for number, item in enumerate(_objects(source, where), start=1):
            yield number, item
    if not number and not _is_all(where) and _is_object(path, encoding, where):
        raise SourceError(tell("rows-are-keyed", rows=where, all=f"{where}{_ALL}" if where else "*"))


def _is_object(path: Path, encoding: str, where: str) -> bool:
    """Whether an object stands where a list is looked for."""
    with _opened(path, encoding) as source:
        return any(prefix == where and event == "start_map" for prefix, event, _ in ijson.parse(source, use_float=True))


def _names(path: Path, encoding: str, where: str, width: int) -> Sequence[str] | None:
    """What the cells of rows that are lists are called, where that stands beside them."""
    with _opened(path, encoding) as source:
        return names_beside(cast("BinaryIO", source), where, width)


def _is_all(where: str) -> bool:
    return where.endswith(_ALL) or where == "*"


@contextmanager
def _opened(path: Path, encoding: str) -> Iterator[_Utf8]:
    """The text of a file; raises SourceError where it turns out to be damaged, or of another encoding."""
    with path.open("rb") as file:
        try:
            yield _Utf8(file, encoding)
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            why = str(error).strip().partition("\n")[0]  # what follows shows the text itself
            raise SourceError(tell("bad-json", encoding=shown(encoding), error=why)) from error


def _objects(source: _Utf8, where: str) -> Iterator[Mapping[str, Any]]:
    if _is_all(where):
        prefix = "" if where == "*" else where.removesuffix(_ALL)
        for key, item in ijson.kvitems(source, prefix, use_float=True):
            yield {**item, "@key": key} if isinstance(item, dict) else {"@item": item, "@key": key}
        return
    prefix = f"{where}.item" if where else "item"
    for item in ijson.items(source, prefix, use_float=True):
        yield item if isinstance(item, dict) else {"@item": item}


def _only_list(path: Path, encoding: str) -> str:
    """Where the objects are: at the top, in the only list of them further down, in an object of objects or of lists."""
    lists = lists_of(path, encoding)
    if "" in lists:
        return ""
    if not lists:
        lists = objects_of(path, encoding) or lists_of(path, encoding, of="start_array")
        if not lists:
            raise SourceError(tell("no-list"))
    if len(lists) != 1:
        raise SourceError(tell("say-rows", lists=", ".join(lists) or "-"))
    return lists[0]


def objects_of(path: Path, encoding: str) -> list[str]:
    """Where the file is an object of objects that have the same keys: `*`, or `members.*` one level further down."""
    with _opened(path, encoding) as source:
        top = dict(itertools.islice(ijson.kvitems(source, "", use_float=True), _LOOKED_AT))
    inner = [f"{key}{_ALL}" for key, value in top.items() if isinstance(value, dict) and _are_alike(value.values())]
    if _are_alike(top.values()) or (top and not inner and all(isinstance(each, dict) for each in top.values())):
        return ["*"]
    return inner


def _are_alike(values: Iterable[Any]) -> bool:
    """Whether all are objects, and some key is in all of them."""
    some = list(itertools.islice(values, _LOOKED_AT))
    if len(some) < 2 or not all(isinstance(each, dict) for each in some):
        return False
    return bool(set.intersection(*(set(each) for each in some)))


def lists_of(path: Path, encoding: str | None = None, *, of: str = "start_map") -> list[str]:
    """The paths of the lists of objects in a file: `""` is the file itself.

    With `of="start_array"` they are the lists of lists, whose cells have no names.
    Where the file is an object of objects, each with plain values and lists of its own, that is `*`.
    """
    found: list[str] = []
    plain: dict[str, set[str]] = {}
    with _opened(path, encoding or encoding_of(path, None).name) as source:
        for prefix, event, _ in ijson.parse(source, use_float=True):
            if event == of and prefix.endswith("item") and prefix.count(".") <= _DEEP:
                where = prefix.removesuffix("item").removesuffix(".")
                if where not in found and not any(f"{where}.".startswith(f"{each}.item.") for each in found):
                    found.append(where)
            elif event in _PLAIN and prefix.count(".") == 1 and not prefix.startswith("item."):
                key, name = prefix.split(".")
                plain.setdefault(key, set()).add(name)
            if found == [""] or len(found) > _LOOKED_AT:
                break
    lists = [each for each in found if "item" not in each.split(".")]
    return ["*"] if _is_keyed(lists, plain) else lists


def _is_keyed(lists: Sequence[str], plain: Mapping[str, set[str]]) -> bool:
    """Whether the lists are inside several objects side by side that have plain values of the same names."""
    holders = {each.partition(".")[0] for each in lists}
    if len(holders) < 2 or not all("." in each for each in lists):
        return False
    return bool(set.intersection(*(plain.get(each, set()) for each in holders)))


def open_json_lines(path: Path, read: ReadSpec) -> OpenTable:
    """One object a line; the row is the line."""
    found = encoding_of(path, read.encoding)
    told = tell("read-as-json", encoding=shown(found.name), rows="JSON Lines")
    return OpenTable(None, (), told, _lines(path, found.name), settings=found.settings, doubt=found.doubt)


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with path.open(encoding=encoding) as file:
        for number in itertools.count(1):
            try:
                line = file.readline()
            except UnicodeError as error:
                raise SourceError(tell("undecodable", encoding=shown(encoding), line=number)) from error
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

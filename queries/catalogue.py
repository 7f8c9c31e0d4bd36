"""The saved queries there are: files found by being there, in the program and in the data folder."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from graph.errors import InputError, NotFoundError
from graph.model.suggestions import did_you_mean
from graph.model.words import sayings
from queries.file import NAME, QueryFile, parse

_say: Final = sayings("queries")

PUBLISHED: Final = "queries"
"""Folder below the data folder where published queries of the office stand, as `TOPIC/NAME.cypher`."""


def shipped() -> Path:
    """The folder of the queries that come with the program."""
    return Path(str(files(__package__).joinpath("library")))


def catalogue(data: Path | None = None) -> Mapping[str, QueryFile]:
    """Every query by name, ordered by topic and name: those of the program, then those published in `data`.

    A published query may not take the name of one that ships. A file that cannot be read is left out: `unreadable`.
    """
    return _catalogue(_every_file(data))[0]


def unreadable(data: Path | None = None) -> tuple[InputError, ...]:
    """Why each file that lies where a query should is none; they are by topic and name."""
    return _catalogue(_every_file(data))[1]


def find_query(name: str, data: Path | None = None) -> QueryFile:
    """The query of this name; raises NotFoundError that names the nearest."""
    files = [file for folder in reversed(_folders(data)) for file in _files(folder)]
    for file in files:
        if file.name == name:
            return _read(file)
    raise _unknown(name, [file.name for file in files])


def read_file(path: Path) -> QueryFile:
    """The query of a file that need not be in the catalogue; its topic is the folder it lies in.

    Raises NotFoundError for no such file, InputError for one that is no query or not UTF-8.
    """
    if not path.is_file():
        raise NotFoundError(_say("no_query_file", path=path), hint=_say("no_query_file_hint"))
    text = _text(path)
    return parse(text, name=path.stem, topic=path.resolve().parent.name, file=str(path))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(_say("query_file_not_utf8", path=path), hint=_say("query_file_not_utf8_hint")) from error


def topics(queries: Mapping[str, QueryFile]) -> tuple[str, ...]:
    """The topics of these queries, each once, in their order."""
    return tuple(dict.fromkeys(query.topic for query in queries.values()))


def _folders(data: Path | None) -> list[Path]:
    """Later ones give way: a name that ships is never taken by another."""
    return [*([data / PUBLISHED] if data else []), shipped()]


class _File(NamedTuple):
    """A file that may be a query: its topic, its name, where it is, when it was changed."""

    topic: str
    name: str
    path: str
    changed: int


def _files(folder: Path) -> Iterator[_File]:
    for topic in _entries(folder):
        if re.match(NAME, topic.name) and topic.is_dir():
            for each in _entries(topic.path):
                name, dot, kind = each.name.partition(".")
                if dot and kind == "cypher" and re.match(NAME, name):
                    yield _File(topic.name, name, each.path, each.stat().st_mtime_ns)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing where there is no such folder."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _every_file(data: Path | None) -> tuple[_File, ...]:
    return tuple(file for folder in _folders(data) for file in reversed(list(_files(folder))))


@lru_cache(maxsize=8)
def _catalogue(files: tuple[_File, ...]) -> tuple[Mapping[str, QueryFile], tuple[InputError, ...]]:
    """The queries of these files, a later one of a name in place of an earlier one, and what is no query."""
    found = {file.name: file for file in files}
    queries: dict[str, QueryFile] = {}
    wrong: list[InputError] = []
    for file in sorted(found.values(), key=lambda each: (each.topic, each.name)):
        try:
            queries[file.name] = _read(file)
        except InputError as error:
            wrong.append(error)
    return MappingProxyType(queries), tuple(wrong)


@lru_cache(maxsize=2048)
def _read(file: _File) -> QueryFile:
    text = _text(Path(file.path))
    return parse(text, name=file.name, topic=file.topic, file=f"{file.topic}/{file.name}.cypher")


def _unknown(name: str, names: list[str]) -> NotFoundError:
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    return NotFoundError(
        _say("no_such_query", name=name),
        hint=did_you_mean(near) if near else _say("no_such_query_hint"),
    )

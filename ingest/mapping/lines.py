"""In which line of a TOML file each key stands: the parser of the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

Path = tuple[str | int, ...]

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_LONGEST: Final = 2000


def line_numbers(text: str) -> dict[Path, int]:
    """The first line of every table and key; what stands inside an inline table has the line of its key."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    prefix: Path = ()
    for number, statement in _statements(text):
        header = _HEADER.fullmatch(statement) if statement.lstrip().startswith("[") else None
        if header:
            prefix = _table(header[2], counts, array=header[1] == "[[")
            found.setdefault(prefix, number)
        else:
            for path in _paths(tomllib.loads(statement)):
                found.setdefault((*prefix, *path), number)
    return found


def line_of(path: Path, lines: Mapping[Path, int]) -> int | None:
    """The line of the nearest place above `path` that has one, else of the first below it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return min((line for key, line in lines.items() if path and key[: len(path)] == path), default=None)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Headers and keys with all their lines; the text as a whole is known to be TOML."""
    begun, pending = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not pending:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            begun = number
            if line.lstrip().startswith("["):
                yield number, line
                continue
        pending += line + "\n"
        if _is_whole(pending):
            yield begun, pending
            pending = ""


def _is_whole(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return statement.count("\n") > _LONGEST
    return True


def _table(dotted: str, counts: dict[Path, int], *, array: bool) -> Path:
    """The path of a header's table; items of arrays of tables by their number."""
    names = _names(dotted)
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, names[-1])
    if array:
        counts[path] = counts.get(path, 0) + 1
        return (*path, counts[path] - 1)
    return path


def _names(dotted: str) -> list[str]:
    names: list[str] = []
    table: Any = tomllib.loads(f"{dotted} = 0")
    while isinstance(table, dict):
        name, table = next(iter(table.items()))
        names.append(name)
    return names


def _paths(table: Any) -> Iterator[Path]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(table, dict):
        for name, value in table.items():
            yield (name,)
            yield from ((name, *rest) for rest in _paths(value))
    elif isinstance(table, list):
        for number, value in enumerate(table):
            yield (number,)
            yield from ((number, *rest) for rest in _paths(value))

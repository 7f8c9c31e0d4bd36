"""The whole graph out, one file a format: `write(source, path, marking) -> Counts`, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from export.formats import no_such_format
from export.marking import Marking, refuse_to_overwrite, unwritable
from queries.whole_graph import WholeGraph


@dataclass(slots=True)
class Counts:
    """How many nodes of each label and relations of each type were written."""

    nodes: dict[str, int] = field(default_factory=dict)
    relations: dict[str, int] = field(default_factory=dict)


def formats() -> tuple[str, ...]:
    """The names of the formats, in the order of the alphabet."""
    return tuple(sorted(module.name.strip("_") for module in pkgutil.iter_modules(__path__)))


def write_graph(source: WholeGraph, path: Path, format: str, marking: Marking) -> Counts:  # noqa: A002
    """Write the graph, whole or not at all: a file, or a folder for CSV.

    Raises UsageError for a format there is not, InputError where something is there already or the disk is full.
    """
    if format not in formats():
        raise no_such_format(format, formats())
    names = {module.name.strip("_"): module.name for module in pkgutil.iter_modules(__path__)}
    writer: Any = importlib.import_module(f"{__name__}.{names[format]}")
    with _whole(refuse_to_overwrite(path)) as draft, source.unchanging():
        counts: Counts = writer.write(source, draft, marking)
    return counts


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A draft beside the path that becomes it at the end, and goes where something fails."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove(draft)
        yield draft
        draft.rename(refuse_to_overwrite(path))
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        _remove(draft)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def types_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Every property of the rows with its type: boolean, long, double, string, or one of them with `[]`."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, set()).add(_type_of(value))
    return {name: _widest(found[name]) for name in sorted(found)}


def _type_of(value: object) -> str:
    if isinstance(value, list):
        return f"{_widest({_type_of(each) for each in value})}[]"
    for kind, name in ((bool, "boolean"), (int, "long"), (float, "double")):
        if isinstance(value, kind):
            return name
    return "string"


def _widest(kinds: set[str]) -> str:
    """One type for all values; an empty list has none of its own."""
    known = kinds - {"string[]"} if any(kind.endswith("[]") for kind in kinds) and len(kinds) > 1 else kinds
    if known == {"long", "double"}:
        return "double"
    return next(iter(known)) if len(known) == 1 else "string"

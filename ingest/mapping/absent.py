"""The lists or sheets that a mapping reads of a file, and all the columns that it names and that are not there."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.errors import SourceError
from ingest.mapping.columns import Columns
from ingest.mapping.errors import Line, MappingError
from ingest.mapping.load import load_mapping
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.messages import say
from ingest.mapping.model import MappingSpec, ReadSpec
from ingest.mapping.named import columns_named
from ingest.mapping.readers import open_table


def parts_of(spec: MappingSpec) -> list[tuple[ReadSpec, list[int]]]:
    """The lists or sheets that records are made of, with the numbers of these; those that make cadres known first."""
    parts: dict[tuple[str | None, str | None], list[int]] = {}
    for number, each in enumerate(spec.record):
        where = (each.rows if each.rows is not None else spec.read.rows, each.sheet or spec.read.sheet)
        parts.setdefault(where, []).append(number)
    ordered = sorted(parts.items(), key=lambda part: not any(spec.record[each].introduces for each in part[1]))
    return [
        (spec.read.model_copy(update={"rows": rows, "sheet": sheet}), numbers) for (rows, sheet), numbers in ordered
    ]


def absent_columns(mapping: LoadedMapping, path: Path) -> list[Line]:
    """A line for each column that is named and not there, of every part of the file, below how that part was read."""
    lines: list[Line] = []
    for read, numbers in parts_of(mapping.spec):
        specs = {number: mapping.spec.record[number] for number in numbers}
        try:
            table = open_table(path, read, columns_named(mapping, specs.values()))
        except SourceError as error:
            lines.append(("  ", error.told))
            continue
        missing = Columns(mapping).missing(table, specs)
        lines += [("  ", table.told), *missing] if missing else []
    return lines


def load_mapping_for(path: Path, file: Path) -> LoadedMapping:
    """The mapping in `path`; raises MappingError with all its faults, and with the columns that `file` lacks."""
    try:
        return load_mapping(path)
    except MappingError as error:
        try:
            absent = absent_columns(error.partial, file) if error.partial is not None and file.is_file() else []
        except (ValueError, KeyError, re.error):
            absent = []  # the faults that are known already stand in the way
        if not absent:
            raise
        raise MappingError(path, error.faults, also=[("", say("missing-columns")), *absent]) from None

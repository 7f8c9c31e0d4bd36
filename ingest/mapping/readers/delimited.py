"""Delimited text: CSV with commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from graph.model.words import listed
from ingest.errors import SourceError
from ingest.mapping.messages import say, tell
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.base import OpenTable, all_columns, as_mappings
from ingest.mapping.readers.encodings import encoding_of, shown
from ingest.mapping.readers.groups import column_of_titles
from ingest.mapping.readers.heads import SEARCHED, find_head

_DELIMITERS: Final = (",", ";", "\t", "|")
_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_MOST: Final = 1 << 24
"""Characters of one cell."""


def open_delimited(path: Path, read: ReadSpec, wanted: Collection[str], *, tabs: bool) -> OpenTable:
    """The table, its head found; raises SourceError where the text cannot be decoded or has no head."""
    found = encoding_of(path, read.encoding, wanted)
    encoding = found.name
    delimiter = read.delimiter or ("\t" if tabs else _delimiter(path, encoding))
    first = list(itertools.islice(_records(path, encoding, delimiter), SEARCHED))
    head = find_head([cells for _, cells in first], wanted, read.header, read.columns or ())
    # The head counts rows of cells; from here on rows are lines of the file, which differ where a cell holds breaks.
    lines = tuple(first[number - 1][0] for number in head.rows)
    settings: dict[str, Any] = found.settings | (
        {} if head.rows == (1,) else {"header": head.rows[0] if len(head.rows) == 1 else list(head.rows)}
    )
    told = tell(
        "read-as-text" if lines else "read-as-text-bare",
        encoding=shown(encoding),
        delimiter=say(_NAMES[delimiter]) if delimiter in _NAMES else repr(delimiter),
        header=listed(lines),
    )
    rows = itertools.islice(_records(path, encoding, delimiter), head.skipped, None)
    if groups := column_of_titles((cells for _, cells in first[head.skipped :]), head.columns):
        settings["groups"] = groups
    columns, mappings = all_columns(head.columns, read), as_mappings(head.columns, rows, read)
    return OpenTable(columns, lines, told, mappings, settings=settings, doubt=found.doubt)


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins in."""
    csv.field_size_limit(_MOST)
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        begun = 1
        try:
            for cells in reader:
                yield begun, cells
                begun = reader.line_num + 1
        except UnicodeError as error:
            raise SourceError(tell("undecodable", encoding=shown(encoding), line=begun)) from error
        except csv.Error as error:
            raise SourceError(tell("bad-csv", line=begun, encoding=shown(encoding), error=error)) from error


def _delimiter(path: Path, encoding: str) -> str:
    """The mark that cuts the first rows into the same number of cells, the more the better."""
    return max(_DELIMITERS, key=lambda each: _score(_first(path, encoding, each)))


def _first(path: Path, encoding: str, delimiter: str) -> Sequence[Sequence[str]]:
    return [cells for _, cells in itertools.islice(_records(path, encoding, delimiter), 50)]


def _score(rows: Sequence[Sequence[str]]) -> float:
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return 0
    width, count = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
    return (width - 1) * count / len(rows) if width > 1 else 0

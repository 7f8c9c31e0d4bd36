"""Tables of any form as a stream of rows: delimited text, JSON, JSON Lines and workbooks."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from ingest.clean.workbooks import SUFFIXES, is_workbook
from ingest.errors import SourceError
from ingest.mapping.messages import tell
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.readers.delimited import open_delimited
from ingest.mapping.readers.disguises import refuse_disguised
from ingest.mapping.readers.json_items import open_json, open_json_lines
from ingest.mapping.readers.sheets import open_sheet

_HEAD: Final = 1 << 14
_ENDINGS: Final = {
    ".json": "json",
    ".geojson": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".tsv": "tsv",
    ".tab": "tsv",
    **dict.fromkeys(SUFFIXES, "excel"),
}


def format_of(path: Path, read: ReadSpec) -> str:
    """What the mapping says the file is, else what its ending and first bytes say: csv, tsv, json, jsonl or excel.

    Raises SourceError for what is no table by its content.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    kind = read.format or _likely_format(path, head)
    refuse_disguised(head, workbook=kind == "excel")
    return kind


def _likely_format(path: Path, head: bytes) -> str:
    if is_workbook(path, head):
        return "excel"
    if known := _ENDINGS.get(path.suffix.lower()):
        return known
    first = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    return "json" if first in (b"{", b"[") else "csv"


def open_table(path: Path, read: ReadSpec, wanted: Collection[str] = ()) -> OpenTable:
    """The table of a file, its head read; `wanted` are the columns a mapping names, by which the head is found.

    Raises SourceError for what is empty, damaged or not of that form.
    """
    if path.stat().st_size == 0:
        raise SourceError(tell("empty-file"))
    kind = format_of(path, read)
    if kind == "excel":
        return open_sheet(path, read, wanted)
    if kind == "json":
        return open_json(path, read)
    if kind == "jsonl":
        return open_json_lines(path, read)
    return open_delimited(path, read, wanted, tabs=kind == "tsv")

"""CSV with what belongs to it: a zip of tables and one metadata file beside them, as W3C's CSV on the Web has it.

A line of words inside a CSV is a row to every program that reads it; the day, the filters and the marking stand in
`csv-metadata.json` instead, the name that programs look for (https://www.w3.org/TR/tabular-data-model/).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, Final

MEDIA_TYPE: Final = "application/zip"

METADATA: Final = "csv-metadata.json"

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""Of every entry: the same rows make the same file."""


def packed(title: str, marks: Sequence[str], tables: Mapping[str, tuple[Sequence[str], bytes]]) -> bytes:
    """The zip of the tables, given by file name as headings and CSV, with their metadata."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        told = json.dumps(_metadata(title, marks, tables), ensure_ascii=False, indent=2)
        _put(pack, METADATA, told.encode() + b"\n")
        for name, (_, content) in tables.items():
            _put(pack, name, content)
    return out.getvalue()


def _metadata(title: str, marks: Sequence[str], tables: Mapping[str, tuple[Sequence[str], bytes]]) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": title,
        "rdfs:comment": list(marks),
        "tables": [
            {"url": name, "tableSchema": {"columns": [{"titles": each} for each in headings]}}
            for name, (headings, _) in tables.items()
        ],
    }


def _put(pack: zipfile.ZipFile, name: str, content: bytes) -> None:
    pack.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)

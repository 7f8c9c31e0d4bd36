"""A table and a mapping written in a test, read as an import reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.drafts import Draft, Ref
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from tests.support.reading import TODAY, FakeReading, Read, read_out

PERSON = """
[[record]]
type = "Cadre"
values = { name = "name" }
"""


def read_table(
    folder: Path,
    content: str | bytes,
    mapping: str,
    *,
    name: str = "table.csv",
    there: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Read:
    """All that the table says by the mapping."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, mapping, there=there)


def read_file(path: Path, mapping: str, *, there: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Read:
    written = path.parent / "mapping.toml"
    written.write_text(mapping, "utf-8")
    document = MappingImporter(load_mapping(written)).read(path, FakeReading(TODAY, there or {}))
    return read_out(document)


def of(read: Read, label: str) -> list[dict[str, Any]]:
    """The values of every draft of a type, pinyin left out."""
    hidden = ("pinyin", "initials")
    return [
        {name: value for name, value in draft.values.items() if name not in hidden} for draft in drafts(read, label)
    ]


def drafts(read: Read, label: str) -> list[Draft]:
    return [draft for record in read.records for draft in record.drafts if draft.type == label]


def links(draft: Draft) -> dict[str, Ref]:
    return {link.name: link.target for link in draft.links}


def told(read: Read) -> list[tuple[str, str, int | None, str | None]]:
    """Code, value, row and column of every finding but how the file was read."""
    found = (each for each in read.document.findings if each.code != "read-as")
    return [(each.code, each.value, each.place.row, each.place.column) for each in found]

"""What an importer may ask of a run, without a run; and readers of what it hands over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.model.schema import Record
from ingest.drafts import DocumentDraft, Draft, RecordDraft
from ingest.importers import Importer
from ingest.withhold import withhold

# The example of GB 11643-1999 itself: nobody's number.
ID_NUMBER = "11010519491231002X"
TODAY = "2026-06-30"


@dataclass
class FakeReading:
    """A run on a fixed day; hashes are easily told from numbers."""

    today: str = TODAY
    there: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Records the graph is said to hold, by label."""

    def records(self, label: str) -> Iterator[Mapping[str, Any]]:
        return iter(self.there.get(label, ()))

    def hash_id_number(self, number: str) -> str | None:
        return "hash-of-" + str(sum(map(ord, number)))


@dataclass
class Read:
    """A document with its records read to the end, so that all findings are there."""

    document: DocumentDraft
    records: tuple[RecordDraft, ...]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.document.findings]

    def drafts(self, kind: type[Record]) -> list[Draft]:
        return [draft for record in self.records for draft in record.drafts if draft.type == kind.TYPE.label]

    def values(self, kind: type[Record]) -> list[dict[str, Any]]:
        return [dict(draft.values) for draft in self.drafts(kind)]

    def everything(self) -> str:
        """All that would be kept, as one text: nothing secret may be in it."""
        return repr((self.document.title, self.document.findings, self.records))


def read_out(document: DocumentDraft) -> Read:
    """The document's records as an import takes them, without what is never kept."""
    return Read(document, tuple(map(withhold, document.records)))


def read(importer: Importer, path: Path, today: str = TODAY) -> Read:
    document = importer.read(path, FakeReading(today))
    return read_out(document)

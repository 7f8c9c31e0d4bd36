"""Files as parts of records, in portions that are loaded together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.errors import InputError
from graph.model.keys import make_key
from graph.store.errors import DataFolderError
from ingest.contradictions import contradictions
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft
from ingest.importers import Importer, Reading
from ingest.lengths import of_fit_length
from ingest.report import FileReport
from ingest.withhold import withhold

PORTION: Final = 100_000
"""Drafts loaded together: the more, the more of what is said about a subject is written once.

A quarter of a gigabyte or so in memory.
"""

STEP: Final = 40_000
"""Drafts after which a portion ends with the file it has come to, so that its files are whole when an import is killed.

The fewer, the less is done anew; the more, the more of what many files say about a subject is written once: at 1,000
cadres an import in steps of 10,000 took 1.45 times as long as in portions alone, in steps of 40,000 1.31 times.
"""

_PART: Final = 20_000
"""Drafts of one file after which its part is cut off, so that no portion is much larger than it should be."""

UNREADABLE: Final = (InputError, DataFolderError, OSError, ValueError, RecursionError)
"""What one file may raise and the others are imported all the same; what the graph raises ends the import."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, its importer, the id its content gives it, and the report on it."""

    path: Path
    importer: Importer
    content_hash: str
    edition: str
    report: FileReport

    @property
    def document(self) -> str:
        """The id of the document that the file is."""
        return make_key("doc", self.content_hash, *([self.edition] if self.edition else []))


@dataclass(slots=True)
class Part:
    """Some of the records of one file, numbered as they stand in it, and what was found meanwhile.

    Without a `draft` the file could not be begun. `error` is what ended it too early.
    """

    file: File
    draft: DocumentDraft | None = None
    records: list[tuple[int, RecordDraft]] = field(default_factory=list)
    findings: list[FindingDraft] = field(default_factory=list)
    error: Exception | None = None
    last: bool = False
    drafts: int = 0


def in_portions(files: Iterable[File], reading: Reading) -> Iterator[list[Part]]:
    """The parts of the files in their order; nothing is read before its turn.

    A portion has `PORTION` drafts, or ends with a file once it has `STEP`. What a file's reading raises is kept in its
    last part. Where a portion ends depends on nothing but the files since one last ended with a file, so that an
    interrupted import goes on in the portions it would have had: a file of several portions ends its last. Two
    editions of one table never share one, for the newer closes what the earlier wrote.
    """
    portion: list[Part] = []
    editions: set[str] = set()
    continued: File | None = None
    for part in (part for file in files for part in _parts(file, reading)):
        if part.draft and part.draft.lineage in editions and portion[-1].last:
            yield portion
            portion, editions = [], set()
        portion.append(part)
        if part.draft and part.draft.lineage:
            editions.add(part.draft.lineage)
        full = sum(each.drafts for each in portion) >= (STEP if part.last else PORTION)
        if full or (part.last and part.file is continued):
            continued = None if part.last else part.file
            yield portion
            portion, editions = [], set()
    if portion:
        yield portion


def _parts(file: File, reading: Reading) -> Iterator[Part]:
    part, told = Part(file), 0
    try:
        draft = part.draft = file.importer.read(file.path, reading)
        for number, record in enumerate(draft.records):
            fit = of_fit_length(withhold(record), draft.findings)
            if fit is None:
                continue
            draft.findings.extend(contradictions(fit))
            part.records.append((number, fit))
            part.drafts += len(fit.drafts)
            if part.drafts >= _PART:
                part.findings = draft.findings[told:]
                told = len(draft.findings)
                yield part
                part = Part(file, draft)
    except UNREADABLE as error:
        part.error = error
    part.last = True
    if part.draft is not None:
        part.findings = part.draft.findings[told:]
    yield part

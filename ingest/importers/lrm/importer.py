"""A `.lrm` file as a document: its fields are those of a `.lrmx` in fixed places, its photo lies beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.model.words import sayings
from ingest.drafts import DocumentDraft
from ingest.importers.lrm.fields import read_fields
from ingest.importers.lrmx.importer import document_of

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.lrm")


class Lrm:
    """Reads 干部任免审批表 of the editor 2.0."""

    name = "lrm"
    title = _say("title")
    introduces = True

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether the file is called `.lrm` and begins with a quoted field, as 2.0 wrote it."""
        return path.suffix.lower() == ".lrm" and head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b'"')

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; raises SourceError where the file is no such form or names nobody."""
        return document_of(path, read_fields(path), reading, self.name)

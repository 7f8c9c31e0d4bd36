"""Whom the findings of a document are about: the person a finding names, else those its row of the table speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Final

from ingest.drafts import FindingDraft, Ref, RowKey
from ingest.records import Document, StoredRecord
from ingest.resolve import Resolver

_PERSON: Final = "Cadre"
_SEVERAL: Final = 2
"""Of more people than one it does not matter how many a document makes known."""


def rows_asking(findings: Iterable[FindingDraft]) -> frozenset[RowKey]:
    """The rows with findings that do not name whom they are about."""
    return frozenset(key for each in findings if each.subject is None and (key := each.row_key))


def _call(document: str, ref: Ref) -> bytes:
    """A digest of how a document calls somebody: a table may call a million people."""
    return blake2b(repr((document, sorted(ref.values.items()))).encode(), digest_size=16).digest()


class Whom:
    """Gathers while a document is loaded who its rows with findings speak of; asked once all is loaded."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._rows: dict[tuple[str, RowKey], set[str]] = defaultdict(set)
        self._introduced: dict[str, set[str]] = defaultdict(set)
        """The first two whom a document makes known."""
        self._called: dict[bytes, str] = {}
        """Who a document makes known, by how it calls them: that needs no identifier."""

    def introduced(self, document: Document, record: StoredRecord) -> None:
        """Note that the record makes a cadre known."""
        some = self._introduced[document.id]
        if len(some) < _SEVERAL:
            some.add(record.subject)
        self._called[_call(document.id, record.ref)] = record.subject

    def only_cadre(self, document: str) -> str | None:
        """Whom a document makes known, if it makes known but one."""
        cadres = self._introduced.get(document, set())
        return next(iter(cadres)) if len(cadres) == 1 else None

    def go_on(self, document: str, cadre: str | None) -> None:
        """Note of a document that an interrupted import took whom alone it makes known."""
        if cadre is not None:
            self._introduced[document].add(cadre)

    def told(self, document: Document, record: StoredRecord, rows: Collection[RowKey]) -> None:
        """Note whom a record speaks of in the rows in which there were findings."""
        for draft in record.drafts:
            key = (draft.place.sheet, draft.place.row)
            if key in rows:
                own = [record.subject] if record.ref.type == _PERSON else []
                named = (link.target for link in draft.links if link.target.type == _PERSON)
                found = (self._resolver.find(each) for each in named)
                self._rows[document.id, key].update(own, (each for each in found if each))

    def about(self, document: Document, finding: FindingDraft, untaken: Mapping[RowKey, Ref]) -> list[str]:
        """The cadres a finding is about; `untaken` are those whom rows speak of that were not taken.

        A finding without a row is about the only cadre its document makes known, if it makes known but one.
        """
        if finding.subject is not None:
            called = self._called.get(_call(document.id, finding.subject))
            return [called] if called else list(self._found([finding.subject]))
        if key := finding.row_key:
            told = self._rows.get((document.id, key)) or set(self._found([untaken[key]] if key in untaken else []))
            return sorted(told)
        cadre = self.only_cadre(document.id)
        return [] if cadre is None else [cadre]

    def asked(self, finding: FindingDraft, untaken: Mapping[RowKey, Ref]) -> Ref | None:
        """Whom to look for later, where nobody is known yet whom the finding may be about."""
        if finding.subject is not None or finding.row_key is None:
            return finding.subject
        return untaken.get(finding.row_key)

    def _found(self, refs: list[Ref]) -> Iterator[str]:
        self._resolver.prepare(refs)
        for ref in refs:
            if found := self._resolver.find(ref):
                yield found

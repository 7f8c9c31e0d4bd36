"""What a person states on a page or in a command: a document like any other, one batch, and taken back as one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from graph.errors import InputError, NotFoundError
from graph.model.keys import make_key
from graph.model.moments import local_day, now_text
from graph.model.words import listed, sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.batch import Batch, Brought, document_row
from ingest.clean.privacy import hide_private
from ingest.drafts import FindingDraft, RecordDraft
from ingest.keyring import Keyring, check_key, keyring_of, remember_key
from ingest.lengths import of_fit_length
from ingest.load import Loader
from ingest.records import Document, all_refs, store
from ingest.resolve import Resolver
from ingest.undo import undo, undo_interrupted
from ingest.withhold import withhold

_say: Final = sayings("ingest.hand")

LONGEST: Final = 2000
"""Most characters of a reason or a name."""


@dataclass(frozen=True, slots=True)
class Hand:
    """The right to write, held, and the moment at which somebody uses it."""

    graph: Graph
    keyring: Keyring
    now: str

    @property
    def today(self) -> str:
        """The day of that moment where the office is."""
        return local_day(self.now)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document written by hand: its records without what is never kept, who wrote it, the importer it counts as.

    Raises InputError for texts longer than things can be found by. `after` is done once the records are loaded and
    before the batch is done; it is given the batch.
    """

    importer: str
    kind: str
    title: str
    author: str
    records: Sequence[RecordDraft]
    after: Callable[[str], object] = lambda batch: batch

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", hide_private(self.title))
        object.__setattr__(self, "author", hide_private(self.author))
        object.__setattr__(self, "records", tuple(map(_fit, self.records)))


def check_said(ruled_by: str, reason: str) -> None:
    """Raises InputError where it is not told who decided or why, or told at too great length."""
    for text, key in ((ruled_by, "who-decided"), (reason, "why")):
        what = _say(key)
        if not text.strip():
            raise InputError(_say("missing", what=what), hint=_say("fill-in", what=what))
        if len(text) > LONGEST:
            raise InputError(_say("too-long", what=what), hint=_say("shorten", most=LONGEST))


def write_down(graph: Graph, folder: Path, write: Callable[[Hand], Sheet], *, now: datetime | None = None) -> str:
    """Load the sheet that `write` makes while nobody else writes; returns the id of its batch.

    `folder` holds the identity key.
    """
    moment = now_text(now)
    keyring = keyring_of(graph, folder)
    with graph.writer():
        apply_schema(graph)
        if not check_key(graph, keyring):
            remember_key(graph, keyring)
        undo_interrupted(graph, keyring, moment)
        hand = Hand(graph, keyring, moment)
        return _load(hand, write(hand))


def _load(hand: Hand, sheet: Sheet) -> str:
    batch = Batch(hand.graph, make_key("bat", sheet.kind, hand.now), hand.now)
    document = Document(make_key("doc", batch.id), sheet.importer, hand.today, sheet.author, "")
    said = repr((sheet.title, sheet.author, sheet.records, hand.now))
    content = hashlib.sha256(said.encode()).hexdigest()
    batch.begin()
    batch.add_documents([document_row(document, title=sheet.title, content_hash=content, size=0)])
    resolver = Resolver(hand.graph, hand.keyring)
    with Loader(hand.graph, resolver, batch.id, hand.now) as loader:
        resolver.prepare(ref for each in sheet.records for ref in all_refs(each.subject, each.drafts))
        loader.add([store(document, n, each, resolver, hand.now)[0] for n, each in enumerate(sheet.records)])
        loader.wait()
    sheet.after(batch.id)
    batch.finish(Brought(created=len(sheet.records)))
    return batch.id


def _fit(record: RecordDraft) -> RecordDraft:
    """The record without what is never kept; raises InputError where a text is longer than things can be found by."""
    findings: list[FindingDraft] = []
    fit = of_fit_length(withhold(record), findings)
    if fit is None or findings:
        raise InputError(findings[0].reason, hint=_say("too-long-hint"))
    return fit


def take_back(graph: Graph, settings: Settings, label: str, fact: str, why: str | None = None) -> str:
    """Take back what was written by hand, by the id of its one fact of this label; returns the id of the batch undone.

    What held before it holds again. Raises NotFoundError where there is no such fact, InputError where it came with a
    file of many.
    """
    rows = graph.read(
        f"MATCH (r:{label} {{id: $id}})-[:STATED_IN]->(:SourceRecord)-[:PART_OF]->(d:SourceDocument)"
        "-[:IN_BATCH]->(b:ImportBatch) RETURN DISTINCT b.id AS batch, b.files AS files, d.title AS title",
        id=fact,
    )
    if not rows:
        raise NotFoundError(_say("gone", id=fact), hint=_say("gone-hint"))
    if files := [row["title"] for row in rows if row["files"]]:
        raise InputError(_say("of-a-file", files=listed(files)), hint=_say("of-a-file-hint"))
    batch = str(rows[0]["batch"])
    undo(graph, settings, batch, why=why)
    return batch

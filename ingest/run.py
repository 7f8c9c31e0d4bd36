"""An import from the first byte to the last write: read, map, resolve, load, sweep; one batch a call.

An import that was interrupted is gone on with by the next one of the same files, in the same batch (`whole.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph.errors import Place, ZhishiError
from graph.model.keys import make_key
from graph.model.moments import local_day, now_text
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.batch import Batch, document_row
from ingest.bundles import Found
from ingest.content import content_hash
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft, Ref
from ingest.editions import Edition, edition_findings, editions_of, newest_of
from ingest.findings import doubt_finding, nothing_taken, reject
from ingest.folder import keep_photos
from ingest.gather import gathered, not_a_file
from ingest.importers import Edited, Importer, recognise
from ingest.keyring import Keyring, check_key, keyring_of, remember_key
from ingest.load import Loader, Watch
from ingest.parts import UNREADABLE, File, Part, in_portions
from ingest.reading import Reading
from ingest.records import (
    Document,
    StoredRecord,
    all_refs,
    introduces,
    records_waiting,
    store,
    waiting_in,
)
from ingest.report import FileReport, Report
from ingest.resolve import Resolver
from ingest.taken import Begun, Taken
from ingest.undo import undo_documents, undo_interrupted
from ingest.whole import brought, interrupted_batch, whole_documents
from ingest.whom import Whom, rows_asking

_say: Final = sayings("ingest")
Progress = Callable[[str, int, int], None]
"""Called with the name of the file just done, how many are done and how many there are."""


def import_paths(
    graph: Graph,
    settings: Settings,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    watch: Watch | None = None,
    now: datetime | None = None,
    importer: Importer | None = None,
) -> Report:
    """Import files, folders and zips of many files as one batch; `importer` reads them all, where it is given.

    A file that cannot be read is reported as rejected and leaves nothing behind; the others are imported. `watch` is
    shown each difference before it is written, or would be. What an earlier process left half written is taken back
    first; an import of what it was importing goes on with its batch. Raises InputError or StoreError where nothing at
    all can be done.
    """
    moment = now_text(now)
    keyring = keyring_of(graph, settings.data)
    with graph.writer():
        schema = apply_schema(graph).writes if not dry_run else 0
        known_key = check_key(graph, keyring)
        if not dry_run:
            undo_interrupted(graph, keyring, moment)
        with gathered(paths, settings.data) as found:
            report, files = _opened(found, importer)
            run = _Run(graph, settings, keyring, moment, files, dry_run=dry_run, known_key=known_key, watch=watch)
            with graph.growing(), run.loader:
                run.execute(report, progress or _silent)
                if report.batch:
                    report.writes += schema
                    run.finish(report)
        return report


def _opened(found: Sequence[Found], importer: Importer | None) -> tuple[Report, list[File]]:
    """The report, and the files that can be opened, in the order that lets references find their persons."""
    report = Report(files=[FileReport(each.label) for each in found])
    opened = [_open(each, own, importer) for each, own in zip(found, report.files, strict=True)]
    return report, sorted((each for each in opened if each), key=lambda file: not file.importer.introduces)


def _open(found: Found, report: FileReport, importer: Importer | None) -> File | None:
    path = found.path
    try:
        if found.problem is not None:
            raise found.problem
        if path.exists() and not path.is_file():
            raise not_a_file(path)
        importer = importer or recognise(path)
        report.importer = importer.name
        edition = importer.edition(path) if isinstance(importer, Edited) else ""
        return File(path, importer, content_hash(path), edition, report)
    except (ZhishiError, OSError) as error:
        reject(report, error)
        return None


class _Run:
    """One batch in progress: a new one, or one that was interrupted and that these files go on with."""

    def __init__(
        self,
        graph: Graph,
        settings: Settings,
        keyring: Keyring,
        now: str,
        files: Sequence[File],
        *,
        dry_run: bool,
        known_key: bool,
        watch: Watch | None = None,
    ) -> None:
        self._graph = graph
        self._settings = settings
        self._keyring = keyring
        self._now = now
        self._files = files
        self._dry_run = dry_run
        self._known_key = known_key
        self._earlier = None if dry_run else interrupted_batch(graph, [file.document for file in files])
        self._batch = self._earlier.batch if self._earlier else Batch(graph, make_key("bat", now), now)
        self._resolver = Resolver(graph, keyring)
        self.loader = Loader(graph, self._resolver, self._batch.id, now, dry_run=dry_run, watch=watch)
        self._waiting: list[StoredRecord] = []
        self._whom = Whom(self._resolver)
        self._taken = Taken(graph, self._batch, self.loader, self._whom)
        self._begun: dict[str, Begun] = {}
        self._ended: list[Begun] = []
        self._unwritten: list[dict[str, Any]] = []
        self._newest: dict[str, Edition] = {}
        self._portion: Sequence[Part] = ()
        self._planned = 0

    def execute(self, report: Report, progress: Progress) -> None:
        """Load the files that are not there yet, and tell the report of all."""
        files = self._unknown(self._files, self._go_on(report))
        self._planned = len(self._begun) + len(files)
        if self._earlier:
            self.loader.loaded.writes += self._batch.go_on(self._planned)
        total = len(report.files)
        done = total - len(files)
        reading = Reading(local_day(self._now), self._keyring, self._graph)
        for portion in in_portions(files, reading):
            self._portion = portion
            if self._resolver.is_full and not self._dry_run:
                self._learn_anew()
            else:
                self._learn()
            for part in portion:
                self._take(part)
                if part.last:
                    done += 1
                    progress(part.file.report.file, done, total)
            self._flush()
            if portion[-1].last:
                self._end_documents()
        self._sweep()
        self._tell(report)

    def _go_on(self, report: Report) -> frozenset[str]:
        """The documents that an interrupted import took whole, told in the report as it told them."""
        if self._earlier is None:
            return frozenset()
        whole = whole_documents(self._graph, self._batch.id)
        self._taken.go_on(whole, self._earlier.removed)
        mine: dict[str, FileReport] = {}
        for file in self._files:
            mine.setdefault(file.document, file.report)
        for begun in self._taken.documents:
            own = mine.get(begun.document.id)
            if own is None:
                report.files.append(begun.report)
            else:
                own.take_over(begun.report)
                begun.report = own
            self._begun[begun.document.id] = begun
            self._is_edition(begun)
        return frozenset(self._begun)

    def _unknown(self, files: Sequence[File], whole: Collection[str]) -> list[File]:
        """The files whose documents are not there yet, each content once; the others are reported as known.

        The `whole` have their report already, where they come first.
        """
        known = self._known(files)
        told: set[str] = set()
        new = []
        for file in files:
            if file.document in whole and file.document not in told:
                told.add(file.document)
                known[file.document] = 0
            elif file.document in known:
                file.report.status, file.report.unchanged = "known", known[file.document]
            else:
                known[file.document] = 0
                new.append(file)
        return new

    def _known(self, files: Sequence[File]) -> dict[str, int]:
        """The documents among these that the graph holds already, with the number of facts they state."""
        rows = self._graph.read(
            "MATCH (d:SourceDocument) WHERE d.id IN $ids "
            "OPTIONAL MATCH (d)<-[:PART_OF]-(:SourceRecord)<-[:STATED_IN]-(f) "
            "RETURN d.id AS id, count(DISTINCT f) AS facts",
            ids=[file.document for file in files],
        )
        return {row["id"]: row["facts"] for row in rows}

    def _learn(self) -> None:
        """Look up whom the records of this portion may mean."""
        self._resolver.prepare(
            ref
            for part in self._portion
            for _, record in part.records
            for ref in all_refs(record.subject, record.drafts)
        )

    def _learn_anew(self) -> None:
        """Forget whom the records before meant, which the graph holds by now, and look up who this portion does."""
        self.loader.wait()
        self._resolver.forget()
        self._learn()

    def _take(self, part: Part) -> None:
        """Store what a part says; of a file that turns out to be unreadable half-way nothing stays."""
        report = part.file.report
        if report.status == "rejected":
            return
        try:
            if part.draft is not None:
                begun = self._begun.get(part.file.document) or self._begin(part.file, part.draft)
                report.findings += part.findings
                self._store(begun, part.records)
                if part.last and part.error is None:
                    self._end(begun, part.file, part.draft)
            if part.error is not None:
                raise part.error
        except UNREADABLE as error:
            reject(report, error)
            self._take_back(part.file.document)

    def _begin(self, file: File, draft: DocumentDraft) -> Begun:
        self._resolver.begin_document()
        document = Document(file.document, draft.importer, draft.form_date, draft.issuer, draft.lineage)
        begun = self._begun[document.id] = Begun(document, file.report, draft.untaken)
        title, size = draft.title or file.path.name, file.path.stat().st_size
        self._unwritten.append(document_row(document, title=title, content_hash=file.content_hash, size=size))
        return begun

    def _end(self, begun: Begun, file: File, draft: DocumentDraft) -> None:
        if not begun.taken:
            begun.report.findings += nothing_taken(file.importer.title, begun.report.findings)
        if not self._dry_run:
            keep_photos(self._settings.data / "photos", draft)
        self._ended.append(begun)

    def _take_back(self, document: str) -> None:
        """Leave nothing of a document that turned out to be unreadable half-way."""
        if self._begun.pop(document, None) is None:
            return
        self._resolver.forget_document()
        written = all(each["id"] != document for each in self._unwritten)
        self._unwritten = [each for each in self._unwritten if each["id"] != document]
        self._waiting = [record for record in self._waiting if record.document != document]
        if written:
            self._flush()  # what the others of this portion say, before whom they introduce is forgotten
            self.loader.wait()
            undo_documents(self._graph, self._keyring, [document], self._batch.id, self._now)
            self._learn_anew()

    def _store(self, begun: Begun, records: Sequence[tuple[int, RecordDraft]]) -> None:
        document, report = begun.document, begun.report
        begun.taken += len(records)
        rows = rows_asking(report.findings)
        for number, record in records:
            stored, doubt = store(document, number, record, self._resolver, self._now)
            self._waiting.append(stored)
            if introduces(stored.drafts):
                self._whom.introduced(document, stored)
            if doubt:
                name, subject = str(record.subject.values.get("name", "")), Ref("Cadre", {"id": stored.subject})
                report.findings.append(doubt_finding(doubt, name, subject))
            self._whom.told(document, stored, rows)

    def _flush(self) -> None:
        """Write what has been gathered: the batch itself first, then documents, then records with their facts."""
        if not (self._unwritten or self._waiting):
            return
        if not self._dry_run:
            self.loader.wait()  # both write to the batch, and an engine would send the later one back
            if not self._known_key:
                self.loader.loaded.writes += remember_key(self._graph, self._keyring)
                self._known_key = True
            self.loader.loaded.writes += self._batch.begin(self._planned) + self._batch.add_documents(self._unwritten)
            self._unwritten = []
        if self._waiting:
            self.loader.add(self._waiting)
        self._waiting = []

    def _end_documents(self) -> None:
        """All that these documents say is handed over: what they replace goes out of force, and they are whole."""
        ended, self._ended = self._ended, []
        if not ended:
            return
        self.loader.wait()
        for begun in ended:
            if begun.document.lineage:
                self._keep_newest(begun)
        if not self._dry_run:
            self.loader.wait()
            self.loader.loaded.writes += self._taken.end(ended)

    def _is_edition(self, begun: Begun) -> None:
        """Note which document of its lineage is the newest that came with this batch."""
        lineage, own = begun.document.lineage, begun.edition
        if lineage:
            self._newest[lineage] = newest_of([self._newest.get(lineage, own), own])

    def _keep_newest(self, begun: Begun) -> None:
        lineage, own = begun.document.lineage, begun.edition
        editions = [each for each in editions_of(self._graph, lineage) if each.document not in self._begun]
        mine = self._newest.get(lineage)
        # of those that came with this batch only the one that held until now has not been told that a newer one does
        if mine is not None and newest_of([*editions, mine]) == mine:
            editions.append(mine)
        editions.append(own)
        self._is_edition(begun)
        if len(editions) == 1:
            return
        newest = newest_of(editions)
        closed = self.loader.close_editions(lineage, newest.document)
        for document, finding in edition_findings(editions, newest, closed):
            if document in self._begun:
                self._begun[document].report.findings.append(finding)

    def _sweep(self) -> None:
        """After the last record: what waited for a person is tied, and what is still waiting is told."""
        if not self._batch.begun:
            return
        self.loader.wait()
        self.loader.beside = self._taken.marking
        self.loader.resolve_again(records_waiting(self._graph))
        self.loader.wait()
        self.loader.beside = None
        if self._earlier:
            self.loader.loaded.writes += self._taken.drop_waiting()
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        """How many records of each document speak of persons who are not known, or not for sure."""
        waiting = waiting_in(self._graph, list(self._begun))
        for document, begun in self._begun.items():
            if document in waiting:
                count, names = waiting[document]
                reason = _say("waiting", count=count)
                begun.report.findings.append(FindingDraft(Place(), "、".join(names), "waiting", "info", reason))

    def _tell(self, report: Report) -> None:
        self._taken.count(self._begun.values())
        for begun in self._begun.values():
            begun.report.status = "checked" if self._dry_run else "imported"
        report.batch = self._batch.id if self._batch.begun else None
        report.writes = self.loader.loaded.writes

    def finish(self, report: Report) -> None:
        """The last writes of a batch: the findings about it as a whole, its counts, and that it is done."""
        report.writes += self._taken.write_findings(self._begun.values())
        report.writes += self._taken.answer(self._resolver)
        report.writes += self._batch.finish(brought(report.files, self.loader.loaded.removed))


def _silent(name: str, done: int, total: int) -> None:
    """Progress nobody asked to see."""

"""An import from the first byte to the last write: read, map, resolve, load, sweep; one batch a call."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph.errors import Place, ZhishiError
from graph.model.keys import make_key
from graph.model.moments import local_day, now_text
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.portions import portions
from graph.store.schema import apply_schema
from ingest.batch import Batch, Brought, document_row
from ingest.bundles import Found
from ingest.content import content_hash
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft, Ref, RowKey
from ingest.editions import Edition, edition_findings, editions_of, newest_of
from ingest.findings import doubt_finding, finding_row, nothing_taken, reject
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
from ingest.undo import undo_documents, undo_interrupted
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
    shown each difference before it is written, or would be. A batch that an earlier process left unfinished is taken
    back first. Raises InputError or StoreError where nothing at all can be done.
    """
    moment = now_text(now)
    keyring = keyring_of(graph, settings.data)
    with graph.writer():
        schema = apply_schema(graph).writes if not dry_run else 0
        known_key = check_key(graph, keyring)
        if not dry_run:
            undo_interrupted(graph, keyring, moment)
        run = _Run(graph, settings, keyring, moment, dry_run=dry_run, watch=watch, importer=importer)
        with gathered(paths, settings.data) as files, run.loader:
            report = run.execute(files, progress or _silent)
        if report.batch:
            report.writes += schema + (0 if known_key else remember_key(graph, keyring))
            run.finish(report)
        return report


@dataclass(slots=True)
class _Begun:
    """A document of which something was read, and how many of its records were taken so far."""

    document: Document
    report: FileReport
    untaken: dict[RowKey, Ref]
    taken: int = 0


class _Run:
    """One batch in progress."""

    def __init__(
        self,
        graph: Graph,
        settings: Settings,
        keyring: Keyring,
        now: str,
        *,
        dry_run: bool,
        watch: Watch | None = None,
        importer: Importer | None = None,
    ) -> None:
        self._graph = graph
        self._importer = importer
        self._settings = settings
        self._keyring = keyring
        self._now = now
        self._dry_run = dry_run
        self._batch = Batch(graph, make_key("bat", now), now)
        self._resolver = Resolver(graph, keyring)
        self.loader = Loader(graph, self._resolver, self._batch.id, now, dry_run=dry_run, watch=watch)
        self._waiting: list[StoredRecord] = []
        self._whom = Whom(self._resolver)
        self._begun: dict[str, _Begun] = {}
        self._unwritten: list[dict[str, Any]] = []
        self._findings: list[dict[str, Any]] = []

    def execute(self, found: Sequence[Found], progress: Progress) -> Report:
        """Import the files in the order that lets references find their persons."""
        report = Report(files=[FileReport(each.label) for each in found])
        opened = [self._open(each, own) for each, own in zip(found, report.files, strict=True)]
        files = self._unknown(sorted((each for each in opened if each), key=lambda file: not file.importer.introduces))
        done = len(found) - len(files)
        reading = Reading(local_day(self._now), self._keyring, self._graph)
        for portion in in_portions(files, reading):
            self._resolver.prepare(
                ref for part in portion for _, record in part.records for ref in all_refs(record.subject, record.drafts)
            )
            for part in portion:
                self._take(part)
                if part.last:
                    done += 1
                    progress(part.file.report.file, done, len(found))
            self._flush()
        self._sweep()
        self._tell(report)
        return report

    def _open(self, found: Found, report: FileReport) -> File | None:
        path = found.path
        try:
            if found.problem is not None:
                raise found.problem
            if path.exists() and not path.is_file():
                raise not_a_file(path)
            importer = self._importer or recognise(path)
            report.importer = importer.name
            edition = importer.edition(path) if isinstance(importer, Edited) else ""
            return File(path, importer, content_hash(path), edition, report)
        except (ZhishiError, OSError) as error:
            reject(report, error)
            return None

    def _unknown(self, files: Sequence[File]) -> list[File]:
        """The files whose documents are not there yet, each content once; the others are reported as known."""
        known = self._known(files)
        new = []
        for file in files:
            if file.document in known:
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

    def _begin(self, file: File, draft: DocumentDraft) -> _Begun:
        self._resolver.begin_document()
        document = Document(file.document, draft.importer, draft.form_date, draft.issuer, draft.lineage)
        begun = self._begun[document.id] = _Begun(document, file.report, draft.untaken)
        title, size = draft.title or file.path.name, file.path.stat().st_size
        self._unwritten.append(document_row(document, title=title, content_hash=file.content_hash, size=size))
        return begun

    def _end(self, begun: _Begun, file: File, draft: DocumentDraft) -> None:
        if not begun.taken:
            begun.report.findings += nothing_taken(file.importer.title, begun.report.findings)
        if not self._dry_run:
            keep_photos(self._settings.data / "photos", draft)

    def _take_back(self, document: str) -> None:
        """Leave nothing of a document that turned out to be unreadable half-way."""
        if self._begun.pop(document, None) is None:
            return
        self._resolver.forget_document()
        self._unwritten = [each for each in self._unwritten if each["id"] != document]
        self._waiting = [record for record in self._waiting if record.document != document]
        if not self._dry_run and self._batch.begun:
            self.loader.wait()
            undo_documents(self._graph, self._keyring, [document], self._batch.id, self._now)

    def _store(self, begun: _Begun, records: Sequence[tuple[int, RecordDraft]]) -> None:
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
            self.loader.loaded.writes += self._batch.begin() + self._batch.add_documents(self._unwritten)
            self._unwritten = []
        if self._waiting:
            self.loader.add(self._waiting)
        self._waiting = []

    def _sweep(self) -> None:
        """After the last record: what corrected documents no longer say goes; what waited for a person is tied."""
        self._sweep_editions()
        if self._batch.begun:
            self.loader.wait()
            self.loader.resolve_again(records_waiting(self._graph))
            self.loader.wait()
            self._tell_waiting()

    def _sweep_editions(self) -> None:
        own: dict[str, list[Edition]] = defaultdict(list)
        for document, begun in self._begun.items():
            if begun.document.lineage:
                own[begun.document.lineage].append(Edition(document, begun.report.file, begun.document.form_date))
        there = editions_of(self._graph, own)
        for lineage, new in own.items():
            earlier = (each for each in there.get(lineage, ()) if each.document not in self._begun)
            editions = [*earlier, *new]
            if len(editions) > 1:
                self._keep_newest(lineage, editions)

    def _keep_newest(self, lineage: str, editions: Sequence[Edition]) -> None:
        newest = newest_of(editions)
        closed = self.loader.close_editions(lineage, newest.document)
        for document, finding in edition_findings(editions, newest, closed):
            if document in self._begun:
                self._begun[document].report.findings.append(finding)

    def _tell_waiting(self) -> None:
        """How many records of each document speak of persons who are not known, or not for sure."""
        waiting = waiting_in(self._graph, list(self._begun))
        for document, begun in self._begun.items():
            if document in waiting:
                count, names = waiting[document]
                reason = _say("waiting", count=count)
                begun.report.findings.append(FindingDraft(Place(), "、".join(names), "waiting", "info", reason))

    def _tell(self, report: Report) -> None:
        loaded = self.loader.loaded
        for begun in self._begun.values():
            document, own = begun.document, begun.report
            own.created = loaded.created[document.id]
            own.changed = loaded.changed[document.id]
            own.unchanged = loaded.unchanged[document.id]
            own.status = "checked" if self._dry_run else "imported"
            self._findings += [
                finding_row(document, finding, self._whom.about(document, finding, begun.untaken))
                for finding in own.findings
            ]
        report.batch = self._batch.id if self._batch.begun else None
        report.writes = loaded.writes

    def finish(self, report: Report) -> None:
        """The last writes of a batch: its findings, its counts, and that it is done."""
        self._write_findings(report)
        brought = Brought(
            files=len(report.files),
            created=sum(file.created for file in report.files),
            changed=sum(file.changed for file in report.files),
            removed=self.loader.loaded.removed,
            findings=sum(len(file.findings) for file in report.files),
            report=json.dumps([file.as_line() for file in report.files], ensure_ascii=False),
        )
        report.writes += self._batch.finish(brought)

    def _write_findings(self, report: Report) -> None:
        cypher = (
            "UNWIND $rows AS row MATCH (d:SourceDocument {id: row.document}) "
            "CREATE (f:Finding) SET f = row.values CREATE (f)-[:FOUND_IN]->(d)"
        )
        tie = (
            "UNWIND $rows AS row MATCH (f:Finding {id: row.id}) MATCH (c:Cadre {id: row.cadre}) "
            "CREATE (f)-[:ABOUT]->(c)"
        )
        once = list({row["values"]["id"]: row for row in self._findings}.values())
        ties = [{"id": row["values"]["id"], "cadre": cadre} for row in once for cadre in row["about"]]
        for statement, rows in ((cypher, once), (tie, ties)):
            for some in portions(rows):
                report.writes += self._batch.write(statement, rows=some)


def _silent(name: str, done: int, total: int) -> None:
    """Progress nobody asked to see."""

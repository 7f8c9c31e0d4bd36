"""An import from the first byte to the last write: read, map, resolve, load, sweep; one batch a call."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph.errors import Place, ZhishiError
from graph.model.keys import make_key
from graph.model.moments import local_day, now_text
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import properties_of
from graph.store.portions import portions
from graph.store.schema import apply_schema
from ingest.batch import Batch, Brought, document_row
from ingest.bundles import Found
from ingest.content import content_hash
from ingest.contradictions import contradictions
from ingest.drafts import DocumentDraft, FindingDraft, Ref, RowKey
from ingest.findings import doubt_finding, finding_row, nothing_taken, reject
from ingest.folder import keep_photos
from ingest.gather import gathered, not_a_file
from ingest.importers import Edited, Importer, recognise
from ingest.keyring import Keyring, check_key, keyring_of, remember_key
from ingest.lengths import of_fit_length
from ingest.load import Loader, Watch
from ingest.records import Document, StoredRecord, all_refs, introduces, records_waiting, store, waiting_in
from ingest.report import FileReport, Report
from ingest.resolve import Resolver
from ingest.undo import undo_documents, undo_interrupted
from ingest.whom import Whom, rows_asking
from ingest.withhold import withhold

Progress = Callable[[str, int, int], None]
"""Called with the name of the file just done, how many are done and how many there are."""

_DRAFTS: Final = 100_000
"""Drafts gathered before they are loaded: the more, the more of what is said about a subject is written once.

A quarter of a gigabyte or so in memory.
"""


@dataclass(slots=True)
class Reading:
    """What an importer may ask of the run."""

    today: str
    keyring: Keyring
    graph: Graph | None = None

    def records(self, label: str) -> Iterator[Mapping[str, Any]]:
        """The properties of every record of a label; none without a graph."""
        return properties_of(self.graph, label) if self.graph else iter(())

    def hash_id_number(self, number: str) -> str | None:
        """The keyed hash of an ID number."""
        return self.keyring.hash("id_number", number.strip().upper())


@dataclass(frozen=True, slots=True)
class _File:
    """A file to import, its importer and the id its content gives it."""

    path: Path
    content_hash: str
    importer: Importer | None
    edition: str = ""

    @property
    def document(self) -> str:
        return make_key("doc", self.content_hash, *([self.edition] if self.edition else []))


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
        self._untaken: dict[str, dict[RowKey, Ref]] = {}
        self._drafts = 0
        self._documents: list[tuple[Document, FileReport]] = []
        self._unwritten: list[dict[str, Any]] = []
        self._findings: list[dict[str, Any]] = []

    def execute(self, files: Sequence[Found], progress: Progress) -> Report:
        """Import the files in the order that lets references find their persons."""
        report = Report()
        opened = [self._open(found, report) for found in files]
        known = self._known([each for each, _ in opened])
        order = sorted(range(len(opened)), key=lambda n: _refers(opened[n][0]))
        for done, number in enumerate(order, start=1):
            file, file_report = opened[number]
            if file.document in known:
                file_report.status, file_report.unchanged = "known", known[file.document]
            elif file.importer is not None:
                known[file.document] = 0
                self._import(file, file_report)
            progress(file_report.file, done, len(order))
        self._sweep()
        self._tell(report)
        return report

    def _open(self, found: Found, report: Report) -> tuple[_File, FileReport]:
        path, file_report = found.path, FileReport(found.label)
        report.files.append(file_report)
        try:
            if found.problem is not None:
                raise found.problem
            if path.exists() and not path.is_file():
                raise not_a_file(path)
            importer = self._importer or recognise(path)
            file_report.importer = importer.name
            edition = importer.edition(path) if isinstance(importer, Edited) else ""
            return _File(path, content_hash(path), importer, edition), file_report
        except (ZhishiError, OSError) as error:
            reject(file_report, error)
            return _File(path, str(path), None), file_report

    def _known(self, files: Sequence[_File]) -> dict[str, int]:
        """The documents among these that the graph holds already, with the number of facts they state."""
        rows = self._graph.read(
            "MATCH (d:SourceDocument) WHERE d.id IN $ids "
            "OPTIONAL MATCH (d)<-[:PART_OF]-(:SourceRecord)<-[:STATED_IN]-(f) "
            "RETURN d.id AS id, count(DISTINCT f) AS facts",
            ids=[file.document for file in files],
        )
        return {row["id"]: row["facts"] for row in rows}

    def _import(self, file: _File, report: FileReport) -> None:
        assert file.importer is not None
        begun: list[Document] = []
        self._resolver.begin_document()
        try:
            draft = file.importer.read(file.path, Reading(local_day(self._now), self._keyring, self._graph))
            report.findings = draft.findings
            document = Document(file.document, draft.importer, draft.form_date, draft.issuer, draft.lineage)
            self._add_document(document, draft, file)
            begun.append(document)
            self._documents.append((document, report))
            self._untaken[document.id] = draft.untaken
            if not self._add_records(document, draft, report):
                report.findings += nothing_taken(file.importer.title, report.findings)
            if not self._dry_run:
                keep_photos(self._settings.data / "photos", draft)
        except (ZhishiError, OSError, ValueError, RecursionError) as error:
            reject(report, error)
            self._take_back(begun)

    def _take_back(self, documents: Sequence[Document]) -> None:
        """Leave nothing of a document that turned out to be unreadable half-way."""
        self._resolver.forget_document()
        ids = {document.id for document in documents}
        self._documents = [each for each in self._documents if each[0].id not in ids]
        self._unwritten = [each for each in self._unwritten if each["id"] not in ids]
        self._waiting = [record for record in self._waiting if record.document not in ids]
        if ids and not self._dry_run and self._batch.begun:
            self.loader.wait()
            undo_documents(self._graph, self._keyring, sorted(ids), self._batch.id, self._now)

    def _add_document(self, document: Document, draft: DocumentDraft, file: _File) -> None:
        title, size = draft.title or file.path.name, file.path.stat().st_size
        self._unwritten.append(document_row(document, title=title, content_hash=file.content_hash, size=size))

    def _add_records(self, document: Document, draft: DocumentDraft, report: FileReport) -> int:
        """Store the records in portions; returns how many were taken."""
        buffered, taken = [], 0
        for number, record in enumerate(draft.records):
            fit = of_fit_length(withhold(record), report.findings)
            if fit is None:
                continue
            report.findings += contradictions(fit)
            buffered.append((number, fit))
            taken += 1
            self._drafts += len(fit.drafts)
            if self._drafts >= _DRAFTS:
                self._store(document, buffered, report)
                buffered = []
                self._flush()
        self._store(document, buffered, report)
        return taken

    def _store(self, document: Document, buffered: Sequence[tuple[int, Any]], report: FileReport) -> None:
        self._resolver.prepare(ref for _, record in buffered for ref in all_refs(record.subject, record.drafts))
        rows = rows_asking(report.findings)
        for number, record in buffered:
            stored, doubt = store(document, number, record, self._resolver, self._now)
            self._waiting.append(stored)
            if introduces(stored.drafts):
                self._whom.introduced(document, stored.subject)
            if doubt:
                name, subject = str(record.subject.values.get("name", "")), Ref("Cadre", {"id": stored.subject})
                report.findings.append(doubt_finding(doubt, name, subject))
            self._whom.told(document, stored, rows)

    def _flush(self) -> None:
        """Write what has been gathered: the batch itself first, then documents, then records with their facts."""
        if not self._dry_run:
            self.loader.loaded.writes += self._batch.begin() + self._batch.add_documents(self._unwritten)
            self._unwritten = []
        if self._waiting:
            self.loader.add(self._waiting)
        self._waiting, self._drafts = [], 0

    def _sweep(self) -> None:
        """After the last record: what corrected documents no longer say goes; what waited for a person is tied."""
        if self._unwritten or self._waiting:
            self._flush()
        order = [document for document, _ in self._documents]
        for number, document in enumerate(order):
            self.loader.replace_documents(document, {each.id for each in order[number + 1 :]})
        if self._batch.begun:
            self.loader.wait()
            self.loader.resolve_again(records_waiting(self._graph))
            self.loader.wait()
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        """How many records of each document speak of persons who are not known, or not for sure."""
        waiting = waiting_in(self._graph, [document.id for document, _ in self._documents])
        for document, report in self._documents:
            if document.id in waiting:
                count, names = waiting[document.id]
                reason = (
                    f"{count} 条记录说的人库里还没有，或不能确定是谁，先存着；人员导入后自动连上 "
                    f"({count} records wait for a person who is not known, or of whom there are several)。"
                )
                report.findings.append(FindingDraft(Place(), "、".join(names), "waiting", "info", reason))

    def _tell(self, report: Report) -> None:
        loaded = self.loader.loaded
        for document, file_report in self._documents:
            file_report.created = loaded.created[document.id]
            file_report.changed = loaded.changed[document.id]
            file_report.unchanged = loaded.unchanged[document.id]
            file_report.status = "checked" if self._dry_run else "imported"
            self._findings += [
                finding_row(document, finding, self._whom.about(document, finding, self._untaken[document.id]))
                for finding in file_report.findings
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


def _refers(file: _File) -> int:
    """Documents that make cadres known come before those that refer to them."""
    return 0 if file.importer is not None and file.importer.introduces else 1

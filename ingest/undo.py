"""Taking back what a batch brought: the graph is as if it had not come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph.errors import InputError, NotFoundError
from graph.model.moments import now_text
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.errors import EngineBusy
from graph.store.facts import fact_counts
from ingest.batch import Batch
from ingest.clean.privacy import hide_private
from ingest.fence import close_off, write_fenced
from ingest.grouping import persons_ruled_on, regroup
from ingest.keyring import Keyring, keyring_of
from ingest.lineages import standing_without
from ingest.load import Loader
from ingest.records import StoredRecord, introduces, records_in_force, records_waiting, records_where
from ingest.resolve import Resolver
from ingest.undo_report import UndoReport
from ingest.unit_grouping import regroup_units, units_ruled_on
from ingest.whole import brought, whole_documents

_say: Final = sayings("ingest")

_UNFINISHED: Final = "MATCH (b:ImportBatch) WHERE b.state IN ['loading', 'undoing'] "
_TOLD: Final = "RETURN b.id AS id, b.state AS state, b.removed AS removed, b.planned AS planned ORDER BY id"
_DOCUMENTS: Final = "MATCH (d:SourceDocument)-[:IN_BATCH]->(:ImportBatch {id: $batch}) RETURN d.id AS id"
_UNKNOWN: Final = "MATCH (c:Cadre) WHERE NOT (c)-[:STATED_IN]->() AND ($subjects IS NULL OR c.id IN $subjects) "


def undo(
    graph: Graph,
    settings: Settings,
    batch: str,
    *,
    dry_run: bool = False,
    why: str | None = None,
    now: datetime | None = None,
) -> UndoReport:
    """Take back one finished or interrupted batch, or tell what that would do; the batch itself stays, as undone.

    Raises NotFoundError where there is no such batch, InputError where it was undone before.
    """
    moment = now_text(now)
    keyring = keyring_of(graph, settings.data)
    with graph.writer():
        if not dry_run:
            undo_interrupted(graph, keyring, moment)
        report = UndoReport.of(_finished_batch(graph, batch), dry_run=dry_run)
        documents = [row["id"] for row in graph.read(_DOCUMENTS, batch=batch)]
        _foresee(graph, keyring, documents, moment, report)
        if not dry_run:
            marked = {
                "state": "undoing",
                "planned": None,
                "undone_at": moment,
                "undone_why": hide_private(why) if why else None,
                "undone_report": report.as_text(),
            }
            # not fenced: nothing may write to an interrupted batch but who goes on with it or takes it back
            begin = "MATCH (b:ImportBatch {id: $batch}) SET b += $values"
            report.writes += graph.write(begin, batch=batch, values=marked).writes
            report.writes += undo_batch(graph, keyring, batch, moment)
            report.writes += _mark(graph, batch, {"state": "undone"})
            _drop_photos(graph, settings.data / "photos", report.photos)
    return report


@dataclass(frozen=True, slots=True)
class Healed:
    """A batch that was half written: how many of the documents it was to bring are whole, and stay."""

    batch: str
    whole: int = 0
    planned: int = 0


def undo_interrupted(graph: Graph, keyring: Keyring, now: str) -> list[Healed]:
    """Take back what is half written of every batch that never reached its last write, and end every undo that did not.

    A batch of which documents are whole stays, as interrupted; one of which none is goes. Call it with the right to
    write held.
    """
    rows = graph.read(_UNFINISHED + _TOLD)
    unfinished = [row for row in rows if close_off(graph, row["id"])]
    return [_heal(graph, keyring, row, now) for row in unfinished]


def _heal(graph: Graph, keyring: Keyring, row: dict[str, Any], now: str) -> Healed:
    batch = row["id"]
    whole = whole_documents(graph, batch) if row["state"] == "loading" else []
    if whole:
        kept = {each.document.id for each in whole}
        half = [each["id"] for each in graph.read(_DOCUMENTS, batch=batch) if each["id"] not in kept]
        undo_documents(graph, keyring, half, batch, now)
        # what waits for people is tied when the import has come to its end, as if it had never been interrupted
        _untie_the_unknown(graph, keyring, None, batch, now)
        Batch(graph, batch, "").interrupt(brought([each.told() for each in whole], row["removed"] or 0))
        return Healed(batch, len(whole), row["planned"] or len(whole))
    undo_batch(graph, keyring, batch, now)
    if row["state"] == "undoing":
        _mark(graph, batch, {"state": "undone"})
    else:
        graph.write("MATCH (b:ImportBatch {id: $batch}) DETACH DELETE b", batch=batch)
    return Healed(batch)


def heal(graph: Graph, folder: Path) -> list[Healed]:
    """Take back what an import that died left half written, before anybody reads; returns the batches.

    Nothing is done while an import is running, which holds the right to write. `folder` holds the identity key.
    """
    if not graph.read(_UNFINISHED + "RETURN b.id AS id LIMIT 1"):
        return []
    keyring = keyring_of(graph, folder)
    try:
        with graph.writer(wait=0):
            return undo_interrupted(graph, keyring, now_text())
    except EngineBusy:
        return []


def undo_batch(graph: Graph, keyring: Keyring, batch: str, now: str) -> int:
    """Take back all documents of a batch, its source records, and all facts that only they state; returns the writes.

    Called again after it was interrupted, it ends at the same graph.
    """
    documents = [row["id"] for row in graph.read(_DOCUMENTS, batch=batch)]
    writes = undo_documents(graph, keyring, documents, batch, now)
    # cadres that an interrupted undo left without a statement, and records that wait for what has become unambiguous
    writes += _untie_the_unknown(graph, keyring, None, batch, now)
    return writes + _tie_again(graph, keyring, records_waiting(graph), batch, now)


def undo_documents(graph: Graph, keyring: Keyring, documents: Sequence[str], batch: str, now: str) -> int:
    """Take back some documents of a batch; returns the number of writes.

    What they had put out of force holds again where nothing else that is there puts it out of force.
    """
    findings = "MATCH (f:Finding)-[:FOUND_IN]->(d:SourceDocument) WHERE d.id IN $documents DETACH DELETE f"
    writes = graph.write(findings, documents=list(documents)).writes
    erased = records_where(graph, "d.id IN $documents", documents=list(documents))
    standing = standing_without(graph, batch, documents, erased)
    persons, units = persons_ruled_on(erased), units_ruled_on(erased)
    # before the rulings go: interrupted, the next undo finds them still, and does this again
    writes += regroup(graph, keyring, persons, batch, now, parted=True)
    writes += regroup_units(graph, keyring, units, batch, now, parted=True)
    if persons or units:
        erased = records_where(graph, "d.id IN $documents", documents=list(documents))
        standing = standing_without(graph, batch, documents, erased)
    writes += _load(graph, keyring, batch, now, lambda loader: loader.withdraw(erased, standing))
    writes += regroup(graph, keyring, persons, batch, now)
    writes += regroup_units(graph, keyring, units, batch, now)
    writes += _untie_the_unknown(graph, keyring, sorted({record.subject for record in erased}), batch, now)
    gone = "MATCH (d:SourceDocument) WHERE d.id IN $documents DETACH DELETE d"
    return writes + graph.write(gone, documents=list(documents)).writes


def _foresee(graph: Graph, keyring: Keyring, documents: Sequence[str], now: str, report: UndoReport) -> None:
    """Tell the report what undoing these documents will do, without doing it.

    Subjects of which nothing else is in force lose all they have: that is counted, not read and compared.
    """
    erased = records_where(graph, "d.id IN $documents", documents=list(documents))
    standing = standing_without(graph, report.batch, documents, erased)
    report.begin(graph, erased, standing)
    subjects = {record.subject for record in erased}
    left = _told_of_elsewhere(graph, sorted(subjects), documents) | {record.subject for record in standing}
    lost = sorted(subjects - left)
    report.lose(fact_counts(graph, lost), _cadres_among(graph, lost))
    loader = Loader(graph, Resolver(graph, keyring), report.batch, now, dry_run=True, watch=report.watch)
    with loader:
        loader.withdraw([record for record in erased if record.subject in left], standing)
    beside = _subjects_beside(graph, report.lost_cadres)
    others = "s.subject IN $subjects AND s.known_to IS NULL AND NOT d.id IN $documents"
    report.end(graph, records_where(graph, others, subjects=beside, documents=list(documents)))


def _told_of_elsewhere(graph: Graph, subjects: Sequence[str], documents: Sequence[str]) -> set[str]:
    """Those of the subjects about which other documents have a record in force."""
    cypher = (
        "UNWIND $subjects AS subject MATCH (s:SourceRecord {subject: subject})-[:PART_OF]->(d:SourceDocument) "
        "WHERE s.known_to IS NULL AND NOT d.id IN $documents RETURN DISTINCT subject"
    )
    return {row["subject"] for row in graph.read(cypher, subjects=list(subjects), documents=list(documents))}


def _cadres_among(graph: Graph, subjects: Sequence[str]) -> dict[str, str]:
    """The names of the cadres among these subjects, by id."""
    cypher = (
        "UNWIND $subjects AS subject MATCH (c:Cadre {subject: subject}) RETURN c.id AS id, c.name AS name ORDER BY id"
    )
    return {row["id"]: row["name"] or "" for row in graph.read(cypher, subjects=list(subjects))}


def _untie_the_unknown(graph: Graph, keyring: Keyring, subjects: Sequence[str] | None, batch: str, now: str) -> int:
    """Records of other documents that refer to cadres nobody introduces any more wait again; returns the writes.

    Looked for among `subjects`, or everywhere.
    """
    unstated = [row["id"] for row in graph.read(_UNKNOWN + "RETURN c.id AS id ORDER BY id", subjects=subjects)]
    # whom a record that went out of force made known stays, as an import leaves it
    told = records_where(graph, "s.subject IN $subjects", subjects=unstated) if unstated else []
    once_known = {record.subject for record in told if introduces(record.drafts)}
    cadres = [cadre for cadre in unstated if cadre not in once_known]
    if not cadres:
        return 0
    about = "MATCH (:Finding)-[r:ABOUT]->(c:Cadre) WHERE c.id IN $cadres DELETE r"
    writes = graph.write(about, cadres=cadres).writes
    touched = sorted({*_subjects_beside(graph, cadres), *cadres})
    writes += _tie_again(graph, keyring, records_in_force(graph, touched), batch, now)
    nobody = "MATCH (c:Cadre) WHERE c.id IN $cadres AND NOT (c)--() DELETE c"
    return writes + graph.write(nobody, cadres=cadres).writes


def _subjects_beside(graph: Graph, cadres: Sequence[str]) -> list[str]:
    """The subjects of all facts tied to these cadres."""
    cypher = (
        "MATCH (c:Cadre)--(f) WHERE c.id IN $cadres AND f.subject IS NOT NULL "
        "RETURN DISTINCT f.subject AS subject ORDER BY subject"
    )
    return [row["subject"] for row in graph.read(cypher, cadres=list(cadres))]


def _tie_again(graph: Graph, keyring: Keyring, records: Iterable[StoredRecord], batch: str, now: str) -> int:
    return _load(graph, keyring, batch, now, lambda loader: loader.resolve_again(records))


def _load(graph: Graph, keyring: Keyring, batch: str, now: str, work: Callable[[Loader], None]) -> int:
    with Loader(graph, Resolver(graph, keyring), batch, now) as loader:
        work(loader)
        loader.wait()
        return loader.loaded.writes


def _finished_batch(graph: Graph, batch: str) -> dict[str, Any]:
    cypher = "MATCH (b:ImportBatch {id: $batch}) RETURN b.id AS id, b.started_at AS started_at, b.state AS state"
    rows = graph.read(cypher, batch=batch)
    if not rows:
        raise NotFoundError(_say("no-batch", id=batch), hint=_say("list-batches"))
    if rows[0]["state"] == "undone":
        raise InputError(_say("undone-before", id=batch), hint=_say("import-files-again"))
    return rows[0]


def _mark(graph: Graph, batch: str, values: dict[str, Any]) -> int:
    return write_fenced(
        graph, batch, "MATCH (b:ImportBatch {id: $batch}) SET b += $values", batch=batch, values=values
    ).writes


def _drop_photos(graph: Graph, folder: Path, names: Sequence[str]) -> None:
    """Pictures that only the batch brought; one that another cadre bears stays."""
    cypher = "MATCH (c:Cadre) WHERE c.photo IN $names RETURN DISTINCT c.photo AS name"
    kept = {row["name"] for row in graph.read(cypher, names=list(names))} if names else set()
    for name in sorted(set(names) - kept):
        (folder / Path(name).name).unlink(missing_ok=True)

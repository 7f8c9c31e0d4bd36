"""Taking a batch back: first what that would do, then a button."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.model.records import record_types
from ingest.undo import undo
from ingest.undo_report import Other, Told, UndoReport
from queries.runner import run_view
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.jobs import Job
from webui.held.runs import Pending
from webui.held.services import services
from webui.parts.components import Cell, Column, Table, table
from webui.parts.formats import instant_text
from webui.parts.reports import Total, failure

page = Blueprint("batch_undo", __name__)


@dataclass(frozen=True, kw_only=True)
class BatchUndoPage(View):
    """What taking a batch back would do."""

    template: ClassVar[str] = "pages/batch_undo.html"

    batch: Annotated[str, "Id of the batch."]
    failed: Annotated[str, "Why the last attempt failed; empty where there was none."]
    totals: Annotated[tuple[Total, ...], "Documents and findings that go, facts that go, change and stay."]
    removed: Annotated[Table | None, "What goes, by kind; None when nothing does."]
    changed: Annotated[Table | None, "Records that take another source's value; None when there is none."]
    kept: Annotated[Table | None, "Records that stay because other batches state them; None when there is none."]
    reopened: Annotated[Table | None, "Documents that hold again; None when there is none."]
    waiting: Annotated[Table | None, "Later documents that wait for a cadre again; None when there is none."]


@dataclass(frozen=True, kw_only=True)
class BatchUndoWaitingPage(View):
    """What is said while that is being found out, or done."""

    template: ClassVar[str] = "pages/batch_undo_waiting.html"

    batch: Annotated[str, "Id of the batch."]
    writing: Annotated[bool, "Whether the batch is being taken back: then the page cannot be left half done."]
    seconds: Annotated[int, "How long it has been going on."]
    waiting: Annotated[str, "Address that says whether it still is; empty where the page renews itself."]


@page.get("/imports/<batch_id>/undo")
def show(batch_id: str) -> Response:
    """The preview, or that it is being made; while the batch is taken back, how long that has been going on."""
    using = services()
    job = using.jobs.of(_key(batch_id))
    if job and job.running:
        return _waiting(batch_id, job.seconds)
    if job and job.succeeded:
        return redirect(Urls().import_batch(batch_id), 303)
    key = ("undo", batch_id, tuple(run_view(using.graph, "import_state")[0].values()))
    report = using.runs.get(key, lambda _: undo(using.graph, using.settings, batch_id, dry_run=True))
    if isinstance(report, Pending):
        return _waiting(batch_id, report.seconds, Urls().query_waiting(report.token))
    return render(_view(report, " ".join(failure(job)) if job else ""))


@page.post("/imports/<batch_id>/undo")
def send(batch_id: str) -> Response:
    """Begin to take the batch back, and lead to the entry that stays once that is done."""
    using, why = services(), request.form.get("why", "").strip()[:500] or None

    def work(_job: Job) -> None:
        undo(using.graph, using.settings, batch_id, why=why)

    using.jobs.start(_key(batch_id), Job(dry_run=False), work)
    return redirect(Urls().batch_undo(batch_id), 303)


def _key(batch_id: str) -> str:
    return f"undo {batch_id}"


def _waiting(batch_id: str, seconds: int, waiting: str = "") -> Response:
    title = say("undo_looking" if waiting else "undo_writing")
    view = BatchUndoWaitingPage(title=title, batch=batch_id, writing=not waiting, seconds=seconds, waiting=waiting)
    return render(view, 202)


def _view(report: UndoReport, failed: str) -> BatchUndoPage:
    counts = {
        "documents": len(report.documents),
        "findings": report.findings,
        "removed": report.removed.total(),
        "changed": report.changed_count,
        "kept": report.kept_count,
    }
    return BatchUndoPage(
        title=say("undo_title", when=instant_text(report.started_at)),
        batch=report.batch,
        failed=failed,
        totals=tuple(Total(say(f"undo_{name}"), count) for name, count in counts.items()),
        removed=_removed(report),
        changed=_told(report.changed, "undo_changed", "undo_properties"),
        kept=_told(report.kept, "undo_kept", "undo_batches"),
        reopened=_others(report.reopened, "undo_reopened"),
        waiting=_others(report.waiting, "undo_waiting"),
    )


def _removed(report: UndoReport) -> Table | None:
    columns = [Column(say("undo_kind")), Column(say("undo_count"), "number")]
    cells = [[Cell(_kind(label)), Cell(f"{count:,}")] for label, count in sorted(report.removed.items())]
    return table(say("undo_removed"), columns, cells) if cells else None


def _told(told: Iterable[Told], title: str, last: str) -> Table | None:
    columns = [Column(say("undo_kind")), Column(say("undo_name")), Column(say(last))]
    # names of what the reader may not see stay out; the totals count all
    seen = (each for each in told if record_types()[each.label].TYPE.access <= services().settings.clearance)
    cells = [[Cell(_kind(each.label)), Cell(each.name), Cell(_more(each))] for each in seen]
    return table(say(title), columns, cells) if cells else None


def _more(told: Told) -> str:
    declared = record_types()[told.label].TYPE
    known = {**declared.properties, **declared.links}
    names = (getattr(known[name], language()) if name in known else name for name in told.properties)
    return say("list_comma").join((*names, *told.batches))


def _others(others: Iterable[Other], title: str) -> Table | None:
    columns = [Column(say("document_title")), Column(say("document_records"), "number"), Column(say("undo_names"))]
    cells = [
        [
            Cell(each.title, href=Urls().import_batch(each.batch)),
            Cell(f"{each.records:,}"),
            Cell(say("list_comma").join(each.names)),
        ]
        for each in others
    ]
    return table(say(title), columns, cells) if cells else None


def _kind(label: str) -> str:
    return str(getattr(record_types()[label].TYPE, language()))

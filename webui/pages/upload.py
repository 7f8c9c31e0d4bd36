"""What came of files that were sent: how far they are, a preview before anything is written, then the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.errors import NotFoundError
from graph.model.words import sayings
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.jobs import Job
from webui.held.preview import KINDS, Preview
from webui.held.services import services
from webui.held.uploads import Upload
from webui.held.working import look_at, take
from webui.parts.components import Chip, Table
from webui.parts.findings import findings_table
from webui.parts.reports import Total, failure, files_table, is_rejected, report_findings, report_totals, visible_types

_say: Final = sayings("webui")

page = Blueprint("upload", __name__)

_MOST_FINDINGS: Final = 500


@dataclass(frozen=True, kw_only=True)
class UploadPage(View):
    """The report of files that wait to be taken, or were."""

    template: ClassVar[str] = "pages/upload.html"

    token: Annotated[str, "What the upload is known by."]
    batch: Annotated[str | None, "Id of the batch the import made; None before it and when nothing changed."]
    refused: Annotated[int, "How many files nothing was taken of."]
    waiting: Annotated[bool, "Whether the files are still here and can be taken."]
    hopeless: Annotated[bool, "Whether nothing of any file can be taken as it is read now."]
    mapped: Annotated[bool, "Whether the files are read by a mapping."]
    failed: Annotated[str, "Why the last attempt to take them failed; empty where it did not."]
    totals: Annotated[tuple[Total, ...], "Files, what would change, findings."]
    changes: Annotated[
        tuple[Chip, ...],
        "The records that would change, by kind; empty where none wait that can be taken.",
    ]
    unlisted: Annotated[int, "How many records more would change that this reader does not see."]
    files: Annotated[Table, "One row a file."]
    findings: Annotated[Table | None, "The first findings; None when there is none."]
    left_out: Annotated[int, "How many findings the page does not show."]


@dataclass(frozen=True, kw_only=True)
class UploadRunningPage(View):
    """How far an import, or the look at what it would change, has come; the page renews itself."""

    template: ClassVar[str] = "pages/upload_running.html"

    dry_run: Annotated[bool, "Whether nothing is written."]
    done: Annotated[int, "Files done."]
    total: Annotated[int, "Files in all; 0 before they are counted."]
    file: Annotated[str, "The file done last."]
    facts: Annotated[int, "Records that change so far."]
    seconds: Annotated[int, "How long it has been running."]


@dataclass(frozen=True, kw_only=True)
class UploadFailedPage(View):
    """Why files could not be looked at, with a button to try again."""

    template: ClassVar[str] = "pages/upload_failed.html"

    token: Annotated[str, "What the upload is known by."]
    message: Annotated[str, "What happened."]
    hint: Annotated[str, "What to do next."]


@page.get("/uploads/<token>")
def show(token: str) -> Response:
    """The report; while the files are worked on, how far that is."""
    upload = services().uploads.find(token)
    job = services().jobs.of(token)
    if job and job.running:
        return render(_running(job))
    report = upload.report()
    if report is None:
        return render(_failed(token, job))
    findings = list(report_findings(report))
    waiting = bool(upload.paths())
    hopeless = waiting and all(map(is_rejected, report["files"]))
    changes, unlisted = _changes(upload) if waiting and not hopeless else ((), 0)
    return render(
        UploadPage(
            title=say("upload_preview_title" if waiting else "upload_result_title"),
            token=token,
            batch=report["batch"],
            refused=sum(is_rejected(each) for each in report["files"]),
            waiting=waiting,
            hopeless=hopeless,
            mapped=upload.mapping.exists(),
            failed=failure(job)[0] if job and not job.dry_run else "",
            totals=report_totals(report),
            changes=changes,
            unlisted=unlisted,
            files=files_table(report),
            findings=findings_table(findings[:_MOST_FINDINGS]) if findings else None,
            left_out=max(0, len(findings) - _MOST_FINDINGS),
        )
    )


@page.post("/uploads/<token>")
def decide(token: str) -> Response:
    """Take the files, look at them again, or discard them."""
    upload = services().uploads.find(token)
    action = request.form.get("action")
    if action == "discard":
        upload.discard()
        return redirect(Urls().import_new(), 303)
    if upload.paths():  # sent twice: the files are gone, the report tells what became of them
        (look_at if action == "preview" else take)(upload)
    return redirect(Urls().upload(token), 303)


def _running(job: Job) -> UploadRunningPage:
    return UploadRunningPage(
        title=say("upload_looking_title" if job.dry_run else "upload_taking_title"),
        dry_run=job.dry_run,
        done=job.done,
        total=job.total,
        file=job.file,
        facts=job.facts,
        seconds=job.seconds,
    )


def _failed(token: str, job: Job | None) -> UploadFailedPage:
    if job is None:
        raise NotFoundError(
            _say("upload_not_looked_at"),
            hint=_say("upload_not_looked_at_hint"),
        )
    message, hint = failure(job)
    return UploadFailedPage(title=say("upload_failed_title"), token=token, message=message, hint=hint)


def _changes(upload: Upload) -> tuple[tuple[Chip, ...], int]:
    """The listed records by kind, and how many more would change."""
    counts = dict.fromkeys(KINDS, 0)
    listed, unlisted = Preview(upload.preview).counts_of(visible_types())
    for kind, _, count in listed:
        counts[kind] += count
    chips = (
        Chip(say(f"change_{kind}"), count, Urls().upload_records(upload.token, kind)) for kind, count in counts.items()
    )
    return tuple(chips), unlisted

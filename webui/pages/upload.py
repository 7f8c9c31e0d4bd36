"""What came of files that were sent: a preview before anything is written, then the report of the import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.errors import NotFoundError
from webui.components import Table
from webui.findings import findings_table
from webui.language import say
from webui.reports import Total, files_table, is_rejected, report_findings, report_totals
from webui.services import services
from webui.uploads import Upload
from webui.urls import Urls
from webui.view import View, render
from webui.working import take

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
    totals: Annotated[tuple[Total, ...], "Files, what would change, findings."]
    files: Annotated[Table, "One row a file."]
    findings: Annotated[Table | None, "The first findings; None when there is none."]
    left_out: Annotated[int, "How many findings the page does not show."]


@page.get("/uploads/<token>")
def show(token: str) -> Response:
    """The report."""
    upload = services().uploads.find(token)
    report = upload.report()
    if report is None:
        raise NotFoundError("这次上传还没有检查结果 (this upload has no report)。", hint="请重新选择文件并提交。")
    findings = list(report_findings(report))
    waiting = bool(upload.paths())
    return render(
        UploadPage(
            title=say("upload_preview_title" if waiting else "upload_result_title"),
            token=token,
            batch=report["batch"],
            refused=sum(is_rejected(each) for each in report["files"]),
            waiting=waiting,
            totals=report_totals(report),
            files=files_table(report),
            findings=findings_table(findings[:_MOST_FINDINGS]) if findings else None,
            left_out=max(0, len(findings) - _MOST_FINDINGS),
        )
    )


@page.post("/uploads/<token>")
def decide(token: str) -> Response:
    """Take the files or discard them."""
    upload = services().uploads.find(token)
    if request.form.get("action") == "discard":
        upload.discard()
        return redirect(Urls().import_new(), 303)
    return redirect(_take(upload), 303)


def _take(upload: Upload) -> str:
    # sent twice: the files are gone, the report tells what became of them
    return take(upload) if upload.paths() else Urls().upload(upload.token)

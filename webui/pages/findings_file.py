"""The findings of an upload or a batch as a file: CSV or Excel, without anything a spreadsheet would calculate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask import Blueprint, Response

from export import results
from export.results import Table as File
from graph.errors import NotFoundError
from graph.model.codes import code_list
from graph.model.schema import Access
from graph.model.words import sayings
from queries.runner import run_view
from webui.frame.language import language, say
from webui.held.services import services
from webui.parts.files import attached, day_and_marking
from webui.parts.findings import code_text, reason_text
from webui.parts.formats import instant_text
from webui.parts.reports import report_findings

_say: Final = sayings("webui")

page = Blueprint("findings_file", __name__)

_MOST: Final = 1_000_000
_COLUMNS: Final = ("severity", "document", "sheet", "row", "line", "column", "value", "kind", "reason")
_NUMBERS: Final = ("row", "line")


@page.get("/uploads/<token>/findings.<any(csv, xlsx):ending>")
def of_upload(token: str, ending: str) -> Response:
    """What was found in files that wait or were taken."""
    report = services().uploads.find(token).report()
    if report is None:
        raise NotFoundError(
            _say("upload_not_looked_at"),
            hint=_say("upload_not_looked_at_hint"),
        )
    return _file(report_findings(report), say("findings_title"), ending)


@page.get("/imports/<batch_id>/findings.<any(csv, xlsx):ending>")
def of_batch(batch_id: str, ending: str) -> Response:
    """What was found in the files of a batch."""
    graph = services().graph
    found = run_view(graph, "batch", id=batch_id)
    if not found:
        raise NotFoundError(
            _say("no_import_batch_of_id", batch_id=batch_id),
            hint=_say("no_import_batch_of_id_hint"),
        )
    rows = run_view(graph, "batch_findings", id=batch_id, severity=None, code=None, skip=0, limit=_MOST)
    return _file(rows, f"{say('findings_title')} {instant_text(found[0]['started_at'])}", ending)


def _file(rows: Iterable[Mapping[str, Any]], title: str, ending: str) -> Response:
    found = File(
        title=title,
        columns=tuple((name, say(f"finding_{name}"), "integer" if name in _NUMBERS else "text") for name in _COLUMNS),
        rows=tuple(tuple(_cell(row, name) for name in _COLUMNS) for row in rows),
        marks=(title, day_and_marking(Access.OFFICE)),
        document={},
    )
    return attached(results.write(found, ending), results.media_type(ending), "findings", ending, Access.OFFICE)


def _cell(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - text or number
    if name == "severity":
        return code_list("severity").label(row["severity"], language())
    if name == "reason":
        return reason_text(row)
    return code_text(row["code"]) if name == "kind" else row.get(name)

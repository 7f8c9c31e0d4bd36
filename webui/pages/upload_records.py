"""What files that wait would change, record by record, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, request

from graph.model.records import record_types
from queries.runner import run_view
from webui.frame.language import say
from webui.frame.part import part_asked
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.preview import KINDS, Foreseen, Preview
from webui.held.services import services
from webui.held.uploads import Upload
from webui.parts.components import Cell, Chip, Column, Table, table
from webui.parts.findings import findings_table
from webui.parts.names import field_title, kind_name
from webui.parts.records import value_text
from webui.parts.reports import is_rejected, report_findings, visible_types

page = Blueprint("upload_records", __name__)

_PER_PART: Final = 100
REJECTED: Final = "rejected"


@dataclass(frozen=True, kw_only=True)
class UploadRecordsPage(View):
    """The records that would be made, changed or taken away, and the rows that would not be taken."""

    template: ClassVar[str] = "pages/upload_records.html"

    token: Annotated[str, "What the upload is known by."]
    kinds: Annotated[tuple[Chip, ...], "New, changed, conflicting, taken away, rejected."]
    types: Annotated[tuple[Chip, ...], "Filters by record type."]
    unlisted: Annotated[int, "How many records more there are that this reader does not see."]
    records: Annotated[Table | None, "One row a record; None where there is none."]
    newer: Annotated[str | None, "Address of the records before these."]
    older: Annotated[str | None, "Address of the records after these."]


@page.get("/uploads/<token>/records")
def show(token: str) -> Response:
    """A hundred records of `?kind=` and `?label=`."""
    upload = services().uploads.find(token)
    preview = Preview(upload.preview)
    visible = visible_types()
    asked = request.args.get("kind", KINDS[0])
    kind = asked if asked in (*KINDS, REJECTED) else KINDS[0]
    label = request.args.get("label", "")
    part = part_asked(request.args)
    counts, unlisted = preview.counts_of(visible)
    labels = (label,) if label in visible else visible
    if kind == REJECTED:
        shown, more = _rejected(upload, part)
    else:
        rows = preview.records(kind, labels, (part - 1) * _PER_PART, _PER_PART + 1)
        shown, more = _table(preview, rows[:_PER_PART]) if rows else None, len(rows) > _PER_PART
    return render(
        UploadRecordsPage(
            title=say("upload_records_title"),
            token=token,
            kinds=_kinds(upload, counts, kind),
            types=_types(token, counts, kind, label),
            unlisted=unlisted,
            records=shown,
            newer=Urls().upload_records(token, kind, label, part - 1) if part > 1 else None,
            older=Urls().upload_records(token, kind, label, part + 1) if more else None,
        )
    )


def _kinds(upload: Upload, counts: list[tuple[str, str, int]], kind: str) -> tuple[Chip, ...]:
    every = {name: sum(count for each, _, count in counts if each == name) for name in KINDS}
    every[REJECTED] = len(_rejected_rows(upload))
    return tuple(
        Chip(say(f"change_{name}"), count, Urls().upload_records(upload.token, name), name == kind)
        for name, count in every.items()
    )


def _types(token: str, counts: list[tuple[str, str, int]], kind: str, label: str) -> tuple[Chip, ...]:
    mine = [(each, count) for name, each, count in counts if name == kind]
    if len(mine) < 2:
        return ()
    return tuple(
        Chip(
            kind_name(each),
            count,
            Urls().upload_records(token, kind, "" if each == label else each),
            each == label,
        )
        for each, count in mine
    )


def _table(preview: Preview, rows: list[Foreseen]) -> Table:
    names = _subjects(preview, sorted({row.subject for row in rows}))
    columns = [Column(say(f"change_column_{name}")) for name in ("type", "name", "about")]
    columns.append(Column(say("change_column_told"), "long"))
    cells = [
        [
            Cell(kind_name(row.label)),
            Cell(row.name),
            Cell(*names.get(row.subject, ("",))),
            Cell(say("list_semicolon").join(_told(row, *each) for each in row.told) or say("change_restated")),
        ]
        for row in rows
    ]
    return table(say("upload_records_title"), columns, cells)


def _subjects(preview: Preview, ids: list[str]) -> dict[str, tuple[str, str | None]]:
    """What the subjects are called, and the page of those that are in the graph already."""
    there = {row["id"]: row["name"] for row in run_view(services().graph, "cadres_by_id", ids=ids)}
    made = {each: (name, None) for each, name in preview.names(ids).items()}
    return made | {each: (name, Urls().cadre(each)) for each, name in there.items()}


def _told(row: Foreseen, name: str, old: Any, new: Any) -> str:  # noqa: ANN401 - as the property is
    declared = record_types()[row.label].TYPE.properties.get(name)
    if declared is None:
        return ""
    before, after = value_text(declared, old), value_text(declared, new)
    title = field_title(declared)
    if before and after and before != after:
        return say("change_from_to", title=title, before=before, after=after)
    return say("change_told", title=title, value=after or before)


def _rejected_rows(upload: Upload) -> list[dict[str, Any]]:
    report = upload.report() or {"files": []}
    refused = {each["file"] for each in report["files"] if is_rejected(each)}
    return [row for row in report_findings(report) if row["severity"] == "error" or row["document"] in refused]


def _rejected(upload: Upload, part: int) -> tuple[Table | None, bool]:
    rows = _rejected_rows(upload)
    some = rows[(part - 1) * _PER_PART : part * _PER_PART]
    return findings_table(some) if some else None, len(rows) > part * _PER_PART

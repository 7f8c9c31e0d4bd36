"""One import batch: its counts, its files, and what was found in them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, request

from graph.errors import NotFoundError
from graph.model.codes import code_list
from graph.model.words import sayings
from queries.runner import run_view
from webui.frame.language import language, say
from webui.frame.part import part_asked
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.cell_words import importer_title
from webui.parts.components import Cell, Chip, Column, Table, table
from webui.parts.findings import code_cell, code_text, findings_table
from webui.parts.formats import date_text, instant_text, size_text
from webui.parts.questions import Question, questions_about
from webui.parts.reports import Total, is_rejected, totals

_say: Final = sayings("webui")

page = Blueprint("import_batch", __name__)

_PER_PART: Final = 100


@dataclass(frozen=True, kw_only=True)
class ImportBatchPage(View):
    """A run of the importers."""

    template: ClassVar[str] = "pages/import_batch.html"

    id: Annotated[str, "Its id."]
    state: Annotated[Cell, "Whether the batch is done, still loading, interrupted or undone."]
    ended: Annotated[bool, "Whether nothing is written to it any more."]
    finished: Annotated[str, "When its last write was made; empty while it loads."]
    interrupted: Annotated[str, "How much of an interrupted batch is there, and how to go on; else empty."]
    undone: Annotated[str, "When it was undone, and why; empty where it was not."]
    undo: Annotated[str | None, "Address of the undo; None for a batch that is loading or undone."]
    totals: Annotated[tuple[Total, ...], "Files, records created, changed and withdrawn, findings."]
    documents: Annotated[Table | None, "One row a file taken; None when there is none any more."]
    refused: Annotated[tuple[tuple[str, str], ...], "Each file of which nothing was taken, and why."]
    severities: Annotated[tuple[Chip, ...], "Filters by severity."]
    codes: Annotated[tuple[Chip, ...], "Filters by kind of finding."]
    findings: Annotated[Table | None, "The findings that pass the filters; None when there is none."]
    newer: Annotated[str | None, "Address of the findings before these."]
    older: Annotated[str | None, "Address of the findings after these."]
    questions: Annotated[tuple[Question, ...], "Saved queries about this batch."]


@dataclass(frozen=True)
class Asked:
    """Which findings of a batch are wanted: of a severity and a code, and which hundred of them."""

    severity: str | None
    code: str | None
    part: int

    @classmethod
    def from_request(cls) -> Asked:
        """What the address of the present request asks for."""
        given = request.args
        return cls(given.get("severity") or None, given.get("code") or None, part_asked(given))


@page.get("/imports/<batch_id>")
def show(batch_id: str) -> Response:
    """One batch; its findings by `?severity=` and `?code=`, a hundred a part."""
    graph = services().graph
    found = run_view(graph, "batch", id=batch_id)
    if not found:
        raise NotFoundError(
            _say("no_import_batch_of_id", batch_id=batch_id),
            hint=_say("no_import_batch_of_id_hint"),
        )
    batch, asked = found[0], Asked.from_request()
    documents = run_view(graph, "batch_documents", id=batch_id)
    counts = run_view(graph, "batch_finding_counts", id=batch_id)
    rows = _findings(batch_id, asked)
    return render(
        ImportBatchPage(
            title=say("batch_title", when=instant_text(batch["started_at"])),
            id=batch_id,
            state=code_cell("batch_state", batch["state"]),
            ended=batch["state"] != "loading",
            finished=instant_text(batch["finished_at"]),
            interrupted=_interrupted(batch),
            undone=_undone(batch),
            undo=Urls().batch_undo(batch_id) if batch["state"] in ("done", "interrupted") else None,
            totals=totals(batch),
            documents=_documents(documents) if documents else None,
            refused=_refused(batch["report"]),
            severities=_severities(batch_id, counts, asked),
            codes=_codes(batch_id, counts, asked),
            findings=findings_table(rows[:_PER_PART], with_cadre=any(row["cadre"] for row in rows)) if rows else None,
            newer=_part(batch_id, asked, -1) if asked.part > 1 else None,
            older=_part(batch_id, asked, 1) if len(rows) > _PER_PART else None,
            questions=questions_about("ImportBatch", batch_id),
        )
    )


def _interrupted(batch: dict[str, Any]) -> str:
    if batch["state"] != "interrupted":
        return ""
    return say("batch_interrupted", whole=batch["files"], planned=batch["planned"])


def _undone(batch: dict[str, Any]) -> str:
    if not batch["undone_at"]:
        return ""
    return " ".join((say("undo_done", when=instant_text(batch["undone_at"])), batch["undone_why"] or "")).strip()


def _refused(report: str | None) -> tuple[tuple[str, str], ...]:
    files = filter(is_rejected, json.loads(report) if report else [])
    return tuple((file["file"], " ".join(each[language()] for each in file["why"])) for file in files)


def _findings(batch_id: str, asked: Asked) -> list[dict[str, Any]]:
    """The findings of one part, and one more where there are more."""
    return run_view(
        services().graph,
        "batch_findings",
        id=batch_id,
        severity=asked.severity,
        code=asked.code,
        skip=(asked.part - 1) * _PER_PART,
        limit=_PER_PART + 1,
    )


def _part(batch_id: str, asked: Asked, step: int) -> str:
    return Urls().import_batch(batch_id, severity=asked.severity, code=asked.code, part=asked.part + step)


def _documents(rows: list[dict[str, Any]]) -> Table:
    numbers = ("records", "findings")
    names = ("title", "importer", "form_date", "issuer", "size")
    columns = [Column(say(f"document_{name}")) for name in names]
    columns += [Column(say(f"document_{name}"), "number") for name in numbers]
    cells = [
        [
            Cell(row["title"] or ""),
            Cell(importer_title(row["importer"]) if row["importer"] else ""),
            Cell(date_text(row["form_date"])),
            Cell(row["issuer"] or ""),
            Cell(size_text(row["size"])),
            *(Cell(f"{row[name]:,}") for name in numbers),
        ]
        for row in rows
    ]
    return table(say("documents_title"), columns, cells)


def _severities(batch_id: str, counts: list[dict[str, Any]], asked: Asked) -> tuple[Chip, ...]:
    by_name = Counter(dict.fromkeys(code_list("severity").names, 0))
    for row in counts:
        by_name[row["severity"]] += row["count"]
    every = Chip(say("filter_all"), by_name.total(), Urls().import_batch(batch_id), asked.severity is None)
    chips = [
        Chip(_severity(name), count, Urls().import_batch(batch_id, severity=name), name == asked.severity)
        for name, count in by_name.items()
        if count
    ]
    return (every, *chips) if chips else ()


def _severity(name: str) -> str:
    return code_list("severity").label(name, language())


def _codes(batch_id: str, counts: list[dict[str, Any]], asked: Asked) -> tuple[Chip, ...]:
    """A chip for each kind of finding; the one that is on leads back to all kinds."""
    by_name: Counter[str] = Counter()
    for row in counts:
        if asked.severity in (None, row["severity"]):
            by_name[row["code"]] += row["count"]
    if len(by_name) < 2 and asked.code is None:
        return ()
    return tuple(
        Chip(code_text(name), count, _of_code(batch_id, asked, name), name == asked.code)
        for name, count in by_name.most_common()
    )


def _of_code(batch_id: str, asked: Asked, code: str) -> str:
    return Urls().import_batch(batch_id, severity=asked.severity, code=None if code == asked.code else code)

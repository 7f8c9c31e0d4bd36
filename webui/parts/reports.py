"""What an import did, as pages show it: totals, files, findings, from the report that `zhishi import --json` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.model.records import record_types
from webui.frame.language import language, say, words
from webui.held.jobs import Job
from webui.held.services import services
from webui.parts.cell_words import importer_title
from webui.parts.components import Cell, Column, Table, table

_COUNTS: Final = ("files", "created", "changed", "removed", "findings")
_FILE_COUNTS: Final = ("created", "changed", "unchanged")
_REJECTED: Final = "rejected"


@dataclass(frozen=True)
class Total:
    """One number of a report and what it counts."""

    text: str
    count: int


def totals(batch: Mapping[str, Any]) -> tuple[Total, ...]:
    """The totals of a batch, for as many as it holds."""
    return tuple(Total(say(f"batch_{name}"), batch[name]) for name in _COUNTS if batch.get(name) is not None)


def report_totals(report: Mapping[str, Any]) -> tuple[Total, ...]:
    """The totals of a report that belongs to no batch yet."""
    files = report["files"]
    sums = {name: sum(each[name] for each in files) for name in _FILE_COUNTS}
    counted = {"files": len(files), **sums, "findings": sum(len(each["findings"]) for each in files)}
    return tuple(Total(say(f"batch_{name}"), count) for name, count in counted.items())


def is_rejected(file: Mapping[str, Any]) -> bool:
    """Whether nothing of a file was taken."""
    return bool(file["status"] == _REJECTED)


def files_table(report: Mapping[str, Any]) -> Table:
    """One row a file: what it was recognised as and what it would change or changed."""
    columns = [Column(say(f"document_{name}")) for name in ("title", "importer", "status")]
    columns += [Column(say(f"batch_{name}"), "number") for name in (*_FILE_COUNTS, "findings")]
    return table(say("documents_title"), columns, [_file_cells(each) for each in report["files"]])


def _file_cells(file: Mapping[str, Any]) -> list[Cell]:
    key = f"file_status_{file['status']}"
    status = say(key) if key in words() else file["status"]
    return [
        Cell(file["file"]),
        Cell(importer_title(file["importer"]) if file["importer"] else ""),
        Cell(status, tone="bad" if is_rejected(file) else "plain"),
        *(Cell(f"{file[name]:,}") for name in _FILE_COUNTS),
        Cell(f"{len(file['findings']):,}"),
    ]


def report_findings(report: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every finding of a report as the view of a batch has them: with its file, and the reason by language."""
    for file in report["files"]:
        for finding in file["findings"]:
            yield {**finding, "reason": finding["reason_zh"], "document": file["file"]}


def failure(job: Job) -> tuple[str, str]:
    """What went wrong with work that has ended and what to do next; empty where nothing did."""
    if job.error:
        return job.error.said.text(language()), job.error.remedy.text(language())
    return (say("upload_broken"), say("upload_broken_hint")) if job.broken else ("", "")


def visible_types() -> tuple[str, ...]:
    """The record types this reader may see; what only serves to recognise people is for nobody."""
    clearance = services().settings.clearance
    types = record_types().items()
    return tuple(label for label, cls in types if cls.TYPE.access <= clearance and label != "Identifier")

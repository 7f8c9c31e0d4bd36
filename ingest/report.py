"""What an import did: one report for the page, the terminal and other programs."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from ingest.drafts import FindingDraft


@dataclass(slots=True)
class FileReport:
    """One file: `imported`, `known` (same content is there already), `rejected`, or `checked` (dry run).

    Counts are of model records.
    """

    file: str
    importer: str | None = None
    status: str = "imported"
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    findings: list[FindingDraft] = field(default_factory=list)
    found_before: int | None = None
    """Of a file that an interrupted import had taken whole: how many findings that told, which the graph holds."""

    def take_over(self, other: FileReport) -> None:
        """Tell of this file what the other report does, which is on the same content."""
        for each in fields(other):
            if each.name != "file":
                setattr(self, each.name, getattr(other, each.name))

    @property
    def found(self) -> int:
        """How many findings there are, told in this run or before it was interrupted."""
        return (self.found_before or 0) + len(self.findings)

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises."""
        return {
            "file": self.file,
            "importer": self.importer,
            "status": self.status,
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "findings": [finding_as_json(finding) for finding in self.findings],
        }

    def as_line(self) -> dict[str, Any]:
        """The file without its findings, which the graph holds; a refused file, of which it holds nothing, with why."""
        refused = self.findings if self.status == "rejected" else []
        why = [{"zh": finding.reason.zh, "en": finding.reason.en} for finding in refused]
        return {**self.as_json(), "findings": self.found, "why": why}


def finding_as_json(finding: FindingDraft) -> dict[str, Any]:
    """Place, value and reason of a finding, every key always there; the reason in one text, and in each language."""
    place = finding.place
    return {
        "sheet": place.sheet,
        "row": place.row,
        "line": place.line,
        "column": place.column,
        "value": finding.value or None,
        "code": finding.code,
        "severity": finding.severity,
        "reason": str(finding.reason),
        "reason_zh": finding.reason.zh,
        "reason_en": finding.reason.en,
    }


@dataclass(slots=True)
class Report:
    """One import: its batch (None when nothing changed), its files, and everything the engine was made to change."""

    batch: str | None = None
    files: list[FileReport] = field(default_factory=list)
    writes: int = 0

    @property
    def resumed(self) -> int:
        """How many files an interrupted import, with which this one went on, had taken whole already."""
        return sum(file.found_before is not None for file in self.files)

    @property
    def rejected(self) -> bool:
        """Whether any file was refused as a whole."""
        return any(file.status == "rejected" for file in self.files)

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises."""
        files = [file.as_json() for file in self.files]
        return {"batch": self.batch, "files": files, "writes": self.writes, "resumed": self.resumed}

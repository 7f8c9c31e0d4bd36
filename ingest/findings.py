"""What an import notices: how a refused file and a doubted person are told, and the row that keeps a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from graph.errors import Place, ZhishiError
from graph.model.keys import make_key
from graph.model.refused import refused_because
from graph.model.words import Both, sayings
from ingest.drafts import FindingDraft, Ref
from ingest.errors import SourceError
from ingest.records import Document
from ingest.report import FileReport

_say: Final = sayings("ingest")


def reject(report: FileReport, error: Exception) -> None:
    """Say of a file that it was refused, and why; no ID number gets into the reason."""
    report.status = "rejected"
    place = error.place if isinstance(error, ZhishiError) and error.place else Place()
    place = replace(place, file=report.file)
    reason = error.told if isinstance(error, ZhishiError) else _plain(error)
    report.findings = [*report.findings, FindingDraft(place, "", "rejected", "error", reason)]


def _plain(error: Exception) -> Both:
    if isinstance(error, OSError):
        return _say("no-file", why=refused_because(error))
    return _say("damaged", why=type(error).__name__)


def nothing_taken(expected: Both, findings: Sequence[FindingDraft]) -> list[FindingDraft]:
    """What to say, unless it was said, of a file in which nothing was filled in, such as an empty template.

    Raises SourceError where something was: all of it was refused, so that the file as a whole is.
    """
    refused = [each for each in findings if each.severity == "error"]
    if refused:
        first = refused[0]
        at = _say("at-place", place=first.place.said) + first.reason if str(first.place) else first.reason
        raise SourceError(_say("nothing-taken") + at, hint=_say("nothing-taken-hint", expected=expected))
    if any(each.code == "no-record" for each in findings):
        return []
    return [FindingDraft(Place(), "", "no-record", "warning", _say("nothing-filled-in", expected=expected))]


def doubt_finding(code: str, name: str, subject: Ref) -> FindingDraft:
    """What to check about a person of this name whom the sources do not tell apart for sure."""
    return FindingDraft(Place(), name, code, "warning", _say(code), subject)


def finding_row(document: Document, finding: FindingDraft, about: Sequence[str]) -> dict[str, Any]:
    """The row that writes a finding; `about` are the cadres it is about, as far as they are known."""
    place = finding.place
    values = {
        "id": make_key("fin", document.id, place, finding.code, finding.value),
        "code": finding.code,
        "severity": finding.severity,
        "place": str(place),
        "sheet": place.sheet,
        "row": place.row,
        "line": place.line,
        "column": place.column,
        "value": finding.value,
        "reason": finding.reason.zh,
        "reason_en": finding.reason.en,
    }
    present = {name: value for name, value in values.items() if value is not None}
    return {"document": document.id, "about": list(about), "values": present}

"""A finding as the terminal shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.common import language

if TYPE_CHECKING:
    from ingest.drafts import FindingDraft


def finding_line(finding: FindingDraft) -> str:
    """How grave it is, where, what stands there and why, in the language of the terminal."""
    place, reason = finding.place.said.text(language()), finding.reason.text(language())
    value = f" {finding.value!r}" if finding.value else ""
    return f"  [{finding.severity}] {place}{value} {reason} ({finding.code})"

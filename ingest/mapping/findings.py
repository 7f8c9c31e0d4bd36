"""Findings of a long table: the first of each kind with their places, of the rest how many there are."""

from __future__ import annotations

from collections import Counter
from typing import Final

from graph.errors import Place
from ingest.clean.privacy import hide_private
from ingest.drafts import FindingDraft, Ref, Severity
from ingest.mapping.messages import say

_SHOWN: Final = 50
"""Findings of one code and column; the rest is counted."""


class Findings:
    """Collects into the list of a document."""

    def __init__(self, into: list[FindingDraft]) -> None:
        self.into = into
        self._counts: Counter[tuple[str, str | None, str | None]] = Counter()
        self.errors = 0

    def add(
        self,
        place: Place,
        value: str,
        code: str,
        reason: str,
        severity: Severity = "warning",
        *,
        line: int | None = None,
        subject: Ref | None = None,
    ) -> None:
        """Add a finding; `line` is the line of the mapping file that asked for the value."""
        self.errors += severity == "error"
        key = (code, place.column, place.sheet)
        self._counts[key] += 1
        if self._counts[key] <= _SHOWN:
            at = "" if line is None else f" {say('mapping-line', line=line)}"
            shown = hide_private(value)[:200]
            self.into.append(FindingDraft(place, shown, code, severity, reason + at, subject))

    def finish(self) -> None:
        """Tell how many findings there were beyond those shown."""
        for (code, column, sheet), count in self._counts.items():
            if count > _SHOWN:
                reason = say("more-findings", count=count - _SHOWN, code=code)
                self.into.append(FindingDraft(Place(sheet=sheet, column=column), "", "more", "info", reason))

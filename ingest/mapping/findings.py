"""Findings of a long table: the first of each kind with their places, of the rest how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from graph.errors import Place
from graph.model.words import Both, listed
from ingest.clean.privacy import hide_private
from ingest.drafts import FindingDraft, LinkDraft, Ref, RowKey, Severity
from ingest.mapping.messages import tell

_SHOWN: Final = 50
"""Findings of one code and column; the rest is counted."""


_TOLD: Final = 10
"""Remarks that are told in full."""


class Findings:
    """Collects into the list of a document."""

    def __init__(self, into: list[FindingDraft]) -> None:
        self.into = into
        self._counts: Counter[tuple[str, str | None, str | None]] = Counter()
        self.errors = 0
        self.untaken: dict[RowKey, Ref] = {}
        """Whom the rows speak of that were not taken."""

    def refuse(self, place: Place, links: Iterable[LinkDraft]) -> None:
        """Note that a row was not taken, and whom it speaks of."""
        person = next((each.target for each in links if each.target.type == "Cadre"), None)
        if person is not None:
            self.untaken[place.sheet, place.row] = person

    def add(
        self,
        place: Place,
        value: str,
        code: str,
        reason: Both,
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
            whole = reason if line is None else reason + tell("mapping-line", line=line)
            self.into.append(FindingDraft(place, hide_private(value)[:200], code, severity, whole, subject))

    def finish(self) -> None:
        """Tell how many findings there were beyond those shown."""
        for (code, column, sheet), count in self._counts.items():
            if count > _SHOWN:
                reason = tell("more-findings", count=count - _SHOWN, code=code)
                self.into.append(FindingDraft(Place(sheet=sheet, column=column), "", "more", "info", reason))


@dataclass(slots=True)
class Remarks:
    """The rows of a table that were taken for remarks: all of them in one finding, so that none is lost unseen."""

    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, row: int, text: str) -> None:
        """One more; `text` is what stands there, empty where that must not be told."""
        self.found.append((row, text[:60]))

    def tell(self, findings: Findings, sheet: str | None) -> None:
        """The finding, where there were any."""
        if not self.found:
            return
        found = sorted(self.found)
        reason = tell("note-row", count=len(found), rows=listed((row for row, _ in found), _TOLD))
        place = Place(sheet=sheet, row=found[0][0])
        findings.add(place, " | ".join(text for _, text in found[:_TOLD] if text), "note-row", reason, "info")

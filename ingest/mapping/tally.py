"""What a table gave by each `[[record]]`: how many records, how many of them with each property, and the first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ingest.drafts import RecordDraft


@dataclass(slots=True)
class Tally:
    """Counts by what the mapping calls its records; final when all is read."""

    records: Counter[str] = field(default_factory=Counter)
    filled: dict[str, Counter[str]] = field(default_factory=dict)
    """How many records have a value of each property, or lead to something by each link."""
    examples: dict[str, RecordDraft] = field(default_factory=dict)

    def add(self, alias: str, record: RecordDraft) -> None:
        """Count a record."""
        draft = record.drafts[0]
        self.records[alias] += 1
        self.filled.setdefault(alias, Counter()).update({*draft.values, *(link.name for link in draft.links)})
        self.examples.setdefault(alias, record)

"""What the makers of the records of one file share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.mapping.findings import Findings
from ingest.mapping.model import Value
from ingest.mapping.said import Said
from ingest.mapping.tally import Tally
from ingest.mapping.values import Sources

if TYPE_CHECKING:
    from ingest.importers import Reading


@dataclass(slots=True)
class Job:
    """What the makers of one file share."""

    reading: Reading
    sources: Sources
    findings: Findings
    lineage: tuple[str | None, ...]
    line: Callable[..., int | None]
    author: str | None = None
    origin: str | None = None
    date: str | None = None
    sheet: str | None = None
    as_of: str = ""
    computed: Mapping[str, Value] = field(default_factory=dict)
    """The columns that the mapping computes."""
    content: str = ""
    """What tells the file from others, where a key holds the number of a row."""
    refused: set[str] = field(default_factory=set)
    """Where in the row stands a person who was not taken."""
    said: Said = field(default_factory=Said)
    said_of_people: Said = field(default_factory=Said)
    minors: set[str] = field(default_factory=set)
    tally: Tally = field(default_factory=Tally)

"""What a résumé is read into: segments, the posts held in them, memberships and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.model.words import Both

EndStatus = Literal["ended", "current", "unknown"]
HoldingKind = Literal["post", "rank", "membership", "secondment"]
SegmentKind = Literal[
    "work", "study", "party_school", "training", "secondment", "waiting", "retired", "military", "unknown"
]
Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One post or rank in one unit; `[start, end)` as exact as the text, None where the text does not say.

    `derived` names the fields among unit, post, rank, start, end that were concluded and not written.
    """

    unit: str | None
    post: str | None
    rank: str | None
    rank_from: str | None
    start: str | None
    end: str | None
    end_status: EndStatus
    kind: HoldingKind
    concurrent: bool
    acting: bool
    derived: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One dated stretch of the résumé, or a 其间 note in one (`parent` is then the index of that stretch).

    `line` counts from 1; `raw` is the source text, `text` the same without dates, notes and odd spaces.
    `renamed` holds (old unit, new unit, date or None).
    """

    line: int
    raw: str
    text: str
    start: str | None
    end: str | None
    open: bool
    kind: SegmentKind
    holdings: tuple[Holding, ...]
    parent: int | None
    renamed: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ResumeFinding:
    """Something an officer should look at; `line` and `column` count from 1, `reason` is a sentence."""

    line: int
    column: int | None
    value: str
    code: str
    severity: Severity
    reason: Both


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé as read; notes stand after the segment they belong to, findings in the order of their lines."""

    segments: tuple[Segment, ...]
    membership_note: str | None
    memberships: tuple[Holding, ...]
    findings: tuple[ResumeFinding, ...]

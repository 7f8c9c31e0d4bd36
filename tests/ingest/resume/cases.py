"""The form of the corpus, read strictly, so that a slip in the answers is an error and not a lost point."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

CORPUS = Path(__file__).parent / "corpus"

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"^\S+$")]
SegmentKind = Literal[
    "work", "study", "party_school", "training", "secondment", "waiting", "retired", "military", "unknown"
]
HoldingKind = Literal["post", "rank", "membership", "secondment"]
Code = Literal[
    "bad-date", "gap", "overlap", "falling-dates", "end-before-start", "before-work-start", "future-date",
    "current-post-mismatch", "inner-dates-unknown", "unsplit", "waiting-undated", "no-date", "open-not-last",
    "end-supplied", "century-supplied", "rough-date",
]  # fmt: skip


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ExpectedHolding(Strict):
    unit: Words | None
    post: Words | None
    rank: Words | None
    rank_from: Day | None
    start: Day | None
    end: Day | None
    end_status: Literal["ended", "current", "unknown"]
    kind: HoldingKind
    concurrent: bool
    acting: bool
    derived: list[Literal["unit", "post", "rank", "start", "end"]]


class ExpectedSegment(Strict):
    start: Day | None
    end: Day | None
    open: bool
    kind: SegmentKind
    parent: int | None
    holdings: list[ExpectedHolding]
    renamed: list[list[str]] = Field(default_factory=list)


class Case(Strict):
    id: Words
    text: Annotated[str, StringConstraints(min_length=1)]
    segments: list[ExpectedSegment]
    memberships: list[ExpectedHolding]
    membership_note: str | None = None
    findings: list[Code]
    topic: Words
    work_start: str | None = None
    current_posts: str | None = None


def parts() -> list[str]:
    """The parts of the corpus, one a file."""
    return sorted(path.stem for path in CORPUS.glob("*.jsonl"))


def read_cases(part: str) -> list[Case]:
    """The cases of one part ("dev", "heldout", "fresh" …), in the order of the file; an ill-formed line is an error."""
    lines = (CORPUS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Case.model_validate_json(line) for line in lines]


def _misfits_of_holding(holding: ExpectedHolding, segment: ExpectedSegment | None) -> list[str]:
    found = []
    if holding.unit is None:
        found.append("a holding without a unit")
    if (holding.end is not None) != (holding.end_status == "ended"):
        found.append(f"{holding.unit}: end {holding.end} does not go with {holding.end_status}")
    if holding.end_status == "current" and not (segment and segment.open):
        found.append(f"{holding.unit}: current in a segment that is not open")
    if holding.kind == "rank" and (holding.rank is None or holding.post is not None):
        found.append(f"{holding.unit}: kind rank wants a rank and no post")
    if holding.rank_from and not holding.rank:
        found.append(f"{holding.unit}: a dated rank without its name")
    if segment and (segment.start or "") > (holding.start or segment.start or ""):
        found.append(f"{holding.unit}: starts before its segment")
    return found


def _misfits_of_words(holding: ExpectedHolding, text: str) -> list[str]:
    """Words of an answer that are not in the text, and units said to be derived that are."""
    plain = "".join(text.split()).replace("\u200b", "")
    missing = [word for word in (holding.post, holding.rank) if word and word not in plain]
    elsewhere = "\n" in text  # in another line of the résumé, so concluded in this one
    if holding.unit and (holding.unit in plain) == ("unit" in holding.derived) and not (elsewhere and holding.derived):
        missing.append(f"{holding.unit} (derived: {holding.derived})")
    return [f"not as in the text: {word}" for word in missing]


def _misfits_of_segment(index: int, case: Case) -> list[str]:
    segment, found = case.segments[index], []
    if segment.open and segment.end:
        found.append(f"segment {index}: open with an end")
    parent = segment.parent
    if parent is not None and not (0 <= parent < index and case.segments[parent].parent is None):
        found.append(f"segment {index}: parent {parent} is not an earlier segment of its own")
    if segment.kind in {"study", "party_school", "training", "waiting", "unknown"} and segment.holdings:
        found.append(f"segment {index}: {segment.kind} with holdings")
    if segment.kind in {"work", "military", "secondment"} and not segment.holdings:
        found.append(f"segment {index}: {segment.kind} without holdings")
    return found


def misfits(case: Case) -> list[str]:
    """What contradicts itself in one case, as sentences; empty if the case is sound."""
    found = [text for index in range(len(case.segments)) for text in _misfits_of_segment(index, case)]
    held: list[tuple[ExpectedHolding, ExpectedSegment | None]] = [(h, s) for s in case.segments for h in s.holdings]
    held += [(holding, None) for holding in case.memberships]
    for holding, segment in held:
        found += _misfits_of_holding(holding, segment) + _misfits_of_words(holding, case.text)
    unsplit = any(segment.kind == "unknown" for segment in case.segments)
    if unsplit != ("unsplit" in case.findings):
        found.append("kind unknown and finding unsplit go together")
    if bool(case.memberships) != ("\n\n" in case.text) or bool(case.memberships) != bool(case.membership_note):
        found.append("a last paragraph and its memberships go together")
    if any(holding.kind != "membership" for holding in case.memberships):
        found.append("the last paragraph holds memberships only")
    return found

"""The résumé reader against the corpus: precision and recall of units, posts and dates, on each part by itself."""

from __future__ import annotations

import math
import sys
from collections import Counter
from dataclasses import dataclass

import pytest

from ingest.resume import Resume, parse_resume
from tests.ingest.resume.cases import Case, misfits, parts, read_cases
from tests.ingest.resume.scoring import Scores, score

PARTS = parts()
AIM = 0.97
AIM_BESIDE = 0.95  # ranks, segments, findings
WORST_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Read:
    case: Case
    got: Resume
    scores: Scores


@pytest.fixture(scope="module", params=PARTS)
def part(request: pytest.FixtureRequest) -> tuple[str, list[Read]]:
    name: str = request.param
    return name, [read(case) for case in read_cases(name)]


def read(case: Case) -> Read:
    got = parse_resume(case.text, work_start=case.work_start, current_posts=case.current_posts)
    return Read(case, got, score(case, got))


def test_units_posts_and_dates_are_read(part: tuple[str, list[Read]], capsys: pytest.CaptureFixture[str]) -> None:
    name, reads = part
    total = sum((one.scores for one in reads), Scores())
    with capsys.disabled():
        sys.stdout.write(report(name, reads, total) + "\n")
    for figure in (total.units, total.posts, total.dates):
        assert min(figure.precision, figure.recall) >= AIM, report(name, reads, total)


def test_ranks_segments_and_findings_are_read(part: tuple[str, list[Read]]) -> None:
    name, reads = part
    total = sum((one.scores for one in reads), Scores())
    for recall in (total.ranks.recall, total.segments.recall, total.findings.recall):
        assert recall >= AIM_BESIDE, report(name, reads, total)


def test_last_paragraphs_and_renamed_units_are_read(part: tuple[str, list[Read]]) -> None:
    _, reads = part
    noted = [one for one in reads if one.case.membership_note]
    renamed = [one for one in reads if any(segment.renamed for segment in one.case.segments)]
    assert noted or renamed
    assert renamed
    right = sum("".join((one.got.membership_note or "").split()) == note_of(one.case) for one in noted)
    right += sum(renamings(one.got) == renamings(one.case) for one in renamed)
    few = len(noted) + len(renamed)
    assert right >= min(few * AIM_BESIDE, few - 1)


def renamings(resume: Case | Resume) -> list[tuple[str | None, ...]]:
    return [tuple(names) for segment in resume.segments for names in segment.renamed]


def note_of(case: Case) -> str:
    return "".join((case.membership_note or "").split())


def test_the_corpus_is_sound() -> None:
    unsound = {case.id: found for part in PARTS for case in read_cases(part) if (found := misfits(case))}
    assert unsound == {}


def test_the_corpus_is_large_and_both_parts_have_the_same_mix() -> None:
    dev, heldout = read_cases("dev"), read_cases("heldout")
    ids, texts = Counter(case.id for case in dev + heldout), Counter(case.text for case in dev + heldout)
    assert [key for key, times in (ids + texts).items() if times > 1] == []
    assert len(ids) >= 300
    assert math.isclose(len(heldout) / len(ids), 0.4, abs_tol=0.03)
    assert {case.topic for case in dev} == {case.topic for case in heldout}


def report(name: str, reads: list[Read], total: Scores) -> str:
    """The figures and the worst cases; of the part kept aside topics and counts only, lest it be learnt by heart."""
    worst = sorted((one for one in reads if one.scores.wrong), key=lambda one: (-one.scores.wrong, one.case.id))
    head = f"\n{name}: {len(reads)} cases, {len(worst)} not wholly right\n{total}\n"
    if name != "dev":
        topics = Counter(one.case.topic for one in worst)
        return head + "\n".join(f"  {topic}: {count}" for topic, count in topics.most_common())
    return head + "\n".join(describe(one) for one in worst[:WORST_SHOWN])


def describe(one: Read) -> str:
    want = [(h.unit, h.post or h.rank, h.start, h.end) for s in one.case.segments for h in s.holdings]
    had = [(h.unit, h.post or h.rank, h.start, h.end) for s in one.got.segments for h in s.holdings]
    codes = sorted({finding.code for finding in one.got.findings})
    head = f"  {one.case.id} ({one.scores.wrong}): {one.case.text!r}"
    return f"{head}\n    want {want} {one.case.findings}\n    got  {had} {codes}"

"""The scorer counts what it says it counts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ingest.resume.cases import Case, read_cases
from tests.ingest.resume.scoring import Figure, Scores, score

HOLDING: dict[str, Any] = {
    "unit": "石泉县水利局", "post": "局长", "rank": None, "rank_from": None, "start": "2008-03", "end": "2012-11",
    "end_status": "ended", "kind": "post", "concurrent": False, "acting": False, "derived": [],
}  # fmt: skip
STUDY: dict[str, Any] = {
    "start": "2004-09",
    "end": "2008-03",
    "open": False,
    "kind": "study",
    "parent": None,
    "holdings": [],
}


def segment(*holdings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    base = {"start": "2008-03", "end": "2012-11", "open": False, "kind": "work", "parent": None}
    return {**base, "holdings": list(holdings), **changes}


def case(*segments: dict[str, Any], findings: tuple[str, ...] = ()) -> Case:
    parts = {"id": "x-1", "topic": "x", "text": "x", "memberships": [], "findings": list(findings)}
    return Case.model_validate({**parts, "segments": list(segments)})


def test_every_answer_scores_full_against_itself() -> None:
    for part in ("dev", "heldout"):
        assert all(score(one, one).wrong == 0 for one in read_cases(part))


def test_a_missing_segment_without_holdings_costs_recall_of_units_dates_and_segments() -> None:
    scores = score(case(STUDY, segment(HOLDING)), case(segment(HOLDING)))
    assert (scores.units, scores.dates, scores.segments) == (Figure(1, 2, 1),) * 3
    assert scores.posts == Figure(1, 1, 1)


def test_an_extra_segment_costs_precision_and_leaves_the_others_aligned() -> None:
    scores = score(case(segment(HOLDING)), case(STUDY, segment(HOLDING)))
    assert (scores.units, scores.dates, scores.segments) == (Figure(1, 1, 2),) * 3


def test_a_wrong_date_costs_a_date_and_not_the_unit() -> None:
    late = {**HOLDING, "start": "2008-04"}
    scores = score(case(STUDY, segment(HOLDING)), case(STUDY, segment(late, start="2008-04")))
    assert scores.dates == Figure(1, 2, 2)
    assert scores.units == Figure(2, 2, 2)


def test_a_post_at_the_wrong_unit_is_wrong() -> None:
    other = {**HOLDING, "unit": "石泉县林业局"}
    assert score(case(segment(HOLDING)), case(segment(other))).posts == Figure(0, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "figure"),
    [("rank", "正科级", "ranks"), ("acting", True, "flags"), ("derived", ["unit"], "flags"), ("end", None, "dates")],
)
def test_each_field_is_scored_in_its_figure(field: str, value: object, figure: str) -> None:
    scores = score(case(segment(HOLDING)), case(segment({**HOLDING, field: value})))
    assert getattr(scores, figure).wrong > 0


def test_the_same_answer_twice_counts_once() -> None:
    assert score(case(segment(HOLDING)), case(segment(HOLDING, HOLDING))).posts == Figure(1, 1, 2)


def test_undated_waiting_may_be_a_segment_of_its_own() -> None:
    waiting = segment(kind="waiting", start=None, end=None)
    findings = ("waiting-undated",)
    got = case(segment(HOLDING), waiting, findings=findings)
    assert score(case(segment(HOLDING), findings=findings), got).wrong == 0
    assert score(case(segment(HOLDING)), got).wrong > 0


def test_a_missing_finding_costs_recall() -> None:
    scores = score(case(segment(HOLDING), findings=("gap",)), case(segment(HOLDING)))
    assert scores.findings == Figure(0, 1, 0)


def test_figures_pool() -> None:
    pooled = Scores(units=Figure(1, 2, 1)) + Scores(units=Figure(1, 1, 2))
    assert pooled.units == Figure(2, 3, 3)
    assert (pooled.units.precision, pooled.units.recall) == (2 / 3, 2 / 3)

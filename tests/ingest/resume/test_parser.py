"""The résumé reader on lines of our own (`lines.txt`) and on whole résumés; the corpus is apart in `corpus/`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.resume import Holding, Resume, parse_resume

LINES = [
    line.split(" => ")
    for line in (Path(__file__).parent / "lines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _shown(holding: Holding) -> str:
    flags = "".join(
        flag
        for flag, there in (
            ("a", holding.acting),
            ("c", holding.concurrent),
            ("d", "unit" in holding.derived),
            ("s", holding.kind == "secondment"),
        )
        if there
    )
    return f"{holding.unit or ''}|{holding.post or ''}|{holding.rank or ''}|{flags}"


def _sorted_flags(expected: str) -> str:
    head, _, flags = expected.strip().rpartition("|")
    return f"{head}|{''.join(sorted(flags))}"


def _resume(text: str) -> Resume:
    *before, last = text.split(" >> ")
    lines = [f"20{10 + n}.01--20{11 + n}.01  {part}" for n, part in enumerate([*before, last])]
    return parse_resume("\n".join(lines), as_of="2026-01-01")


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text for text, _ in LINES])
def test_line(text: str, expected: str) -> None:
    segment = _resume(text).segments[-1]
    if expected.startswith("@"):
        assert (segment.kind, segment.holdings) == (expected[1:], ())
        return
    assert [_shown(holding) for holding in segment.holdings] == [_sorted_flags(one) for one in expected.split(" ; ")]

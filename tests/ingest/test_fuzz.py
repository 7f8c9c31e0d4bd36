"""A small, seeded part of `bench/fuzz.py`: damaged files of every format are read or refused, and nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.support.fuzzing import Outcome, fuzz, samples

SEED = 7
FILES = 25


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    kinds = samples(tmp_path, SEED)
    assert len(kinds) >= 6
    bad: list[str] = []
    seen: dict[str, set[str]] = {kind: set() for kind in kinds}

    def tell(kind: str, number: int, told: Outcome) -> None:
        seen[kind].add(told.what)
        if told.what not in {"read", "refused"}:
            bad.append(f"{kind} {number} {told.what}\n{told.trace}")

    fuzz(kinds, tmp_path, range(FILES), SEED, tell)
    assert bad == []
    assert all(found == {"read", "refused"} for found in seen.values()), seen

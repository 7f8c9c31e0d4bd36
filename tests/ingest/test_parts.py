"""Files come in portions: in their order, none larger than it should be, and no further than is wanted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import Place
from graph.model.words import Both
from ingest import parts as module
from ingest.drafts import DocumentDraft, Draft, FindingDraft, RecordDraft, Ref
from ingest.errors import SourceError
from ingest.importers import Reading
from ingest.parts import File, Part, in_portions
from ingest.report import FileReport
from tests.support.reading import FakeReading

LIMIT, STEP, PART = 10, 8, 4


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORTION", LIMIT)
    monkeypatch.setattr(module, "STEP", STEP)
    monkeypatch.setattr(module, "_PART", PART)


class Counting:
    """Reads a file as so many records, each with a finding, and says how many were drawn."""

    name, title, introduces = "counting", Both("计数", "counted"), True

    def __init__(self, records: int, damaged_after: int | None = None, lineage: str = "") -> None:
        self._records = records
        self._lineage = lineage
        self._damaged_after = damaged_after
        self.drawn = 0

    def recognise(self, path: Path, head: bytes) -> bool:
        return path.suffix == ".csv" and not head

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        assert reading.today
        findings: list[FindingDraft] = []
        return DocumentDraft(path.name, self.name, self._lines(findings), findings, lineage=self._lineage)

    def _lines(self, findings: list[FindingDraft]) -> Iterator[RecordDraft]:
        for number in range(self._records):
            if number == self._damaged_after:
                raise SourceError("cut off")
            self.drawn += 1
            findings.append(FindingDraft(Place(row=number), "", "odd", "info", Both("怪", "odd")))
            cadre = Ref("Cadre", {"name": f"测试{number}"})
            yield RecordDraft(cadre, "personnel", (Draft("Cadre", {"name": f"测试{number}"}),))


def files(*importers: Counting) -> list[File]:
    return [File(Path(f"{n}.csv"), each, str(n), "", FileReport(f"{n}.csv")) for n, each in enumerate(importers)]


def portions(*importers: Counting) -> list[list[Part]]:
    return list(in_portions(files(*importers), FakeReading()))


def test_all_records_come_in_their_order_with_what_was_found_of_them() -> None:
    parts = [part for portion in portions(Counting(3), Counting(9), Counting(0)) for part in portion]
    read = [(part.file.path.stem, number) for part in parts for number, _ in part.records]
    found = [(part.file.path.stem, each.place.row) for part in parts for each in part.findings]
    assert read == found == [*(("0", n) for n in range(3)), *(("1", n) for n in range(9))]
    assert [part.file.path.stem for part in parts if part.last] == ["0", "1", "2"]


def test_a_portion_is_at_most_a_part_larger_than_it_should_be() -> None:
    cut = portions(Counting(3), Counting(95), Counting(2))
    sizes = [sum(part.drafts for part in portion) for portion in cut]
    assert sum(sizes) == 100
    assert all(size < LIMIT + PART for size in sizes)
    assert all(size >= LIMIT for size, portion in zip(sizes, cut, strict=True) if not portion[-1].last)


def test_a_portion_ends_with_a_file_sooner() -> None:
    cut = portions(*(Counting(3) for _ in range(7)))
    assert [len(portion) for portion in cut] == [3, 3, 1]


def test_what_follows_a_portion_that_ends_with_a_file_is_cut_as_if_it_came_alone() -> None:
    draw = random.Random(3)
    counts = [draw.choice((1, 3, 5, 9, 30)) for _ in range(40)]
    cut = portions(*map(Counting, counts))
    ends = [number for number, portion in enumerate(cut) if portion[-1].last]
    assert len(ends) > 5
    for end in ends:
        done = sum(part.last for portion in cut[: end + 1] for part in portion)
        alone = portions(*map(Counting, counts[done:]))
        sizes = [[part.drafts for part in portion] for portion in cut[end + 1 :]]
        assert [[part.drafts for part in portion] for portion in alone] == sizes


def test_two_editions_of_one_table_never_share_a_portion() -> None:
    tables = ("a", "", "b", "a", "", "b", "b")
    cut = portions(*(Counting(1, lineage=table) for table in tables))
    assert [[int(part.file.path.stem) for part in portion] for portion in cut] == [[0, 1, 2], [3, 4, 5], [6]]


def test_what_ended_a_file_too_early_comes_with_what_was_read_of_it() -> None:
    [[damaged, sound]] = portions(Counting(5, damaged_after=2), Counting(1))
    assert damaged.last
    assert str(damaged.error) == "cut off"
    assert len(damaged.records) == len(damaged.findings) == 2
    assert sound.error is None


def test_nothing_is_read_before_its_turn() -> None:
    long = Counting(100_000)
    next(in_portions(files(long), FakeReading()))
    assert long.drawn < LIMIT + PART

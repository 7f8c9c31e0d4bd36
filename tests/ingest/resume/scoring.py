"""Precision and recall of a read résumé against its right answer; pure, knows neither the corpus files nor the parser.

Expected and got may be any objects of the shapes below, so the parser's own `Resume` fits without a copy.
Segments are aligned first (by their dates, in order); what one side has alone counts against it, holdings or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Any, Protocol

MEMBERSHIPS = -1  # the place of the last paragraph's holdings, beside the segments numbered from 0


class HoldingLike(Protocol):
    @property
    def unit(self) -> str | None: ...
    @property
    def post(self) -> str | None: ...
    @property
    def rank(self) -> str | None: ...
    @property
    def rank_from(self) -> str | None: ...
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...
    @property
    def end_status(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def concurrent(self) -> bool: ...
    @property
    def acting(self) -> bool: ...
    @property
    def derived(self) -> Sequence[str]: ...


class SegmentLike(Protocol):
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...
    @property
    def open(self) -> bool: ...
    @property
    def kind(self) -> str: ...
    @property
    def parent(self) -> int | None: ...
    @property
    def holdings(self) -> Sequence[HoldingLike]: ...


class ResumeLike(Protocol):
    @property
    def segments(self) -> Sequence[SegmentLike]: ...
    @property
    def memberships(self) -> Sequence[HoldingLike]: ...
    @property
    def findings(self) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of answers: found and right, expected, got. Add figures to pool cases."""

    right: int = 0
    expected: int = 0
    got: int = 0

    @property
    def precision(self) -> float:
        """Share of what was got that is right; 1 where nothing was got."""
        return self.right / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was got; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def wrong(self) -> int:
        """How many answers are missing or too many."""
        return self.expected + self.got - 2 * self.right

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.right + other.right, self.expected + other.expected, self.got + other.got)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one case, or of many added together."""

    units: Figure = Figure()
    posts: Figure = Figure()
    ranks: Figure = Figure()
    dates: Figure = Figure()
    segments: Figure = Figure()
    flags: Figure = Figure()
    findings: Figure = Figure()

    @property
    def wrong(self) -> int:
        """Wrong answers of all figures together: the measure for "worst case"."""
        return sum(getattr(self, field.name).wrong for field in fields(self))

    def __add__(self, other: Scores) -> Scores:
        return Scores(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    def __str__(self) -> str:
        rows = ((field.name, getattr(self, field.name)) for field in fields(self))
        return "\n".join(f"{name:<9} P {f.precision:.4f}  R {f.recall:.4f}  of {f.expected}" for name, f in rows)


def compare(expected: Iterable[Hashable], got: Iterable[Hashable]) -> Figure:
    """The figure of two multisets."""
    wanted, had = Counter(expected), Counter(got)
    return Figure((wanted & had).total(), wanted.total(), had.total())


def align(expected: Sequence[SegmentLike], got: Sequence[SegmentLike]) -> list[int]:
    """For each got segment the number of the expected one it answers; one that answers none has a number of its own.

    Equal dates pair first; between such pairs segments with wrong dates pair in order: one bad date costs one segment.
    """
    keys = [[(s.start, s.end, s.parent is None) for s in side] for side in (expected, got)]
    places = [len(expected) + index for index in range(len(got))]
    for _, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        for i, j in zip(range(i1, i2), range(j1, j2), strict=False):
            places[j] = i
    return places


def score(expected: ResumeLike, got: ResumeLike) -> Scores:
    """The scores of one résumé. `findings` of `expected` are codes, of `got` codes or objects with a `code`."""
    wanted, had = list(expected.segments), _without_undated_waiting(got, expected)
    places = align(wanted, had)
    sides = (
        _Side(wanted, list(range(len(wanted))), expected.memberships),
        _Side(had, places, got.memberships),
    )
    codes = [{getattr(finding, "code", finding) for finding in resume.findings} for resume in (expected, got)]
    return Scores(
        units=compare(*(side.units() for side in sides)),
        posts=compare(*(side.posts() for side in sides)),
        ranks=compare(*(side.ranks() for side in sides)),
        dates=compare(*(side.dates() for side in sides)),
        segments=compare(*(side.stretches() for side in sides)),
        flags=compare(*(side.flags() for side in sides)),
        findings=compare(*codes),
    )


def _without_undated_waiting(got: ResumeLike, expected: ResumeLike) -> list[SegmentLike]:
    """The segments to score: undated waiting, where due, may or may not be one of its own, so it is passed over."""
    if "waiting-undated" not in expected.findings:
        return list(got.segments)
    return [s for s in got.segments if s.kind != "waiting" or s.start or s.end or s.holdings]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the comparison, every segment with its place in the expected answer."""

    segments: list[SegmentLike]
    places: list[int]
    memberships: Sequence[HoldingLike]

    def _held(self) -> list[tuple[int, HoldingLike]]:
        pairs = zip(self.places, self.segments, strict=True)
        held = [(place, holding) for place, segment in pairs for holding in segment.holdings]
        return held + [(MEMBERSHIPS, holding) for holding in self.memberships]

    def units(self) -> list[Hashable]:
        """(segment, unit) of every holding; a segment without holdings counts once, with no unit."""
        pairs = zip(self.places, self.segments, strict=True)
        empty: list[Hashable] = [(place, None) for place, segment in pairs if not segment.holdings]
        return empty + [(place, holding.unit) for place, holding in self._held()]

    def posts(self) -> list[Hashable]:
        return [(place, h.unit, h.post) for place, h in self._held() if h.post]

    def ranks(self) -> list[Hashable]:
        return [(place, h.unit, h.post, h.rank, h.rank_from) for place, h in self._held() if h.rank]

    def dates(self) -> list[Hashable]:
        """(post or rank, start, end) of every holding; a segment without holdings gives its own dates."""
        pairs = zip(self.places, self.segments, strict=True)
        empty: list[Hashable] = [(place, None, s.start, s.end) for place, s in pairs if not s.holdings]
        return empty + [(place, h.post or h.rank, h.start, h.end) for place, h in self._held()]

    def stretches(self) -> list[Hashable]:
        """(segment, start, end, open, kind, segment it belongs to) of every segment."""
        pairs = zip(self.places, self.segments, strict=True)
        return [(p, s.start, s.end, s.open, s.kind, self._place_of(s.parent)) for p, s in pairs]

    def _place_of(self, parent: int | None) -> int | None:
        return self.places[parent] if parent is not None and parent < len(self.places) else parent

    def flags(self) -> list[Hashable]:
        """What is said of every holding beyond unit, post, rank and dates."""
        return [
            (place, h.unit, h.post or h.rank, h.kind, h.end_status, h.concurrent, h.acting, "unit" in h.derived)
            for place, h in self._held()
        ]

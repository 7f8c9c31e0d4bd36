"""A holding while its line is still being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.resume.lexicon import Title
from ingest.resume.model import EndStatus, Holding, HoldingKind, SegmentKind


@dataclass(slots=True)
class Draft:
    """One post or rank; dates of its own where the text gives them, the draft that follows it in a sequence."""

    unit: str | None
    post: str | None
    title: Title | None
    rank: str | None = None
    rank_from: str | None = None
    own_start: str | None = None
    own_end: str | None = None
    concurrent: bool = False
    acting: bool = False
    seconded: bool = False
    rank_shared: bool = False
    derived: list[str] = field(default_factory=list)
    phrase: int = 0
    follower: Draft | None = None
    follows: bool = False

    @property
    def known_title(self) -> Title:
        """The title of a draft that is known to have one; a unit or rank alone has none."""
        assert self.title is not None
        return self.title

    @property
    def ladder_base(self) -> str:
        """What must be the same for one post to be the next step of another: the base title with its organ."""
        return self.organ + self.known_title.base

    @property
    def organ(self) -> str:
        """The Party organ named in the post (党组 of 党组书记); empty where there is none."""
        if self.title is None or self.post is None:
            return ""
        return self.post.removesuffix(self.title.text)

    def finish(self, start: str | None, end: str | None, *, is_open: bool, secondment: bool) -> Holding:
        """The holding within the stretch `[start, end)`."""
        begins = self.own_start or (None if self.follows else start)
        ends, status = self._end(end, is_open=is_open)
        return Holding(
            self.unit, self.post, self.rank, self.rank_from, begins, ends, status, self._kind(secondment=secondment),
            self.concurrent, self.acting, tuple(self.derived),
        )  # fmt: skip

    def _end(self, end: str | None, *, is_open: bool) -> tuple[str | None, EndStatus]:
        if self.follower is not None:
            known = self.own_end or self.follower.own_start
            return known, "ended" if known else "unknown"
        if self.own_end:
            return self.own_end, "ended"
        if is_open:
            return None, "current"
        return end, "ended" if end else "unknown"

    def _kind(self, *, secondment: bool) -> HoldingKind:
        if secondment or self.seconded:
            return "secondment"
        return "rank" if self.post is None and self.rank is not None else "post"


def finished(
    drafts: Sequence[Draft], start: str | None, end: str | None, *, is_open: bool, kind: SegmentKind
) -> tuple[Holding, ...]:
    """The holdings of a stretch `[start, end)` of this kind."""
    return tuple(each.finish(start, end, is_open=is_open, secondment=kind == "secondment") for each in drafts)

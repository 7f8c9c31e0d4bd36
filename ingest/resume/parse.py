"""A résumé's text read as a whole: stretches, notes, memberships and findings, with no input or output."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model.moments import local_day
from ingest.clean.dates import DateError, parse_date
from ingest.resume import checks, current, ends
from ingest.resume.bodies import is_military
from ingest.resume.draft import Draft, finished
from ingest.resume.findings import finding
from ingest.resume.kinds import is_retired, is_secondment, is_waiting, study_kind
from ingest.resume.model import Holding, Resume, ResumeFinding, Segment, SegmentKind
from ingest.resume.notes import Note, extract
from ingest.resume.places import Whereabouts
from ingest.resume.reader import Reader
from ingest.resume.remarks import leading_date
from ingest.resume.stretches import Dates, Stretch, cut
from ingest.resume.towns import settle
from ingest.resume.units import Resolver

_WITH_UNITS = frozenset({"work", "military"})
# 第十二、十三届: each with its own 届.
_TERM = r"第?[一二三四五六七八九十\d]{1,4}"
_SHORT_TERMS = re.compile(rf"({_TERM})(、(?={_TERM}([届次])))")
_TERMS = re.compile(rf"([^，；、。]{{0,40}}?)({_TERM}[届次](?:、{_TERM}[届次])+)([^，；、。]{{1,40}})")


def parse_resume(
    text: str, *, work_start: str | None = None, current_posts: str | None = None, as_of: str | None = None
) -> Resume:
    """Read the text of 简历; never raises, whatever the text.

    `work_start` (参加工作时间, `YYYY[-MM[-DD]]`) and `current_posts` (现任职务) are compared where given. Dates after
    `as_of` are reported as future; without it the day of the call counts.
    """
    today = as_of or local_day()
    state = _Parse()
    pieces = cut(text, int(today[:4]))
    state.findings.extend(finding(code, line, value) for line, code, value in pieces.concluded)
    for stretch in pieces.stretches:
        state.stretch(stretch)
    state.findings.extend(ends.supply(state.segments, state.starts_only))
    ends.leave_open(state.segments, state.starts_only, current_posts)
    state.segments = settle(state.segments)
    note, memberships = state.memberships(pieces.memberships)
    state.findings.extend(checks.check(state.segments, _date(work_start), today))
    state.findings.extend(current.check(state.segments, current_posts, state.whereabouts))
    state.findings.sort(key=lambda one: (one.line, one.code, one.column or 0, one.value))
    return Resume(tuple(state.segments), note, memberships, tuple(state.findings))


def _date(value: str | None) -> str | None:
    """A date of the form in any spelling; None where it cannot be read (the form's own check reports that)."""
    try:
        return parse_date(value) if value else None
    except DateError:
        return None


def _each_term(text: str) -> str:
    """`县第十四届、十五届人大代表` as two seats."""
    for _ in range(3):
        text = _SHORT_TERMS.sub(r"\1\3\2", text)
    return _TERMS.sub(_seats, text)


def _seats(found: re.Match[str]) -> str:
    terms = [term if term.startswith("第") else f"第{term}" for term in found[2].split("、")]
    return "、".join(f"{found[1]}{term}{found[3]}" for term in terms)


@dataclass(slots=True)
class _Parse:
    segments: list[Segment] = field(default_factory=list)
    findings: list[ResumeFinding] = field(default_factory=list)
    whereabouts: Whereabouts = field(default_factory=Whereabouts)
    before: Resolver | None = None
    """What the last stretch at work spoke of, for the next one that names no unit, also after study or a secondment."""
    starts_only: dict[int, list[Draft]] = field(default_factory=dict)
    """The posts of stretches that give a start and nothing more, by the index of their segment."""

    def stretch(self, stretch: Stretch) -> None:
        """Add a stretch and its notes."""
        for line, column, value in stretch.bad:
            self.findings.append(finding("bad-date", line, value, column=column))
        whole = stretch.text()
        text, notes = extract(whole)
        text = text.strip(" ，；。")
        if not stretch.dated:
            self.findings.append(finding("no-date", stretch.line, text))
        reader = Reader(self.whereabouts, before=self.before)
        dates = Dates(stretch.start, stretch.end, stretch.open, 0)
        self._add(stretch.line, "\n".join(stretch.raw), text, dates, reader, None, sure=not stretch.bad)
        parent = len(self.segments) - 1
        if stretch.start and not stretch.end and not stretch.open and not stretch.bad:
            self.starts_only[parent] = reader.drafts
        if self.segments[parent].kind in _WITH_UNITS and reader.resolver.anchor is not None:
            self.before = reader.resolver
        for note in notes:
            self._note(note, stretch, parent, reader)

    def _note(self, note: Note, stretch: Stretch, parent: int, home: Reader) -> None:
        line = stretch.line_at(note.offset)
        dates, text = note.dates, note.text
        if dates is None:
            start, text = leading_date(text)
            dates = Dates(start, None, open=False, length=0)
            if start is None:
                self.findings.append(finding("no-date", line, note.raw))
        self.findings.extend(finding("bad-date", line, value) for value in dates.bad)
        reader = Reader(self.whereabouts.copy(), home.resolver)
        self._add(line, note.raw, text, dates, reader, parent, sure=not dates.bad)

    def _add(
        self, line: int, raw: str, text: str, dates: Dates, reader: Reader, parent: int | None, *, sure: bool
    ) -> None:
        """Add a segment; where not all dates are `sure`, an open end is not known to be one."""
        kind = self._kind_without_posts(text)
        holdings: tuple[Holding, ...] = ()
        if kind is None:
            reader.read(text)
            kind = self._kind_by_posts(text, reader, note=parent is not None)
            holdings = finished(reader.drafts, dates.start, dates.end, is_open=dates.open and sure, kind=kind)
            self._report_unread(line, text, reader)
        self.segments.append(
            Segment(line, raw, text, dates.start, dates.end, dates.open, kind, holdings, parent, tuple(reader.renamed))
        )

    @staticmethod
    def _kind_without_posts(text: str) -> SegmentKind | None:
        if is_waiting(text):
            return "waiting"
        return "retired" if is_retired(text) else study_kind(text)

    @staticmethod
    def _kind_by_posts(text: str, reader: Reader, *, note: bool) -> SegmentKind:
        if not reader.drafts:
            return "waiting" if reader.waiting else "unknown"
        home = [draft for draft in reader.drafts if not draft.seconded]
        if not home or (is_secondment(text, note=note) and len(home) == len(reader.drafts)):
            return "secondment"
        return "military" if any(draft.unit and is_military(draft.unit) for draft in home) else "work"

    def _report_unread(self, line: int, text: str, reader: Reader) -> None:
        if not reader.drafts and not reader.waiting:
            self.findings.append(finding("unsplit", line, text))
        elif reader.leftovers:
            self.findings.append(finding("unsplit", line, "，".join(reader.leftovers)))
        if reader.waiting and reader.drafts:
            self.findings.append(finding("waiting-undated", line, reader.waiting))
        if reader.undated_sequence:
            steps = "、".join(draft.post or draft.rank or "" for draft in reader.drafts)
            self.findings.append(finding("inner-dates-unknown", line, steps))

    def memberships(self, lines: list[tuple[int, str]]) -> tuple[str | None, tuple[Holding, ...]]:
        """The last paragraph as written, and the seats it tells of (their dates are never in the text)."""
        if not lines:
            return None, ()
        note = "\n".join(text.strip() for _, text in lines)
        reader = Reader(self.whereabouts.copy())
        plain = "".join(text.strip() for _, text in lines)
        reader.read(_each_term(plain))
        if not reader.drafts:
            self.findings.append(finding("unsplit", lines[0][0], note))
        return note, tuple(
            Holding(
                draft.unit, draft.post, draft.rank, None, draft.own_start, draft.own_end, "unknown", "membership",
                draft.concurrent, draft.acting, ("unit",) if draft.unit and draft.unit not in plain else (),
            )
            for draft in reader.drafts
        )  # fmt: skip

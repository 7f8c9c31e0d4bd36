"""简历 as drafts: segments, tenures, dated ranks, secondments, memberships and renamed units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.words import sayings
from ingest.clean.dates import earlier
from ingest.clean.privacy import hide_private
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.forms.facts import Form, unit_links
from ingest.resume import Holding, Resume, Segment, parse_resume

_say: Final = sayings("ingest.forms")
_FIELDS = {"unit": "unit_name", "post": "title"}


@dataclass(frozen=True, slots=True)
class Career:
    """A résumé as read, and where on the form it stands."""

    resume: Resume
    place: Place

    def line(self, number: int | None) -> Place:
        """The place of one of its lines."""
        return Place(sheet=self.place.sheet, row=self.place.row, line=number, column=self.place.column)


Renamed = tuple[tuple[str, str, str | None], ...]
"""Old name, new name and date of each renaming a segment tells."""


def add_career(form: Form, text: str, place: Place, work_start: str | None, current_posts: str | None) -> Career:
    """Read the résumé and add what it tells to the form's drafts and findings; returns what was read."""
    # taken apart, a number could no longer be told
    whole = hide_private(form.hide(text))
    resume = parse_resume(whole, work_start=work_start, current_posts=current_posts, as_of=form.today)
    career = Career(resume, place)
    for found in resume.findings:
        form.report(career.line(found.line), found.value, found.code, found.reason, found.severity)
    ranks: set[tuple[str, str]] = set()
    for segment in resume.segments:
        _add_segment(form, segment, career.line(segment.line), ranks)
    note = resume.membership_note or ""
    for holding in resume.memberships:
        _add_tenure(form, holding, (), career.line(None), note)
    return career


def report_no_career(form: Form, place: Place) -> None:
    """Tell that the form has no résumé."""
    form.report(place, "", "no-resume", _say("no-resume"))


def _add_segment(form: Form, segment: Segment, place: Place, ranks: set[tuple[str, str]]) -> None:
    values = {
        "text": segment.text,
        "start": segment.start,
        "end": segment.end,
        "open": segment.open,
        "kind": segment.kind,
        "line": segment.line,
        "within": segment.parent is not None,
    }
    form.add("CareerSegment", values, place, segment.raw.strip())
    for holding in segment.holdings:
        possible = _possible(holding, form.today)
        _add_tenure(form, possible, segment.renamed, place, segment.raw.strip())
        _add_rank(form, possible, place, segment.raw.strip(), ranks)
    _add_secondment(form, segment, place)


def _possible(holding: Holding, today: str) -> Holding:
    """A holding without the dates that cannot be, which are reported; then nobody knows whether it goes on."""
    start, end, since = (_past(each, today) for each in (holding.start, holding.end, holding.rank_from))
    if start and end and earlier(end, start):
        end = None
    if (start, end, since) == (holding.start, holding.end, holding.rank_from):
        return holding
    status = "ended" if end else "unknown" if (start, end) != (holding.start, holding.end) else holding.end_status
    return replace(holding, start=start, end=end, rank_from=since, end_status=status)


def _past(date: str | None, today: str) -> str | None:
    return None if date is None or earlier(today, date) else date


def add_holding(form: Form, holding: Holding, place: Place, quote: str) -> None:
    """One post held, told elsewhere than in the résumé."""
    _add_tenure(form, _possible(holding, form.today), (), place, quote)


def _add_tenure(form: Form, holding: Holding, renamed: Renamed, place: Place, quote: str) -> None:
    values = {
        "unit_name": holding.unit,
        "renamed_to": _new_name(holding.unit, renamed),
        "title": holding.post,
        "rank": holding.rank,
        "rank_from": holding.rank_from,
        "start": holding.start,
        "end": holding.end,
        "end_status": holding.end_status,
        "kind": holding.kind,
        "concurrent": holding.concurrent,
        "acting": holding.acting,
    }
    derived = [_FIELDS.get(name, name) for name in holding.derived]
    form.add("Tenure", values, place, quote, links=unit_links(holding.unit, holding.post), derived=derived)


def _new_name(unit: str | None, renamed: Renamed) -> str | None:
    """The name a unit ended with, where it or the organ it belongs to was renamed meanwhile."""
    name = unit or ""
    for old, new, _ in renamed:
        if name.startswith(old):
            name = new + name.removeprefix(old)
    return name if name and name != unit else None


def _add_rank(form: Form, holding: Holding, place: Place, quote: str, told: set[tuple[str, str]]) -> None:
    """A rank that the text dates: one of its own, or one that a bracket dates; ranks outside both lists stay out.

    `told` are the ranks of the lines above: one that goes on in this line began there, not with this line.
    """
    start = holding.rank_from or (holding.start if holding.kind == "rank" else None)
    if holding.rank is None or start is None:
        return
    for kind, codes in (("职级", "grade"), ("职务层次", "position_level")):
        if name := code_list(codes).find(holding.rank):
            if (kind, name) in told and holding.rank_from is None:
                return
            told.add((kind, name))
            form.add("RankRecord", {"kind": kind, "rank": name, "start": start}, place, quote)
            return


def _add_secondment(form: Form, segment: Segment, place: Place) -> None:
    """One secondment a segment, at the first unit it names, with all the posts held there."""
    held = [each for each in segment.holdings if each.kind == "secondment"]
    if not held or held[0].unit is None:
        return
    values = {
        "host": held[0].unit,
        "title": "、".join(each.post for each in held if each.post) or None,
        "start": segment.start,
        "end": segment.end,
        "kind": "挂职",
    }
    form.add("Secondment", values, place, segment.raw.strip(), links=unit_links(held[0].unit))


def renamed_units(form: Form, career: Career, origin: str, author: str | None) -> Iterator[RecordDraft]:
    """The changes of units' names that the résumé tells, each a record about the unit."""
    for segment in career.resume.segments:
        for old, new, date in segment.renamed:
            change = {"kind": "更名", **({"date": date} if date else {})}
            link = LinkDraft("successor", Ref("Unit", {"name": new}), change)
            quote = form.hide(segment.raw.strip())
            draft = Draft("Unit", {"name": old}, (link,), (), career.line(segment.line), quote)
            yield RecordDraft(Ref("Unit", {"name": old}), origin, (draft,), author=author, date=form.as_of)


def study_dates(career: Career | None, school: str | None, major: str | None, *, in_service: bool) -> Segment | None:
    """The one segment of study that an education speaks of: of the same school, and major where several are."""
    if career is None or not school:
        return None
    kinds = {"study", "party_school"}
    studies = [each for each in career.resume.segments if each.kind in kinds and school in each.text and each.start]
    studies = list(_of_mode(studies, in_service=in_service)) or studies
    if major and len(studies) > 1:
        studies = [each for each in studies if major in each.text]
    return studies[0] if len(studies) == 1 else None


def _of_mode(studies: Sequence[Segment], *, in_service: bool) -> Iterable[Segment]:
    return (each for each in studies if (each.parent is not None) == in_service)

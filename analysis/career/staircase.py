"""The staircase of leading-post levels, and the lane of civil-service grades beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.career.day import Day
from analysis.career.levels import (
    concluded_level,
    height,
    is_deputy,
    is_personal,
    level_of_rank,
    may_be_carried,
)
from analysis.career.model import GradeSpell, Sources, Step
from graph.model.dossier import Dossier
from graph.model.records.cadre import Cadre
from graph.model.records.rank_record import RankRecord
from graph.model.records.tenure import Tenure
from graph.model.values import first_day

_EVER = "0000-01-01"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one record says of the level from `start` on; `concluded` where it follows from unit and post alone.

    `personal`: a former non-leading rank (副主任科员) told it; `present`: the form tells it of its own day.
    """

    level: str
    start: str | None
    end: str | None
    concluded: bool
    sources: Sources
    personal: bool = False
    present: bool = False

    def fits(self, tenure: Tenure) -> bool:
        """Whether it may be that of a post taken up later: never a level that the post's title rules out."""
        present = self.present and tenure.end is None
        return present or may_be_carried(self.level, tenure.unit_name, tenure.title, personal=self.personal)


def claims(dossier: Dossier, day: Day) -> tuple[Claim, ...]:
    """All that had been said of the level by the day, oldest first; what is recorded after what is concluded."""
    found = [
        *_of_rank_records(dossier.of(RankRecord)),
        *_of_cadre(dossier.cadre),
        *(claim for tenure in dossier.of(Tenure) for claim in _of_tenure(tenure)),
    ]
    held = _main(dossier.of(Tenure))
    begun = (_until_risen(claim, held) for claim in found if day.began(claim.start))
    return tuple(sorted(begun, key=lambda each: (_first(each.start), not each.concluded, height(each.level))))


def level_at(said: Sequence[Claim], date: str) -> Claim | None:
    """The claim in force on a date: the one that began last, a conclusion only where it rises above the record.

    None where that claim's own time is over and nothing newer tells what followed: an older one is not taken up again.
    """
    day = first_day(date)
    last = _strongest(claim for claim in said if _first(claim.start) <= day)
    if last is None or not _over(last, day):
        return last
    same = (claim for claim in said if claim.level == last.level and _first(claim.start) <= day)
    return next((claim for claim in same if not _over(claim, day)), None)


def level_before(said: Sequence[Claim], date: str) -> Claim | None:
    """The claim that was in force before a date, whether or not its own time had run out in between."""
    day = first_day(date)
    return _strongest(claim for claim in said if _first(claim.start) < day)


def staircase(said: Sequence[Claim], day: Day) -> tuple[Step, ...]:
    """The levels one after another; a level lasts until the next begins, the last until nothing tells it any more."""
    steps: list[Step] = []
    for start in sorted({_first(claim.start) for claim in said}):
        claim = level_at(said, start)
        if claim is None or (steps and steps[-1].level == claim.level):
            continue
        if steps:
            last = steps[-1]
            steps[-1] = Step(last.level, last.start, claim.start, last.derived, last.sources)
        end = claim.end if level_at(said, day.text) is None else None
        steps.append(Step(claim.level, claim.start, end, claim.concluded, claim.sources))
    return tuple(steps)


def grade_spells(dossier: Dossier, day: Day) -> tuple[GradeSpell, ...]:
    """The civil-service grades by start; a grade without an end lasts until the next begins, or until now."""
    records = [each for each in dossier.of(RankRecord) if each.kind == "职级" and each.rank and day.began(each.start)]
    records.sort(key=lambda each: (_first(each.start), each.id))
    if not records:
        return _of_cadre_grade(dossier.cadre, day)
    following = [*(each.start for each in records[1:]), None]
    return tuple(
        GradeSpell(each.id, str(each.rank), each.start, _shown(each.end or after, day), each.sources)
        for each, after in zip(records, following, strict=True)
    )


def _of_cadre_grade(cadre: Cadre, day: Day) -> tuple[GradeSpell, ...]:
    if not cadre.grade or not cadre.grade_since or not day.began(cadre.grade_since):
        return ()
    return (GradeSpell(cadre.id, cadre.grade, cadre.grade_since, None, cadre.sources),)


def _shown(end: str | None, day: Day) -> str | None:
    return end if day.ended(end) else None


def _of_rank_records(records: Iterable[RankRecord]) -> Iterable[Claim]:
    for each in records:
        level = level_of_rank(each.rank) if each.kind != "职级" else None
        if level:
            yield Claim(level, each.start, each.end, False, each.sources, personal=is_personal(each.rank))


def _of_cadre(cadre: Cadre) -> Iterable[Claim]:
    level = level_of_rank(cadre.position_level)
    if level and cadre.position_level_since:
        yield Claim(level, cadre.position_level_since, None, False, cadre.sources, present=True)


def _of_tenure(tenure: Tenure) -> Iterable[Claim]:
    if tenure.kind in ("secondment", "membership"):
        return
    if tenure.start is None and tenure.rank_from is None:
        return
    written = level_of_rank(tenure.rank)
    if written:
        start, personal = tenure.rank_from or tenure.start, tenure.title is None and is_personal(tenure.rank)
        yield Claim(written, start, tenure.end, False, tenure.sources, personal)
    elif concluded := concluded_level(tenure.unit_name, tenure.title):
        yield Claim(concluded, tenure.start, tenure.end, True, tenure.sources)


def _main(tenures: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """The posts with a known start that a level can be that of, by start."""
    main = (each for each in tenures if each.start and each.kind not in ("secondment", "membership"))
    return tuple(sorted(main, key=lambda each: (_first(each.start), each.id)))


def _until_risen(claim: Claim, held: Sequence[Tenure]) -> Claim:
    """A level lasts no longer than until a post is taken up that it cannot be that of, whatever the level of that is.

    A post that goes on beside the new one and to which the level belongs keeps it.
    """
    risen = next((each.start for each in held if _ends(claim, each, held)), None)
    if risen is None or (claim.end and first_day(claim.end) <= first_day(risen)):
        return claim
    return replace(claim, end=risen)


def _ends(claim: Claim, taken: Tenure, held: Sequence[Tenure]) -> bool:
    if taken.concurrent or _first(taken.start) <= _first(claim.start) or claim.fits(taken):
        return False
    return not any(_goes_on(each, taken) and _is_of(claim, each) for each in held)


def _goes_on(each: Tenure, taken: Tenure) -> bool:
    """Whether a tenure begun earlier is still held once another is taken up."""
    if _first(each.start) >= _first(taken.start) or (each.end is None and each.end_status != "current"):
        return False
    return each.end is None or first_day(each.end) > _first(taken.start)


def _is_of(claim: Claim, tenure: Tenure) -> bool:
    level = level_of_rank(tenure.rank) or concluded_level(tenure.unit_name, tenure.title)
    return level == claim.level if level else claim.fits(tenure) and is_deputy(tenure.title)


def _strongest(found: Iterable[Claim]) -> Claim | None:
    best: Claim | None = None
    for claim in found:
        if best is None or not claim.concluded or best.concluded or height(claim.level) > height(best.level):
            best = claim
    return best


def _over(claim: Claim, day: str) -> bool:
    return claim.end is not None and first_day(claim.end) <= day


def _first(start: str | None) -> str:
    return first_day(start) if start else _EVER

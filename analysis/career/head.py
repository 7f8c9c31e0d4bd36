"""The head of the trajectory: who it is and how long in post, in level and in grade."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.career.day import Day
from analysis.career.levels import is_deputy, is_head
from analysis.career.model import CurrentPost, GradeSpell, Head, Held, Schooling, Step
from graph.model.dossier import Dossier
from graph.model.records.education import Education
from graph.model.values import completed_years, first_day


def build_head(
    dossier: Dossier, tenures: Sequence[Held], steps: Sequence[Step], grades: Sequence[GradeSpell], day: Day
) -> Head:
    """The head as of the day: age at it, posts held on it (concurrent ones last), level and grade reached by it."""
    cadre = dossier.cadre
    held = (_current(each) for each in tenures if each.status == "current" and each.kind in ("post", "rank"))
    posts = tuple(sorted(held, key=lambda each: each.concurrent))
    step = _step(tenures, steps)
    grade = grades[-1] if grades else None
    return Head(
        id=cadre.id,
        name=cadre.name or "",
        sex=cadre.sex,
        photo=cadre.photo,
        birth_month=cadre.birth_month,
        age=completed_years(cadre.birth_month, day.text) if cadre.birth_month else None,
        native_place=cadre.native_place,
        party_text=cadre.party_text,
        party_join=cadre.party_join if cadre.party_join and day.began(cadre.party_join) else None,
        political_status=cadre.political_status,
        work_start=cadre.work_start if cadre.work_start and day.began(cadre.work_start) else None,
        full_time_education=_highest(dossier, "全日制", day),
        in_service_education=_highest(dossier, "在职", day),
        posts=posts,
        post_since=_since(posts),
        level=step.level if step else None,
        level_since=step.start if step else None,
        grade=grade.grade if grade and grade.end is None else None,
        grade_since=grade.start if grade and grade.end is None else None,
        entry_source=cadre.entry_source,
        derived=(*cadre.derived, *(("level",) if step and step.derived else ())),
        disputed=cadre.disputed,
        sources=cadre.sources,
    )


def _step(tenures: Sequence[Held], steps: Sequence[Step]) -> Step | None:
    """The level reached by the day: the last step, unless the only posts held are such as it cannot be that of."""
    if not steps or steps[-1].end is not None:
        return None
    held = [each for each in tenures if each.status == "current" and each.kind == "post" and not each.concurrent]
    of_none = held and all(each.level is None and (is_head(each.post) or is_deputy(each.post)) for each in held)
    return None if of_none else steps[-1]


def _current(held: Held) -> CurrentPost:
    return CurrentPost(held.id, held.unit, held.post, held.rank, held.start, held.concurrent, held.unit_now)


def _since(posts: Sequence[CurrentPost]) -> str | None:
    """Since when the present post is held: the newest start among those that are not concurrent."""
    starts = [each.since for each in posts if each.since and not each.concurrent]
    return max(starts, key=first_day, default=None)


def _highest(dossier: Dossier, mode: str, day: Day) -> Schooling | None:
    found = [each for each in dossier.of(Education) if each.mode == mode and (each.end is None or day.ended(each.end))]
    if not found:
        return None
    first = max(found, key=_education_order)
    degree = first if first.degree else max((each for each in found if each.degree), key=_degree_order, default=first)
    return Schooling(
        mode=mode,
        level=first.level,
        degree=degree.degree,
        school=first.school,
        major=first.major,
        end=first.end,
        sources=first.sources + (degree.sources if degree is not first else ()),
    )


def _education_order(each: Education) -> tuple[bool, bool, str, str]:
    return bool(each.level), bool(each.highest_level), first_day(each.end or "0000"), each.id


def _degree_order(each: Education) -> tuple[bool, str, str]:
    return bool(each.highest_degree), first_day(each.degree_date or each.end or "0000"), each.id

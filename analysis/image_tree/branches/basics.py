"""① 基本情况: post, age, entry, level and education; never sex, ethnicity, native place, family or health."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.phrases import Coded, Day, Items, Phrase, Value, Worded
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View, disputed
from graph.model.postings import posting
from graph.model.records.cadre import Cadre
from graph.model.records.education import Education
from graph.model.records.tenure import Tenure
from graph.model.values import completed_years


def grow(view: View) -> Iterable[Leaf]:
    """What the forms state of the person."""
    yield from _current_post(view)
    yield from _person(view)
    yield from _level(view)
    yield from _education(view)


def _current_post(view: View) -> Iterable[Leaf]:
    held = view.current_tenures
    if held:
        posts = Items(tuple(posting(view.unit_called(each), each.title) for each in held))
        key = "current_post_since" if held[0].start else "current_post"
        phrase = Phrase(key, {"posts": posts, "since": Day(held[0].start or "")})
        evidence = [source for each in held for source in each.sources]
        yield from view.leaf("current-post", phrase, evidence, state=disputed(held[0], "start", "title"))


def _person(view: View) -> Iterable[Leaf]:
    cadre, told = view.cadre, []
    if cadre.birth_month and view.reached(cadre.birth_month):
        age = completed_years(cadre.birth_month, view.as_of)
        told.append(Phrase("born", {"birth": Day(cadre.birth_month), "age": age}))
    if cadre.work_start and view.reached(cadre.work_start):
        told.append(Phrase("began_work", {"day": Day(cadre.work_start)}))
    if cadre.party_join and view.reached(cadre.party_join):
        told.append(Phrase("joined_party", {"day": Day(cadre.party_join)}))
    if told:
        state = disputed(cadre, "birth_month", "work_start", "party_join")
        yield from view.leaf("person", Items(tuple(told), "clause").phrase(), cadre.sources, state=state)


def _level(view: View) -> Iterable[Leaf]:
    cadre = view.cadre
    since = {"position_level": cadre.position_level_since, "grade": cadre.grade_since}
    told: list[Value] = []
    for name, reached in since.items():
        value = getattr(cadre, name)
        if value and reached and view.reached(reached):
            told.append(Phrase("level_since", {"level": Coded(name, value), "since": Day(reached)}))
    if told:
        state = disputed(cadre, "position_level", "grade", "position_level_since", "grade_since")
        yield from view.leaf("level", Items(tuple(told), "clause").phrase(), cadre.sources, state=state)


def _education(view: View) -> Iterable[Leaf]:
    yield from _studying(view)
    for each in reversed(view.of(Education)):
        told = (("education_level", each.level), ("degree", each.degree))
        what = Items(tuple(Worded(name, text) for name, text in told if text))
        where = Items(tuple(text for text in (each.school, each.major) if text))
        if what.items and where.items:
            mode = _mode(each)
            end = Phrase("ended_in", {"day": Day(each.end)}) if each.end else ""
            values: dict[str, Value] = {"mode": mode, "what": what, "where": where, "end": end}
            yield from view.leaf("education", Phrase("education", values), each.sources, state=disputed(each, "level"))


def _studying(view: View) -> Iterable[Leaf]:
    """What had begun by the day and ended later: neither diploma nor degree was earned yet."""
    for each in view.dossier.of(Education):
        where = Items(tuple(text for text in (each.school, each.major) if text))
        if each.start and each.end and view.reached(each.start) and not view.reached(each.end) and where.items:
            phrase = Phrase("studying", {"mode": _mode(each), "where": where, "since": Day(each.start)})
            yield from view.leaf("education", phrase, each.sources, state=disputed(each, "start"))


def _mode(education: Education) -> Value:
    return Coded("education_mode", education.mode or "")


BRANCH = BranchGrower(1, "basics", (Cadre, Tenure, Education), grow)

"""⑥ 考核与口碑: annual grades, self-view against the department's, votes, and what people around say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.notes import several_places, themes, years_of
from analysis.image_tree.phrases import Coded, Day, Items, Phrase, Small, Value, Worded, Years
from analysis.image_tree.rules import rules
from analysis.image_tree.tree import Leaf, State
from analysis.image_tree.view import View, disputed
from analysis.image_tree.work import works
from graph.model.codes import code_list
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.assessment import Assessment
from graph.model.records.inspection_material import InspectionMaterial
from graph.model.records.observation_note import ObservationNote
from graph.model.schema import Evidence
from graph.model.unit_names import usual_name


def grow(view: View) -> Iterable[Leaf]:
    """Grades first."""
    yield from _annual(view)
    yield from _self_view(view)
    yield from _votes(view)
    yield from _word(view)


def _annual(view: View) -> Iterable[Leaf]:
    rule = rules()["annual-grades"]
    graded = [each for each in view.of(Assessment) if each.kind in rule.words("kinds") and each.grade and each.year]
    recent = [each for each in graded if view.within_years(each.year or 0, rule.number("years"))]
    low = [each for each in recent if each.grade in rule.words("low")]
    for each in reversed(low):
        values: dict[str, Value] = {"year": each.year or "", "grade": Coded("assessment_grade", each.grade or "")}
        phrase = Phrase("low_grade", values)
        yield from view.leaf("annual-grades", phrase, each.sources, polarity="weakness", state=_state([each]))
    if recent and not low:
        yield from _without_low(view, recent)


def _without_low(view: View, recent: list[Assessment]) -> Iterable[Leaf]:
    rule = rules()["annual-grades"]
    excellent = [each for each in recent if each.grade in rule.words("excellent")]
    competent = [each for each in recent if each.grade in rule.words("competent")]
    if len({each.year for each in excellent}) >= rule.number("least_excellent"):
        values: dict[str, Value] = {"years": _years(excellent), "count": len({each.year for each in excellent})}
        values |= {"span": Small(rule.number("years")), "grade": Coded("assessment_grade", excellent[0].grade or "")}
        phrase, short = Phrase("excellent", values), Phrase("excellent_short", values)
        evidence = _sources(excellent)
        yield from view.leaf(
            "annual-grades", phrase, evidence, polarity="strength", state=_state(excellent), short=short
        )
    elif len(competent) == len(recent):
        phrase = Phrase("competent", {"years": _years(recent), "grade": _grades(recent)})
        yield from view.leaf("annual-grades", phrase, _sources(recent), state=_state(recent))
    else:
        tally = Phrase(
            "grades", {"span": Small(rule.number("years")), "tally": _tally(recent), "years": _years(recent)}
        )
        yield from view.leaf("annual-grades", tally, _sources(recent), state=_state(recent))


def _state(found: Iterable[Assessment]) -> State:
    """Established, unless sources disagree on one of the grades: then none of it stands before somebody ruled."""
    return "pending" if any(disputed(each, "grade") for each in found) else "established"


def _years(found: Iterable[Assessment]) -> Years:
    return Years(tuple(sorted({each.year for each in found if each.year})))


def _grades(found: Iterable[Assessment]) -> Items:
    return Items(tuple(Coded("assessment_grade", name) for name in sorted({each.grade or "" for each in found})))


def _tally(found: list[Assessment]) -> Items:
    counts, order = Counter(each.grade for each in found), code_list("assessment_grade").names
    named = sorted((name for name in counts if name), key=lambda name: order.index(name) if name in order else 99)
    return Items(
        tuple(Phrase("tally", {"grade": Coded("assessment_grade", name), "count": counts[name]}) for name in named)
    )


def _sources(found: Iterable[Assessment]) -> tuple[Evidence, ...]:
    return tuple(each for record in found for each in record.sources)


def _self_view(view: View) -> Iterable[Leaf]:
    by_id = {work.project.id: work for work in works(view)}
    for form in view.of(AchievementForm):
        for edge in form.satisfied_project:
            work = by_id.get(edge.id)
            if work and work.graded("poor_grades"):
                values: dict[str, Value] = {"year": form.year or "", "project": work.named, "grade": work.grade_value}
                evidence = form.sources + work.evidence
                yield from view.leaf("self-view-differs", Phrase("self_view", values), evidence, state="established")


def _votes(view: View) -> Iterable[Leaf]:
    for each in reversed(view.of(InspectionMaterial)):
        told: list[Value] = []
        if each.talked_to:
            told.append(Phrase("talked_to", {"count": each.talked_to}))
        if each.votes_for is not None and each.votes_expected:
            told.append(Phrase("votes", {"for": each.votes_for, "expected": each.votes_expected}))
        if told:
            target = Phrase("for_post", {"post": each.target_post}) if each.target_post else ""
            values: dict[str, Value] = {"day": Day(each.date or ""), "target": target}
            phrase = Phrase("inspection", values | {"told": Items(tuple(told), "clause")})
            yield from view.leaf("inspection-votes", phrase, each.sources)


def _word(view: View) -> Iterable[Leaf]:
    rule = rules()["word-of-mouth"]
    for theme in themes(view, "positive"):
        notes = [
            each for each in theme.notes if each.date and view.within_years(int(each.date[:4]), rule.number("years"))
        ]
        authors, units = (
            {each.author for each in notes},
            {usual_name(each.unit_name) for each in notes if each.unit_name},
        )
        if len(authors) >= rule.number("least") and len(units) == 1 and not several_places(theme):
            values: dict[str, Value] = {
                "competency": Worded("competency", theme.competency),
                "unit": notes[-1].unit_name or "",
            }
            values |= {"count": len(authors), "years": Years(years_of(notes))}
            evidence = [each for note in notes for each in note.sources]
            yield from view.leaf("word-of-mouth", Phrase("word", values), evidence)


BRANCH = BranchGrower(6, "assessment", (Assessment, InspectionMaterial, ObservationNote, AchievementForm), grow)

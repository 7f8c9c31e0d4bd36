"""④ 能力特点与优势: what work done well, in several places or under pressure, tells."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.notes import confirmed, rulings, several_places, themes
from analysis.image_tree.phrases import Coded, Day, Items, Phrase, Value, Worded
from analysis.image_tree.rules import rules
from analysis.image_tree.tree import Leaf, State
from analysis.image_tree.view import View
from analysis.image_tree.work import Work, by_competency, evidence_of, names_of, works
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.observation_note import ObservationNote
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.ruling import Ruling
from graph.model.records.special_inspection import SpecialInspection
from graph.model.records.work_project import WorkProject


def grow(view: View) -> Iterable[Leaf]:
    """Each rule in its turn; the order in the tree is by the rules' priority."""
    found = works(view)
    yield from _steady(view, found)
    yield from _ruled(view)
    yield from _several_units(view)
    yield from _urgent_projects(view, found)
    yield from _special_inspections(view)
    yield from _mended(view, found)


def _checked(*found: Work) -> State:
    agreed = any(work.agreed for work in found) and not any(work.refuted for work in found)
    return "established" if agreed else "pending"


def _steady(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    rule = rules()["steady-delivery"]
    recent = [work for work in found if work.led and view.within_years(work.year, rule.number("years"))]
    for name, group in by_competency(recent, lambda work: bool(work.grade)):
        good = [work for work in group if work.graded("good_grades")]
        poor = any(work.graded("poor_grades") for work in group)
        if poor or len({work.year for work in good}) < rule.number("least"):
            continue
        values: dict[str, Value] = {
            "competency": Worded("competency", name),
            "count": len(good),
            "grade": good[0].grade_value,
        }
        phrase = Phrase("steady", values | {"projects": names_of(good)})
        short = Phrase("steady_short", values)
        evidence = evidence_of(good)
        yield from view.leaf(
            "steady-delivery", phrase, evidence, polarity="strength", state=_checked(*good), short=short
        )


def _ruled(view: View) -> Iterable[Leaf]:
    noted = {theme.competency: theme for theme in themes(view, "positive")}
    for name, found in sorted(rulings(view, "strength_words").items()):
        ruling = confirmed(found)
        if ruling and ruling.reason:
            theme = noted.get(name)
            evidence = ruling.sources + (theme.evidence if theme else ())
            day = Day(ruling.ruled_on or "")
            phrase = Phrase("ruled", {"competency": Worded("competency", name), "day": day, "reason": ruling.reason})
            short = Phrase("strong_in", {"competency": Worded("competency", name)})
            yield from view.leaf(
                "ruled-strength", phrase, evidence, polarity="strength", state="established", short=short
            )


def _several_units(view: View) -> Iterable[Leaf]:
    for theme in themes(view, "positive"):
        found = several_places(theme)
        if found:
            places = tuple(
                Phrase("place", {"unit": note.unit_name or "", "year": (note.date or "")[:4]}) for note in found
            )
            values: dict[str, Value] = {"competency": Worded("competency", theme.competency)}
            phrase = Phrase("two_units", values | {"places": Items(places)})
            yield from view.leaf(
                "good-in-two-units",
                phrase,
                theme.evidence,
                polarity="strength",
                state="established",
                short=Phrase("two_units_short", values),
            )


def _urgent_projects(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    urgent = rules().lists["urgent_categories"]
    for work in found:
        if work.project.category in urgent and work.roles and not work.graded("poor_grades"):
            role = Items(tuple(Coded("project_role", role) for role in work.roles))
            values: dict[str, Value] = {
                "year": work.year,
                "matter": work.title,
                "unit": work.project.unit_name or "",
                "role": role,
            }
            phrase, short = Phrase("urgent", values), Phrase("urgent_short", values)
            state = _seen(work)
            yield from view.leaf("urgent-task", phrase, work.evidence, polarity="strength", state=state, short=short)


def _seen(work: Work) -> State:
    """Established where the department graded it well or a check agrees, and no check found grave problems."""
    well = work.graded("improved_grades") or work.agreed
    return "established" if well and not work.refuted else "pending"


def _special_inspections(view: View) -> Iterable[Leaf]:
    rule = rules()["urgent-task"]
    adverse, favourable = rule.words("adverse"), rule.words("favourable")
    for each in view.of(SpecialInspection):
        if each.role and each.theme and each.polarity not in adverse:
            year = (each.start or "")[:4]
            values: dict[str, Value] = {"year": year, "matter": each.theme.removeprefix(f"{year}年"), "role": each.role}
            unit = Phrase("inspected_by", {"inspector": each.inspector}) if each.inspector else Phrase("inspected")
            phrase, short = Phrase("urgent", values | {"unit": unit}), Phrase("served_short", values)
            state: State = "established" if each.polarity in favourable else "pending"
            yield from view.leaf("urgent-task", phrase, each.sources, polarity="strength", state=state, short=short)


def _mended(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    for form in view.of(AchievementForm):
        regretted = _regretted(form, found)
        mended = regretted and _later_and_better(regretted, form, found)
        if regretted and mended:
            values: dict[str, Value] = {"year": form.year or regretted.year, "matter": regretted.title}
            later: dict[str, Value] = {"later": mended.named, "grade": mended.grade_value}
            evidence = form.sources + regretted.evidence + mended.evidence
            phrase, short = Phrase("mended", values | later), Phrase("mended_short", values)
            yield from view.leaf(
                "regret-mended", phrase, evidence, polarity="strength", state=_checked(mended), short=short
            )


def _regretted(form: AchievementForm, found: tuple[Work, ...]) -> Work | None:
    named = {edge.id for edge in form.regretted_project}
    linked = [work for work in found if work.project.id in named]
    told = [work for work in found if len(work.title) >= 4 and work.title in (form.regretted or "")]
    return next(iter(linked or told), None)


def _later_and_better(regretted: Work, form: AchievementForm, found: tuple[Work, ...]) -> Work | None:
    since = max(form.year or 0, regretted.year)
    alike = (
        work for work in found if work.title == regretted.title or set(work.competencies) & set(regretted.competencies)
    )
    return next((work for work in alike if work.year > since and work.graded("improved_grades")), None)


BRANCH = BranchGrower(
    4,
    "strengths",
    (WorkProject, ProjectEvaluation, ObservationNote, AchievementForm, SpecialInspection, Ruling),
    grow,
)

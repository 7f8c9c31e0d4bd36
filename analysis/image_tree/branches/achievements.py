"""③ 主要实绩: what came of the projects, as the department graded it."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.notes import names_a_matter
from analysis.image_tree.phrases import Coded, Items, Phrase, Value, Worded
from analysis.image_tree.rules import rules
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View
from analysis.image_tree.work import Work, by_competency, evidence_of, names_of, works
from graph.model.codes import code_list
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.work_project import WorkProject


def grow(view: View) -> Iterable[Leaf]:
    """The good projects, where results were uneven, and what only the cadre tells."""
    found = works(view)
    yield from _good(view, found)
    yield from _uneven(view, found)
    yield from _self_told(view, found)


def _uneven(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    for name, group in by_competency(found, lambda work: work.led and bool(work.grade)):
        mixed = [work for work in group if work.graded("good_grades") or work.graded("poor_grades")]
        if len({work.graded("good_grades") for work in mixed}) == 2:
            values: dict[str, Value] = {"competency": Worded("competency", name), "tally": _tally(mixed)}
            phrase = Phrase("uneven", values | {"projects": names_of(mixed)})
            evidence = evidence_of(mixed)
            short = Phrase("uneven_short", values)
            yield from view.leaf("uneven-delivery", phrase, evidence, state="established", short=short)


def _tally(group: list[Work]) -> Items:
    counts = [(name, sum(work.grade == name for work in group)) for name in code_list("project_grade").names]
    return Items(tuple(Phrase("tally", {"grade": Coded("project_grade", name), "count": n}) for name, n in counts if n))


def _good(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    years = rules()["good-project"].number("years")
    for work in found:
        if work.has_role("answering_roles") and work.graded("good_grades") and view.within_years(work.year, years):
            roles = Items(tuple(Coded("project_role", role) for role in work.roles))
            values: dict[str, Value] = {"project": work.named, "grade": work.grade_value, "role": roles}
            yield from view.leaf("good-project", Phrase("good_project", values), work.evidence, polarity="strength")


def _self_told(view: View, found: tuple[Work, ...]) -> Iterable[Leaf]:
    graded = {work.project.id for work in found if work.grade}
    for form in view.of(AchievementForm):
        named = {edge.id for edge in form.satisfied_project}
        matter = form.most_satisfied or "、".join(edge.name for edge in form.satisfied_project)
        if named & graded or not names_a_matter(matter):
            continue
        most = rules()["self-told-work"].number("most_characters")
        shown = matter if len(matter) <= most else f"{matter[:most]}…"
        phrase = Phrase("self_told_work", {"year": form.year or "", "matter": shown})
        yield from view.leaf("self-told-work", phrase, form.sources)


BRANCH = BranchGrower(3, "achievements", (WorkProject, ProjectEvaluation, AchievementForm), grow)

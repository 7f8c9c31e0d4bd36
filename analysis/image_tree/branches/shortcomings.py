"""⑤ 不足与短板: only what a grade of the department or a named person's ruling confirms."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.notes import before, confirmed, rulings, themes
from analysis.image_tree.phrases import Day, Items, Phrase, Value, Worded
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View, disputed
from analysis.image_tree.work import works
from graph.model.records.observation_note import ObservationNote
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.ruling import Ruling
from graph.model.records.work_project import WorkProject


def grow(view: View) -> Iterable[Leaf]:
    """Failed projects, then what was ruled."""
    yield from _failed(view)
    yield from _ruled(view)


def _failed(view: View) -> Iterable[Leaf]:
    for work in works(view):
        if work.led and work.evaluation and work.graded("failed_grades"):
            reason = work.evaluation.reason or work.evaluation.comment
            values: dict[str, Value] = {"project": work.named, "year": work.year, "title": work.title}
            values |= {"grade": work.grade_value, "reason": reason or Phrase("no_reason")}
            phrase, short = Phrase("failed", values), Phrase("failed_short", values)
            state = disputed(work.evaluation, "grade") or "established"
            yield from view.leaf("failed-project", phrase, work.evidence, polarity="weakness", state=state, short=short)


def _ruled(view: View) -> Iterable[Leaf]:
    noted = {theme.competency: theme for theme in themes(view, "negative")}
    for name, found in sorted(rulings(view, "shortcoming_words").items()):
        ruling = confirmed(found)
        if ruling is None or not ruling.reason:
            continue
        notes = before(noted[name].notes, ruling.ruled_on) if name in noted else ()
        units = tuple(sorted({note.unit_name for note in notes if note.unit_name}))
        values: dict[str, Value] = {
            "competency": Worded("competency", name),
            "day": Day(ruling.ruled_on or ""),
            "reason": ruling.reason,
        }
        if units:
            values["reason"] = Phrase("reason_at", {"units": Items(units), "reason": ruling.reason})
        evidence = ruling.sources + tuple(each for note in notes for each in note.sources)
        phrase, short = Phrase("ruled_weak", values), Phrase("weak_in", {"competency": Worded("competency", name)})
        yield from view.leaf("negative-notes", phrase, evidence, polarity="weakness", state="established", short=short)


BRANCH = BranchGrower(5, "shortcomings", (WorkProject, ProjectEvaluation, ObservationNote, Ruling), grow)
